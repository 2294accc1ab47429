import Foundation
import GRDB
import HeijunModel

/// A portfolio file: one SQLite file that holds the ledger, its history and its plans.
///
/// Every change is a batch in one transaction, so that a process killed anywhere leaves the file as before or as
/// after. Nothing here reads a clock; batches bring their time with them.
public final class Store: Sendable {
    /// Where the file is.
    public let path: String
    let queue: DatabaseQueue
    let layout: Layout

    /// How much of the file may be held in memory.
    static let cacheKilobytes = 65536

    /// How long to wait for a file that another process holds, in seconds.
    static let patience = 2.0

    private init(path: String, queue: DatabaseQueue, layout: Layout) {
        self.path = path
        self.queue = queue
        self.layout = layout
    }

    /// Opens a portfolio file. A file that is refused stays as it was, byte by byte; an older file gets the tables
    /// and columns that have come since, unless it is opened to be read only.
    ///
    /// - Throws: `.notFound`, `.notHeijun`, `.newerVersion`, `.busy`, `.corrupt`, `.cannotRead` or, for an older
    ///   file that cannot be completed, `.cannotWrite`.
    public static func open(_ path: String, readOnly: Bool = false) throws(StoreError) -> Store {
        let header = try FileHeader(path: path)
        do {
            let queue = try connect(to: path, readOnly: readOnly)
            var layout = try queue.read { db in try Layout(db) }
            guard !layout.isBeyondModel else {
                throw StoreError.newerVersion(path, found: header.version, known: Schema.version)
            }
            guard layout.hasBookkeeping else { throw StoreError.corrupt(path, detail: "no batch table") }
            if !layout.isComplete && !readOnly { layout = try completed(queue) }
            return Store(path: path, queue: queue, layout: layout)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Makes an empty portfolio file, whole or not at all.
    ///
    /// - Throws: `.alreadyExists` where there is a file of that name, `.cannotCreate`, `.diskFull`.
    public static func create(at path: String) throws(StoreError) -> Store {
        let draft = try Draft(for: path)
        defer { draft.remove() }
        do {
            let queue = try DatabaseQueue(path: uriSafe(draft.path), configuration: configuration(wal: true))
            try queue.write { db in
                try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                try Layout(db).complete(db, stepsTaken: 0)
            }
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
        try draft.publish()
        return try open(path)
    }

    /// Closes the file; SQLite's side files vanish with the last one who has it open.
    public func close() throws(StoreError) {
        do { try queue.close() } catch { throw StoreError(error, path: path) }
    }

    /// Lets the file grow to `count` pages and no further.
    func limitPages(to count: Int) throws(StoreError) {
        do {
            try queue.inDatabase { db in _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)") }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Reads in one transaction.
    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
    }

    /// Writes in one transaction, which leaves no trace when `body` throws.
    func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try queue.write(body) } catch { throw StoreError(error, path: path) }
    }

    /// Writes in one transaction, which leaves no trace when `body` throws or gives nil.
    func attempting<Value>(_ body: (Database) throws -> Value?) throws(StoreError) -> Value? {
        do {
            return try queue.writeWithoutTransaction { db in
                var value: Value?
                try db.inTransaction {
                    value = try body(db)
                    return value == nil ? .rollback : .commit
                }
                return value
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

extension Store {
    /// Brings an older file to the model's layout.
    private static func completed(_ queue: DatabaseQueue) throws -> Layout {
        try queue.write { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try Layout(db).complete(db, stepsTaken: version / 100_000)
            return try Layout(db)
        }
    }

    /// A reader in a folder where it may write opens the file like a writer: only so do SQLite's side files vanish
    /// again. Where it may not and there are none, the file cannot be changing and is read as it stands.
    private static func connect(to path: String, readOnly: Bool) throws -> DatabaseQueue {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let isWritable = access(path, W_OK) == 0 && access(folder, W_OK) == 0
        guard readOnly && !isWritable else {
            return try DatabaseQueue(path: uriSafe(path), configuration: configuration(wal: false))
        }
        let isStill = access(path + "-wal", F_OK) != 0
        return try DatabaseQueue(
            path: isStill ? uri(of: path) + "?immutable=1" : uriSafe(path),
            configuration: configuration(wal: false, readOnly: true))
    }

    private static func configuration(wal: Bool, readOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.readonly = readOnly
        configuration.journalMode = wal ? .wal : .default
        configuration.prepareDatabase { db in
            // A new file gets large pages: a batch of ten thousand records then needs a quarter of the writes.
            try db.execute(
                sql: """
                    PRAGMA page_size = 16384;
                    PRAGMA cache_size = -\(Store.cacheKilobytes);
                    PRAGMA synchronous = FULL
                    """)
        }
        return configuration
    }

    /// SQLite would take a path that begins with `file:` for an address.
    private static func uriSafe(_ path: String) -> String { path.hasPrefix("file:") ? "./" + path : path }

    private static func uri(of path: String) -> String { URL(fileURLWithPath: path).absoluteString }
}
