import GRDB
public import HeijunModel

/// What an undo did.
public struct UndoResult: Hashable, Sendable {
    /// The batch that the undo itself is.
    public let batch: Int
    /// The records that it changed back.
    public internal(set) var changes: [Change]
    /// What it left alone, because later batches changed it.
    public internal(set) var kept: [Kept]

    /// A later edit that an undo leaves alone.
    public struct Kept: Hashable, Sendable {
        /// The record: kind and key.
        public let kind: String, key: String
        /// The field's key; nil where the whole record was later removed or added again.
        public let field: String?
    }
}

/// How one record's change is taken back.
struct Reversal {
    /// The change that takes it back; nil where nothing is to be done.
    var change: Change?
    /// The fields that later batches changed; a nil stands for the whole record.
    var kept: [String?] = []

    /// Compares what a batch did to a record with what the record is now. A field that still has the batch's value
    /// goes back; one that has another was edited later and stays, and an added record with later edits stays whole.
    init(_ done: RecordHistory, of kind: RecordKind, key: String, now: [String?]?) {
        switch (done.before, done.after, now) {
        case (nil, let after?, let now?):
            let added = after.values(of: kind)
            kept = kind.fields.indices.filter { !isSame(now[$0], added[$0]) }.map { kind.fields[$0].key }
            if kept.isEmpty { change = Change(kind: kind.name, key: key, before: now, after: nil) }
        case (let before?, nil, nil):
            change = Change(kind: kind.name, key: key, before: nil, after: before.values(of: kind))
        case (let before?, let after?, let now?):
            revert(from: after, to: before, of: kind, key: key, now: now)
        case (nil, _?, nil): break
        case (_?, _, _), (nil, nil, _): kept = [nil]
        }
    }

    private mutating func revert(
        from after: FieldTexts, to before: FieldTexts, of kind: RecordKind, key: String, now: [String?]
    ) {
        var restored = now
        for (old, new) in zip(before.pairs, after.pairs) {
            guard let position = kind.position[old.key] else { continue }
            if isSame(now[position], new.text) { restored[position] = old.text } else { kept.append(old.key) }
        }
        if !zip(restored, now).allSatisfy(isSame) {
            change = Change(kind: kind.name, key: key, before: now, after: restored)
        }
    }
}

extension Store {
    /// Every record as it would be had a batch not been, in the order of `entries()`, whether or not the batch stands:
    /// what later batches changed stays as they left it.
    ///
    /// - Throws: `.corrupt` where the history cannot be read.
    public func entries(without batch: Int) throws(StoreError) -> [Entry] {
        let stored = try entries()
        let rows = try reading { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM history WHERE batch = ? ORDER BY number DESC", arguments: [batch])
        }
        var taken: [String: [String: [String?]?]] = [:]
        let touched = Dictionary(grouping: rows) { $0["kind"] as String }
        for (name, rows) in touched {
            guard let kind = RecordKind.named(name) else { continue }
            let now = Dictionary(
                stored.filter { $0.kind == name }.map { (kind.key(of: $0.values), $0.values) }
            ) { first, _ in first }
            for row in rows {
                let key: String = row["key"]
                guard let done = RecordHistory(before: row["before"], after: row["after"]) else {
                    throw StoreError.corrupt(path, detail: "history: \(name) \(key)")
                }
                let change = Reversal(done, of: kind, key: key, now: now[key]).change
                if let change { taken[name, default: [:]][key] = .some(change.after) }
            }
        }
        return RecordKind.all.flatMap { kind in
            without(taken[kind.name] ?? [:], stored.filter { $0.kind == kind.name }, kind)
        }
    }

    /// The records of a kind with some of them changed, gone or come, by key.
    private func without(
        _ changes: [String: [String?]?], _ stored: [Entry], _ kind: RecordKind
    ) -> [Entry] {
        guard !changes.isEmpty else { return stored }
        var records = Dictionary(stored.map { (kind.key(of: $0.values), $0.values) }) { first, _ in first }
        for (key, values) in changes { records[key] = values }
        return records.sorted { $0.key < $1.key }.map { Entry(kind: kind.name, values: $0.value) }
    }

    /// Takes a batch back, as a batch of its own that can itself be undone. Later edits stay, field by field.
    ///
    /// - Throws: `.noBatch`, `.alreadyUndone`, or `.nothingLeft` where all it changed was changed again.
    public func undo(_ batch: Int, _ header: BatchHeader) throws(StoreError) -> UndoResult {
        try writing { db in
            let target = try undoable(batch, in: db)
            var writer = try BatchWriter(header, undoes: batch, in: db)
            var result = UndoResult(batch: writer.id, changes: [], kept: [])
            for row in try Row.fetchAll(
                db, sql: "SELECT * FROM history WHERE batch = ? ORDER BY number DESC", arguments: [batch])
            {
                try takeBack(row, &writer, &result)
            }
            guard writer.count > 0 else { throw StoreError.nothingLeft(batch, kept: result.kept) }
            try writer.finish()
            try mark(target, undoneBy: writer.id, in: db)
            return result
        }
    }

    private func undoable(_ id: Int, in db: Database) throws -> Batch {
        let row = try Row.fetchOne(db, sql: "SELECT * FROM batch WHERE id = ?", arguments: [id])
        guard let row else {
            let latest = try Int.fetchOne(db, sql: "SELECT max(id) FROM batch")
            throw StoreError.noBatch(id, latest: latest)
        }
        let batch = Batch(row)
        if let other = batch.undoneBy { throw StoreError.alreadyUndone(id, by: other) }
        return batch
    }

    private func takeBack(_ row: Row, _ writer: inout BatchWriter, _ result: inout UndoResult) throws {
        let name: String = row["kind"], key: String = row["key"]
        guard let done = RecordHistory(before: row["before"], after: row["after"]),
            let table = writer.table(name)
        else { throw StoreError.corrupt(path, detail: "history: \(name) \(key)") }
        let reversal = try Reversal(done, of: table.kind, key: key, now: table.values(of: key))
        if let change = reversal.change {
            try writer.perform(change)
            result.changes.append(change)
        }
        result.kept += reversal.kept.map { UndoResult.Kept(kind: name, key: key, field: $0) }
    }

    /// A batch whose undo is undone stands again.
    private func mark(_ batch: Batch, undoneBy undo: Int, in db: Database) throws {
        try db.execute(sql: "UPDATE batch SET undone_by = ? WHERE id = ?", arguments: [undo, batch.id])
        if let original = batch.undoes {
            try db.execute(sql: "UPDATE batch SET undone_by = NULL WHERE id = ?", arguments: [original])
        }
    }
}
