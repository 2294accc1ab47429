import CXLSXWriter
import Glibc
public import HeijunModel

/// Tables as a workbook (.xlsx): a sheet for each, its head frozen and filtered, printed on A4 across.
///
/// The same tables make the same bytes on every machine.
public struct Workbook {
    /// The sheets, in the order of the tabs.
    public let sheets: [WorkbookSheet]
    let format: Format

    /// A workbook of tables.
    public init(_ sheets: [WorkbookSheet], _ format: Format) {
        self.sheets = sheets
        self.format = format
    }

    /// The workbook's bytes.
    ///
    /// - Throws: `.unwritable` where the system gives no room for them.
    public func bytes() throws(ExchangeProblem) -> [UInt8] {
        var path = Array("\(P_tmpdir)/heijun-XXXXXX".utf8CString)
        let file = path.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard file >= 0 else { throw .noRoom }
        defer {
            close(file)
            unlink(path)
        }
        guard write(to: path) else { throw .noRoom }
        return try Self.content(of: file)
    }

    /// Writes the workbook; whether that could be done.
    private func write(to path: [CChar]) -> Bool {
        guard let book = workbook_new(path) else { return false }
        // A fixed day: the time of writing would make every file another one.
        var properties = lxw_doc_properties()
        properties.created = 1_577_836_800
        workbook_set_properties(book, &properties)
        let styles = WorkbookStyles(book, format)
        for (sheet, name) in zip(sheets, WorkbookSheet.names(of: sheets, format.language)) {
            guard let page = workbook_add_worksheet(book, name) else { continue }
            WorkbookPage(page: page, styles: styles, format: format).write(sheet)
        }
        return workbook_close(book) == LXW_NO_ERROR
    }

    private static func content(of file: Int32) throws(ExchangeProblem) -> [UInt8] {
        let size = Int(lseek(file, 0, SEEK_END))
        guard size > 0 else { throw .noRoom }
        var bytes = [UInt8](repeating: 0, count: size)
        let read = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, size, 0) }
        guard read == size else { throw .noRoom }
        return bytes
    }
}

/// A table as a sheet.
public struct WorkbookSheet: Sendable {
    /// The table.
    public var table: Table
    /// The name of the tab; the table's title unless given.
    public var name: Words?
    /// Cells of more than one row or column that stand above the head, such as a merged heading.
    public var headings: [Heading]
    /// Columns of one kind that stand side by side in great number; nil where there are none.
    public var crowd: Crowd?

    /// A table as a sheet.
    public init(_ table: Table, name: Words? = nil, headings: [Heading] = [], crowd: Crowd? = nil) {
        self.table = table
        self.name = name
        self.headings = headings
        self.crowd = crowd
    }

    /// Many columns of one kind: narrow, their headings wrapped over several lines. What stands left of them is frozen, and
    /// printed again on every page across.
    public struct Crowd: Sendable {
        /// The columns, from 0, and how wide each is, in letters.
        public let columns: ClosedRange<Int>, width: Double
        /// Heights of the headings above and of the head, in points.
        public let headingHeight: Double, headHeight: Double
        /// Pages that the sheet is printed on side by side.
        public let pagesAcross: Int

        /// Describes the columns.
        public init(
            _ columns: ClosedRange<Int>, width: Double, headingHeight: Double, headHeight: Double,
            pagesAcross: Int
        ) {
            (self.columns, self.width, self.pagesAcross) = (columns, width, pagesAcross)
            (self.headingHeight, self.headHeight) = (headingHeight, headHeight)
        }
    }

    /// A heading over several columns, in a row above the table's own head.
    public struct Heading: Sendable {
        /// What it says, and the columns it stretches over, from 0.
        public let text: String, columns: ClosedRange<Int>

        /// Makes a heading.
        public init(_ text: String, over columns: ClosedRange<Int>) {
            self.text = text
            self.columns = columns
        }
    }

    /// Names as tabs allow them: up to 31 letters without `[]:*?/\`, none twice.
    static func names(of sheets: [WorkbookSheet], _ language: Language) -> [String] {
        var names: [String] = []
        for sheet in sheets {
            let wished = (sheet.name ?? sheet.table.title)[language].filter { !"[]:*?/\\'".contains($0) }
            let name = String(wished.prefix(28))
            var free = name
            var count = 1
            while names.contains(where: { $0.lowercased() == free.lowercased() }) {
                count += 1
                free = "\(name)\(count)"
            }
            names.append(free.isEmpty ? sheet.table.key : free)
        }
        return names
    }
}
