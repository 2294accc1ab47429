public import HeijunModel

/// Reads a workbook of the ledger: a sheet for each kind of record, named by its key or title, with the fields as
/// headings, as `export xlsx` writes it.
public struct WorkbookReader {
    private let kind: RecordKind?
    private let limits: Limits
    private let sheetLimits: SheetLimits
    private let corrections: Corrections?

    /// Makes a reader.
    ///
    /// - Parameter kind: The kind of the first sheet's records; nil takes every sheet that is named after a kind.
    public init(_ kind: RecordKind? = nil, limits: Limits = .standard) {
        self.init(kind, limits: limits, sheets: .standard)
    }

    /// Makes a reader with limits for the workbook itself and values that were put right, by rows and columns.
    public init(
        _ kind: RecordKind?, limits: Limits, sheets: SheetLimits, corrections: Corrections? = nil
    ) {
        self.kind = kind
        self.limits = limits
        sheetLimits = sheets
        self.corrections = corrections
    }

    /// Reads a workbook sheet by sheet, a kind after those that it refers to; places are rows and columns of cells.
    ///
    /// - Parameter known: Whether a record that the workbook lacks is there already, by kind and key.
    /// - Returns: The sheets that were read; none where none is named after a kind.
    /// - Throws: Where the workbook cannot be read.
    public func read(
        _ bytes: [UInt8], known: (_ kind: String, _ key: String) -> Bool = { _, _ in true }
    ) throws(SheetError) -> [(sheet: String, reading: InventoryReading)] {
        let book = try SheetFile(bytes, limits: sheetLimits)
        var keys: [String: Set<String>] = [:]
        var result: [(sheet: String, reading: InventoryReading)] = []
        for (index, kind) in sheets(of: book) {
            let text = SheetText(try book.read(index))
            let reader = CSVReader(kind, limits: limits, corrections: corrections, cell: text.cell)
            let part = reader.read(text.bytes) { name, key in
                keys[name]?.contains(key) == true || known(name, key)
            }
            keys[kind.name, default: []].formUnion(part.entries.map { kind.key(of: $0.values) })
            result.append((book.sheetNames[index], part.placed(by: text.cell)))
        }
        return result
    }

    private func sheets(of book: SheetFile) -> [(Int, RecordKind)] {
        if let kind { return [(0, kind)] }
        return RecordKind.all.flatMap { kind in
            book.sheetNames.indices.filter {
                [kind.name, kind.title.ja, kind.title.en].contains(book.sheetNames[$0])
            }.map { ($0, kind) }
        }
    }
}

/// A sheet as CSV, with the way back from its places to cells.
private struct SheetText: Sendable {
    private(set) var bytes: [UInt8] = []
    private var cells: [(place: Place, cell: Place)] = []

    init(_ sheet: Sheet) {
        var place = Place.start
        let width = sheet.rows.first?.cells.last?.column ?? 1
        for row in sheet.rows {
            let last = max(width, row.cells.last?.column ?? 1)
            for column in 1...last {
                cells.append((place, Place(line: row.number, column: column)))
                let text = (row[column]?.text ?? "").replacing("\"", with: "\"\"")
                let added = Array("\"\(text)\"\(column < last ? "," : "\n")".utf8)
                bytes += added
                place = place.after(added)
            }
        }
    }

    /// The cell that a place of the text lies in: the last one that begins before it. Binary search.
    @Sendable func cell(at place: Place) -> Place {
        var low = 0, high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].place <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? place : cells[low - 1].cell
    }
}

extension InventoryReading {
    /// The same with every place changed.
    fileprivate func placed(by cell: (Place) -> Place) -> InventoryReading {
        var result = self
        result.encoding = "xlsx"
        result.places = places.map(cell)
        result.rejected = rejected.map { Rejected(kind: $0.kind, key: $0.key, place: cell($0.place)) }
        result.errors = errors.map {
            ImportError($0.reason, at: cell($0.place), element: $0.element, key: $0.key)
        }
        return result
    }
}
