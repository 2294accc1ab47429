/// A reference in a file to a record that neither the file nor the ledger holds.
public struct LooseReference: Hashable, Sendable {
    /// The record that refers: kind, key and place in the file.
    public let kind: String, key: String, line: Int, column: Int
    /// The field that refers, the kind that it refers to, and the key that is not there.
    public let field: String, target: String, meant: String
    /// Whether the record cannot be without it.
    public let isRejecting: Bool

    /// Tells of a reference.
    public init(
        kind: String, key: String, line: Int, column: Int, field: String, target: String, meant: String,
        isRejecting: Bool
    ) {
        (self.kind, self.key, self.line, self.column) = (kind, key, line, column)
        (self.field, self.target, self.meant) = (field, target, meant)
        self.isRejecting = isRejecting
    }
}
