/// The key of a record: text without blanks, such as `SYS-0001`, `V03` or `一般会計`.
public struct Key: FieldValue, Comparable, Codable, ExpressibleByStringLiteral {
    /// The text of the key.
    public let text: String

    /// Makes a key from a text known to be one.
    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }

    public static var valueType: ValueType { .key }
    public init(fieldText text: String) throws(ValueProblem) {
        let isKey =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0.value != 0x3000 }
        guard isKey else { throw .notAKey(text) }
        self.text = text
    }
    public var fieldText: String { text }
    public static func < (left: Key, right: Key) -> Bool { left.text < right.text }
}
