/// The rows of one sheet, told one by one.
final class WorksheetEvents: PartEvents {
    private(set) var failure: SheetError?
    private(set) var isDone = false
    private(set) var merges: [CellRange] = []
    private let context: SheetContext
    private let take: (SheetRow) throws(SheetError) -> Bool
    private let names: SheetNames

    private var row = 0
    private var cells: [SheetCell] = []
    private var cell = CellDraft()
    private var isInValue = false
    private var furigana = 0
    private var open: [Name] = []
    private var count = 0
    /// The column of the last cell of this row, named or counted.
    private var last = 0

    /// - Parameter take: Gets each row; false ends the reading.
    init(
        _ names: PartNames, _ context: SheetContext, _ take: @escaping (SheetRow) throws(SheetError) -> Bool
    ) {
        self.names = SheetNames(names)
        self.context = context
        self.take = take
    }

    func start(_ tag: StartTag) throws(ImportError) {
        open.append(tag.name)
        if tag.name == names.cell {
            try startCell(tag)
        } else if tag.name == names.value || tag.name == names.text {
            isInValue = furigana == 0
        } else if tag.name == names.row {
            row = tag.value(names.reference).flatMap(number) ?? row + 1
            cells.removeAll(keepingCapacity: true)
        } else if tag.name == names.furigana {
            furigana += 1
        } else if tag.name == names.merge, let text = tag.text(names.range) {
            guard let range = CellRange(text) else { return try stop(.badCellName(text)) }
            merges.append(range)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) {
        if isInValue { cell.text.append(contentsOf: bytes) }
    }

    func end(_ cursor: Cursor) throws(ImportError) {
        let name = open.popLast()
        isInValue = false
        if name == names.cell {
            try endCell()
        } else if name == names.row {
            try endRow()
        } else if name == names.furigana {
            furigana -= 1
        }
    }

    private func startCell(_ tag: StartTag) throws(ImportError) {
        cell.kind = CellDraft.Kind(tag.value(names.kind))
        cell.style = tag.value(names.style).flatMap(number) ?? 0
        cell.text.removeAll(keepingCapacity: true)
        last += 1
        cell.column = last
        guard let reference = tag.value(names.reference) else { return }
        guard let place = CellName.read(reference) else {
            return try stop(.badCellName(String(decoding: reference, as: UTF8.self)))
        }
        cell.column = place.column
        last = place.column
    }

    private func endCell() throws(ImportError) {
        guard !cell.text.isEmpty else { return }
        count += 1
        guard count <= context.limits.cells else {
            return try stop(.tooLarge(.cells, limit: context.limits.cells))
        }
        guard let finished = cell.finished(context) else {
            return try stop(
                .badSharedText(String(decoding: cell.text, as: UTF8.self)), column: cell.column)
        }
        if !finished.text.isEmpty { cells.append(finished) }
    }

    private func endRow() throws(ImportError) {
        last = 0
        guard !cells.isEmpty else { return }
        if !zip(cells, cells.dropFirst()).allSatisfy({ $0.column < $1.column }) {
            cells.sort { $0.column < $1.column }
        }
        do throws(SheetError) {
            isDone = try !take(SheetRow(number: row, cells: cells))
        } catch {
            failure = error
            throw Self.end
        }
        if isDone { throw Self.end }
    }

    private func stop(_ reason: SheetError.Reason, column: Int = 0) throws(ImportError) {
        failure = SheetError(reason, at: SheetPlace(sheet: context.sheet, row: row, column: column))
        throw Self.end
    }
}

/// The names of a sheet's part.
struct SheetNames {
    let row: Name?, cell: Name?, value: Name?, text: Name?, furigana: Name?, merge: Name?
    let reference: Name?, kind: Name?, style: Name?, range: Name?

    init(_ names: PartNames) {
        (row, cell, value, text) = (names("row"), names("c"), names("v"), names("t"))
        (furigana, merge, reference) = (names("rPh"), names("mergeCell"), names("r"))
        (kind, style, range) = (names("t"), names("s"), names("ref"))
    }
}

/// What the cells of a sheet refer to.
struct SheetContext {
    var sheet = ""
    var texts: [String] = []
    var showsDay: [Bool] = []
    var countsFrom1904 = false
    var limits = SheetLimits.standard
}

/// A cell on its way.
struct CellDraft {
    var column = 0
    var kind = Kind.number
    var style = 0
    var text: [UInt8] = []

    /// The finished cell; nil where it names a shared text that is not there.
    func finished(_ context: SheetContext) -> SheetCell? {
        switch kind {
        case .shared:
            guard let index = text.withUnsafeBufferPointer(number), context.texts.indices.contains(index)
            else { return nil }
            return SheetCell(column: column, text: context.texts[index])
        case .text: return SheetCell(column: column, text: CellText.unescaped(text))
        case .flag: return SheetCell(column: column, text: text == [49] ? "true" : "false", kind: .flag)
        case .fault: return SheetCell(column: column, text: plain, kind: .fault)
        case .day: return SheetCell(column: column, text: plain, kind: .day)
        case .number: return numeric(context)
        }
    }

    /// How the part writes the cell's value.
    enum Kind {
        case shared, text, flag, fault, day, number

        /// The kind of a `t` attribute: s, str, inlineStr, b, e, d, n or none.
        init(_ type: UnsafeBufferPointer<UInt8>?) {
            self =
                switch type?.first {
                case UInt8(ascii: "s"): type?.count == 1 ? .shared : .text
                case UInt8(ascii: "i"): .text
                case UInt8(ascii: "b"): .flag
                case UInt8(ascii: "e"): .fault
                case UInt8(ascii: "d"): .day
                default: .number
                }
        }
    }

    private var plain: String { String(decoding: text, as: UTF8.self) }

    private func numeric(_ context: SheetContext) -> SheetCell {
        if context.showsDay.indices.contains(style), context.showsDay[style],
            let day = SerialDay.text(of: plain, from1904: context.countsFrom1904)
        {
            return SheetCell(column: column, text: day, kind: .day)
        }
        return SheetCell(column: column, text: CellText.number(plain), kind: .number)
    }
}

/// The whole number that digits write; nil where they write none below ten digits.
func number(_ digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var value = 0
    for byte in digits {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte) - 48
    }
    return value
}
