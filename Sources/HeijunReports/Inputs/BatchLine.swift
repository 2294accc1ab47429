public import HeijunModel

/// A batch as a history lists it.
public struct BatchLine: Sendable {
    /// The batch's number.
    public var number: Int
    /// Who, when, by what command and why.
    public var header: BatchHeader
    /// How many records it added, changed and removed.
    public var added: Int, changed: Int, removed: Int
    /// The batch that took this one back.
    public var undoneBy: Int?

    /// Makes a line.
    public init(
        number: Int, header: BatchHeader, added: Int, changed: Int, removed: Int, undoneBy: Int? = nil
    ) {
        self.number = number
        self.header = header
        self.added = added
        self.changed = changed
        self.removed = removed
        self.undoneBy = undoneBy
    }
}
