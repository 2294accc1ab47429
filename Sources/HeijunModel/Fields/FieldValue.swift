/// A value that a field can hold. Its text is what files, the store and the history keep.
public protocol FieldValue: Hashable, Sendable {
    /// What kind of value it is.
    static var valueType: ValueType { get }
    /// Reads a text as people write it: full-width digits, eras, thousand separators.
    init(fieldText text: String) throws(ValueProblem)
    /// The one text that Heijun writes for the value.
    var fieldText: String { get }
}

extension String: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .text }
    /// Takes the text without blanks at its ends, its lines ended by line feeds.
    ///
    /// - Throws: `.notText` where it has control characters, which no file format of ours can carry.
    public init(fieldText text: String) throws(ValueProblem) {
        let plain = trimmed(text)
        guard plain.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else {
            self = String(plain)
            return
        }
        guard plain.unicodeScalars.allSatisfy(String.isTaken) else { throw .notText(text) }
        self = plain.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
            .split(separator: "\r", omittingEmptySubsequences: false).joined(separator: "\n")
    }

    private static func isTaken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE...0xFFFF: false
        default: true
        }
    }
    public var fieldText: String { self }
}

extension Bool: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .flag }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        switch halfWidth(text).lowercased() {
        case "true", "1", "yes", "はい", "有", "○", "〇": self = true
        case "false", "0", "no", "いいえ", "無", "×": self = false
        default: throw .notAFlag(text)
        }
    }
    public var fieldText: String { self ? "true" : "false" }
}

extension Int: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .integer(-1_000_000_000_000...1_000_000_000_000) }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        self = try wholeNumber(text, in: -1_000_000_000_000...1_000_000_000_000, example: "1200")
    }
    public var fieldText: String { String(self) }
}

extension Yen: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .yen }
    /// The largest amount taken: a thousand trillion yen, either way.
    static let range = -1_000_000_000_000_000...1_000_000_000_000_000
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        let (digits, factor) = Yen.digits(of: halfWidth(text))
        let limit = Yen.range.upperBound / factor
        do {
            self.init(try wholeNumber(digits, in: -limit...limit, example: "1200000") * factor)
        } catch .outOfRange(_, let allowed) {
            throw .outOfRange(text, allowed: allowed)
        } catch {
            throw .notANumber(text, example: "1200000")
        }
    }

    /// The digits of `1,200千円` or `¥1,200`, and the yen that one of them counts.
    private static func digits(of text: String) -> (digits: String, factor: Int) {
        let digits = text.hasPrefix("¥") || text.hasPrefix("￥") ? String(text.dropFirst()) : text
        for (unit, factor) in units where digits.hasSuffix(unit) {
            return (String(digits.dropLast(unit.count)), factor)
        }
        return (digits, 1)
    }

    private static let units = [
        ("億円", 100_000_000), ("百万円", 1_000_000), ("万円", 10_000), ("千円", 1000), ("円", 1),
    ]
    public var fieldText: String { String(amount) }
}

extension FiscalYear: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .fiscalYear }
    public var fieldText: String { String(startYear) }
}

extension Day: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .day }
    public var fieldText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension RackUnits: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .rackUnits }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        let tenths = try decimal(text, places: 1, in: 0...10_000_000, example: "2.5")
        guard tenths % 5 == 0 else { throw .outOfRange(text, allowed: "0, 0.5, 1, 1.5 …") }
        self.init(halves: tenths / 5)
    }
    public var fieldText: String { decimalText(halves * 5, places: 1) }
}

extension Watts: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .watts }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        self.init(try wholeNumber(text, in: 0...100_000_000, example: "1500"))
    }
    public var fieldText: String { String(amount) }
}

extension Kilograms: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .kilograms }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        self.init(try wholeNumber(text, in: 0...100_000_000, example: "350"))
    }
    public var fieldText: String { String(amount) }
}

extension PersonMonths: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .personMonths }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        self.init(tenths: try decimal(text, places: 1, in: 0...10_000_000, example: "12.5"))
    }
    public var fieldText: String { decimalText(tenths, places: 1) }
}

extension Rate: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .rate }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        let plain = halfWidth(text)
        if plain.hasSuffix("%") {
            let percent = String(plain.dropLast())
            self.init(tenThousandths: try decimal(percent, places: 2, in: 0...10_000, example: "70.75%"))
        } else {
            self.init(tenThousandths: try decimal(plain, places: 4, in: 0...10_000, example: "0.7075"))
        }
    }
    public var fieldText: String { decimalText(tenThousandths, places: 4) }
}

extension Figure: FieldValue {
    /// How its texts are read and written.
    public static var valueType: ValueType { .figure }
    /// Reads what `fieldText` writes, and what people write.
    public init(fieldText text: String) throws(ValueProblem) {
        let limit = 1_000_000_000_000_000
        self.init(tenThousandths: try decimal(text, places: 4, in: -limit...limit, example: "105.5"))
    }
    public var fieldText: String { decimalText(tenThousandths, places: 4) }
}
