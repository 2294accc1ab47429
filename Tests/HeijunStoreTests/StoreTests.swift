import HeijunModel
import HeijunStore
import Testing

struct StoreTests {
    @Test(arguments: UInt64(1)...30)
    func loadGivesBackWhatWasStored(seed: UInt64) throws {
        let folder = try Folder()
        let portfolio = try Portfolio.random(seed: seed, count: 12)
        let store = try Store.create(at: folder.file)
        let batch = try store.apply(portfolio.entries.map(\.added), .test())
        #expect(try batch == 1 && store.entries() == portfolio.entries)
        try store.close()
        let again = try Store.open(folder.file)
        #expect(try again.entries() == portfolio.entries)
        #expect(try again.portfolio().entries == portfolio.entries)
        for kind in RecordKind.all {
            let expected = portfolio.entries.filter { $0.kind == kind.name }
            #expect(try again.entries(ofKind: kind.name) == expected)
        }
    }

    @Test(arguments: UInt64(1)...10)
    func storeFollowsADifference(seed: UInt64) throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let old = try Portfolio.random(seed: seed).entries
        let new = try Portfolio.random(seed: seed + 50).entries
        try store.apply(old.map(\.added), .test())
        let difference = Difference(from: old, to: new)
        let gone = difference.missing.compactMap { name in
            old.first { $0.kind == name.kind && $0.key == name.key }?.removed
        }
        try store.apply(difference.changes + gone, .test(2))
        #expect(try store.entries() == new)
        let batch = try #require(try store.batches().last)
        #expect(batch.added == difference.count(.added) && batch.changed == difference.count(.changed))
        #expect(batch.removed == gone.count && batch.header == .test(2) && batch.undoes == nil)
    }

    @Test func aBatchTakenBackLeavesNoTrace() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "住民記録").added], .test())
        let batch = try store.apply(.test(2)) { batch in
            try batch.perform(system("S2", "税務").added)
            return batch.count > 1
        }
        #expect(try batch == nil && store.entries().count == 1 && store.batches().count == 1)
        let kept = try store.apply(.test(3)) { batch in
            try batch.perform(system("S2", "税務").added)
            batch.header.sourceSHA256 = String(repeating: "cd", count: 32)
            return true
        }
        let last = try #require(try store.batches().last)
        #expect(kept == last.id && last.header.sourceSHA256?.first == "c" && last.added == 1)
    }

    @Test func aNewFileIsEmptyAndWhole() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        #expect(try store.entries().isEmpty && store.batches().isEmpty && store.plans().isEmpty)
        #expect(try store.portfolio() == Portfolio())
        try store.close()
        #expect(folder.names == ["heijun.sqlite"])
    }

    @Test func closingLeavesOneFile() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "住民記録").added], .test())
        try store.close()
        let bytes = try folder.bytes()
        for readOnly in [true, false] {
            let reader = try Store.open(folder.file, readOnly: readOnly)
            #expect(try reader.portfolio().systems.count == 1)
            try reader.close()
            #expect(try folder.names == ["heijun.sqlite"] && folder.bytes() == bytes)
        }
    }

    @Test func severalReadersAndOneWriter() throws {
        let folder = try Folder()
        let writer = try Store.create(at: folder.file)
        let reader = try Store.open(folder.file, readOnly: true)
        try writer.apply([system("S1", "住民記録").added], .test())
        #expect(try reader.entries() == writer.entries())
        #expect(try Store.open(folder.file).entries().count == 1)
    }
}

struct RefusalTests {
    private func store(_ folder: Folder) throws -> Store {
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "住民記録").added], .test())
        return store
    }

    /// Tries a change, and that nothing of its batch was stored.
    private func refuses(_ change: Change, _ error: StoreError) throws {
        let folder = try Folder()
        let store = try store(folder)
        let before = try store.entries()
        #expect(throws: error) { try store.apply([system("S9", "別").added, change], .test(2)) }
        #expect(try store.entries() == before && store.batches().count == 1)
        #expect(try store.history(kind: "system", key: "S9").isEmpty)
    }

    @Test func recordsThatChangedMeanwhile() throws {
        let error = StoreError.changedMeanwhile(kind: "system", key: "S1")
        try refuses(system("S1", "住民記録").added, error)
        try refuses(system("S1", "戸籍").changed("summary", to: "古い"), error)
        try refuses(system("S1", "戸籍").removed, error)
        let gone = StoreError.changedMeanwhile(kind: "system", key: "S2")
        try refuses(system("S2", "税").changed("summary", to: "x"), gone)
        try refuses(system("S2", "税").removed, gone)
    }

    @Test func changesThatDoNotFitTheLedger() throws {
        let values = system("S2", "税").values
        for change in [
            Change(kind: "systen", key: "S2", before: nil, after: values),
            Change(kind: "system", key: "S2", before: nil, after: nil),
            Change(kind: "system", key: "S3", before: nil, after: values),
            Change(kind: "system", key: "S2", before: nil, after: Array(values.dropLast())),
        ] {
            try refuses(change, .malformedChange(kind: change.kind, key: change.key))
        }
    }

    @Test(arguments: ["令和9年度", "02027", "-0", "+1", "2027 ", "", "1e3", "9999999999999999999", "2027.0"])
    func numbersThatWouldComeBackOtherwise(text: String) throws {
        let change = try system("S1", "住民記録").changed("rebuild_year", to: text)
        try refuses(change, .unkeptValue(kind: "system", key: "S1", field: "rebuild_year", value: text))
    }

    @Test func textsThatWouldComeBackShorter() throws {
        let change = try system("S1", "住民記録").changed("note", to: "a\u{0}b")
        try refuses(change, .unkeptValue(kind: "system", key: "S1", field: "note", value: "a\u{0}b"))
    }

    @Test func requiredValues() throws {
        let change = try system("S1", "住民記録").changed("name", to: nil)
        try refuses(change, .unkeptValue(kind: "system", key: "S1", field: "name", value: ""))
    }

    @Test func plansThatDoNotExist() throws {
        let folder = try Folder()
        let store = try store(folder)
        #expect(throws: StoreError.noPlan("P-0001", latest: nil)) {
            try store.apply([system("S2", "税").added], .test(2), plan: "P-0001")
        }
        #expect(try store.entries().count == 1 && store.batches().count == 1)
    }
}
