import CLibXML2
import HeijunModel

/// Hears a SpreadsheetML 2003 workbook and gives out its rows: `ss:Index` skips rows and cells, `ss:MergeAcross`
/// takes columns, and a cell merged downwards counts for every row that it covers.
final class SpreadsheetEvents: XMLEvents {
    private let table: GridTable
    private let limits: Limits
    private var path: [Level] = []
    private var column = 0, row = 0
    private var cells: [GridCell] = []
    private var text: [UInt8] = []
    private var textPlace = Place.start
    private var isData = false, isDay = false
    private var down = 0, across = 0
    private var running: [Int: (text: String, place: Place, last: Int)] = [:]
    private var rowBytes = 0

    /// The elements that matter.
    private enum Level { case workbook, worksheet, table, row, cell, data, other }

    init(_ table: GridTable, limits: Limits) {
        self.table = table
        self.limits = limits
    }

    func start(_ tag: StartTag) throws(ImportError) {
        let level = level(tag.name.string)
        path.append(level)
        switch level {
        case .worksheet:
            row = 0
            running = [:]
            table.beginSheet(attribute("Name", tag) ?? "")
        case .row:
            row = number("Index", tag) ?? row + 1
            column = 0
            rowBytes = 0
            cells = []
        case .cell:
            column = number("Index", tag) ?? column + 1
            across = number("MergeAcross", tag) ?? 0
            down = number("MergeDown", tag) ?? 0
            text = []
            textPlace = tag.place
        case .data:
            isData = true
            isDay = attribute("Type", tag) == "DateTime"
            textPlace = tag.cursor.place
        case .workbook, .table, .other: break
        }
    }

    private func level(_ name: String) -> Level {
        switch (path.last, name) {
        case (nil, _): .workbook
        case (.workbook, "Worksheet"): .worksheet
        case (.worksheet, "Table"): .table
        case (.table, "Row"): .row
        case (.row, "Cell"): .cell
        case (.cell, "Data"): .data
        default: .other
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {
        guard isData else { return }
        rowBytes += bytes.count
        guard rowBytes <= limits.recordBytes else {
            throw ImportError(.tooLarge(.record, limit: limits.recordBytes), at: cursor.place)
        }
        text.append(contentsOf: bytes)
    }

    func end(_ cursor: Cursor) throws(ImportError) {
        switch path.removeLast() {
        case .data: isData = false
        case .cell:
            rowBytes += 32
            endCell()
        case .row: endRow()
        case .worksheet: table.endSheet()
        case .workbook, .table, .other: break
        }
    }

    private func endCell() {
        var value = String(trimmed(String(decoding: text, as: UTF8.self)))
        if isDay, let time = value.firstIndex(of: "T") { value = String(value[..<time]) }
        isDay = false
        if !value.isEmpty {
            cells.append(
                GridCell(
                    column: column, row: row, text: value, place: textPlace, across: min(across, 16_384),
                    down: down))
        }
        if down > 0 { running[column] = (value, textPlace, row + down) }
        column += min(across, 16_384)
    }

    private func endRow() {
        running = running.filter { $0.value.last >= row }
        let present = Set(cells.map(\.column))
        for (column, cell) in running where !present.contains(column) && !cell.text.isEmpty {
            cells.append(
                GridCell(column: column, row: row, text: cell.text, place: cell.place, isCarried: true))
        }
        cells.sort { $0.column < $1.column }
        if !cells.isEmpty { table.take(cells) }
    }

    private func attribute(_ name: String, _ tag: StartTag) -> String? {
        for index in 0..<tag.attributeCount {
            guard let attribute = tag.attribute(index), attribute.name.string == name else { continue }
            return String(decoding: attribute.value, as: UTF8.self)
        }
        return nil
    }

    private func number(_ name: String, _ tag: StartTag) -> Int? {
        attribute(name, tag).flatMap { Int($0) }.flatMap { (0...1_048_576).contains($0) ? $0 : nil }
    }
}
