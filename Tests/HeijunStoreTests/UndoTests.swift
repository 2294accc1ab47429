import HeijunModel
@testable import HeijunStore
import Testing

struct UndoTests {
    @Test(arguments: UInt64(1)...20)
    func undoBringsBackEveryByte(seed: UInt64) throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let old = try Portfolio.random(seed: seed).entries
        let new = try Portfolio.random(seed: seed + 50).entries
        try store.apply(old.map(\.added), .test())
        let difference = Difference(from: old, to: new)
        let gone = difference.missing.compactMap { name in
            old.first { $0.kind == name.kind && $0.key == name.key }?.removed
        }
        let batch = try store.apply(difference.changes + gone, .test(2))
        #expect(try store.entries(without: batch) == old && store.entries() == new)
        let result = try store.undo(batch, .test(3))
        #expect(try store.entries() == old && result.kept.isEmpty)
        #expect(result.changes.count == difference.changes.count + gone.count)
        // The undo of the undo brings it back, and the batch can be undone once more.
        #expect(try store.undo(result.batch, .test(4)).kept.isEmpty && store.entries() == new)
        _ = try store.undo(batch, .test(5))
        #expect(try store.entries() == old)
    }

    /// A store with one system, which batch 2 has changed: rebuild in 2029, with a note.
    private func edited() throws -> (Folder, Store) {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "住民記録").added], .test(1))
        var entry = system("S1", "住民記録")
        let change = try entry.changed("rebuild_year", to: "2029")
        entry.values = try #require(change.after)
        let both = try entry.changed("note", to: "見直し")
        try store.apply(
            [Change(kind: "system", key: "S1", before: change.before, after: both.after)], .test(2))
        return (folder, store)
    }

    /// The ledger without a batch keeps what later batches changed, as an undo does.
    @Test func withoutABatchLaterEditsStay() throws {
        let (folder, store) = try edited()
        defer { withExtendedLifetime(folder) {} }
        try store.apply([store.entry("system", "S1").changed("rebuild_year", to: "2031")], .test(3))
        let before = try store.entries(without: 2)
        let entry = try #require(before.first { $0.kind == "system" })
        #expect(entry["rebuild_year"] == "2031" && entry["note"] == nil)
        #expect(try store.entries(without: 99) == store.entries())
    }

    /// A batch that was made from an older state of the ledger is refused, whatever it touches.
    @Test func aLaterBatchIsRefusedWhereTheCallerAsks() throws {
        let (folder, store) = try edited()
        defer { withExtendedLifetime(folder) {} }
        let change = try store.entry("system", "S1").changed("summary", to: "窓口")
        #expect(throws: StoreError.laterBatch(2)) { try store.apply([change], .test(3), after: 1) }
        #expect(try store.latestBatch == 2 && store.apply([change], .test(3), after: 2) == 3)
    }

    @Test func laterEditsStayFieldByField() throws {
        let (folder, store) = try edited()
        defer { withExtendedLifetime(folder) {} }
        try store.apply([store.entry("system", "S1").changed("rebuild_year", to: "2031")], .test(3))
        try store.apply([store.entry("system", "S1").changed("summary", to: "窓口")], .test(4))
        let result = try store.undo(2, .test(5))
        #expect(result.kept == [.init(kind: "system", key: "S1", field: "rebuild_year")])
        let entry = try store.entry("system", "S1")
        #expect(entry["rebuild_year"] == "2031" && entry["note"] == nil && entry["summary"] == "窓口")
        let batches = try store.batches()
        #expect(batches[1].undoneBy == 5 && batches[4].undoes == 2 && batches[4].changed == 1)
        #expect(try store.history(kind: "system", key: "S1").last?.field == "note")
    }

    @Test func anAddedRecordWithLaterEditsStaysWhole() throws {
        let (folder, store) = try edited()
        defer { withExtendedLifetime(folder) {} }
        let before = try store.entries()
        let error = #expect(throws: StoreError.self) { try store.undo(1, .test(3)) }
        guard case .nothingLeft(1, let kept) = error else { throw try #require(error) }
        #expect(!kept.isEmpty && kept.allSatisfy { $0.kind == "system" && $0.key == "S1" && $0.field != nil })
        #expect(try store.entries() == before && store.batches().count == 2)
    }

    @Test func aRecordThatIsGoneStaysGone() throws {
        let (folder, store) = try edited()
        defer { withExtendedLifetime(folder) {} }
        try store.apply([store.entry("system", "S1").removed, system("S2", "税").added], .test(3))
        #expect(throws: StoreError.nothingLeft(2, kept: [.init(kind: "system", key: "S1", field: nil)])) {
            try store.undo(2, .test(4))
        }
        try store.apply([system("S1", "新しい").added], .test(4))
        let result = try store.undo(3, .test(5))
        #expect(result.kept == [.init(kind: "system", key: "S1", field: nil)])
        #expect(try store.entries().map { $0["name"] } == ["新しい"])
    }

    @Test func aBatchMayTouchARecordTwice() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let entry = system("S1", "甲")
        let change = try entry.changed("name", to: "乙")
        let later = try Entry(kind: "system", values: #require(change.after)).changed("name", to: "丙")
        try store.apply([entry.added], .test())
        try store.apply([change, later], .test(2))
        #expect(try store.undo(2, .test(3)).kept.isEmpty)
        #expect(try store.entries() == [entry])
    }

    @Test func onlyOnceAndOnlyWhatIs() throws {
        let (folder, store) = try edited()
        defer { withExtendedLifetime(folder) {} }
        _ = try store.undo(2, .test(3))
        #expect(throws: StoreError.alreadyUndone(2, by: 3)) { try store.undo(2, .test(4)) }
        #expect(throws: StoreError.noBatch(9, latest: 3)) { try store.undo(9, .test(4)) }
        #expect(throws: StoreError.noBatch(0, latest: 3)) { try store.undo(0, .test(4)) }
    }
}
