import HeijunModel

/// The tables of a portfolio file: one per kind of record, derived from its fields, and the bookkeeping.
enum Schema {
    /// `Heij` in ASCII: marks an SQLite file as a portfolio.
    static let applicationID = 0x4865_696A

    /// The bookkeeping tables, step by step. A file remembers how many steps it has taken: steps are appended,
    /// never changed.
    static let steps = [
        """
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            author TEXT NOT NULL, time TEXT NOT NULL, command TEXT NOT NULL,
            source_name TEXT, source_sha256 TEXT, reason TEXT,
            added INTEGER NOT NULL, changed INTEGER NOT NULL, removed INTEGER NOT NULL,
            undoes INTEGER REFERENCES batch, undone_by INTEGER REFERENCES batch
        ) STRICT;
        CREATE TABLE history (
            batch INTEGER NOT NULL REFERENCES batch, number INTEGER NOT NULL,
            kind TEXT NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT,
            PRIMARY KEY (batch, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX history_of_record ON history (kind, key);
        CREATE TABLE plan (
            number INTEGER PRIMARY KEY,
            time TEXT NOT NULL, scenario TEXT, input_hash TEXT NOT NULL, json TEXT NOT NULL,
            applied_batch INTEGER REFERENCES batch
        ) STRICT;
        """,
        """
        CREATE TABLE IF NOT EXISTS source (
            id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batch,
            name TEXT NOT NULL, sha256 TEXT NOT NULL, profile TEXT NOT NULL
        ) STRICT;
        CREATE TABLE IF NOT EXISTS provenance (
            kind TEXT NOT NULL, key TEXT NOT NULL, source INTEGER NOT NULL REFERENCES source,
            external TEXT NOT NULL, fields TEXT NOT NULL,
            PRIMARY KEY (kind, key, source)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        ALTER TABLE plan ADD COLUMN after_batch INTEGER;
        UPDATE plan SET after_batch = (SELECT coalesce(max(id), 0) FROM batch WHERE batch.time <= plan.time);
        """,
        "ALTER TABLE source ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE source ADD COLUMN field_order TEXT",
    ]

    /// The column that the last step brought: a file that has it has taken every step.
    static let newestColumn = (table: "source", column: "field_order")

    /// Tables that are not a kind of record.
    static let bookkeeping = firstBookkeeping.union(["source", "provenance"])
    /// Those that the first version had already.
    static let firstBookkeeping: Set = ["batch", "history", "plan"]

    /// The number that a file carries: it grows with every step, kind and field, since none is ever taken away.
    static let version = version(steps: steps.count, kinds: RecordKind.all)

    /// The steps count hundred thousands, kinds and fields count ones.
    static func version(steps: Int, kinds: [RecordKind]) -> Int {
        steps * 100_000 + kinds.reduce(0) { $0 + 1 + $1.fields.count }
    }

    /// Creates the table of a kind: the record's key and one column per field.
    static func table(of kind: RecordKind) -> String {
        let columns = kind.fields.map { "\($0.column)\($0.isRequired ? " NOT NULL" : "")" }
        return """
            CREATE TABLE "\(kind.name)" (
                key TEXT PRIMARY KEY,
                \(columns.joined(separator: ",\n    "))
            ) STRICT, WITHOUT ROWID
            """
    }
}

extension FieldInfo {
    /// Name and type of the field's column.
    var column: String { "\"\(key)\" \(isWholeNumber ? "INTEGER" : "TEXT")" }

    /// Whether the column holds whole numbers; decimals stay text, which keeps them exact.
    var isWholeNumber: Bool {
        guard !isList else { return false }
        switch type {
        case .integer, .yen, .fiscalYear, .watts, .kilograms: return true
        case .text, .key, .day, .flag, .choice, .reference, .rackUnits, .personMonths, .rate, .figure:
            return false
        }
    }
}
