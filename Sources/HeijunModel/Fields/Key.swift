/// The key of a record: text without blanks, such as `SYS-0001`, `V03` or `一般会計`.
public struct Key: FieldValue, Comparable, Codable, ExpressibleByStringLiteral {
    /// The text of the key.
    public let text: String

    /// Makes a key from a text known to be one.
    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }

    /// How its texts are read and written.
    public static var valueType: ValueType { .key }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        guard !text.isEmpty, text.unicodeScalars.allSatisfy(Key.isTaken) else { throw .notAKey(text) }
        self.text = text
    }
    public var fieldText: String { text }

    /// Anything but blanks, control characters and what is no character.
    private static func isTaken(_ scalar: Unicode.Scalar) -> Bool {
        if (0x21...0x7E).contains(scalar.value) { return true }
        return scalar.value > 0x9F && !scalar.properties.isWhitespace
            && scalar.properties.generalCategory != .format
            && !(0xFFFE...0xFFFF).contains(scalar.value)
    }
    public static func < (left: Key, right: Key) -> Bool { left.text < right.text }
}
