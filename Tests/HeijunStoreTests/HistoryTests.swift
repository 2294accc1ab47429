import HeijunModel
import HeijunStore
import Testing

struct HistoryTests {
    @Test func tellsWhoChangedWhatAndWhen() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let first = system("S1", "住民記録")
        try store.apply([first.added, system("S2", "税").added], .test(1))
        try store.apply([first.changed("rebuild_year", to: "2029")], .test(2))
        let second = try store.entry("system", "S1")
        try store.apply([second.changed("rebuild_year", to: nil)], .test(3))
        try store.apply([store.entry("system", "S1").removed], .test(4))

        let lines = try store.history(kind: "system", key: "S1")
        #expect(lines.map(\.batch.id) == [1, 2, 3, 4])
        #expect(lines.map(\.verb) == [.added, .changed, .changed, .removed])
        #expect(lines.map(\.field) == [nil, "rebuild_year", "rebuild_year", nil])
        #expect(lines.map(\.before) == [nil, "2027", "2029", nil])
        #expect(lines.map(\.after) == [nil, "2029", nil, nil])
        #expect(lines.map(\.batch.header) == [.test(1), .test(2), .test(3), .test(4)])
        #expect(try store.history(kind: "system", key: "S9").isEmpty)
    }

    /// A year changed twice is one change; what is changed back, undone, or comes and goes again is none.
    @Test func whatCancelsOutIsNoChange() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        try store.apply([system("S1", "住民記録").added, system("S2", "税").added], .test(1))
        for year in ["2029", "2031"] {
            try store.apply([store.entry("system", "S1").changed("rebuild_year", to: year)], .test(2))
        }
        try store.apply([store.entry("system", "S2").changed("rebuild_year", to: "2030")], .test(3))
        try store.apply([store.entry("system", "S2").changed("rebuild_year", to: "2027")], .test(4))
        try store.apply([system("S3", "国保").added], .test(5))
        try store.apply([store.entry("system", "S3").removed], .test(6))
        let net = try store.history(after: 1).net
        #expect(net.map(\.key) == ["S1"])
        #expect(net.map(\.before) == ["2027"] && net.map(\.after) == ["2031"])
        #expect(try store.history(after: 0).net.map(\.verb) == [.added, .added])
    }

    @Test func anyTextIsKept() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let texts = [
            "\"引用\" \\ / \u{1} \t\n", "{\"a\":null}", "null", "𠮷髙👪", "\u{795E}", "\u{FA19}", "",
            "'; DROP TABLE system; --",
        ]
        var entry = system("S1", "住民記録")
        try store.apply([entry.added], .test())
        for text in texts {
            try store.apply([entry.changed("note", to: text)], .test(2))
            entry = try store.entry("system", "S1")
            #expect(isSame(entry["note"], text))
        }
        #expect(try store.history(kind: "system", key: "S1").dropFirst().map(\.after) == texts)
    }

    @Test func childrenStandWithTheirParent() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        func cost(_ system: String) -> Entry {
            var cost = Cost()
            cost.system = Key(system)
            return cost.entry
        }
        try store.apply([system("S/1", "甲").added, system("S/10", "乙").added], .test())
        try store.apply([cost("S/1").added, cost("S/10").added], .test(2))
        let lines = try store.history(kind: "system", key: "S/1", withChildren: true)
        #expect(lines.map(\.kind) == ["system", "cost"])
        #expect(try store.history(kind: "system", key: "S/1").count == 1)
    }
}

struct PlanTests {
    private func plan() -> Plan {
        var plan = Plan(asOf: Day(year: 2026, month: 11, day: 21), scope: "一般会計", outcome: .feasible)
        plan.inputHash = "abc"
        plan.objective = 12
        plan.bound = 10
        plan.years = [Plan.YearLoad(year: FiscalYear(2027))]
        plan.choices = [Plan.Choice(system: "S1")]
        return plan
    }

    @Test func plansComeBackWithTheirId() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        #expect(throws: StoreError.noPlan(nil, latest: nil)) { try store.plan() }
        #expect(try store.save(plan(), time: "2026-11-21T10:00:00+09:00") == "P-0001")
        #expect(try store.save(plan(), time: "2026-11-22T10:00:00+09:00", scenario: "抑制") == "P-0002")
        var expected = plan()
        expected.id = "P-0002"
        #expect(try store.plan().plan == expected && store.plan("P-0002").scenario == "抑制")
        #expect(try store.plan("P-0001").plan.id == "P-0001")
        #expect(try store.plans().map(\.time.description.count) == [25, 25])
        #expect(throws: StoreError.noPlan("P-0003", latest: "P-0002")) { try store.plan("P-0003") }
        #expect(throws: StoreError.noPlan("2", latest: "P-0002")) { try store.plan("2") }
    }

    /// A plan remembers the batch before it by number: the clock may go back between the two.
    @Test func plansKnowWhatCameAfterThem() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let early = try store.save(plan(), time: "2026-11-21T10:00:09+09:00")
        try store.apply([system("S1", "甲").added], .test(1))
        let id = try store.save(plan(), time: "2026-11-21T10:00:09+09:00")
        let last = try store.apply([system("S2", "乙").added], .test(2))
        #expect(try store.plan(early).afterBatch == 0 && store.plan(id).afterBatch == 1)
        #expect(try store.history(after: 1).map(\.batch.id) == [last])
    }

    @Test func applyingMarksThePlan() throws {
        let folder = try Folder()
        let store = try Store.create(at: folder.file)
        let id = try store.save(plan(), time: "2026-11-21T10:00:00+09:00")
        #expect(try store.plan(id).appliedBatch == nil)
        let batch = try store.apply([system("S1", "甲").added], .test(), plan: id)
        #expect(try store.plan(id).appliedBatch == batch)
    }
}
