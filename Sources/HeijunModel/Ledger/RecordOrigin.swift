/// A file that a batch took records from (取込元).
public struct SourceFile: Hashable, Sendable {
    /// Name, SHA-256 in hexadecimal digits, and name and version of the profile that read it.
    public let name: String, sha256: String, profile: String
    /// Errors that kept records of it out: such a file is not done with.
    public let rejected: Int

    /// Names a source.
    public init(name: String, sha256: String, profile: String, rejected: Int = 0) {
        self.name = name
        self.sha256 = sha256
        self.profile = profile
        self.rejected = rejected
    }
}

/// Where one record of a source came from.
public struct RecordOrigin: Hashable, Sendable {
    /// The record: kind and key.
    public let kind: String
    public var key: String
    /// What the source calls it.
    public let external: String
    /// Where its fields stand, as `OriginNotes` packs it.
    public let fields: String

    /// Describes an origin.
    public init(kind: String, key: String, external: String, fields: String) {
        self.kind = kind
        self.key = key
        self.external = external
        self.fields = fields
    }
}
