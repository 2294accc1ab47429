/// What happens to one record in a batch.
public struct Change: Hashable, Sendable {
    /// Kind and key of the record.
    public let kind: String
    /// Key of the record.
    public let key: String
    /// Its values before and after; nil where it did not or does not exist.
    public let before: [String?]?
    /// Its values afterwards; nil where it is taken away.
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
