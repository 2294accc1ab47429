/// How files are read: what they may ask of the machine, and what is known better than they say.
public struct ReadingOptions: Sendable {
    /// The limits for Heijun's own inventory and for CSV.
    public var inventory = Limits.standard
    /// The limits for vendors' formats.
    public var vendor = Limits.vendor
    /// The limits for workbooks and archives.
    public var sheets = SheetLimits.standard
    /// Values of the file that somebody has put right.
    public var corrections: Corrections?
    /// Whether the line and the raw value of every field of Heijun's own XML are kept; those of other formats always are.
    public var keepsLines = false
    /// What the ledger's records are called, for tables that refer to them by name.
    public var names = KnownNames()
    /// The schema (XSD) that the file must keep to.
    public var schema: XMLSchema?

    /// Heijun's limits, and no corrections.
    public init() {}
}
