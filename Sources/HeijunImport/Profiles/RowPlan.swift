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
    /// `,"name":` of every field.
    let labels: [[UInt8]]
    /// Position of the one field that names the record; nil where several do.
    let identity: Int?
    /// Positions of the fields without which there is no record.
    let required: [Int]

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
        labels = infos.map { Array(",\"\($0.key)\":".utf8) }
        identity = rule.kind.identityPositions.count == 1 ? rule.kind.identityPositions[0] : nil
        let made = Set(rule.fields.filter(\.isRequired).map(\.field))
        required = infos.indices.filter { infos[$0].isRequired || made.contains($0) }
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
    /// Whether the captured bytes can be the kept text as they stand.
    let isDirect: Bool
    /// The forms in which bytes are surely kept as they are.
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
        form = KeptForm(info)
        memo = rule.many == .first && unitCaptures.isEmpty ? TextMemo() : nil
        isDirect =
            rule.map == nil && rule.unit == nil && rule.format == nil && rule.prefix.isEmpty
            && rule.many != .join && !rule.isKey
    }
}

private func captures(
    _ paths: [RecordPath], _ capture: (RecordPath) throws(ProfileError) -> Int
) throws(ProfileError) -> [Int] {
    var captures: [Int] = []
    for path in paths { captures.append(try capture(path)) }
    return captures
}

/// Forms of bytes that a field keeps as they are, seen without making a string.
enum KeptForm {
    case text, key, year, day, digits(Int)
    case choice([[UInt8]])
    case never

    init(_ field: FieldInfo) {
        self =
            switch field.type {
            case _ where field.isList: .never
            case .text: .text
            case .key, .reference: .key
            case .integer: .digits(12)
            case .yen: .digits(15)
            case .watts, .kilograms: .digits(8)
            case .fiscalYear: .year
            case .day: .day
            case .choice(let choices): .choice(choices.map { Array($0.value.utf8) })
            case .flag, .rackUnits, .personMonths, .rate, .figure: .never
            }
    }

    /// Whether the bytes, without blanks at their ends, are surely what the field keeps.
    func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .text: return bytes.isPlainText
        case .key: return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        case .digits(let limit):
            return bytes.count <= limit && (bytes[0] != 0x30 || bytes.count == 1) && bytes.allSatisfy(isDigit)
        case .year:
            return bytes.count == 4 && bytes.allSatisfy(isDigit) && (bytes[0] == 0x32 && bytes[1] == 0x30)
        case .day: return isDay(bytes)
        case .choice(let choices): return choices.contains { bytes.elementsEqual($0) }
        case .never: return false
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// A day from 2000 to 2099 that every month has.
    private func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[0] == 0x32, bytes[1] == 0x30,
            bytes.indices.allSatisfy({ $0 == 4 || $0 == 7 || isDigit(bytes[$0]) })
        else { return false }
        let month = Int(bytes[5] &- 0x30) * 10 + Int(bytes[6] &- 0x30)
        let day = Int(bytes[8] &- 0x30) * 10 + Int(bytes[9] &- 0x30)
        return (1...12).contains(month) && (1...28).contains(day)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether no byte asks for a closer look: no control character, nothing near U+FFFE.
    fileprivate var isPlainText: Bool {
        // The rarer blanks of Unicode begin with these bytes; at the ends they are no part of a text.
        let last = lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        if [0xC2, 0xE1, 0xE2].contains(self[0]) || [0xC2, 0xE1, 0xE2].contains(self[last]) { return false }
        for index in 0..<count {
            let byte = self[index]
            if byte < 0x20 && byte != 0x0A && byte != 0x09 { return false }
            if byte == 0xEF, index + 1 < count, self[index + 1] == 0xBF { return false }
        }
        return true
    }

    /// Without blanks, ideographic ones too, at both ends.
    func trimmed() -> UnsafeBufferPointer<UInt8> {
        var start = 0, end = count
        while start < end {
            if self[start] <= 0x20 {
                start += 1
            } else if isIdeographicBlank(at: start, end) {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if self[end - 1] <= 0x20 {
                end -= 1
            } else if end - start >= 3, isIdeographicBlank(at: end - 3, end) {
                end -= 3
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }

    private func isIdeographicBlank(at index: Int, _ end: Int) -> Bool {
        index + 3 <= end && self[index] == 0xE3 && self[index + 1] == 0x80 && self[index + 2] == 0x80
    }
}
