import GRDB
public import HeijunModel

/// Writes one batch: its head, its changes and the history of each, inside a transaction.
public struct BatchWriter {
    /// The batch's number.
    public let id: Int
    /// The batch's head, kept when the batch ends.
    public var header: BatchHeader
    let db: Database
    /// Whether a record may be changed twice, as by two files of one batch: the history then keeps what both come to.
    var mayRepeat = false
    private let history: BulkStatement
    private var tables: [String: LedgerTable] = [:]
    private(set) var added = 0, changed = 0, removed = 0
    private var number = 0

    /// Begins a batch; `undoes` names the batch that it takes back.
    init(_ header: BatchHeader, undoes: Int? = nil, in db: Database) throws {
        self.db = db
        self.header = header
        try db.execute(
            sql: """
                INSERT INTO batch (author, time, command, source_sha256, added, changed, removed, undoes)
                VALUES (?, ?, ?, ?, 0, 0, 0, ?)
                """,
            arguments: [header.author, header.time, header.command, header.sourceSHA256, undoes])
        id = Int(db.lastInsertedRowID)
        history = try BulkStatement(
            "INSERT INTO history (batch, number, kind, key, before, after) VALUES (?, ?, ?, ?, ?, ?)", in: db)
    }

    /// Number of changes so far.
    public var count: Int { added + changed + removed }

    /// The table of a kind, made when first asked for; nil for a name that is no kind.
    mutating func table(_ name: String) -> LedgerTable? {
        if let table = tables[name] { return table }
        guard let kind = RecordKind.named(name) else { return nil }
        let table = LedgerTable(kind, in: db)
        tables[name] = table
        return table
    }

    /// Makes a change and writes it into the history.
    ///
    /// - Throws: What `Store.apply` says of a change.
    public mutating func perform(_ change: Change) throws {
        guard let table = table(change.kind) else {
            throw StoreError.malformedChange(kind: change.kind, key: change.key)
        }
        try table.perform(change)
        let change = mayRepeat ? try whole(change, of: table.kind) : change
        if !(mayRepeat && change.isIdle) { try remember(change, table.writer) }
    }

    private mutating func remember(_ change: Change, _ writer: FieldTextsWriter) throws {
        note(change.verb)
        history.begin()
        history.bind(id, at: 1)
        history.bind(number, at: 2)
        history.bind(change.kind, at: 3)
        history.bind(change.key, at: 4)
        bindTexts(of: change, writer)
        try history.run()
    }

    /// A change together with what the batch did to the record before, which is taken out of the history.
    private mutating func whole(_ change: Change, of kind: RecordKind) throws -> Change {
        guard let now = change.before,
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT number, before, after FROM history WHERE kind = ? AND key = ? AND batch = ?"),
                arguments: [change.kind, change.key, id]),
            let done = RecordHistory(before: row["before"], after: row["after"])
        else { return change }
        try db.execute(
            sql: "DELETE FROM history WHERE batch = ? AND number = ?", arguments: [id, row["number"] as Int])
        if done.before == nil { added -= 1 } else { changed -= 1 }
        var before: [String?]? = done.before == nil ? nil : now
        for pair in done.before?.pairs ?? [] { before?[kind.position[pair.key] ?? 0] = pair.text }
        return Change(kind: change.kind, key: change.key, before: before, after: change.after)
    }

    /// Adds a record of bytes to a table and writes it into the history.
    mutating func add(_ cells: PackedCells, key: UnsafeRawBufferPointer, to table: LedgerTable) throws {
        try table.add(cells, key: key)
        note(.added)
        history.begin()
        history.bind(id, at: 1)
        history.bind(number, at: 2)
        history.bind(table.kind.name, at: 3)
        history.lend(key, at: 4)
        history.bind(at: 6) { bytes in table.writer.writeWhole(cells, to: &bytes) }
        try history.run()
    }

    /// All fields of a record that comes or goes; of one that changes, those that differ.
    private func bindTexts(of change: Change, _ writer: FieldTextsWriter) {
        var differing: [Int]?
        if let before = change.before, let after = change.after {
            differing = before.indices.filter { !isSame(before[$0], after[$0]) }
        }
        for (values, argument) in [(change.before, 5), (change.after, 6)] {
            guard let values else { continue }
            history.bind(at: argument) { bytes in
                if let differing {
                    writer.write(values, at: differing, to: &bytes)
                } else {
                    writer.writeWhole(values, to: &bytes)
                }
            }
        }
    }

    private mutating func note(_ verb: Change.Verb) {
        number += 1
        switch verb {
        case .added: added += 1
        case .changed: changed += 1
        case .removed: removed += 1
        }
    }

    /// Ends the batch.
    func finish() throws {
        try db.execute(
            sql: """
                UPDATE batch SET author = ?, time = ?, command = ?, source_name = ?, source_sha256 = ?,
                    reason = ?, added = ?, changed = ?, removed = ? WHERE id = ?
                """,
            arguments: [
                header.author, header.time, header.command, header.sourceName, header.sourceSHA256,
                header.reason, added, changed, removed, id,
            ])
    }
}

/// What the history keeps of one record's change: all its fields where it was added or removed, else those that
/// differ.
struct RecordHistory {
    let before: FieldTexts?
    let after: FieldTexts?

    /// Reads a row's texts; nil where they are not what Heijun writes.
    init?(before: String?, after: String?) {
        self.before = before.flatMap(FieldTexts.init(json:))
        self.after = after.flatMap(FieldTexts.init(json:))
        guard (self.before == nil) == (before == nil), (self.after == nil) == (after == nil),
            self.before != nil || self.after != nil
        else { return nil }
    }
}

extension Store {
    /// Stores changes as one batch, all or none.
    ///
    /// - Parameters:
    ///   - plan: The id of the plan that the changes apply, marked so in the same transaction.
    ///   - latest: The last batch that the caller has seen; nil where later ones do no harm.
    /// - Returns: The batch's number.
    /// - Throws: `.changedMeanwhile` where a record is no longer what its change was made from, `.laterBatch` where one
    ///   came after `latest`, and what the file and the machine have against it; nothing is stored then.
    @discardableResult
    public func apply(
        _ changes: [Change], _ header: BatchHeader, plan: String? = nil, after latest: Int? = nil
    ) throws(StoreError) -> Int {
        try writing { db in
            let now = try Int.fetchOne(db, sql: "SELECT max(id) FROM batch") ?? 0
            if let latest, now != latest { throw StoreError.laterBatch(now) }
            var batch = try BatchWriter(header, in: db)
            for change in changes { try batch.perform(change) }
            try batch.finish()
            if let plan { try markApplied(plan, by: batch.id, in: db) }
            return batch.id
        }
    }

    /// Stores what `body` performs as one batch; takes all of it back where `body` says no.
    ///
    /// - Returns: The batch's number; nil where all was taken back.
    /// - Throws: As `apply(_:_:plan:)`; nothing is stored then.
    public func apply(
        _ header: BatchHeader, _ body: (inout BatchWriter) throws -> Bool
    ) throws(StoreError) -> Int? {
        try attempting { db in
            var batch = try BatchWriter(header, in: db)
            guard try body(&batch) else { return nil }
            try batch.finish()
            return batch.id
        }
    }
}
