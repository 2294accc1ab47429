/// How much a file may ask of the machine before it is refused. The standard is far above any honest inventory.
public struct Limits: Hashable, Sendable {
    /// Bytes of the whole file.
    public var fileBytes = 1 << 30
    /// Bytes of one field's text.
    public var fieldBytes = 1 << 20
    /// Bytes of one unfinished tag, comment or instruction.
    public var pendingBytes = 1 << 20
    /// Elements inside one another.
    public var depth = 64
    /// Different element and attribute names.
    public var names = 20_000
    /// Attributes of one element.
    public var attributes = 1000
    /// Namespaces declared by one element.
    public var namespaces = 200
    /// Bytes that one record of a vendor's file may hold, with the records inside it.
    public var recordBytes = 4 << 20
    /// Bytes of records that wait for a name which stands further down in the file.
    public var heldBytes = 64 << 20
    /// Bytes that holding the file against a schema may remember.
    public var schemaBytes = 128 << 20
    /// Whether a document type may stand before the first element; entities are refused all the same.
    public var takesDoctype = false
    /// Records.
    public var records = 5_000_000
    /// Errors kept; the rest are counted.
    public var errors = 1000
    /// Errors counted beyond those kept; a file with more is no inventory.
    public var furtherErrors = 100_000

    /// The limits that Heijun sets.
    public init() {}
    /// The limits that Heijun sets.
    public static let standard = Limits()
    /// The limits for vendors' formats: deeper, larger, and with a document type, as management files of electronic
    /// delivery (電子納品) have one.
    public static let vendor: Limits = {
        var limits = Limits()
        limits.fileBytes = 1 << 36
        limits.depth = 256
        limits.records = 50_000_000
        limits.takesDoctype = true
        return limits
    }()
}
