public import HeijunModel

/// Reads a workbook of somebody's own making, where headings say what the columns hold, as SpreadsheetML is read:
/// by the same profile.
public struct HeadedWorkbookReader {
    private let kind: RecordKind?
    private let options: ReadingOptions
    /// Makes a reader.
    ///
    /// - Parameter kind: The kind of all records; nil finds it by sheet name and headings.
    public init(_ kind: RecordKind?, options: ReadingOptions) {
        self.kind = kind
        self.options = options
    }

    /// Reads the sheets that are not hidden; places are rows and columns of cells.
    ///
    /// - Parameter known: Whether the ledger holds a record, by kind and key.
    /// - Returns: The sheets that have a heading.
    /// - Throws: Where the workbook cannot be read.
    public func read(
        _ bytes: [UInt8], known: (_ kind: String, _ key: String) -> Bool
    ) throws(SheetError) -> [(sheet: String, reading: InventoryReading)] {
        let book = try SheetFile(bytes, limits: options.sheets)
        var result: [(sheet: String, reading: InventoryReading)] = []
        for index in book.sheetNames.indices where !book.hidden.contains(index) {
            let collector = EntryCollector()
            let table = GridTable(kind: kind, sink: collector, limits: options.vendor)
            (table.corrections, table.names) = (options.corrections, options.names)
            table.beginSheet(book.sheetNames[index])
            for row in HeadedWorkbookReader.rows(of: try book.read(index)) { table.take(row) }
            table.endSheet()
            table.finish()
            guard table.hasHeadings else { continue }
            var reading = InventoryReading(table.result, collector, corrections: options.corrections)
            reading.encoding = "xlsx"
            reading.leaveLooseReferences(known: known)
            result.append((book.sheetNames[index], reading))
        }
        return result
    }

    /// The sheet's rows as a table has them: a cell merged downwards counts for every row that it covers.
    private static func rows(of sheet: Sheet) -> [[GridCell]] {
        var merges: [Int: [CellRange]] = [:]
        for range in sheet.merges { merges[range.firstRow, default: []].append(range) }
        var running: [(range: CellRange, text: String)] = []
        return sheet.rows.compactMap { row in
            running.removeAll { $0.range.lastRow < row.number }
            let own = merges[row.number] ?? []
            var cells = row.cells.map { cell in
                let range = own.first { $0.firstColumn == cell.column }
                return GridCell(
                    column: cell.column, row: row.number, text: trimmed(cell.text),
                    place: Place(line: row.number, column: cell.column),
                    across: range.map { $0.lastColumn - $0.firstColumn } ?? 0,
                    down: range.map { $0.lastRow - $0.firstRow } ?? 0)
            }
            for (range, text) in running where row[range.firstColumn] == nil {
                cells.append(
                    GridCell(
                        column: range.firstColumn, row: row.number, text: text,
                        place: Place(line: range.firstRow, column: range.firstColumn), isCarried: true))
            }
            for range in own where range.lastRow > range.firstRow && running.count < mergeLimit {
                if let text = row[range.firstColumn]?.text { running.append((range, trimmed(text))) }
            }
            cells.removeAll { $0.text.isEmpty }
            return cells.isEmpty ? nil : cells.sorted { $0.column < $1.column }
        }
    }

    /// Cells merged downwards that may cover one row; a page has a few.
    private static let mergeLimit = 1024

    private static func trimmed(_ text: String) -> String { String(HeijunModel.trimmed(text)) }
}
