import GRDB
public import HeijunModel

/// A stored batch (取込バッチ): who changed the ledger, when and from which file.
public struct Batch: Hashable, Sendable {
    /// Its number, from 1.
    public let id: Int
    /// Who, when, by which command, from which file and why.
    public let header: BatchHeader
    /// Records that it added, changed and removed.
    public let added: Int, changed: Int, removed: Int
    /// The batch that it takes back, where it is an undo.
    public let undoes: Int?
    /// The batch that took it back.
    public let undoneBy: Int?
}

/// One step in the life of a record: a field that a batch changed, or the record's coming and going.
public struct HistoryLine: Hashable, Sendable {
    /// The batch that did it.
    public let batch: Batch
    /// The record: kind and key.
    public let kind: String, key: String
    /// What happened to the record.
    public let verb: Change.Verb
    /// The field's key; nil where the whole record was added or removed.
    public let field: String?
    /// The field's texts before and after; nil where it was or is empty.
    public let before: String?, after: String?
}

extension Store {
    /// The latest batch's number; 0 where there is none.
    public var latestBatch: Int {
        get throws(StoreError) {
            try reading { db in try Int.fetchOne(db, sql: "SELECT max(id) FROM batch") ?? 0 }
        }
    }

    /// Every batch, the first one first.
    public func batches() throws(StoreError) -> [Batch] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT * FROM batch ORDER BY id").map { Batch($0) }
        }
    }

    /// What happened to a record, oldest first; with its children (a system's costs, contracts …) where asked.
    ///
    /// - Throws: `.corrupt` where the history is not what Heijun wrote.
    public func history(
        kind: String, key: String, withChildren: Bool = false
    ) throws(StoreError) -> [HistoryLine] {
        try reading { db in
            var rows = try Row.fetchAll(
                db, sql: Store.historySQL + "h.kind = ? AND h.key = ?", arguments: [kind, key])
            for child in withChildren ? RecordKind.named(kind)?.children ?? [] : [] {
                let first = RecordKind.escaped(key)
                rows += try Row.fetchAll(
                    db, sql: Store.historySQL + "h.kind = ? AND h.key >= ? AND h.key < ?",
                    arguments: [child.name, first + "/", first + "0"])
            }
            return try rows.sorted { Store.place($0) < Store.place($1) }.flatMap(lines)
        }
    }

    /// What the batches after one did to every record, oldest first; 0 stands before the first.
    ///
    /// - Throws: `.corrupt` where the history is not what Heijun wrote.
    public func history(after batch: Int) throws(StoreError) -> [HistoryLine] {
        try reading { db in
            let rows = try Row.fetchAll(db, sql: Store.historySQL + "b.id > ?", arguments: [batch])
            return try rows.sorted { Store.place($0) < Store.place($1) }.flatMap(lines)
        }
    }

    /// Where a row of the history stands in time.
    private static func place(_ row: Row) -> (batch: Int, number: Int) { (row["batch"], row["number"]) }

    private static let historySQL = """
        SELECT b.*, h.batch, h.number, h.kind, h.key, h.before, h.after
        FROM history h JOIN batch b ON b.id = h.batch WHERE 
        """

    /// The lines of one row of the history.
    private func lines(of row: Row) throws -> [HistoryLine] {
        let kind: String = row["kind"], key: String = row["key"]
        guard let texts = RecordHistory(before: row["before"], after: row["after"]) else {
            throw StoreError.corrupt(path, detail: "history: \(kind) \(key)")
        }
        let batch = Batch(row)
        func line(_ verb: Change.Verb, _ field: String?, _ before: String?, _ after: String?) -> HistoryLine {
            HistoryLine(
                batch: batch, kind: kind, key: key, verb: verb, field: field, before: before, after: after)
        }
        guard let before = texts.before else { return [line(.added, nil, nil, nil)] }
        guard let after = texts.after else { return [line(.removed, nil, nil, nil)] }
        return zip(before.pairs, after.pairs).map { line(.changed, $0.key, $0.text, $1.text) }
    }
}

extension Batch {
    /// Reads a row of the table `batch`.
    init(_ row: Row) {
        id = row["id"]
        header = BatchHeader(
            author: row["author"], time: row["time"], command: row["command"],
            sourceName: row["source_name"], sourceSHA256: row["source_sha256"], reason: row["reason"])
        added = row["added"]
        changed = row["changed"]
        removed = row["removed"]
        undoes = row["undoes"]
        undoneBy = row["undone_by"]
    }
}
