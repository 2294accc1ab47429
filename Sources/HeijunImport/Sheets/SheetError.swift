/// Why a file of sheets cannot be read, with its place.
public struct SheetError: Error, Hashable, Sendable {
    /// Where it is.
    public let place: SheetPlace
    /// What is wrong.
    public let reason: Reason

    /// Makes an error; without a place it concerns the file.
    public init(_ reason: Reason, at place: SheetPlace = SheetPlace()) {
        self.reason = reason
        self.place = place
    }

    /// Everything that can be wrong with a file of sheets.
    public enum Reason: Hashable, Sendable {
        case emptyFile
        /// Neither a workbook nor text.
        case notSheets(ImportError.FileFormat)
        /// A workbook of the time before 2007, or one with a password.
        case oldOrLocked
        case damaged(String)
        case missingPart(String)
        /// A part of the workbook that is not well-formed.
        case part(String, ImportError)
        /// A fault of a CSV file.
        case csv(ImportError)
        case tooLarge(Measure, limit: Int)
        case badCellName(String)
        case badSharedText(String)
        case noSuchSheet(String, among: [String])
    }

    /// What a limit measures.
    public enum Measure: String, Hashable, Sendable { case file, part, ratio, cells, text }
}

/// A place in a file of sheets.
public struct SheetPlace: Hashable, Sendable, CustomStringConvertible {
    /// Name of the sheet; empty where the file has none or the place is the file as a whole.
    public let sheet: String
    /// Row and column from 1; 0 where the place is wider.
    public let row: Int, column: Int

    /// Names a place.
    public init(sheet: String = "", row: Int = 0, column: Int = 0) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// As a spreadsheet shows it: `Sheet1!B12`.
    public var description: String {
        let cell = (column > 0 ? CellName.column(column) : "") + (row > 0 ? String(row) : "")
        return sheet.isEmpty || cell.isEmpty ? sheet + cell : sheet + "!" + cell
    }
}

/// How much a file of sheets may ask of the machine before it is refused.
public struct SheetLimits: Hashable, Sendable {
    /// Bytes of the file, and of one of its parts when unpacked.
    public var fileBytes = 1 << 30
    public var partBytes = 2 << 30
    /// How many times its packed size a part above 8 MB may be: more is a trap, no table.
    public var ratio = 400
    /// Cells of one sheet.
    public var cells = 50_000_000
    /// Bytes of all shared texts.
    public var textBytes = 256 << 20

    /// The limits that Heijun sets.
    public init() {}
    /// The limits that Heijun sets.
    public static let standard = SheetLimits()
}
