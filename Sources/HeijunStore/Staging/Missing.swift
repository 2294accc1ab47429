import GRDB
public import HeijunModel

/// What files of some names, by some profile, brought in batches that still stand.
final class EarlierRecords {
    private let db: Database

    /// Looks up the records of all the names at once.
    ///
    /// - Parameter batch: The batch that is being made; nil where there is none.
    init(of names: [String], before batch: Int?, in db: Database) throws {
        self.db = db
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.earlier;
                DROP TABLE IF EXISTS temp.delivered;
                CREATE TEMP TABLE delivered (name TEXT PRIMARY KEY) WITHOUT ROWID;
                CREATE TEMP TABLE earlier (
                    name TEXT, profile TEXT, kind TEXT, key TEXT, PRIMARY KEY (name, profile, kind, key)
                ) WITHOUT ROWID;
                """)
        let put = try db.makeStatement(sql: "INSERT OR IGNORE INTO temp.delivered VALUES (?)")
        for name in names { try put.execute(arguments: [name]) }
        // A profile's version is the number behind its last hyphen.
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO temp.earlier
                SELECT s.name, rtrim(s.profile, '0123456789.'), p.kind, p.key
                FROM provenance p JOIN source s ON s.id = p.source JOIN batch b ON b.id = s.batch
                WHERE b.undone_by IS NULL AND b.id <> ? AND s.name IN (SELECT name FROM temp.delivered)
                """, arguments: [batch ?? 0])
    }

    /// The records that files of the name brought by the profile, kind by kind.
    func records(of source: SourceFile) throws -> RowCursor {
        try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT kind, key FROM temp.earlier WHERE name = ? AND profile = ? ORDER BY kind, key"),
            arguments: [source.name, source.profileName + "-"])
    }
}

extension Settling {
    /// Says which records the same file, by its name and profile, brought earlier and lacks now.
    func tellMissing() throws {
        let rows = try earlier.records(of: rules.source)
        var staged: BulkStatement?
        while let row = try rows.next() {
            let find = try staged ?? staging.finder()
            staged = find
            let kind: String = row[0], key: String = row[1]
            if try isMissing(kind, key, find) { try miss(kind, key) }
        }
    }

    private func isMissing(_ name: String, _ key: String, _ staged: BulkStatement) throws -> Bool {
        guard let kind = RecordKind.all.firstIndex(where: { $0.name == name }) else { return false }
        staged.begin()
        staged.bind(kind, at: 1)
        staged.bind(key, at: 2)
        if try staged.firstRow() != nil, try ties.isEmpty || ties.target(kind: kind, key: key) == nil {
            return false
        }
        if try !ties.isEmpty && ties.holds(target: key, kind: kind) { return false }
        return try table(kind).ledger.values(of: key) != nil
    }

    /// Says which records of the file's kinds the ledger holds and the file lacks.
    func tellMissingOfKinds() throws {
        try staging.index()
        for index in staging.kinds {
            let kind = RecordKind.all[index]
            let rows = try String.fetchCursor(
                staging.db,
                sql: """
                    SELECT key FROM "\(kind.name)" t WHERE NOT EXISTS
                    (SELECT 1 FROM temp.staged s WHERE s.kind = ? AND s.key = t.key) ORDER BY key
                    """, arguments: [index])
            while let key = try rows.next() { try miss(kind.name, key) }
        }
    }
}

extension Staging {
    /// Finds a staged record by kind and key.
    func finder() throws -> BulkStatement {
        try index()
        return try BulkStatement("SELECT 1 FROM temp.staged WHERE kind = ? AND key = ?", in: db)
    }

    /// Compares the staged records with the ledger and, with a header, stores what they add and change as one batch.
    ///
    /// - Parameter header: The batch's head; nil only compares.
    /// - Parameter tell: Hears what becomes of each record that is not unchanged.
    /// - Parameter check: Asked before each record; what it throws ends the run.
    /// - Throws: What the machine has against it, and what `tell` and `check` throw; nothing is stored then.
    public func settle(
        _ header: BatchHeader?, _ rules: StagedRules, tell: ((StagedEvent) throws -> Void)? = nil,
        check: @escaping () throws -> Void = {}
    ) throws -> StagedResult {
        var result = StagedResult()
        try db.inTransaction(header == nil ? .deferred : .immediate) {
            let batch = try header.map { try BatchWriter($0, in: db) }
            let settling = try Settling(self, batch, files: [rules.source.name], check: check)
            result = try settling.settle(rules, tell: tell)
            guard let writer = settling.batch, writer.count > 0 else { return .rollback }
            try writer.finish()
            result.batch = writer.id
            return .commit
        }
        return result
    }

    /// Settles several files as one batch, each against what the ones before it leave.
    ///
    /// - Parameters:
    ///   - names: The files' names, without folders.
    ///   - check: Asked before each record; what it throws ends the run.
    ///   - body: Lays the files' records down, one after the other, and has each settled; says whether to store them.
    /// - Returns: The batch, nil where nothing was stored, and the records that all of them together add and change.
    /// - Throws: What the machine has against it, and what `check` and `body` throw; nothing is stored then.
    public func settle(
        _ header: BatchHeader, files names: [String], check: @escaping () throws -> Void,
        _ body: (Settling) throws -> Bool
    ) throws -> (batch: Int?, added: Int, changed: Int) {
        var result: (batch: Int?, added: Int, changed: Int) = (nil, 0, 0)
        try db.inTransaction(.immediate) {
            let settling = try Settling(self, BatchWriter(header, in: db), files: names, check: check)
            let isStored = try body(settling)
            guard let writer = settling.batch else { return .rollback }
            (result.added, result.changed) = (writer.added, writer.changed)
            guard isStored, writer.count > 0 else { return .rollback }
            try writer.finish()
            result.batch = writer.id
            return .commit
        }
        return result
    }
}
