import Foundation
import GRDB
import HeijunModel
import HeijunStore
import Testing

struct OpeningTests {
    /// Opens what `make` puts there, for reading and for writing; it stays as it is.
    private func refuses(_ error: (String) -> StoreError, _ make: (Folder) throws -> Void) throws {
        let folder = try Folder()
        try make(folder)
        let names = folder.names
        let bytes = try? folder.bytes()
        for readOnly in [true, false] {
            #expect(throws: error(folder.file)) { try Store.open(folder.file, readOnly: readOnly) }
        }
        #expect((try? folder.bytes()) == bytes && folder.names == names)
    }

    private func write(_ bytes: [UInt8], to folder: Folder) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file))
    }

    private func run(_ sql: String, in folder: Folder) throws {
        let queue = try DatabaseQueue(path: folder.file)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test func missing() throws {
        try refuses({ .notFound($0) }, { _ in })
        #expect(throws: StoreError.notFound("/nowhere/at/all")) { try Store.open("/nowhere/at/all") }
    }

    @Test func somethingElse() throws {
        try refuses({ .notHeijun($0, .empty) }, { try write([], to: $0) })
        try refuses({ .notHeijun($0, .otherFile) }, { try write(Array("台帳,システム名\n".utf8), to: $0) })
        try refuses({ .notHeijun($0, .otherFile) }, { try write([UInt8](repeating: 0, count: 5000), to: $0) })
        try refuses({ .notHeijun($0, .otherFile) }, { try write(Array("SQLite format 3\0".utf8), to: $0) })
        try refuses(
            { .notHeijun($0, .folder) },
            { try FileManager.default.createDirectory(atPath: $0.file, withIntermediateDirectories: false) })
        try refuses({ .notHeijun($0, .otherDatabase) }, { try run("CREATE TABLE t (a)", in: $0) })
    }

    @Test func newerVersions() throws {
        var known = 0
        let known2 = try Folder()
        try Store.create(at: known2.file).close()
        try DatabaseQueue(path: known2.file).read {
            known = try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0
        }
        try refuses(
            { .newerVersion($0, found: known + 1, known: known) },
            {
                try Store.create(at: $0.file).close()
                try run("PRAGMA user_version = \(known + 1)", in: $0)
            })
        for sql in ["CREATE TABLE lease (key TEXT)", "ALTER TABLE system ADD COLUMN colour TEXT"] {
            try refuses(
                { .newerVersion($0, found: known, known: known) },
                {
                    try Store.create(at: $0.file).close()
                    try run(sql, in: $0)
                })
        }
    }

    @Test func olderFilesGetWhatHasComeSince() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let entry = system("S1", "住民記録")
        try store.apply([entry.added], .test())
        try store.close()
        try run(
            """
            ALTER TABLE system DROP COLUMN note; DROP TABLE cost; DROP TABLE provenance;
            DROP TABLE source; ALTER TABLE plan DROP COLUMN after_batch;
            PRAGMA user_version = 100001
            """, in: folder)
        let bytes = try folder.bytes()
        let reader = try Store.open(folder.file, readOnly: true)
        #expect(try reader.entries() == [entry] && folder.bytes() == bytes)
        try reader.close()
        let writer = try Store.open(folder.file)
        try writer.apply([entry.changed("note", to: "新"), Cost().entry.added], .test(2))
        #expect(try writer.entries().count == 2 && writer.entry("system", "S1")["note"] == "新")
        try writer.close()
        #expect(throws: Never.self) { try Store.open(folder.file).close() }
    }

    @Test func damagedFiles() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply(Portfolio.random(seed: 1, count: 50).entries.map(\.added), .test())
        try store.close()
        var bytes = try folder.bytes()
        try bytes.prefix(bytes.count / 3).write(to: URL(fileURLWithPath: folder.file))
        #expect(throws: StoreError.self) { try Store.open(folder.file).entries() }
        for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] ^= 0x5A }
        try bytes.write(to: URL(fileURLWithPath: folder.file))
        let error = #expect(throws: StoreError.self) { try Store.open(folder.file).entries() }
        #expect(error?.exitStatus == 65)
    }

    @Test func valuesPutInByOtherMeans() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "住民記録").added, system("S2", "税").added], .test())
        try store.close()
        try run("UPDATE system SET tier = 'moon' WHERE key = 'S2'", in: folder)
        let error = #expect(throws: StoreError.self) { try Store.open(folder.file).portfolio() }
        guard case .unreadableValue(_, "system", "S2", let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.field == "tier" && problem.problem.seen == "moon")
        try run("UPDATE history SET after = 'x' WHERE key = 'S1'", in: folder)
        #expect(throws: StoreError.corrupt(folder.file, detail: "history: system S1")) {
            try Store.open(folder.file).history(kind: "system", key: "S1")
        }
        try run("DROP TABLE history", in: folder)
        #expect(throws: StoreError.corrupt(folder.file, detail: "no batch table")) {
            try Store.open(folder.file)
        }
    }
}

struct CreationTests {
    @Test func existingFilesStay() throws {
        let folder = try Folder()
        try Data("大事".utf8).write(to: URL(fileURLWithPath: folder.file))
        #expect(throws: StoreError.alreadyExists(folder.file)) { try Store.create(at: folder.file) }
        #expect(try folder.bytes() == Data("大事".utf8) && folder.names.count == 1)
        #expect(throws: StoreError.alreadyExists(folder.path)) { try Store.create(at: folder.path) }
    }

    @Test func missingFolders() throws {
        let folder = try Folder()
        let path = folder.path + "/ない/heijun.sqlite"
        #expect(throws: StoreError.cannotCreate(path, Obstacle(ENOENT))) { try Store.create(at: path) }
    }

    @Test(arguments: ["台帳 2026.sqlite", "a?b#c%20.sqlite", "file:x", "-x"])
    func anyName(name: String) throws {
        let folder = try Folder()
        let path = folder.path + "/" + name
        let store = try Store.create(at: path)
        try store.apply([system("S1", "甲").added], .test())
        try store.close()
        #expect(folder.names == [name])
        #expect(try Store.open(path, readOnly: true).entries().count == 1)
    }

    @Test func twoFilesMadeTheSameWayAreTheSame() throws {
        let folders = try [Folder(), Folder()]
        for folder in folders {
            let store = try Store.create(at: folder.file)
            try store.apply(Portfolio.random(seed: 7).entries.map(\.added), .test())
            try store.close()
        }
        #expect(try folders[0].bytes() == folders[1].bytes())
    }
}
