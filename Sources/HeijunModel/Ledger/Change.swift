/// What happens to one record in a batch.
public struct Change: Hashable, Sendable {
    /// Kind and key of the record.
    public let kind: String
    public let key: String
    /// Its values before and after; nil where it did not or does not exist.
    public let before: [String?]?
    public let after: [String?]?

    /// Makes a change; one of `before` and `after` is there.
    public init(kind: String, key: String, before: [String?]?, after: [String?]?) {
        self.kind = kind
        self.key = key
        self.before = before
        self.after = after
    }

    /// Whether the record is added, removed or changed.
    public var verb: Verb { before == nil ? .added : after == nil ? .removed : .changed }

    /// What a change does.
    public enum Verb: String, Sendable { case added, changed, removed }

    /// The fields that differ, with their texts before and after.
    public var differences: [(field: FieldInfo, before: String?, after: String?)] {
        guard let fields = RecordKind.named(kind)?.fields else { return [] }
        return fields.indices.compactMap { index in
            let old = before?[index], new = after?[index]
            return isSame(old, new) ? nil : (fields[index], old, new)
        }
    }
}

/// Who did what, and from which file: the head of a batch (取込バッチ). The time is given, never read from a clock.
public struct BatchHeader: Hashable, Sendable {
    /// Who did it.
    public var author: String
    /// ISO 8601, with seconds.
    public var time: String
    /// The command that did it, such as `import`.
    public var command: String
    /// Name of the source file, where there is one.
    public var sourceName: String?
    /// SHA-256 of the source file, in hexadecimal digits.
    public var sourceSHA256: String?
    /// Why, where somebody said.
    public var reason: String?

    /// Makes the head of a batch.
    public init(
        author: String, time: String, command: String, sourceName: String? = nil, sourceSHA256: String? = nil,
        reason: String? = nil
    ) {
        self.author = author
        self.time = time
        self.command = command
        self.sourceName = sourceName
        self.sourceSHA256 = sourceSHA256
        self.reason = reason
    }
}

/// The differences that lead from one set of entries to another.
public struct Difference: Sendable {
    /// Changes in file order: added and changed records.
    public var changes: [Change] = []
    /// Records equal on both sides.
    public var unchanged = 0
    /// Keys of records, by kind, that are stored but not in the source: flagged, never deleted.
    public var missing: [(kind: String, key: String)] = []

    /// Number of changes of one verb.
    public func count(_ verb: Change.Verb) -> Int { changes.count { $0.verb == verb } }

    /// Compares what a source holds with what is stored.
    public init(from stored: [Entry], to source: [Entry]) {
        guard !stored.isEmpty else {
            changes = source.map { entry in
                let name = Name(entry)
                return Change(kind: name.kind, key: name.key, before: nil, after: entry.values)
            }
            return
        }
        let old = Difference.byKey(stored)
        let new = Difference.byKey(source)
        for entry in source {
            let name = Name(entry)
            guard let before = old[name] else {
                changes.append(Change(kind: name.kind, key: name.key, before: nil, after: entry.values))
                continue
            }
            if before.count == entry.values.count && zip(before, entry.values).allSatisfy(isSame) {
                unchanged += 1
            } else {
                changes.append(Change(kind: name.kind, key: name.key, before: before, after: entry.values))
            }
        }
        missing = stored.map(Name.init).filter { new[$0] == nil }.map { ($0.kind, $0.key) }
    }

    private struct Name: Hashable {
        let kind: String, key: String
        init(_ entry: Entry) {
            kind = entry.kind
            key = RecordKind.named(entry.kind)?.key(of: entry.values) ?? ""
        }
    }

    private static func byKey(_ entries: [Entry]) -> [Name: [String?]] {
        var result: [Name: [String?]] = [:]
        result.reserveCapacity(entries.count)
        for entry in entries { result[Name(entry)] = entry.values }
        return result
    }
}
