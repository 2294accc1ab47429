import GRDB
import Glibc
public import HeijunModel

/// The records of a file on their way into the ledger, laid down in a temporary table as they are read.
///
/// SQLite keeps the table in memory up to `memory` bytes and beyond that in a file without a name, which vanishes with
/// the process, however it ends. The portfolio is neither locked nor changed before `settle` is called.
public final class Staging {
    let db: Database
    /// Records laid down.
    public internal(set) var count = 0
    /// Positions in `RecordKind.all` of the kinds that there are, and of those that refer to other records.
    var kinds: [Int] { isHere.indices.filter { isHere[$0] } }
    var referring: [Int] { refers.indices.filter { refers[$0] } }
    private var isHere = Array(repeating: false, count: RecordKind.all.count)
    private var refers = Array(repeating: false, count: RecordKind.all.count)
    private let insert: BulkStatement
    private var packed: [UInt8] = []
    private var order = KeyOrder()
    private var hasIndex = false

    init(in db: Database, memory: Int) throws {
        self.db = db
        // What an earlier file left is only taken away here: a process that ends need not clear up first.
        try db.execute(
            sql: """
                DROP TABLE IF EXISTS temp.staged;
                DROP TABLE IF EXISTS temp.repeated;
                PRAGMA main.cache_size = -\(Store.cacheKilobytes / 2);
                PRAGMA temp.page_size = 16384;
                PRAGMA temp.cache_size = -\(max(1, memory >> 10));
                CREATE TEMP TABLE staged (\(Staging.layout));
                CREATE TEMP TABLE repeated (number INTEGER PRIMARY KEY, first INTEGER NOT NULL);
                """)
        insert = try BulkStatement(
            """
            INSERT INTO temp.staged (\(Staging.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, in: db)
    }

    /// The table of staged records: in the order in which they came, with their texts packed.
    static let layout = """
        number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, key TEXT NOT NULL, external TEXT,
        line INTEGER NOT NULL, place INTEGER NOT NULL, gives_way INTEGER NOT NULL, origin TEXT NOT NULL,
        cells BLOB NOT NULL
        """
    /// Its columns but for the number.
    static let columns = "kind, key, external, line, place, gives_way, origin, cells"

    /// Gives the memory back that the ledger's pages had to make room for.
    func end() throws { try db.execute(sql: "PRAGMA main.cache_size = -\(Store.cacheKilobytes)") }

    /// Tells kind and key of every record of the ledger.
    public func tellLedger(_ tell: (_ kind: String, _ key: String) -> Void) throws {
        for kind in RecordKind.all {
            let keys = try String.fetchCursor(db, sql: "SELECT key FROM \"\(kind.name)\"")
            while let key = try keys.next() { tell(kind.name, key) }
        }
    }

    /// Makes room for the records of another file.
    public func clear() throws {
        try db.execute(sql: "DELETE FROM temp.staged")
        count = 0
        order = KeyOrder()
        for kind in isHere.indices { (isHere[kind], refers[kind]) = (false, false) }
    }

    /// Knows the records that were put into the table by other means than `take`.
    func know() throws {
        let counts = try Row.fetchAll(db, sql: "SELECT kind, count(*) FROM temp.staged GROUP BY kind")
        for row in counts {
            let kind: Int = row[0]
            count += row[1] as Int
            (isHere[kind], refers[kind]) = (true, !Staging.shapes[kind].references.isEmpty)
        }
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
        PackedCells.pack(row, of: batch, count: Staging.shapes[row.kind].width, to: &packed)
        if let identity = Staging.shapes[row.kind].identity {
            let key = batch.cells[row.firstCell + identity]
            try batch.bytes.withUnsafeBytes { try put(row, key: key.bytes(of: $0), row.key == key, $0) }
        } else {
            // A key that is made of several fields is theirs, whatever the file calls the record.
            let key = Array(RecordKind.all[row.kind].key(of: batch.entry(row).values).utf8)
            try batch.bytes.withUnsafeBytes { arena in
                try key.withUnsafeBytes { try put(row, key: $0, false, arena) }
            }
        }
        count += 1
        isHere[row.kind] = true
        refers[row.kind] =
            refers[row.kind]
            || Staging.shapes[row.kind].references.contains { !batch.cells[row.firstCell + $0].isNone }
    }

    /// Lays one record down.
    ///
    /// - Parameters:
    ///   - external: What the source calls it.
    ///   - origin: Where its fields stand, as `RecordOrigin.fields`; empty where that is not kept.
    public func take(_ entry: Entry, external: String, origin: String, line: Int, column: Int) throws {
        guard let kind = RecordKind.all.firstIndex(where: { $0.name == entry.kind }) else { return }
        var batch = RecordBatch()
        for text in entry.values { batch.cells.append(text.map { batch.append($0.utf8) } ?? .none) }
        var row = RecordBatch.Row(kind: kind, firstCell: 0, line: line, column: column)
        if external != RecordKind.all[kind].key(of: entry.values) { row.key = batch.append(external.utf8) }
        row.origin = batch.append(origin.utf8)
        try take(row, of: batch)
    }

    private func put(
        _ row: RecordBatch.Row, key: UnsafeRawBufferPointer, _ isCalledSo: Bool,
        _ arena: UnsafeRawBufferPointer
    ) throws {
        order.note(key, kind: row.kind)
        insert.begin()
        insert.bind(row.kind, at: 1)
        insert.lend(key, at: 2)
        if !isCalledSo, !row.key.isNone { insert.lend(row.key.bytes(of: arena), at: 3) }
        insert.bind(Int(row.line), at: 4)
        insert.bind(Int(row.column), at: 5)
        insert.bind(row.takesFirst ? 1 : 0, at: 6)
        insert.lend(row.origin.bytes(of: arena), at: 7)
        try packed.withUnsafeBytes { cells in
            insert.lend(blob: cells, at: 8)
            try insert.run()
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
                INSERT INTO temp.repeated
                SELECT s.number, f.first FROM (
                    SELECT kind, key, min(number) AS first FROM temp.staged GROUP BY kind, key HAVING count(*) > 1
                ) f JOIN temp.staged s ON s.kind = f.kind AND s.key = f.key AND s.number > f.first;
                """)
        defer { try? db.execute(sql: "DELETE FROM temp.repeated") }
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

    /// What must be known of a kind to lay its records down.
    private struct Shape {
        let width: Int
        /// Position of the one field that names a record; nil where several do.
        let identity: Int?
        /// Positions of the fields that refer to other records.
        let references: [Int]
    }

    private static let shapes = RecordKind.all.map { kind in
        Shape(
            width: kind.fields.count,
            identity: kind.identityPositions.count == 1 ? kind.identityPositions[0] : nil,
            references: kind.fields.indices.filter { kind.fields[$0].isReference })
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
    private var last = [[UInt8]](repeating: [], count: RecordKind.all.count)

    mutating func note(_ key: UnsafeRawBufferPointer, kind: Int) {
        guard isAscending else { return }
        isAscending = last[kind].withUnsafeBytes { precedes($0, key) }
        last[kind].removeAll(keepingCapacity: true)
        last[kind].append(contentsOf: key)
    }

    private func precedes(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
        guard let a = first.baseAddress, let b = second.baseAddress else { return first.count < second.count }
        let order = memcmp(a, b, min(first.count, second.count))
        return order == 0 ? first.count < second.count : order < 0
    }
}

extension Store {
    /// Gives `body` a staging for one file; what is laid down there is gone with the next one, or with the process.
    ///
    /// - Parameter memory: Bytes that the staging may hold in memory.
    /// - Throws: What `body` throws, and what the machine has against it as `StoreError`.
    public func staging<Value>(memory: Int = 32 << 20, _ body: (Staging) throws -> Value) throws -> Value {
        do {
            return try queue.writeWithoutTransaction { db in
                let staging = try Staging(in: db, memory: memory)
                defer { try? staging.end() }
                return try body(staging)
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
