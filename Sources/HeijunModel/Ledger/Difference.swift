/// The differences that lead from one set of entries to another.
public struct Difference: Sendable {
    /// Changes in the order of the source: added and changed records.
    public internal(set) var changes: [Change] = []
    /// Records equal on both sides.
    public internal(set) var unchanged = 0
    /// Keys of records, by kind, that are stored but not in the source: flagged, never deleted.
    public internal(set) var missing: [(kind: String, key: String)] = []

    /// Number of changes of one verb.
    public func count(_ verb: Change.Verb) -> Int { changes.count { $0.verb == verb } }

    /// Compares what a source holds with what is stored.
    ///
    /// - Parameter kinds: The kinds of which the stored records that the source lacks are told; nil for all.
    public init(from stored: [Entry], to source: [Entry], kinds: Set<String>? = nil) {
        var comparison = Comparison(with: stored)
        _ = comparison.take(source)
        self = comparison.finish(kinds: kinds)
    }

    init() {}
}

/// Compares records, a few at a time, with those that are stored. No two of them have the same key.
public struct Comparison: Sendable {
    private let stored: [Entry]
    /// The stored records that the source has not shown yet.
    private var waiting: [Name: [String?]] = [:]
    private var difference = Difference()
    private var kind: RecordKind?

    /// Begins a comparison.
    public init(with stored: [Entry]) {
        self.stored = stored
        waiting.reserveCapacity(stored.count)
        for entry in stored { waiting[name(of: entry)] = entry.values }
    }

    /// Takes the next records of the source.
    ///
    /// - Returns: The changes that they bring, in their order.
    public mutating func take(_ source: some Sequence<Entry>) -> ArraySlice<Change> {
        let start = difference.changes.count
        for entry in source {
            let name = name(of: entry)
            let before = stored.isEmpty ? nil : waiting.removeValue(forKey: name)
            if let before, before.count == entry.values.count, zip(before, entry.values).allSatisfy(isSame) {
                difference.unchanged += 1
            } else {
                difference.changes.append(
                    Change(kind: name.kind, key: name.key, before: before, after: entry.values))
            }
        }
        return difference.changes[start...]
    }

    /// The changes so far, in the order of the source.
    public var changes: [Change] { difference.changes }

    /// Ends the comparison.
    ///
    /// - Parameter kinds: The kinds of which the stored records that the source lacks are told; nil for all.
    public consuming func finish(kinds: Set<String>? = nil) -> Difference {
        if !waiting.isEmpty {
            difference.missing = stored.filter { kinds?.contains($0.kind) ?? true }.map { name(of: $0) }
                .filter { waiting[$0] != nil }.map { ($0.kind, $0.key) }
        }
        return difference
    }

    private struct Name: Hashable {
        let kind: String, key: String
    }

    /// Neighbours are mostly of one kind, which is then looked up once.
    private mutating func name(of entry: Entry) -> Name {
        if kind?.name != entry.kind { kind = RecordKind.named(entry.kind) }
        return Name(kind: entry.kind, key: kind?.key(of: entry.values) ?? "")
    }
}
