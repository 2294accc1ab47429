import HeijunModel

/// How the captures of one record element become a row: worked out once for a profile.
final class RowPlan {
    let rule: Profile.RecordRule
    /// Position in `RecordKind.all`.
    let kind: Int
    let scope: Int
    let fields: [FieldPlan]
    let keys: [[KeyPart]]
    let pairFields: [String: FieldPlan]
    let rest: Int?
    /// The fields in order with what taking a value as it stands needs, and the captures that they name.
    private(set) var steps = Pile<FieldStep>(), stepCaptures = Pile<Int32>()
    /// The captures of which the first that holds anything is the key, where that is all; nil otherwise.
    let soleKey: [Int32]?
    /// How many fields the kind has.
    let width: Int
    /// Position of the one field that names the record; nil where several do.
    let identity: Int?
    /// Positions of the fields without which there is no record, and of those that hold the key of the record around.
    let required: [Int], parentFields: [Int]

    /// A part of a key, its paths as captures.
    enum KeyPart {
        case parent
        case text([UInt8])
        case captures([Int])
    }

    init(
        _ rule: Profile.RecordRule, _ scope: Int,
        _ capture: (RecordPath) throws(ProfileError) -> Int
    ) throws(ProfileError) {
        self.rule = rule
        self.scope = scope
        kind = RecordKind.all.firstIndex(of: rule.kind) ?? 0
        let infos = rule.kind.fields
        var fields: [FieldPlan] = []
        for field in rule.fields { fields.append(try FieldPlan(field, infos, capture)) }
        self.fields = fields
        var keys: [[KeyPart]] = []
        for alternative in rule.keys where !alternative.contains(where: \.isFolder) {
            var parts: [KeyPart] = []
            for part in alternative {
                switch part {
                case .parent: parts.append(.parent)
                case .text(let text): parts.append(.text(Array(text.utf8)))
                case .paths(let paths): parts.append(.captures(try captures(paths, capture)))
                case .folder: break
                }
            }
            keys.append(parts)
        }
        self.keys = keys
        var pairFields: [String: FieldPlan] = [:]
        for (name, field) in rule.pairs?.fields ?? [:] {
            pairFields[name] = try FieldPlan(field, infos, capture)
        }
        self.pairFields = pairFields
        rest = rule.pairs?.rest
        width = infos.count
        if rule.kind.identityPositions.count == 1, let first = keys.first, first.count == 1,
            case .captures(let ids) = first[0]
        {
            soleKey = ids.map(Int32.init)
        } else {
            soleKey = nil
        }
        identity = rule.kind.identityPositions.count == 1 ? rule.kind.identityPositions[0] : nil
        parentFields = rule.fields.filter(\.isParent).map(\.field)
        let made = Set(rule.fields.filter(\.isRequired).map(\.field))
        required = infos.indices.filter { infos[$0].isRequired || made.contains($0) }
        FieldStep.push(fields, to: &steps, &stepCaptures)
    }

    /// Where the keys stand, for messages.
    var keyPaths: [String] {
        rule.keys.flatMap { $0 }.flatMap { part -> [String] in
            if case .paths(let paths) = part { paths.map(\.text) } else { [] }
        }
    }
}

/// One field of a row: where its captures are and how it is read.
final class FieldPlan {
    let rule: Profile.FieldRule
    let captures: [Int]
    let unitCaptures: [Int]
    let reader: FieldReader
    let constant: [UInt8]?
    /// The form in which captured bytes are surely the kept text; `.never` where they need a closer look.
    let form: KeptForm
    /// What values came to that were read before; nil where more than the one text decides.
    let memo: TextMemo?

    init(
        _ rule: Profile.FieldRule, _ infos: [FieldInfo],
        _ capture: (RecordPath) throws(ProfileError) -> Int
    ) throws(ProfileError) {
        self.rule = rule
        let info = infos[rule.field]
        captures = try HeijunImport.captures(rule.paths, capture)
        if case .size(_, let paths) = rule.unit {
            unitCaptures = try HeijunImport.captures(paths, capture)
        } else {
            unitCaptures = []
        }
        reader = FieldReader(info, isIdentity: false, target: nil)
        constant = rule.constant.map { Array($0.utf8) }
        let isDirect =
            rule.map == nil && rule.unit == nil && rule.format == nil && rule.prefix.isEmpty
            && rule.constant == nil && rule.many == .first && !rule.isKey
        form = isDirect ? KeptForm(info) : .never
        memo = rule.many == .first && unitCaptures.isEmpty ? TextMemo() : nil
    }
}

private func captures(
    _ paths: [RecordPath], _ capture: (RecordPath) throws(ProfileError) -> Int
) throws(ProfileError) -> [Int] {
    var captures: [Int] = []
    for path in paths { captures.append(try capture(path)) }
    return captures
}

/// What taking a field's value as it stands needs to know.
struct FieldStep {
    /// Position among the plan's fields, and of the field in its kind.
    let position: Int32, field: Int32
    /// Where its captures stand among the plan's.
    let first: Int32, count: Int32
    let form: KeptForm

    /// Pushes the steps of fields, but those that the record around fills.
    static func push(
        _ fields: [FieldPlan], to steps: inout Pile<FieldStep>, _ captures: inout Pile<Int32>
    ) {
        for (position, field) in fields.enumerated() where !field.rule.isParent {
            steps.push(
                FieldStep(
                    position: Int32(position), field: Int32(field.rule.field), first: Int32(captures.count),
                    count: Int32(field.captures.count), form: field.form))
            for capture in field.captures { captures.push(Int32(capture)) }
        }
    }
}
