public import HeijunModel

/// Reads a SpreadsheetML 2003 file by its heading rows, piece by piece; the records go to a sink.
public struct SpreadsheetReader: ~Copyable {
    private let parser: PushParser?
    private let table: GridTable
    private var source = TextSource()
    private var failure: ImportError?

    /// Starts a reading.
    ///
    /// - Parameters:
    ///   - kind: The kind of all records; nil finds it by sheet name and headings.
    ///   - names: What the ledger's records are called.
    public init(
        kind: RecordKind? = nil, limits: Limits = .vendor, corrections: Corrections? = nil,
        names: KnownNames = KnownNames(), sink: any RecordSink
    ) {
        let table = GridTable(kind: kind, sink: sink, limits: limits)
        (table.corrections, table.names) = (corrections, names)
        self.table = table
        parser = PushParser(limits: limits) { _ in SpreadsheetEvents(table, limits: limits) }
    }

    /// Reads the next bytes of the file.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) { take(bytes, isLast: false) }

    /// Whether nothing that follows can make the file good, or the sink wants no more.
    public var isDone: Bool { failure != nil || parser?.failure != nil || table.isStopped }

    /// Ends the file.
    public consuming func finish() -> ProfileReading {
        take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if failure == nil && !table.isStopped { parser?.finish() }
        let fault =
            failure ?? parser?.failure ?? (table.hasHeadings ? nil : ImportError(.noHeadings, at: .start))
        if fault == nil { table.finish() }
        var reading = table.result
        reading.encoding = source.encodingName
        reading.notes += parser?.notes ?? []
        if let fault {
            reading.isFatal = true
            reading.errors.append(fault)
        }
        reading.errors.sort { $0.place < $1.place }
        return reading
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
        guard !isDone, let parser else { return }
        do {
            try source.feed(bytes, isLast: isLast) { parser.push($0) }
        } catch {
            failure = error
        }
    }
}
