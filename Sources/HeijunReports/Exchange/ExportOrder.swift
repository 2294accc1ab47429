import HeijunModel

/// Entries in the order of files: by kind, by key, children with their parents.
struct ExportOrder {
    private var byKind: [String: [Entry]] = [:]
    private var byParent: [String: [String: [Entry]]] = [:]

    /// Sorts the entries out.
    ///
    /// - Throws: `.orphan` for the first child record without its parent.
    init(_ entries: [Entry]) throws(ExchangeProblem) {
        let groups = Dictionary(grouping: entries, by: \.kind)
        for kind in RecordKind.all {
            let sorted = ExportOrder.sorted(groups[kind.name] ?? [], kind)
            byKind[kind.name] = sorted
            if kind.parent != nil {
                byParent[kind.name] = Dictionary(grouping: sorted) {
                    $0.values[kind.identityPositions[0]] ?? ""
                }
            }
        }
        try refuseOrphans()
    }

    /// The records of a kind.
    func all(_ kind: RecordKind) -> [Entry] { byKind[kind.name] ?? [] }

    /// The records of a child kind inside the record of that key.
    func children(_ kind: RecordKind, of key: String) -> [Entry] { byParent[kind.name]?[key] ?? [] }

    private func refuseOrphans() throws(ExchangeProblem) {
        for kind in RecordKind.all {
            guard let name = kind.parent, let parent = RecordKind.named(name) else { continue }
            let keys = Set(all(parent).map { parent.key(of: $0.values) })
            for entry in all(kind) where !keys.contains(entry.values[kind.identityPositions[0]] ?? "") {
                throw .orphan(kind: kind.name, key: kind.key(of: entry.values))
            }
        }
    }

    /// By key, numbers by their value.
    static func sorted(_ entries: [Entry], _ kind: RecordKind) -> [Entry] {
        let numbers = kind.identityPositions.filter {
            if case .integer = kind.fields[$0].type { true } else { false }
        }
        let keyed = entries.map { entry in
            var values = entry.values
            for field in numbers { values[field] = values[field].map(paddedNumber) }
            return (key: kind.key(of: values), entry: entry)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.entry)
    }

    private static func paddedNumber(_ text: String) -> String {
        text.hasPrefix("-") ? text : String(repeating: "0", count: max(0, 16 - text.utf8.count)) + text
    }
}
