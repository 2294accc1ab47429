/// How much work and memory a schema asks of the validator, reckoned from its text before the validator sees it.
///
/// libxml2 writes every content model out: what a group holds stands again wherever the group is named, so that a few
/// lines that name each other twice grow beyond any memory; and the time grows with the cube of a model's elements.
final class SchemaCost: XMLEvents {
    /// Elements that one content model, written out, may hold; honest schemas have a few hundred at most.
    static let modelLimit = 1500
    /// The sum of the cubes of the models' sizes: about two seconds.
    private static let workLimit = 1e9
    /// Attributes and members of unions, written out.
    private static let listLimit = 20_000

    /// Whether the validator remembers each child of an element until it ends: wildcards and counted repetition.
    private(set) var remembersChildren = false
    /// Whether the validator remembers values until the file ends: keys and unique values.
    private(set) var remembersValues = false
    /// The files that the schema names, without their folders, since this was last asked.
    private var locations: [String] = []
    private var parts: [String: Part] = [:]
    private var substitutes: [String: [String]] = [:]
    private var open: [String?] = []
    private var unnamed = 0

    /// What a named or unnamed model holds itself, and what it names.
    private struct Part {
        var own = 0
        /// The elements that it refers to, for which others may stand, and the groups and types.
        var elements: [String] = [], others: [String] = []
    }

    func start(_ tag: StartTag) throws(ImportError) {
        let kind = tag.name.string
        var name: String?
        switch kind {
        case "complexType", "group", "attributeGroup", "simpleType":
            if let reference = value("ref", tag) {
                add { $0.others.append(kind + ":" + reference) }
            } else {
                name =
                    value("name", tag).map { (kind.hasSuffix("Type") ? "type" : kind) + ":" + $0 }
                    ?? unnamedKey()
                // Even what holds nothing takes its time where it is named again and again.
                parts[name ?? "", default: Part()].own += 1
            }
        case "element":
            add { part in
                part.own += 1
                if let reference = value("ref", tag) { part.elements.append(reference) }
            }
            if let head = value("substitutionGroup", tag), let own = value("name", tag) {
                substitutes[head, default: []].append(own)
            }
        case "sequence", "choice", "all": add { $0.own += 1 }
        case "any":
            remembersChildren = true
            add { $0.own += 1 }
        case "attribute": add { $0.own += 1 }
        case "extension": if let base = value("base", tag) { add { $0.others.append("type:" + base) } }
        case "union":
            for member in (texts("memberTypes", tag) ?? "").split(separator: " ") {
                add { $0.others.append("type:" + local(member)) }
            }
        case "key", "unique", "keyref": remembersValues = true
        case "include", "import", "redefine":
            let location = texts("schemaLocation", tag)?.split(separator: "/").last
            if let location { locations.append(String(location)) }
        default: break
        }
        for occurs in ["minOccurs", "maxOccurs"] {
            if let text = value(occurs, tag), text != "0", text != "1", text != "unbounded" {
                remembersChildren = true
            }
        }
        open.append(name)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {}
    func end(_ cursor: Cursor) throws(ImportError) { open.removeLast() }

    /// The files that were named since this was last asked.
    func takeLocations() -> [String] {
        defer { locations = [] }
        return locations
    }

    private func unnamedKey() -> String {
        unnamed += 1
        return "#\(unnamed)"
    }

    private func add(_ change: (inout Part) -> Void) {
        guard let key = open.last(where: { $0 != nil }) ?? nil else { return }
        change(&parts[key, default: Part()])
    }

    private func texts(_ name: String, _ tag: StartTag) -> String? {
        for index in 0..<tag.attributeCount {
            guard let attribute = tag.attribute(index), attribute.name.string == name else { continue }
            return String(decoding: attribute.value, as: UTF8.self)
        }
        return nil
    }

    private func value(_ name: String, _ tag: StartTag) -> String? { texts(name, tag).map { local($0[...]) } }
    private func local(_ name: Substring) -> String { name.split(separator: ":").last.map(String.init) ?? "" }

    /// What is too much about the schemas that were seen; nil where they are modest.
    func excess() -> String? {
        var known: [String: Int] = [:], work = 0.0
        for key in parts.keys.sorted() {
            let size = self.size(key, &known, 0)
            let isList = key.hasPrefix("attributeGroup:")
            guard size <= (isList ? SchemaCost.listLimit : SchemaCost.modelLimit) else {
                return "the model \(key) holds more than \(SchemaCost.modelLimit) elements when written out"
            }
            if !isList { work += Double(size) * Double(size) * Double(size) }
        }
        return work <= SchemaCost.workLimit
            ? nil : "its models, written out, are too large to be checked in time"
    }

    /// The elements of a model with all that it names; what names itself counts once, and is the parser's to refuse.
    private func size(_ key: String, _ known: inout [String: Int], _ depth: Int) -> Int {
        if let size = known[key] { return size }
        guard let part = parts[key], depth < 2000 else { return 0 }
        known[key] = 0
        var size = part.own
        for name in part.elements { size += members(of: name, &known, depth + 1) }
        for name in part.others { size = min(size + self.size(name, &known, depth + 1), 1 << 30) }
        known[key] = min(size, 1 << 30)
        return min(size, 1 << 30)
    }

    /// How many elements may stand for one.
    private func members(of name: String, _ known: inout [String: Int], _ depth: Int) -> Int {
        let key = "element:" + name
        if let count = known[key] { return count }
        guard depth < 2000 else { return 0 }
        known[key] = 0
        let own = substitutes[name] ?? []
        let count = own.reduce(own.count) { min($0 + members(of: $1, &known, depth + 1), 1 << 30) }
        known[key] = count
        return count
    }
}

/// Charges a file for what the validator remembers of it, so that no schema makes it remember without end.
final class ValidationCharge: XMLEvents {
    private let schema: XMLSchema
    private let limit: Int
    private var open: [Int] = []
    private var total = 0, remembered = 0
    /// The file that asked too much, where it did.
    private(set) var excess: ImportError?
    /// Bytes that the validator remembers for each child and each value, beside the name and the text.
    private static let child = 48, value = 400

    init(_ schema: XMLSchema, limit: Int) { (self.schema, self.limit) = (schema, limit) }

    func start(_ tag: StartTag) throws(ImportError) {
        if schema.remembersValues {
            remembered += ValidationCharge.value
            for index in 0..<tag.attributeCount { remembered += tag.attribute(index)?.value.count ?? 0 }
        }
        if schema.remembersChildren {
            let charge =
                ValidationCharge.child + tag.name.string.utf8.count + (tag.namespace?.string.utf8.count ?? 0)
            if !open.isEmpty { open[open.count - 1] += charge }
            total += charge
            open.append(0)
        }
        guard total + remembered > limit else { return }
        let error = ImportError(.tooLarge(.schema, limit: limit), at: tag.place)
        excess = error
        throw error
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {
        if schema.remembersValues { remembered += bytes.count }
    }

    func end(_ cursor: Cursor) throws(ImportError) {
        if schema.remembersChildren { total -= open.popLast() ?? 0 }
    }
}
