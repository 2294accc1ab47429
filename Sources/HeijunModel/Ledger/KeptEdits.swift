/// A value that somebody set by hand and an import would have changed.
public struct KeptEdit: Hashable, Sendable {
    /// The record: kind and key.
    public let kind: String, key: String
    /// The field.
    public let field: FieldInfo
    /// The value that stays, and the one that the source has.
    public let present: String?, offered: String?

    /// Makes the edit that keeps a change from a field.
    public init(_ change: Change, at position: Int) {
        kind = change.kind
        key = change.key
        field = RecordKind.named(change.kind)?.fields[position] ?? RecordKind.all[0].fields[0]
        present = change.before?[position]
        offered = change.after?[position]
    }
}

extension Change {
    /// The change without the fields at `positions`.
    public func keeping(_ positions: [Int]) -> Change {
        guard let before, var after else { return self }
        for position in positions { after[position] = before[position] }
        return Change(kind: kind, key: key, before: before, after: after)
    }

    /// Whether it changes nothing after all.
    public var isIdle: Bool {
        guard let before, let after else { return false }
        return before.count == after.count && zip(before, after).allSatisfy(isSame)
    }
}

extension Difference {
    /// Takes fields out of the changes that `keptFields` names for each; a change without any left is none.
    public mutating func keep(_ keptFields: (Change) throws -> [Int]) rethrows -> [KeptEdit] {
        var kept: [KeptEdit] = []
        var remaining: [Change] = []
        remaining.reserveCapacity(changes.count)
        for change in changes {
            let positions = change.verb == .changed ? try keptFields(change) : []
            guard !positions.isEmpty else {
                remaining.append(change)
                continue
            }
            kept += positions.map { KeptEdit(change, at: $0) }
            let rest = change.keeping(positions)
            if rest.isIdle { unchanged += 1 } else { remaining.append(rest) }
        }
        changes = remaining
        return kept
    }

    /// Says which records the source lacks.
    public mutating func miss(_ records: [(kind: String, key: String)]) { missing = records }
}
