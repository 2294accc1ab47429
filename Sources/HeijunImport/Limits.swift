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
}
