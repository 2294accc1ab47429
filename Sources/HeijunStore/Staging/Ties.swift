import GRDB
import HeijunModel

/// Which staged records are records of the ledger under another key: known from earlier batches, or found by the fields
/// that the rules name, where exactly one record has the same value. All of it stands in temporary tables.
final class Ties {
    /// Whether any record of the file is tied.
    private(set) var isEmpty = true
    private let db: Database
    private let staging: Staging
    private var rules: StagedRules?
    private let byKey: BulkStatement, byTarget: BulkStatement, byForm: BulkStatement, insert: BulkStatement
    private var own: BulkStatement?
    /// Profiles whose renamed records are known, and the rules of those whose forms are, by kind.
    private var renamed: Set<String> = [], formed: [Int: [String: StagedRules]] = [:]

    init(_ staging: Staging) throws {
        (self.staging, db) = (staging, staging.db)
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.tied;
                DROP TABLE IF EXISTS temp.renamed;
                DROP TABLE IF EXISTS temp.form;
                CREATE TEMP TABLE tied (
                    kind INTEGER, key TEXT, target TEXT, PRIMARY KEY (kind, key), UNIQUE (kind, target)
                ) WITHOUT ROWID;
                CREATE TEMP TABLE renamed (
                    profile TEXT, kind TEXT, external TEXT, key TEXT, PRIMARY KEY (profile, kind, external)
                ) WITHOUT ROWID;
                CREATE TEMP TABLE form (profile TEXT, kind INTEGER, field INTEGER, form TEXT, key TEXT,
                    PRIMARY KEY (profile, kind, field, form, key)) WITHOUT ROWID;
                """)
        byKey = try BulkStatement("SELECT target FROM temp.tied WHERE kind = ? AND key = ?", in: db)
        byTarget = try BulkStatement("SELECT 1 FROM temp.tied WHERE kind = ? AND target = ?", in: db)
        // A form that several records have ties none.
        byForm = try BulkStatement(
            """
            SELECT min(key) FROM temp.form WHERE profile = ? AND kind = ? AND field = ? AND form = ?
            GROUP BY form HAVING count(*) = 1
            """, in: db)
        insert = try BulkStatement("INSERT OR IGNORE INTO temp.tied VALUES (?, ?, ?)", in: db)
    }

    /// Turns to the records of another file.
    func begin(_ rules: StagedRules) throws {
        if !isEmpty { try db.execute(sql: "DELETE FROM temp.tied") }
        isEmpty = true
        self.rules = rules
        let profile = rules.source.profileName
        guard !rules.isWhole, renamed.insert(profile).inserted else { return }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO temp.renamed SELECT ?1, p.kind, p.external, p.key
                FROM provenance p JOIN source s ON s.id = p.source JOIN batch b ON b.id = s.batch
                WHERE b.undone_by IS NULL AND p.external <> p.key AND s.profile LIKE ?1 || '-%' ORDER BY s.id
                """, arguments: [profile])
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
        let fields = rules?.matchFields(kind) ?? []
        let candidates = try BulkStatement(sql(kind, any: !fields.isEmpty), in: db)
        candidates.begin()
        candidates.bind(index, at: 1)
        candidates.bind(kind.name, at: 2)
        candidates.bind(rules?.source.profileName ?? "", at: 3)
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
            LEFT JOIN temp.renamed r ON r.profile = ?3 AND r.kind = ?2 AND r.external = s.key
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
        guard let rules, !fields.isEmpty else { return nil }
        let profile = rules.source.profileName
        if formed[index]?[profile] == nil {
            formed[index, default: [:]][profile] = rules
            try gatherForms(index, fields, rules)
        }
        for field in fields {
            guard let text = cells.text(field), let form = rules.form(text) else { continue }
            byForm.begin()
            byForm.bind(profile, at: 1)
            byForm.bind(index, at: 2)
            byForm.bind(field, at: 3)
            byForm.bind(form, at: 4)
            if let found = try byForm.firstRow()?[0] { return found }
        }
        return nil
    }

    /// The forms that the ledger's records have.
    private func gatherForms(_ index: Int, _ fields: [Int], _ rules: StagedRules) throws {
        let kind = RecordKind.all[index]
        let columns = fields.map { "\"\(kind.fields[$0].key)\"" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT key, \(columns) FROM \"\(kind.name)\"")
        while let row = try rows.next() {
            for (column, field) in fields.enumerated() {
                guard let text: String = row[column + 1], let form = rules.form(text) else { continue }
                try put(form, of: field, index, key: row[0], rules)
            }
        }
    }

    private func put(
        _ form: String, of field: Int, _ kind: Int, key: String, _ rules: StagedRules
    ) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO temp.form VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [rules.source.profileName, kind, field, form, key])
    }

    private func drop(
        _ form: String, of field: Int, _ kind: Int, key: String, _ rules: StagedRules
    ) throws {
        try db.cachedStatement(
            sql: "DELETE FROM temp.form WHERE profile = ? AND kind = ? AND field = ? AND form = ? AND key = ?"
        ).execute(arguments: [rules.source.profileName, kind, field, form, key])
    }

    /// Learns for the files that follow what their source calls a record.
    func learn(_ kind: Int, key: String, external: String) throws {
        guard let rules, !rules.isWhole, external != key else { return }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO temp.renamed VALUES (?, ?, ?, ?)").execute(
            arguments: [rules.source.profileName, RecordKind.all[kind].name, external, key])
    }

    /// Learns for the files that follow what a record's fields have become.
    func learn(_ kind: Int, key: String, before: (Int) -> String?, after: (Int) -> String?) throws {
        for rules in formed[kind, default: [:]].values {
            for field in rules.matchFields(RecordKind.all[kind]) {
                let old = before(field).flatMap(rules.form), new = after(field).flatMap(rules.form)
                guard old != new else { continue }
                if let old { try drop(old, of: field, kind, key: key, rules) }
                if let new { try put(new, of: field, kind, key: key, rules) }
            }
        }
    }
}
