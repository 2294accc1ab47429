import HeijunModel

/// The heading of a table: which field each of its columns holds, and how its texts are meant.
struct GridHeading {
    let kind: RecordKind
    /// The kind's place among all.
    let position: Int
    let columns: [Int: Column]
    /// The column that only counts the rows, where there is one.
    let counter: Int?
    /// A reader for each field of the kind.
    let readers: [FieldReader]
    /// Columns that no field is named for.
    let unread: [GridCell]

    /// A column that a field is named for.
    struct Column {
        let field: Int
        /// The heading as it stands in the file.
        let title: String
        /// What a bare number counts, such as 千円.
        let unit: String?
        /// Whether it holds terms, `R4.10.1～R9.9.30`, of which the end is taken.
        let isTerm: Bool
    }

    /// A heading over several rows: the cell itself, and the names that it may go by, the most telling first.
    struct Title {
        let cell: GridCell
        let names: [String]
    }

    /// The kind whose fields most of the titles name: two at least, and one that names the record.
    ///
    /// - Parameter unit: What bare amounts count where the column does not say.
    init?(_ titles: [Title], kinds: [RecordKind], unit: String?) {
        var best: (kind: RecordKind, fields: [Int: Int], score: Int)?
        for kind in kinds {
            let fields = GridHeading.fields(titles, of: kind)
            let held = Set(fields.values.map { kind.fields[$0].key })
            let names = held.intersection(GridHeading.naming)
            guard fields.count >= 2, !names.isEmpty else { continue }
            let score = fields.count + (held.contains("name") ? 2 : 0)
            if score > best?.score ?? 0 { best = (kind, fields, score) }
        }
        guard let best, let position = RecordKind.all.firstIndex(of: best.kind) else { return nil }
        (kind, self.position) = (best.kind, position)
        readers = kind.fields.map { FieldReader($0, isIdentity: false, target: nil) }
        var columns: [Int: Column] = [:]
        for title in titles {
            guard let field = best.fields[title.cell.column] else { continue }
            columns[title.cell.column] = Column(
                field: field, title: title.cell.text,
                unit: title.names.lazy.compactMap(HeadingNames.unit).first ?? unit,
                isTerm: HeadingNames.form(title.cell.text).hasSuffix("期間"))
        }
        self.columns = columns
        let counting = titles.first { HeadingNames.isCounter(HeadingNames.form($0.cell.text)) }
        counter = counting.flatMap { columns[$0.cell.column] == nil ? $0.cell.column : nil }
        unread = titles.map(\.cell).filter {
            columns[$0.column] == nil && !HeadingNames.isCounter(HeadingNames.form($0.text))
        }
    }

    /// Fields that tell one record from another.
    private static let naming: Set<String> = ["id", "name", "serial", "asset_tag", "host"]

    /// The field of each column; of two columns for one field the first counts.
    private static func fields(_ titles: [Title], of kind: RecordKind) -> [Int: Int] {
        let known = HeadingNames.fields(of: kind)
        var fields: [Int: Int] = [:]
        for title in titles {
            let named = title.names.lazy.compactMap { known[HeadingNames.form($0)] }.first
            if let named, !fields.values.contains(named) { fields[title.cell.column] = named }
        }
        return fields
    }

    /// Whether a row only repeats the heading, as printed pages do.
    func isRepeated(by cells: [GridCell]) -> Bool {
        cells.allSatisfy { columns[$0.column]?.title == $0.text }
    }
}

/// Finds the heading of a table, in one row or in several with merged cells.
struct HeadingSearch {
    private let kinds: [RecordKind]
    private var looked = 0
    private var unit: String?
    /// Cells of the row before that span columns.
    private var groups: [GridCell] = []
    private var titles: [GridHeading.Title] = []
    /// The last row that a cell of the heading reaches down to; nil while none has begun.
    private var lastRow: Int?
    private static let rowLimit = 30

    /// What is known after a row.
    enum Finding {
        case nothing
        case found(GridHeading)
        /// The heading ended with the row before; this one is of records.
        case foundBefore(GridHeading)
    }

    init(_ kinds: [RecordKind]) { self.kinds = kinds }

    /// Whether any row has been looked at.
    var hasRows: Bool { looked > 0 }

    /// Looks at the next row.
    mutating func take(_ cells: [GridCell]) -> Finding {
        if let last = lastRow { return takeMore(cells, last) }
        looked += 1
        guard looked <= HeadingSearch.rowLimit else { return .nothing }
        for cell in cells { unit = HeadingNames.tableUnit(cell.text) ?? unit }
        let own = cells.filter { !$0.isCarried }
        titles = own.map { cell in
            let group = groups.first { $0.covers(cell.column) && $0.row == cell.row - 1 }
            return .init(cell: cell, names: (group.map { [$0.text + cell.text] } ?? []) + [cell.text])
        }
        groups = own.filter { $0.across > 0 }
        guard let heading = GridHeading(titles, kinds: kinds, unit: unit) else { return .nothing }
        let row = own.first?.row ?? 0
        let down = own.map(\.down).max() ?? 0
        guard down > 0 || !groups.isEmpty else { return .found(heading) }
        lastRow = down > 0 ? row + down : row + 1
        return .nothing
    }

    /// Takes a row that may stand under merged cells of the heading.
    private mutating func takeMore(_ cells: [GridCell], _ last: Int) -> Finding {
        let own = cells.filter { !$0.isCarried }
        let row = cells.first?.row ?? 0
        let isBelow = row <= last && own.allSatisfy { cell in groups.contains { $0.covers(cell.column) } }
        guard isBelow || (row <= last && cells.count > own.count) else {
            return GridHeading(titles, kinds: kinds, unit: unit).map(Finding.foundBefore) ?? .nothing
        }
        for cell in own {
            let above = titles.first { $0.cell.column == cell.column }?.cell
            let group = groups.first { $0.covers(cell.column) } ?? above
            let names = (group.map { [$0.text + cell.text] } ?? []) + [cell.text]
            titles.removeAll { $0.cell.column == cell.column }
            titles.append(.init(cell: cell, names: names))
        }
        titles.sort { $0.cell.column < $1.cell.column }
        guard row >= last else { return .nothing }
        return GridHeading(titles, kinds: kinds, unit: unit).map(Finding.found) ?? .nothing
    }
}
