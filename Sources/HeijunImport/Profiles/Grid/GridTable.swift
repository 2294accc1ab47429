import HeijunModel

/// Rows of cells under a heading, made records of the kind whose fields the heading names.
final class GridTable {
    private let sink: any RecordSink
    private let limits: Limits
    private let asked: RecordKind?
    private var search: HeadingSearch
    private var heading: GridHeading?
    private var batch = RecordBatch()
    private var sheet = ""
    private var firstPlace: Place?
    private(set) var result = ProfileReading()
    private(set) var isStopped = false
    /// Values that somebody has put right.
    var corrections: Corrections?
    /// The ledger's names, by which tables call its records.
    var names = KnownNames()
    /// Whether any sheet has had a heading row.
    private(set) var hasHeadings = false

    init(kind: RecordKind?, sink: any RecordSink, limits: Limits) {
        asked = kind
        self.sink = sink
        self.limits = limits
        search = HeadingSearch([])
    }

    func beginSheet(_ name: String) {
        sheet = name
        heading = nil
        firstPlace = nil
        search = HeadingSearch(asked.map { [$0] } ?? HeadingNames.kinds(ofSheet: name))
    }

    /// Ends a sheet; one of more than a few words without a heading is told of.
    func endSheet() {
        if heading == nil, let firstPlace, search.hasRows {
            note(.unreadSheet(sheet), at: firstPlace)
        }
        heading = nil
    }

    /// Takes a row: of the heading, while that has not been found, else a record.
    func take(_ cells: [GridCell]) {
        if let heading { return takeRecord(cells, heading) }
        if firstPlace == nil { firstPlace = cells.first?.place }
        switch search.take(cells) {
        case .nothing: return
        case .found(let found): begin(found)
        case .foundBefore(let found):
            begin(found)
            takeRecord(cells, found)
        }
    }

    private func begin(_ found: GridHeading) {
        heading = found
        hasHeadings = true
        let titles = found.kind.fields.flatMap { [$0.title.ja, $0.title.en] }
        for cell in found.unread {
            let closest = closest(to: cell.text, among: titles)
            note(
                .unreadColumn(cell.text, kind: found.kind.title, closest: closest), at: cell.place, cell.text)
        }
    }

    private func takeRecord(_ cells: [GridCell], _ heading: GridHeading) {
        let given = cells.filter { heading.columns[$0.column] != nil }
        if let sum = GridRow.sum(cells) { return note(.passedOver(sum), at: cells[0].place) }
        if GridRow.isRemark(cells) { return note(.passedOver(cells[0].text), at: cells[0].place) }
        guard let first = given.first(where: { !$0.isCarried }), !heading.isRepeated(by: given) else {
            return
        }
        result.records += 1
        add(cells, heading, at: first.place)
        if batch.rows.count >= 2048 { flush() }
    }

    private func note(_ reason: ImportError.Reason, at place: Place, _ element: String = "") {
        result.note(ImportError(reason, at: place, element: element), limit: limits.errors)
    }

    /// Ends the file.
    func finish() { flush() }

    private func flush() {
        if !batch.rows.isEmpty && !isStopped { isStopped = !sink.take(batch) }
        batch.clear()
    }
}

extension GridTable {
    private func add(_ cells: [GridCell], _ heading: GridHeading, at place: Place) {
        let kind = heading.kind
        var values = [String?](repeating: nil, count: kind.fields.count)
        var origin: [String] = []
        var errors: [ImportError] = []
        for cell in cells {
            guard let column = heading.columns[cell.column] else { continue }
            let info = kind.fields[column.field]
            do throws(ImportError.Reason) {
                let text = try GridValue.plain(cell.text, column, info, names)
                let kept = try heading.readers[column.field].text(of: text)
                values[column.field] = kept
                origin.append(GridOrigin.text(info.key, cell, kept: kept))
            } catch {
                let error = ImportError(error, at: cell.place, element: info.key)
                if let left = corrected(error, column.field, heading, &values) { errors.append(left) }
            }
        }
        let count = cells.first { $0.column == heading.counter }?.text
        if kind.identityPositions.count == 1 { GridNaming.complete(&values, kind, count: count) }
        for (field, info) in kind.fields.enumerated()
        where info.isRequired && values[field] == nil && !errors.contains(where: { $0.element == info.key }) {
            let error = ImportError(.missingField(.init(info)), at: place, element: info.key)
            if let left = corrected(error, field, heading, &values) { errors.append(left) }
        }
        let key = kind.key(of: values)
        guard errors.isEmpty else { return reject(errors, key) }
        append(values, key, origin, heading, at: place)
    }

    private func reject(_ errors: [ImportError], _ key: String) {
        result.rejected += 1
        for error in errors {
            result.add(
                ImportError(error.reason, at: error.place, element: error.element, key: key),
                limit: limits.errors)
        }
    }

    /// Takes the corrected text of a cell.
    ///
    /// - Returns: What is still wrong; nil where the correction was taken.
    private func corrected(
        _ error: ImportError, _ field: Int, _ heading: GridHeading, _ values: inout [String?]
    ) -> ImportError? {
        guard let text = corrections?.text(at: error.place, element: error.element) else { return error }
        do throws(ImportError.Reason) {
            values[field] = try heading.readers[field].text(of: text)
            return values[field] == nil && heading.kind.fields[field].isRequired ? error : nil
        } catch let other {
            return ImportError(other, at: error.place, element: error.element)
        }
    }

    private func append(
        _ values: [String?], _ key: String, _ origin: [String], _ heading: GridHeading, at place: Place
    ) {
        var row = RecordBatch.Row(
            kind: heading.position, firstCell: batch.cells.count, line: place.line, column: place.column)
        for value in values { batch.cells.append(value.map { batch.append($0.utf8) } ?? .none) }
        row.key = batch.append(key.utf8)
        row.origin = batch.append("{\(origin.joined(separator: ","))}".utf8)
        batch.rows.append(row)
    }
}

/// What names a record of a table that gives it no key of its own.
enum GridNaming {
    /// Fields that name a piece of equipment, the best first.
    private static let identities = ["asset_tag", "serial", "host"]
    /// Fields that a piece of equipment without a name goes by.
    private static let names = ["model", "host", "serial", "asset_tag", "id"]

    /// Fills in name and key: by a number of the thing itself, else by its name, which for equipment stands with the
    /// number of the row, since such names repeat; the number alone would name another thing in the next list.
    static func complete(_ values: inout [String?], _ kind: RecordKind, count: String?) {
        if kind == Equipment.kind, let name = kind.position["name"], values[name] == nil {
            values[name] = first(of: names, values, kind)
        }
        guard values[kind.identityPositions[0]] == nil, let name = first(of: ["name"], values, kind) else {
            return
        }
        let parts =
            switch kind {
            case Equipment.kind:
                first(of: identities, values, kind).map { [$0] } ?? [name, count].compactMap(\.self)
            case Software.kind: [name, first(of: ["version"], values, kind)].compactMap(\.self)
            default: [name]
            }
        values[kind.identityPositions[0]] = parts.map(keyForm).joined(separator: "/")
    }

    /// The first of the fields that holds something, and no placeholder.
    private static func first(of keys: [String], _ values: [String?], _ kind: RecordKind) -> String? {
        keys.lazy.compactMap { kind.position[$0].flatMap { values[$0] } }
            .first { !Dictionaries.isPlaceholder($0, Dictionaries.placeholders) }
    }
}

/// Where a value of a table came from, as imports keep it.
enum GridOrigin {
    /// `"cost":46`, or `"cost":[46,"3200"]` where another text is kept than stands there.
    static func text(_ field: String, _ cell: GridCell, kept: String?) -> String {
        guard let kept, kept != cell.text else { return "\"\(field)\":\(cell.place.line)" }
        var raw = ""
        for scalar in cell.text.unicodeScalars {
            switch scalar {
            case "\"", "\\": raw += "\\" + String(scalar)
            case _ where scalar.value < 0x20: raw += " "
            default: raw.unicodeScalars.append(scalar)
            }
        }
        return "\"\(field)\":[\(cell.place.line),\"\(raw)\"]"
    }
}
