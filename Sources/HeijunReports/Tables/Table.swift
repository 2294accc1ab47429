public import HeijunModel

/// A table made once and given out as aligned text, CSV, JSON or HTML.
public struct Table: Sendable {
    /// Name in JSON and of the file.
    public let key: String
    /// Its title.
    public let title: Words
    /// Its columns, from the left.
    public var columns: [Column]
    /// Its rows; each has a cell for every column.
    public var rows: [[Cell]]
    /// Sums under the rows; JSON and CSV leave them out.
    public var total: [Cell]?

    /// Makes a table; every row has one cell a column.
    public init(key: String, title: Words, columns: [Column], rows: [[Cell]], total: [Cell]? = nil) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = rows
        self.total = total
    }

    /// One column.
    public struct Column: Sendable {
        /// Name in JSON; never changed once given out.
        public let key: String
        /// The heading.
        public let title: Words
        /// On which side its cells begin.
        public let alignment: Alignment
        /// What CSV adds to the heading, where its values are in another unit than those people read.
        public let exactUnit: Words?
        /// Whether only JSON and CSV have it, because people read it elsewhere.
        public let isDataOnly: Bool

        /// Describes a column.
        public init(
            _ key: String, ja: String, en: String, _ alignment: Alignment = .leading, exactUnit: Words? = nil,
            isDataOnly: Bool = false
        ) {
            self.key = key
            self.title = Words(ja: ja, en: en)
            self.alignment = alignment
            self.exactUnit = exactUnit
            self.isDataOnly = isDataOnly
        }

        /// A column of money: read in 千円, given out in yen.
        public static func money(_ key: String, ja: String, en: String, isDataOnly: Bool = false) -> Column {
            Column(
                key, ja: ja, en: en, .trailing, exactUnit: Words(ja: "円", en: "yen"), isDataOnly: isDataOnly)
        }

        /// The column, for people to read only where that makes sense.
        func shown(_ isShown: Bool) -> Column {
            Column(
                key, ja: title.ja, en: title.en, alignment, exactUnit: exactUnit, isDataOnly: !isShown)
        }

        /// A column that only JSON and CSV have.
        public static func data(_ key: String, ja: String, en: String) -> Column {
            Column(key, ja: ja, en: en, isDataOnly: true)
        }
    }

    /// Where a column's cells stand.
    public enum Alignment: Sendable { case leading, centre, trailing }
}

/// One cell: what people read, and the exact value.
public struct Cell: Sendable {
    /// The text in the reader's language; empty where there is nothing to say.
    public let text: String
    /// The exact value, for JSON and CSV.
    public let value: JSONValue
    /// What the cell tells beside its text.
    public let tone: Tone
    /// The text of CSV, where it is neither the exact number nor what people read.
    let plain: String?

    /// Makes a cell.
    public init(_ text: String, _ value: JSONValue, tone: Tone = .plain, plain: String? = nil) {
        self.text = text
        self.value = value
        self.tone = tone
        self.plain = plain
    }

    /// A cell whose exact value is its text.
    public init(_ text: String?, tone: Tone = .plain) {
        self.init(text ?? "", JSONValue(text), tone: tone)
    }

    /// A meaning that colour supports; the text always says it too.
    public enum Tone: String, Sendable { case plain, good, caution, bad, muted }
}
