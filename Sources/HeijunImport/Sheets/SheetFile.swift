/// A file of sheets: a workbook (.xlsx, .xlsm) or CSV. Both are read through the same rows.
///
/// A sheet is read row by row, so that a nation-wide one of a million cells takes no more memory than a small one.
public struct SheetFile {
    /// The names of the sheets, in the order of the tabs; one empty name for CSV.
    public let sheetNames: [String]
    /// The positions of sheets that the workbook hides.
    public let hidden: Set<Int>
    private let content: Content

    private enum Content {
        case workbook(ZipArchive, parts: [String], SheetContext)
        case text([UInt8])
    }

    /// Opens a file by what it holds, whatever its name says.
    public init(_ bytes: [UInt8], limits: SheetLimits = .standard) throws(SheetError) {
        guard !bytes.isEmpty else { throw SheetError(.emptyFile) }
        guard bytes.count <= limits.fileBytes else {
            throw SheetError(.tooLarge(.file, limit: limits.fileBytes))
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw SheetError(.oldOrLocked) }
        if bytes.starts(with: [0x50, 0x4B]) {
            try self.init(workbook: ZipArchive(bytes, limits: limits), limits)
        } else {
            try self.init(csv: bytes, limits)
        }
    }

    private init(csv bytes: [UInt8], _ limits: SheetLimits) throws(SheetError) {
        let format = ImportError.FileFormat(bytes)
        guard format == .unknown || format == .json, !bytes.prefix(1024).contains(0) || bytes[0] >= 0xFE
        else {
            throw SheetError(.notSheets(format))
        }
        do throws(ImportError) {
            content = .text(try CSVReader.decoded(bytes, .standard).0)
        } catch {
            throw SheetError(.csv(error), at: SheetPlace(row: error.line))
        }
        sheetNames = [""]
        hidden = []
    }

    private init(workbook archive: ZipArchive, _ limits: SheetLimits) throws(SheetError) {
        let book = try Relationships.workbook(archive)
        let list = try archive.parse(book.path) { WorkbookEvents($0) }
        var context = SheetContext(countsFrom1904: list.countsFrom1904, limits: limits)
        if let path = book.target("sharedStrings"), archive.holds(path) {
            context.texts = try archive.parse(path) { SharedTextEvents($0, limit: limits.textBytes) }.texts
        }
        if let path = book.target("styles"), archive.holds(path) {
            context.showsDay = try archive.parse(path) { StyleEvents($0) }.showsDay
        }
        let sheets = list.sheets.filter { book.kind($0.reference) == "worksheet" }
        content = .workbook(archive, parts: sheets.map { book.path(of: $0.reference) }, context)
        sheetNames = sheets.map(\.name)
        hidden = Set(sheets.indices.filter { sheets[$0].isHidden })
    }

    /// The position of the sheet of that name.
    public func sheet(named name: String) throws(SheetError) -> Int {
        if let index = sheetNames.firstIndex(of: name) { return index }
        throw SheetError(.noSuchSheet(name, among: sheetNames))
    }
}

extension SheetFile {
    /// Reads a sheet's rows one by one.
    ///
    /// - Parameter take: Gets each row that holds something, downwards; false ends the reading.
    /// - Returns: The merged ranges that were read; all, where the reading went to the end.
    @discardableResult
    public func readRows(
        of sheet: Int, _ take: @escaping (SheetRow) throws(SheetError) -> Bool
    ) throws(SheetError) -> [CellRange] {
        switch content {
        case .text(let text):
            try SheetFile.readCSV(text, take)
            return []
        case .workbook(let archive, let parts, var context):
            context.sheet = sheetNames[sheet]
            let here = context
            return try archive.parse(parts[sheet]) { WorksheetEvents($0, here, take) }.merges
        }
    }

    /// Reads a whole sheet into memory.
    public func read(_ sheet: Int) throws(SheetError) -> Sheet {
        var rows: [SheetRow] = []
        let merges = try readRows(of: sheet) { row in
            rows.append(row)
            return true
        }
        return Sheet(name: sheetNames[sheet], rows: rows, merges: merges)
    }

    private static func readCSV(
        _ text: [UInt8], _ take: (SheetRow) throws(SheetError) -> Bool
    ) throws(SheetError) {
        var scanner = CSVScanner(text)
        while true {
            let cells: [CSVScanner.Cell]
            do throws(ImportError) {
                guard let next = try scanner.next() else { return }
                cells = next
            } catch {
                throw SheetError(.csv(error), at: SheetPlace(row: error.line))
            }
            let filled = cells.enumerated().filter { !$1.text.isEmpty }
            let row = SheetRow(
                number: cells[0].place.line, cells: filled.map { SheetCell(column: $0 + 1, text: $1.text) })
            if try !take(row) { return }
        }
    }
}

/// The references from a workbook to its parts.
struct Relationships {
    /// The workbook's own path.
    let path: String
    private let targets: [String: (kind: String, target: String)]

    /// Finds the workbook of an archive and its references.
    static func workbook(_ archive: ZipArchive) throws(SheetError) -> Relationships {
        let root = try archive.parse("_rels/.rels") { RelationshipEvents($0) }
        guard let target = root.first("officeDocument") else {
            throw SheetError(.missingPart("officeDocument"))
        }
        let path = resolved(target, from: "")
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let references = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        let events = try archive.parse(references) { RelationshipEvents($0) }
        return Relationships(path: path, targets: events.targets)
    }

    /// The kind of what a reference leads to.
    func kind(_ reference: String) -> String { targets[reference]?.kind ?? "" }

    /// The path that a reference leads to.
    func path(of reference: String) -> String {
        Relationships.resolved(targets[reference]?.target ?? "", from: folder)
    }

    /// The path of the one part of a kind.
    func target(_ kind: String) -> String? {
        targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }
            .map { Relationships.resolved($0.value.target, from: folder) }
    }

    private var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// A target as a path of the archive: from its root where it begins with `/`, else from the folder.
    private static func resolved(_ target: String, from folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
