import GRDB
import Glibc
import HeijunModel

/// The files of a run as they were read, laid down one after the other until all are here and can be settled in one go.
///
/// Where it has a path it is a file beside the portfolio, from which a run that was cancelled goes on: what was read
/// need not be read again. It is no part of the portfolio, and whoever deletes it loses nothing but that.
public final class Desk {
    private let db: Database
    private let staging: Staging
    private let path: String?

    /// Finds what a run with the same fingerprint left, or begins anew.
    init(_ staging: Staging, path: String?, fingerprint: String) throws {
        (self.staging, self.path, db) = (staging, path, staging.db)
        do {
            try open(fingerprint)
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
        {
            // What cannot be opened may not be attached either.
            try? db.execute(sql: "DETACH desk")
            delete()
            try open(fingerprint)
        }
    }

    private func open(_ fingerprint: String) throws {
        try db.execute(sql: "ATTACH ? AS desk", arguments: [path ?? ""])
        // Nobody else works with the file; a machine that goes down leaves whole files in it.
        try db.execute(
            sql: path == nil
                ? "PRAGMA desk.journal_mode = OFF; PRAGMA desk.synchronous = OFF"
                : """
                PRAGMA desk.locking_mode = EXCLUSIVE; PRAGMA desk.journal_mode = WAL;
                PRAGMA desk.synchronous = NORMAL; PRAGMA desk.cache_size = -8192
                """)
        let isMade = try Int.fetchOne(db, sql: "SELECT 1 FROM desk.sqlite_master WHERE name = 'head'") != nil
        guard try !isMade || String.fetchOne(db, sql: "SELECT fingerprint FROM desk.head") != fingerprint
        else {
            return
        }
        try db.inTransaction(.deferred) {
            try db.execute(sql: Desk.layout)
            try db.execute(sql: "INSERT INTO desk.head VALUES (?)", arguments: [fingerprint])
            return .commit
        }
    }

    private static let layout = """
        DROP TABLE IF EXISTS desk.head;
        DROP TABLE IF EXISTS desk.file;
        DROP TABLE IF EXISTS desk.laid;
        CREATE TABLE desk.head (fingerprint TEXT NOT NULL);
        CREATE TABLE desk.file (
            path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, facts TEXT NOT NULL, first INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE desk.laid (\(Staging.layout));
        """

    /// Files that lie here.
    public var count: Int {
        get throws { try Int.fetchOne(db, sql: "SELECT count(*) FROM desk.file") ?? 0 }
    }

    /// The fingerprint of a file that lies here; nil where it does not.
    public func sha256(of path: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT sha256 FROM desk.file WHERE path = ?", arguments: [path])
    }

    /// What was told with a file.
    public func facts(of path: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT facts FROM desk.file WHERE path = ?", arguments: [path])
    }

    /// Keeps what the staging holds as the records of a file, in place of what the file held before.
    public func keep(_ path: String, sha256: String, facts: String) throws {
        try db.inTransaction(.deferred) {
            if let (first, last) = try rows(of: path) {
                try db.execute(
                    sql: "DELETE FROM desk.laid WHERE number BETWEEN ? AND ?", arguments: [first, last])
            }
            let before = try Int.fetchOne(db, sql: "SELECT max(number) FROM desk.laid") ?? 0
            try db.cachedStatement(
                sql: """
                    INSERT INTO desk.laid (number, \(Staging.columns))
                    SELECT number + ?, \(Staging.columns) FROM temp.staged ORDER BY number
                    """
            ).execute(arguments: [before])
            let last = try Int.fetchOne(db, sql: "SELECT max(number) FROM desk.laid") ?? 0
            try db.execute(
                sql: "INSERT OR REPLACE INTO desk.file VALUES (?, ?, ?, ?, ?)",
                arguments: [path, sha256, facts, before + 1, last])
            return .commit
        }
    }

    /// Puts a file's records into the staging, in place of what is there.
    public func lay(_ path: String) throws {
        try staging.clear()
        guard let (first, last) = try rows(of: path) else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO temp.staged (\(Staging.columns))
                SELECT \(Staging.columns) FROM desk.laid WHERE number BETWEEN ? AND ? ORDER BY number
                """
        ).execute(arguments: [first, last])
        try staging.know()
    }

    /// Kind and key of a file's records.
    public func records(of path: String) throws -> [(kind: String, key: String)] {
        guard let (first, last) = try rows(of: path) else { return [] }
        return try Row.fetchAll(
            db, sql: "SELECT kind, key FROM desk.laid WHERE number BETWEEN ? AND ?", arguments: [first, last]
        ).map { (RecordKind.all[$0[0]].name, $0[1]) }
    }

    /// The numbers of a file's first and last record; the last is below the first where there is none.
    private func rows(of path: String) throws -> (first: Int, last: Int)? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT first, last FROM desk.file WHERE path = ?"), arguments: [path])
        return row.map { ($0[0], $0[1]) }
    }

    /// Leaves the file to the next run; one that holds nothing is taken away.
    fileprivate func leave() throws {
        if try count == 0 { return try remove() }
        try db.execute(sql: "DETACH desk")
    }

    /// Takes the file away.
    fileprivate func remove() throws {
        try db.execute(sql: "DETACH desk")
        delete()
    }

    private func delete() {
        guard let path else { return }
        for ending in ["", "-wal", "-journal"] { unlink(path + ending) }
    }
}

extension Store {
    /// Gives `body` a staging and a desk. What lies on a desk that is kept stays when `body` throws, until a run with the
    /// same fingerprint has come to its end.
    ///
    /// - Parameters:
    ///   - isKept: Whether the desk is a file, `-import` after the portfolio's own name.
    ///   - fingerprint: What the reading of the files depends on, other than their bytes.
    /// - Throws: What `body` throws, and what the machine has against it as `StoreError`.
    public func desk<Value>(
        isKept: Bool, fingerprint: String, _ body: (Staging, Desk) throws -> Value
    ) throws -> Value {
        // The desk's own pages want room too.
        try staging(memory: 16 << 20) { staging in
            let desk = try Desk(staging, path: isKept ? path + "-import" : nil, fingerprint: fingerprint)
            let value: Value
            do { value = try body(staging, desk) } catch {
                try? desk.leave()
                throw error
            }
            try desk.remove()
            return value
        }
    }
}
