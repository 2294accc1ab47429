/// Records on their way from a file to the store: one arena of bytes and the offsets of every text in it, so that a
/// hundred thousand records cost no hundred thousand strings.
public struct RecordBatch: Sendable {
    /// UTF-8 texts, one after the other.
    public var bytes: [UInt8] = []
    /// The kept text of each field, as many for a row as its kind has fields.
    public var cells: [Span] = []
    /// The records.
    public var rows: [Row] = []

    /// An empty batch.
    public init() {}

    /// A text in the arena; none where `count` is negative.
    public struct Span: Hashable, Sendable {
        public var offset: Int32, count: Int32
        /// Makes a span.
        @inlinable
        public init(offset: Int, count: Int) { (self.offset, self.count) = (Int32(offset), Int32(count)) }
        /// No text at all.
        public static let none = Span(offset: 0, count: -1)
        /// Whether there is no text.
        public var isNone: Bool { count < 0 }
    }

    /// One record.
    public struct Row: Sendable {
        /// Position in `RecordKind.all`.
        public var kind: Int
        /// Position of its first cell.
        public var firstCell: Int
        /// What the source calls it; the record's key unless a rule ties it to another.
        public var key = Span.none
        /// Where each field came from, as `OriginNotes` packs it.
        public var origin = Span.none
        /// Where the record begins in its file.
        public var line: Int32, column: Int32
        /// Whether it is passed over where an earlier row has its key.
        public var takesFirst = false
        /// Whether it is not to be stored after all.
        public var isDropped = false
        /// The rule of the profile that it was made by.
        public var rule: Int32 = 0

        /// Makes a row whose cells begin at `firstCell`.
        public init(kind: Int, firstCell: Int, line: Int, column: Int) {
            self.kind = kind
            self.firstCell = firstCell
            self.line = Int32(clamping: line)
            self.column = Int32(clamping: column)
        }
    }

    /// The text of a span; nil where there is none.
    public func text(_ span: Span) -> String? {
        guard !span.isNone else { return nil }
        let start = Int(span.offset)
        return String(decoding: bytes[start..<(start + Int(span.count))], as: UTF8.self)
    }

    /// A row as an entry of texts.
    public func entry(_ row: Row) -> Entry {
        let kind = RecordKind.all[row.kind]
        return Entry(
            kind: kind.name, values: kind.fields.indices.map { text(cells[row.firstCell + $0]) })
    }

    /// Puts a text at the end of the arena.
    @inlinable
    public mutating func append(_ text: some Sequence<UInt8>) -> Span {
        let start = bytes.count
        bytes.append(contentsOf: text)
        return Span(offset: start, count: bytes.count - start)
    }

    /// Empties the batch and keeps its memory.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        rows.removeAll(keepingCapacity: true)
    }
}

/// Takes records as they are read.
public protocol RecordSink: AnyObject {
    /// Takes a batch; gives back whether more is wanted.
    func take(_ batch: borrowing RecordBatch) -> Bool
}

/// Keeps every record as an entry: for files that are small by nature.
public final class EntryCollector: RecordSink {
    /// The records, in the order of the file.
    public private(set) var entries: [Entry] = []
    /// What the source calls each of them, and where each field came from.
    public private(set) var keys: [String] = [], origins: [String] = []
    /// Where each begins, and whether it gives way to an earlier one of its key.
    public private(set) var places: [(line: Int, column: Int)] = [], givesWay: [Bool] = []

    /// An empty collector.
    public init() {}

    public func take(_ batch: borrowing RecordBatch) -> Bool {
        for row in batch.rows where !row.isDropped {
            entries.append(batch.entry(row))
            keys.append(batch.text(row.key) ?? "")
            origins.append(batch.text(row.origin) ?? "[]")
            places.append((Int(row.line), Int(row.column)))
            givesWay.append(row.takesFirst)
        }
        return true
    }
}
