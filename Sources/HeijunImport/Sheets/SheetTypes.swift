/// One sheet of a file: of a workbook, or the only one of a CSV file.
public struct Sheet: Sendable {
    /// Its name; a CSV file's sheet has none.
    public let name: String
    /// The rows that hold something, downwards.
    public let rows: [SheetRow]
    /// The ranges that are merged into one cell each.
    public let merges: [CellRange]

    /// The cell at a place. In a merged range every place shows the cell at its upper left.
    public func cell(row: Int, column: Int) -> SheetCell? {
        let range = merges.first { $0.holds(row: row, column: column) }
        let row = range?.firstRow ?? row
        guard let found = rows.firstIndex(where: { $0.number >= row }), rows[found].number == row else {
            return nil
        }
        return rows[found][range?.firstColumn ?? column]
    }
}

/// A row: its cells that hold something, from left to right.
public struct SheetRow: Sendable, Hashable {
    /// The row's number, from 1.
    public let number: Int
    /// Cells by ascending column; empty ones are left out.
    public internal(set) var cells: [SheetCell]

    /// Makes a row; the cells' columns ascend.
    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    /// The cell in a column, from 1; nil where it is empty. Binary search.
    public subscript(column: Int) -> SheetCell? {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].column == column ? cells[low] : nil
    }
}

/// A cell that holds something.
public struct SheetCell: Sendable, Hashable {
    /// The column, from 1.
    public let column: Int
    /// What a reader of the sheet would type: numbers without grouping and as exact as they were entered, days as
    /// `2026-03-31`, yes and no as `true` and `false`.
    public let text: String
    /// What the file says that it is; everything in a CSV file is text.
    public let kind: Kind

    /// Makes a cell.
    public init(column: Int, text: String, kind: Kind = .text) {
        self.column = column
        self.text = text
        self.kind = kind
    }

    /// What a cell holds.
    public enum Kind: Sendable, Hashable {
        case text, number, day, flag
        /// An error that a formula came to, such as `#REF!`.
        case fault
    }
}

/// A rectangle of cells.
public struct CellRange: Sendable, Hashable {
    /// The corners, from 1.
    public let firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int

    /// Whether a place lies in it.
    public func holds(row: Int, column: Int) -> Bool {
        (firstRow...lastRow).contains(row) && (firstColumn...lastColumn).contains(column)
    }

    /// Reads a range such as `A1:C2`; nil where it is none.
    init?(_ text: some StringProtocol) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count == 2, let first = CellName.read(Array(corners[0].utf8)),
            let last = CellName.read(Array(corners[1].utf8)), first.row <= last.row,
            first.column <= last.column
        else { return nil }
        (firstRow, firstColumn, lastRow, lastColumn) = (first.row, first.column, last.row, last.column)
    }
}

/// The names of cells: `B12` is row 12 of column 2.
enum CellName {
    /// The largest row and column of the format (ECMA-376).
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    /// The name of a column: 1 is A, 27 is AA.
    static func column(_ number: Int) -> String {
        var name = ""
        var rest = number
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }

    /// Row and column of a name; nil where it is none or beyond the format's limits.
    static func read(_ name: some Collection<UInt8>) -> (row: Int, column: Int)? {
        var row = 0
        var column = 0
        for byte in name {
            switch byte {
            case 65...90 where row == 0: column = column * 26 + Int(byte) - 64
            case 48...57 where column > 0 && (row > 0 || byte != 48): row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard row <= lastRow, column <= lastColumn else { return nil }
        }
        return row > 0 ? (row, column) : nil
    }
}
