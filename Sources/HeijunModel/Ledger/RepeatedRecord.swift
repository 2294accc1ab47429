/// A record of a file whose key an earlier one has already.
public struct RepeatedRecord: Hashable, Sendable {
    /// The record: kind and key.
    public let kind: String, key: String
    /// Where it begins, and where the earlier one does.
    public let line: Int, column: Int, firstLine: Int, firstColumn: Int

    /// Tells of a record.
    public init(kind: String, key: String, line: Int, column: Int, firstLine: Int, firstColumn: Int) {
        (self.kind, self.key) = (kind, key)
        (self.line, self.column) = (line, column)
        (self.firstLine, self.firstColumn) = (firstLine, firstColumn)
    }
}
