public import HeijunModel

/// The body's rules that tie equipment to systems, in the order in which they are tried: that of their keys.
public struct EquipmentAssignment: Sendable {
    private let rules: [Rule]

    private struct Rule: Sendable {
        let key: String
        let position: Int
        let parts: [String]
        let system: String
    }

    /// Takes the rules among the ledger's entries.
    public init(_ entries: some Sequence<Entry>) {
        rules = entries.filter { $0.kind == EquipmentRule.kind.name }
            .compactMap { try? EquipmentRule($0) }
            .sorted { $0.id < $1.id }
            .compactMap { rule in
                guard let position = Equipment.kind.position[rule.subject.field] else { return nil }
                return Rule(
                    key: rule.id.text, position: position, parts: EquipmentAssignment.parts(rule.pattern),
                    system: rule.system.text)
            }
    }

    /// Whether there is any rule.
    public var isEmpty: Bool { rules.isEmpty }

    /// The system of a piece of equipment by the first rule that fits; nil where none does.
    public func system(of equipment: Entry) -> String? { rule(of: equipment)?.system }

    /// The first rule that fits a piece of equipment, by its key, and its system; nil where none does.
    public func rule(of equipment: Entry) -> (key: String, system: String)? {
        let found = rules.first { rule in
            equipment.values[rule.position].map { EquipmentAssignment.fits(matchForm($0), rule.parts) }
                ?? false
        }
        return found.map { ($0.key, $0.system) }
    }

    /// The texts between the `*` of a pattern, as they are compared.
    private static func parts(_ pattern: String) -> [String] {
        matchForm(pattern).split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether the parts stand in the text one after the other, the first at its start and the last at its end.
    private static func fits(_ text: String, _ parts: [String]) -> Bool {
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return text == parts.first
        }
        guard text.hasPrefix(first), text.count >= first.count + last.count, text.hasSuffix(last) else {
            return false
        }
        var rest = text.dropFirst(first.count).dropLast(last.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
