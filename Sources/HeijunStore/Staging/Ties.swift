import GRDB
import HeijunModel

/// Which staged records are records of the ledger under another key: known from earlier batches, or found by the fields
/// that the rules name, where exactly one record has the same value. All of it stands in temporary tables.
final class Ties {
    /// Whether any record is tied.
    private(set) var isEmpty = true
    private let db: Database
    private let staging: Staging
    private let rules: StagedRules
    private let byKey: BulkStatement, byTarget: BulkStatement, byForm: BulkStatement, insert: BulkStatement
    private var own: BulkStatement?
    private var hasForms: Set<Int> = []

    init(_ staging: Staging, _ rules: StagedRules) throws {
        (self.staging, self.rules, db) = (staging, rules, staging.db)
        try db.execute(
            sql: """
                CREATE TEMP TABLE tied (
                    kind INTEGER, key TEXT, target TEXT, PRIMARY KEY (kind, key), UNIQUE (kind, target)
                ) WITHOUT ROWID;
                CREATE TEMP TABLE renamed (kind TEXT, external TEXT, key TEXT, PRIMARY KEY (kind, external))
                WITHOUT ROWID;
                CREATE TEMP TABLE form (kind INTEGER, field INTEGER, form TEXT, key TEXT,
                    PRIMARY KEY (kind, field, form)) WITHOUT ROWID;
                """)
        byKey = try BulkStatement("SELECT target FROM temp.tied WHERE kind = ? AND key = ?", in: db)
        byTarget = try BulkStatement("SELECT 1 FROM temp.tied WHERE kind = ? AND target = ?", in: db)
        byForm = try BulkStatement(
            "SELECT key FROM temp.form WHERE kind = ? AND field = ? AND form = ?", in: db)
        insert = try BulkStatement("INSERT OR IGNORE INTO temp.tied VALUES (?, ?, ?)", in: db)
        let base = rules.source.profile.split(separator: "-").dropLast().joined(separator: "-")
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO temp.renamed SELECT p.kind, p.external, p.key
                FROM provenance p JOIN source s ON s.id = p.source JOIN batch b ON b.id = s.batch
                WHERE b.undone_by IS NULL AND p.external <> p.key AND s.profile LIKE ? || '-%' ORDER BY s.id
                """, arguments: [base])
    }

    /// Takes the temporary tables away.
    func drop() throws {
        try db.execute(sql: "DROP TABLE temp.tied; DROP TABLE temp.renamed; DROP TABLE temp.form")
    }

    /// The ledger's key of a staged record; nil where it keeps its own.
    func target(kind: Int, key: String) throws -> String? {
        byKey.begin()
        byKey.bind(kind, at: 1)
        byKey.bind(key, at: 2)
        return try byKey.firstRow()?[0]
    }

    /// Whether a staged record is tied to a record of the ledger.
    func holds(target: String, kind: Int) throws -> Bool {
        byTarget.begin()
        byTarget.bind(kind, at: 1)
        byTarget.bind(target, at: 2)
        return try byTarget.firstRow() != nil
    }

    /// Notes that a staged record stands under another key; no two ever stand under the same.
    func add(kind: Int, key: String, target: String) throws {
        insert.begin()
        insert.bind(kind, at: 1)
        insert.bind(key, at: 2)
        insert.bind(target, at: 3)
        try insert.run()
        isEmpty = false
    }

    /// Finds the ties of a kind whose records one field names.
    func tie(_ index: Int) throws {
        let kind = RecordKind.all[index]
        guard kind.identityPositions.count == 1,
            try Int.fetchOne(db, sql: "SELECT 1 FROM \"\(kind.name)\" LIMIT 1") != nil
        else { return }
        let fields = rules.matchFields(kind)
        let candidates = try BulkStatement(sql(kind, any: !fields.isEmpty), in: db)
        candidates.begin()
        candidates.bind(index, at: 1)
        candidates.bind(kind.name, at: 2)
        defer { candidates.reset() }
        var cells = PackedCells()
        while try candidates.next() {
            guard let key = candidates.text(at: 0) else { continue }
            cells.read(candidates.bytes(at: 1), count: kind.fields.count)
            guard let target = try candidates.text(at: 2) ?? match(cells, index, fields) else { continue }
            if try !isStaged(target, index) { try add(kind: index, key: key, target: target) }
        }
    }

    /// Staged records that were tied before, or, where `any`, whose key the ledger does not know.
    private func sql(_ kind: RecordKind, any: Bool) -> String {
        let known = "EXISTS (SELECT 1 FROM \"\(kind.name)\" e WHERE e.key = r.key)"
        let own = any ? "NOT EXISTS (SELECT 1 FROM \"\(kind.name)\" e WHERE e.key = s.key)" : "0"
        return """
            SELECT s.key, s.cells, CASE WHEN \(known) THEN r.key END FROM temp.staged s
            LEFT JOIN temp.renamed r ON r.kind = ?2 AND r.external = s.key
            WHERE s.kind = ?1 AND (r.key IS NOT NULL AND \(known) OR \(own)) ORDER BY s.number
            """
    }

    /// Two records of a file are never made one.
    private func isStaged(_ key: String, _ kind: Int) throws -> Bool {
        try staging.index()
        let find = try own ?? BulkStatement("SELECT 1 FROM temp.staged WHERE kind = ? AND key = ?", in: db)
        own = find
        find.begin()
        find.bind(kind, at: 1)
        find.bind(key, at: 2)
        return try find.firstRow() != nil
    }

    private func match(_ cells: PackedCells, _ index: Int, _ fields: [Int]) throws -> String? {
        guard !fields.isEmpty else { return nil }
        if hasForms.insert(index).inserted { try gatherForms(index, fields) }
        for field in fields {
            guard let text = cells.text(field), let form = rules.form(text) else { continue }
            byForm.begin()
            byForm.bind(index, at: 1)
            byForm.bind(field, at: 2)
            byForm.bind(form, at: 3)
            if let found = try byForm.firstRow()?[0] { return found }
        }
        return nil
    }

    /// The forms that one record of the ledger alone has; of those that several have, the key is empty.
    private func gatherForms(_ index: Int, _ fields: [Int]) throws {
        let kind = RecordKind.all[index]
        let columns = fields.map { "\"\(kind.fields[$0].key)\"" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT key, \(columns) FROM \"\(kind.name)\"")
        let put = try db.makeStatement(
            sql:
                "INSERT INTO temp.form VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET key = NULL WHERE key <> excluded.key"
        )
        while let row = try rows.next() {
            for (column, field) in fields.enumerated() {
                guard let text: String = row[column + 1], let form = rules.form(text) else { continue }
                try put.execute(arguments: [index, field, form, row[0] as String])
            }
        }
    }
}
