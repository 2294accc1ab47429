import GRDB
import HeijunModel

/// The tables and columns that a file has, to be compared with those that the model describes.
struct Layout {
    /// Columns by table.
    let columns: [String: Set<String>]

    /// Reads the layout of an open file.
    init(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
                """)
        var columns: [String: Set<String>] = [:]
        while let row = try rows.next() { columns[row[0], default: []].insert(row[1]) }
        self.columns = columns
    }

    /// Whether every table of the model is there with every column.
    var isComplete: Bool {
        RecordKind.all.allSatisfy { missing($0)?.isEmpty == true }
            && Schema.bookkeeping.allSatisfy { columns[$0] != nil }
            && columns[Schema.newestColumn.table]?.contains(Schema.newestColumn.column) == true
    }

    /// Whether there is a table or a column that the model does not know: a newer Heijun made it.
    var isBeyondModel: Bool {
        columns.contains { table, names in
            if Schema.bookkeeping.contains(table) { return false }
            guard let kind = RecordKind.named(table) else { return true }
            return names.contains { $0 != "key" && kind.position[$0] == nil }
        }
    }

    /// Whether the bookkeeping tables that every portfolio has are there.
    var hasBookkeeping: Bool { Schema.firstBookkeeping.allSatisfy { columns[$0] != nil } }

    /// The fields of a kind that have no column; nil where it has no table.
    private func missing(_ kind: RecordKind) -> [FieldInfo]? {
        columns[kind.name].map { names in kind.fields.filter { !names.contains($0.key) } }
    }

    /// Adds the missing tables and columns and takes the missing steps.
    func complete(_ db: Database, stepsTaken: Int) throws {
        for step in Schema.steps.dropFirst(stepsTaken) { try db.execute(sql: step) }
        for kind in RecordKind.all {
            guard let missing = missing(kind) else {
                try db.execute(sql: Schema.table(of: kind))
                continue
            }
            for field in missing {
                try db.execute(sql: "ALTER TABLE \"\(kind.name)\" ADD COLUMN \(field.column)")
            }
        }
        try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }

    /// Selects every record of a kind, its fields in the model's order; a field that the file lacks is empty.
    /// Nil where the file has no such table.
    func select(_ kind: RecordKind) -> String? {
        guard let names = columns[kind.name] else { return nil }
        let fields = kind.fields.map { names.contains($0.key) ? "\"\($0.key)\"" : "NULL" }
        return "SELECT \(fields.joined(separator: ", ")) FROM \"\(kind.name)\""
    }
}
