import Foundation
import GRDB
import HeijunModel
@testable import HeijunStore
import Testing

/// What the machine does to a file: other processes, missing rights, a full disk, a sudden end.
@Suite(.serialized)
struct MachineTests {
    @Test func lockedByAnother() throws {
        let folder = try Folder()
        try Store.create(at: folder.file).close()
        let mine = try Store.open(folder.file)
        let other = try locker(of: folder.file)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let clock = ContinuousClock()
        let start = clock.now
        #expect(throws: StoreError.busy(folder.file)) { try mine.apply([system("S1", "甲").added], .test()) }
        #expect(clock.now - start > .seconds(1))
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        #expect(try mine.apply([system("S1", "甲").added], .test()) == 1)
    }

    @Test func lockedAgainstReaders() throws {
        let folder = try Folder()
        try Store.create(at: folder.file).close()
        let other = try locker(of: folder.file)
        try other.inDatabase { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE x (a)")
        }
        #expect(throws: StoreError.busy(folder.file)) { try Store.open(folder.file, readOnly: true) }
        #expect(StoreError.busy("").exitStatus == 75)
    }

    @Test func fullDisk() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "甲").added], .test())
        let before = try store.entries()
        let rows = try (0..<5000).map { index in
            try system("T\(index)", "甲").changed("note", to: String(repeating: "長", count: 500))
        }
        let changes = rows.map { Change(kind: $0.kind, key: $0.key, before: nil, after: $0.after) }
        // SQLite answers alike when the disk is full and when a file has all the pages it may have.
        try store.limitPages(to: 300)
        #expect(throws: StoreError.diskFull(folder.file)) { try store.apply(changes, .test(2)) }
        #expect(try store.entries() == before && store.batches().count == 1)
    }

    /// A child process without rights opens a file that it may only read, in a folder where it may not write.
    @Test func readOnlyFolder() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let folder = try Folder()
            let store = try Store.create(at: folder.file)
            try store.apply([system("S1", "甲").added], .test())
            try store.close()
            chmod(folder.path, 0o555)
            chmod(folder.file, 0o444)
            if geteuid() == 0 { setuid(65534) }
            let reader = try Store.open(folder.file, readOnly: true)
            #expect(try reader.entries().count == 1)
            #expect(throws: StoreError.cannotWrite(folder.file, .noPermission)) {
                try Store.open(folder.file).apply([system("S2", "乙").added], .test(2))
            }
            let new = folder.path + "/new.sqlite"
            #expect(throws: StoreError.cannotCreate(new, .noPermission)) { try Store.create(at: new) }
            chmod(folder.path, 0o755)
        }
        #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
    }

    /// A child process is killed while it stores; the file is as before or as after.
    @Test(arguments: [0, 3, 10, 20, 40, 80, 160, 320])
    func killedWhileStoring(milliseconds: Int) async throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let before = [system("S1", "甲")]
        try store.apply(before.map(\.added), .test())
        try store.close()
        let path = folder.file
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, milliseconds = milliseconds as Int] in
            let store = try Store.open(path)
            let changes = (0..<20_000).map { system("T\($0)", "乙").added }
            Thread.detachNewThread {
                usleep(UInt32(milliseconds) * 1000)
                kill(getpid(), SIGKILL)
            }
            while true {
                try store.apply(changes, .test(2))
                try store.apply(
                    changes.map { Entry(kind: $0.kind, values: $0.after ?? []).removed }, .test(3))
            }
        }
        let after = try Store.open(folder.file)
        let count = try after.entries().count
        #expect(count == 1 || count == 20_001)
        let batches = try after.batches()
        #expect(count == (batches.last?.added == 20_000 ? 20_001 : 1))
        try after.close()
        let check = try integrity(of: folder.file)
        #expect(check == "ok" && folder.names == ["heijun.sqlite"])
    }

    private func integrity(of path: String) throws -> String? {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    }

    /// A connection that may hold a transaction open.
    private func locker(of path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
