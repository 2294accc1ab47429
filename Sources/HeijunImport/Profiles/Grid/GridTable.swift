import HeijunModel

/// Rows of cells under a heading row, made records of the kind whose fields the headings name.
final class GridTable {
    private let sink: any RecordSink
    private let limits: Limits
    private let asked: RecordKind?
    private var columns: Columns?
    private var looked = 0
    private var batch = RecordBatch()
    private var sheet = ""
    private(set) var result = ProfileReading()
    private(set) var isStopped = false
    /// Values that somebody has put right.
    var corrections: Corrections?
    /// Whether any sheet has had a heading row.
    private(set) var hasHeadings = false

    /// What a heading row says: the field of each column.
    private struct Columns {
        let kind: RecordKind
        let position: Int
        let fields: [Int: Int]
        let readers: [FieldReader]
    }

    init(kind: RecordKind?, sink: any RecordSink, limits: Limits) {
        asked = kind
        self.sink = sink
        self.limits = limits
    }

    func beginSheet(_ name: String) {
        sheet = name
        columns = nil
        looked = 0
    }

    func endSheet() { columns = nil }

    /// Takes a row: the heading, while none has been found, else a record.
    func take(_ cells: [GridCell]) {
        guard let columns else {
            looked += 1
            if looked <= 30 { self.columns = headings(cells) }
            if let found = self.columns { tellUnread(cells, found) }
            return
        }
        let given = cells.filter { columns.fields[$0.column] != nil }
        guard let first = given.first else { return }
        result.records += 1
        add(given, columns, at: first.place)
        if batch.rows.count >= 2048 { flush() }
    }

    /// Tells the columns that no field is named for, each once a sheet.
    private func tellUnread(_ cells: [GridCell], _ columns: Columns) {
        let titles = columns.kind.fields.flatMap { [$0.title.ja, $0.title.en] }
        for cell in cells where columns.fields[cell.column] == nil {
            let closest = closest(to: cell.text, among: titles)
            result.note(
                ImportError(
                    .unreadColumn(cell.text, kind: columns.kind.title, closest: closest), at: cell.place,
                    element: cell.text), limit: limits.errors)
        }
    }

    /// Ends the file.
    func finish() { flush() }

    private func flush() {
        if !batch.rows.isEmpty && !isStopped { isStopped = !sink.take(batch) }
        batch.clear()
    }

    /// The kind whose fields most of the cells name: two at least, one of them a name or a key.
    private func headings(_ cells: [GridCell]) -> Columns? {
        let names = cells.map { ($0.column, HeadingNames.form($0.text)) }
        var best: (kind: RecordKind, fields: [Int: Int])?
        for kind in asked.map({ [$0] }) ?? HeadingNames.kinds(ofSheet: sheet) {
            let known = HeadingNames.fields(of: kind)
            var fields: [Int: Int] = [:]
            for (column, name) in names {
                if let field = known[name], !fields.values.contains(field) { fields[column] = field }
            }
            let hasName = fields.values.contains {
                kind.identityPositions.contains($0) || kind.fields[$0].key == "name"
            }
            guard fields.count >= 2, hasName, fields.count > best?.fields.count ?? 0 else { continue }
            best = (kind, fields)
        }
        guard let best, let position = RecordKind.all.firstIndex(of: best.kind) else { return nil }
        hasHeadings = true
        let readers = best.kind.fields.map { FieldReader($0, isIdentity: false, target: nil) }
        return Columns(kind: best.kind, position: position, fields: best.fields, readers: readers)
    }

    private func add(_ cells: [GridCell], _ columns: Columns, at place: Place) {
        var values = [String?](repeating: nil, count: columns.kind.fields.count)
        var origin: [String] = []
        var errors: [ImportError] = []
        for cell in cells {
            guard let field = columns.fields[cell.column] else { continue }
            let info = columns.kind.fields[field]
            do throws(ImportError.Reason) {
                values[field] = try columns.readers[field].text(of: Dictionaries.kindWord(cell.text, info))
                origin.append("\"\(info.key)\":\(cell.place.line)")
            } catch {
                let error = ImportError(error, at: cell.place, element: info.key)
                if let left = corrected(error, field, columns, &values) { errors.append(left) }
            }
        }
        if columns.kind.identityPositions.count == 1 { nameByName(&values, columns.kind) }
        for (field, info) in columns.kind.fields.enumerated()
        where info.isRequired && values[field] == nil && !errors.contains(where: { $0.element == info.key }) {
            let error = ImportError(.missingField(.init(info)), at: place, element: info.key)
            if let left = corrected(error, field, columns, &values) { errors.append(left) }
        }
        let key = columns.kind.key(of: values)
        guard errors.isEmpty else {
            result.rejected += 1
            for error in errors {
                result.add(
                    ImportError(error.reason, at: error.place, element: error.element, key: key),
                    limit: limits.errors)
            }
            return
        }
        append(values, key, origin, columns, at: place)
    }

    /// Takes the corrected text of a cell.
    ///
    /// - Returns: What is still wrong; nil where the correction was taken.
    private func corrected(
        _ error: ImportError, _ field: Int, _ columns: Columns, _ values: inout [String?]
    ) -> ImportError? {
        guard let text = corrections?.text(at: error.place, element: error.element) else { return error }
        do throws(ImportError.Reason) {
            values[field] = try columns.readers[field].text(of: text)
            return values[field] == nil && columns.kind.fields[field].isRequired ? error : nil
        } catch let other {
            return ImportError(other, at: error.place, element: error.element)
        }
    }

    /// A table without keys names its records by their names.
    private func nameByName(_ values: inout [String?], _ kind: RecordKind) {
        let identity = kind.identityPositions[0]
        guard values[identity] == nil, let name = kind.position["name"].flatMap({ values[$0] }) else {
            return
        }
        values[identity] = keyForm(name)
    }

    private func append(
        _ values: [String?], _ key: String, _ origin: [String], _ columns: Columns, at place: Place
    ) {
        var row = RecordBatch.Row(
            kind: columns.position, firstCell: batch.cells.count, line: place.line, column: place.column)
        for value in values { batch.cells.append(value.map { batch.append($0.utf8) } ?? .none) }
        row.key = batch.append(key.utf8)
        row.origin = batch.append("{\(origin.joined(separator: ","))}".utf8)
        batch.rows.append(row)
    }
}
