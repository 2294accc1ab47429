import GRDB
public import HeijunModel

extension Settling {
    /// Says which records the same file, by its name and profile, brought earlier and lacks now.
    func tellMissing() throws {
        let source = rules.source
        let base = source.profile.split(separator: "-").dropLast().joined(separator: "-")
        let sources = try Int.fetchAll(
            staging.db,
            sql: """
                SELECT s.id FROM source s JOIN batch b ON b.id = s.batch
                WHERE b.undone_by IS NULL AND s.name = ? AND s.profile LIKE ? || '-%' AND b.id <> ?
                """, arguments: [source.name, base, batch?.id ?? 0])
        guard !sources.isEmpty else { return }
        try staging.index()
        let rows = try Row.fetchCursor(
            staging.db,
            sql: """
                SELECT kind, key FROM provenance WHERE source IN (\(sources.map(String.init).joined(separator: ", ")))
                ORDER BY kind, key, source
                """)
        let staged = try BulkStatement("SELECT 1 FROM temp.staged WHERE kind = ? AND key = ?", in: staging.db)
        var last: (String, String)?
        while let row = try rows.next() {
            let kind: String = row[0], key: String = row[1]
            if let last, last == (kind, key) { continue }
            last = (kind, key)
            if try isMissing(kind, key, staged) { try miss(kind, key) }
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
}

extension Staging {
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
            let settling = try Settling(self, rules, batch, tell, check: check)
            try settling.run()
            result = settling.result
            guard let writer = settling.batch, writer.count > 0 else { return .rollback }
            try writer.finish()
            result.batch = writer.id
            return .commit
        }
        return result
    }
}
