import GRDB
public import HeijunModel

/// The records of one file on their way into the ledger, laid down in a temporary table as they are read.
///
/// SQLite keeps the table in memory up to `memory` bytes and beyond that in a file without a name, which vanishes with
/// the process, however it ends. The portfolio is neither locked nor changed before `settle` is called.
public final class Staging {
    let db: Database
    /// Records laid down.
    public internal(set) var count = 0
    /// Positions in `RecordKind.all` of the kinds that there are.
    private(set) var kinds: Set<Int> = []
    /// Those of them that refer to other records.
    private(set) var referring: Set<Int> = []
    private let insert: BulkStatement
    private var packed: [UInt8] = []
    private var order = KeyOrder()
    private var hasIndex = false

    init(in db: Database, memory: Int) throws {
        self.db = db
        try db.execute(
            sql: """
                PRAGMA main.cache_size = -\(Store.cacheKilobytes / 2);
                PRAGMA temp.page_size = 16384;
                PRAGMA temp.cache_size = -\(max(1, memory >> 10));
                CREATE TEMP TABLE staged (
                    number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, external TEXT,
                    line INTEGER NOT NULL, place INTEGER NOT NULL, gives_way INTEGER NOT NULL,
                    origin TEXT NOT NULL, cells BLOB NOT NULL);
                """)
        insert = try BulkStatement(
            """
            INSERT INTO temp.staged (kind, key, external, line, place, gives_way, origin, cells)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, in: db)
    }

    /// Takes the table away; what `settle` stored stays.
    func drop() throws {
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.staged;
                PRAGMA main.cache_size = -\(Store.cacheKilobytes)
                """)
    }

    /// Runs `body`, which lays records down, as one transaction of the temporary table.
    public func fill<Value>(_ body: () throws -> Value) throws -> Value {
        try db.execute(sql: "SAVEPOINT filling")
        do {
            let value = try body()
            try db.execute(sql: "RELEASE filling")
            return value
        } catch {
            try? db.execute(sql: "ROLLBACK TO filling; RELEASE filling")
            throw error
        }
    }

    /// Lays the records of a batch down.
    public func take(_ batch: borrowing RecordBatch) throws {
        for row in batch.rows where !row.isDropped { try take(row, of: batch) }
    }

    private func take(_ row: RecordBatch.Row, of batch: borrowing RecordBatch) throws {
        let kind = RecordKind.all[row.kind]
        PackedCells.pack(row, of: batch, count: kind.fields.count, to: &packed)
        // A key that is made of several fields is theirs, whatever the file calls the record.
        let whole =
            kind.identityPositions.count == 1 ? nil : Array(kind.key(of: batch.entry(row).values).utf8)
        let identity = batch.cells[row.firstCell + (kind.identityPositions.first ?? 0)]
        try batch.bytes.withUnsafeBytes { arena in
            func bytes(_ span: RecordBatch.Span) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(
                    rebasing: arena[Int(span.offset)..<Int(span.offset + max(0, span.count))])
            }
            func put(_ key: UnsafeRawBufferPointer) throws {
                order.note(key, kind: row.kind)
                insert.begin()
                insert.bind(row.kind, at: 1)
                insert.lend(key, at: 2)
                if row.key != identity || whole != nil, !row.key.isNone { insert.lend(bytes(row.key), at: 3) }
                insert.bind(Int(row.line), at: 4)
                insert.bind(Int(row.column), at: 5)
                insert.bind(row.takesFirst ? 1 : 0, at: 6)
                if row.origin.isNone {
                    insert.bind("{}", at: 7)
                } else {
                    insert.lend(bytes(row.origin), at: 7)
                }
                try packed.withUnsafeBytes { cells in
                    insert.lend(blob: cells, at: 8)
                    try insert.run()
                }
            }
            if let whole { try whole.withUnsafeBytes { try put($0) } } else { try put(bytes(identity)) }
        }
        count += 1
        kinds.insert(row.kind)
        if Staging.references[row.kind].contains(where: { !batch.cells[row.firstCell + $0].isNone }) {
            referring.insert(row.kind)
        }
    }

    /// Takes a second record of a key out; one that does not give way to the first is told, up to `limit` of them.
    ///
    /// - Returns: Those, in the order of the file, and how many more there are.
    public func dropRepeated(limit: Int) throws -> (repeated: [RepeatedRecord], more: Int) {
        guard !order.isAscending else { return ([], 0) }
        try index()
        try db.execute(
            sql: """
                CREATE TEMP TABLE repeated (number INTEGER PRIMARY KEY, first INTEGER NOT NULL);
                INSERT INTO temp.repeated
                SELECT s.number, f.first FROM (
                    SELECT kind, key, min(number) AS first FROM temp.staged GROUP BY kind, key HAVING count(*) > 1
                ) f JOIN temp.staged s ON s.kind = f.kind AND s.key = f.key AND s.number > f.first;
                """)
        defer { try? db.execute(sql: "DROP TABLE temp.repeated") }
        let told = """
            FROM temp.repeated r JOIN temp.staged s ON s.number = r.number JOIN temp.staged f ON f.number = r.first
            WHERE NOT s.gives_way
            """
        let total = try Int.fetchOne(db, sql: "SELECT count(*) " + told) ?? 0
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT s.kind, s.key, s.line, s.place, f.line, f.place \(told) ORDER BY s.number LIMIT ?",
            arguments: [limit])
        count -= try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.repeated") ?? 0
        try db.execute(sql: "DELETE FROM temp.staged WHERE number IN (SELECT number FROM temp.repeated)")
        return (rows.map(RepeatedRecord.init), total - rows.count)
    }

    /// Positions of the fields of each kind that refer to other records.
    private static let references = RecordKind.all.map { kind in
        kind.fields.indices.filter { if case .reference = kind.fields[$0].type { true } else { false } }
    }

    /// Makes records findable by kind and key.
    func index() throws {
        guard !hasIndex else { return }
        hasIndex = true
        try db.execute(sql: "CREATE INDEX temp.staged_key ON staged (kind, key, number)")
    }
}

extension RepeatedRecord {
    fileprivate init(_ row: Row) {
        self.init(
            kind: RecordKind.all[row[0]].name, key: row[1], line: row[2], column: row[3], firstLine: row[4],
            firstColumn: row[5])
    }
}

/// Whether keys have come in rising order, kind by kind: then none has come twice, and nothing need be sorted.
private struct KeyOrder {
    private(set) var isAscending = true
    private var last: [Int: [UInt8]] = [:]

    mutating func note(_ key: UnsafeRawBufferPointer, kind: Int) {
        guard isAscending else { return }
        if let known = last[kind] {
            isAscending = known.withUnsafeBytes { $0.lexicographicallyPrecedes(key) }
        }
        last[kind, default: []].replaceSubrange(0..., with: key)
    }
}

extension Store {
    /// Gives `body` a staging for one file; what is laid down there is gone afterwards.
    ///
    /// - Parameter memory: Bytes that the staging may hold in memory.
    /// - Throws: What `body` throws, and what the machine has against it as `StoreError`.
    public func staging<Value>(memory: Int = 16 << 20, _ body: (Staging) throws -> Value) throws -> Value {
        do {
            return try queue.writeWithoutTransaction { db in
                let staging = try Staging(in: db, memory: memory)
                defer { try? staging.drop() }
                return try body(staging)
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
