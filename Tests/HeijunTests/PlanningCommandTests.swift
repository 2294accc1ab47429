import Foundation
import Testing

/// The planning commands as a user meets them: what they store, what undo brings back, what they refuse.
struct PlanningCommandTests {
    /// A portfolio of forty fictional systems with a plan.
    private func planned() throws -> Tool {
        let tool = try Tool()
        let inventory = try tool.run("sample --systems 40 --seed 5").output
        #expect(try tool.run("init").status == 0)
        #expect(try tool.run(["import", "-"], input: inventory).status == 0)
        #expect(try tool.run("plan").status == 0)
        return tool
    }

    private func ledger(_ tool: Tool) throws -> String { try tool.run("export xml").output }

    @Test func applyAndUndoRestoreTheLedgerByteForByte() throws {
        let tool = try planned()
        defer { tool.remove() }
        let before = try ledger(tool)
        let applied = try tool.run("plan apply P-0001")
        #expect(applied.status == 0 && applied.output.contains("Batch 2"), "\(applied.errors)")
        #expect(try ledger(tool) != before)
        #expect(try tool.run("export csv --kind plan_decision").output.split(separator: "\r\n").count > 1)
        #expect(try tool.run("undo 2").status == 0)
        #expect(try ledger(tool) == before)
    }

    @Test func applyIsRefusedWithWhatChanged() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("set SYS-0003 build_cost=123456789").status == 0)
        let english = try tool.run("plan apply P-0001"),
            japanese = try tool.run("plan apply P-0001", language: "ja")
        #expect(
            english.status == 1 && english.errors.contains("SYS-0003") && english.errors.contains("123456789")
        )
        #expect(japanese.errors.contains("SYS-0003") && japanese.errors.contains("→ 123456789（バッチ 2）"))
        #expect(try tool.run("undo 2").status == 0)
        #expect(try tool.run("plan apply P-0001").status == 0)
    }

    @Test func scenariosAndRecordsLeaveAPlanValid() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("plan scenario new tight large-per-year=9").status == 0)
        #expect(try tool.run("budget request").status == 0)
        #expect(try tool.run("set uncertainty:SYS-0001 delay_most=2").status == 0)
        #expect(try tool.run("plan apply P-0001").status == 0)
    }

    @Test func settingsAndScenariosAreUndone() throws {
        let tool = try planned()
        defer { tool.remove() }
        let before = try ledger(tool)
        #expect(try tool.run("plan set peak-weight=20 stress.delay-most-large=3 --reason trial").status == 0)
        #expect(try tool.run("plan set peak-weight --json").output.contains("\"value\": 20"))
        #expect(try tool.run("plan set peak-weight=").status == 0)
        #expect(try tool.run("plan set peak-weight --json").output.contains("\"value\": 10"))
        #expect(try tool.run("plan scenario new a R12=9000000000千円 SYS-0001.name=X").status == 0)
        #expect(try tool.run("plan scenario change a SYS-0001.name=Y").status == 0)
        #expect(try tool.run("plan scenario show a --csv").output.contains(",Y\r\n"))
        #expect(try tool.run("plan --scenario a --json").output.contains("\"inputHash\""))
        #expect(try tool.run("plan list").output.contains(" a"))
        #expect(try tool.run("plan scenario remove a").status == 0)
        #expect(try tool.run("plan show P-0002").status == 0)
        for batch in (2...6).reversed() { #expect(try tool.run("undo \(batch)").status == 0) }
        #expect(try ledger(tool) == before)
    }

    @Test(arguments: [
        ("plan set peak-weight=5000", 64), ("plan set peek-weight=5", 64), ("plan set nothing", 64),
        ("plan scenario show none", 1), ("plan scenario new x R40=-5%", 1),
        ("plan scenario new x SYS-0001=x", 64),
        ("plan scenario remove none", 1), ("plan --scenario none", 1), ("plan stress P-0099", 1),
        ("plan stress --runs 0", 64), ("plan stress --event flood", 64), ("plan frontier --points 1", 64),
        ("budget set SYS-9999 R10 notified commission=1", 1),
        ("budget set SYS-0001 R10 given commission=1", 64),
        ("budget set SYS-0001 R10 notified gold=1", 64), ("budget set SYS-0001 R10 notified commission", 64),
        ("budget R99x", 64), ("due --plan P-0099", 1),
    ])
    func refusals(line: String, status: Int32) throws {
        let tool = try planned()
        defer { tool.remove() }
        for language in ["ja", "en"] {
            let run = try tool.run(line, language: language)
            #expect(run.status == status, "\(line): \(run.errors)")
            #expect(!run.errors.isEmpty)
        }
        #expect(try tool.run("history").output.contains("1 batch"))
    }

    @Test func stressIsTheSameForTheSameSeed() throws {
        let tool = try planned()
        defer { tool.remove() }
        let runs = try (1...2).map { _ in
            try tool.run("plan stress --runs 50 --seed 4 --json --chart s.svg").output
        }
        #expect(runs[0] == runs[1] && runs[0].contains("\"runs\": 50"))
        let chart = try String(contentsOf: tool.folder.appending(path: "s.svg"), encoding: .utf8)
        #expect(chart.hasPrefix("<svg"))
        #expect(try tool.run("plan stress --runs 50 --seed 4 --event tax").status == 0)
    }

    /// Total cost against peak of a small fictional body, as people and programs read it.
    @Test func theFrontierReadsAsTracked() throws {
        let tool = try Tool()
        defer { tool.remove() }
        let inventory = try tool.run("sample --systems 24 --seed 5").output
        #expect(try tool.run("init").status == 0)
        #expect(try tool.run(["import", "-"], input: inventory).status == 0)
        let text = try [("ja", "plan frontier --points 5"), ("en", "plan frontier --points 5 --json")].map {
            language, command in
            "$ heijun \(command)\n" + (try tool.run(command, language: language).output)
        }
        try Repository.expectGolden(text.joined(separator: "\n"), "Reports/frontier.txt")
        let schema = try String(
            contentsOf: Repository.root.appending(path: "docs/json/frontier.schema.json"), encoding: .utf8)
        for key in ["points", "idle", "own", "conflicts", "peakYear", "extra", "settings"] {
            #expect(schema.contains("\"\(key)\"") && text[1].contains("\"\(key)\""))
        }
    }

    /// A pin alone does not change a decided year; a supplementary budget does, in one batch with the pin.
    @Test func aDecidedYearTakesASupplementaryBudget() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("set SYS-0003 year_decided=true").status == 0)
        let year =
            try tool.run("show SYS-0003 --json").output.contains("\"rebuild_year\": 2031") ? 2032 : 2031
        let refused = try tool.run("plan pin SYS-0003 \(year)")
        #expect(refused.status == 1 && refused.errors.contains("--by supplementary"), "\(refused.errors)")
        #expect(try tool.run("history").output.contains("2 batches"))
        let allowed = try tool.run("plan pin SYS-0003 \(year) --by supplementary")
        #expect(try tool.run("history").output.contains("3 batches"), "\(allowed.errors)")
        #expect(try tool.run("export csv --kind plan_terms").output.contains("supplementary"))
        #expect(try tool.run("plan pin SYS-0003 \(year) --by favour").status == 64)
    }

    /// A pin under which no plan exists is refused with what stands against it, and is not stored.
    @Test func aPinWithoutAPlanIsNotStored() throws {
        let tool = try planned()
        defer { tool.remove() }
        let before = try tool.run("history").output
        let refused = try tool.run("plan pin SYS-0003 R14 --ceiling R12=-90%")
        #expect(refused.status == 1 && refused.errors.contains("No plan exists"), "\(refused.errors)")
        #expect(refused.errors.contains("Nothing was stored"))
        #expect(try tool.run("history").output == before)
    }

    @Test func theFrontierIsDrawnChosenAndReported() throws {
        let tool = try planned()
        defer { tool.remove() }
        let run = try tool.run("plan frontier --points 3 --choose 1 --json --chart f.svg")
        #expect(run.status == 0 && run.output.contains("\"points\"") && run.errors.contains("P-0002"))
        #expect(try tool.run("plan verify P-0002").status == 0)
        #expect(try tool.run("plan apply P-0002").status == 0)
        let report = try tool.run("report --frontier --plan P-0001 --format svg --output out")
        #expect(report.status == 0, "\(report.errors)")
        for name in ["f.svg", "out/frontier.svg", "out/stress.svg"] {
            let drawn = try String(contentsOf: tool.folder.appending(path: name), encoding: .utf8)
            #expect(drawn.hasPrefix("<svg"))
        }
    }

    @Test func aCutIsRecordedShownAndAnswered() throws {
        let tool = try planned()
        defer { tool.remove() }
        let nothing = try tool.run("budget replan")
        #expect(nothing.status == 0 && nothing.output.contains("Nothing was granted less"))
        let sheet = try tool.run("budget --json").output
        #expect(
            sheet.contains("\"requests\"") && sheet.contains("\"budget\"") && sheet.contains("\"findings\""))
        #expect(try tool.run("budget --csv").output.contains("Budget year"))
        #expect(try tool.run("budget request").status == 0)
        #expect(try tool.run("budget stages").output.contains("Requested"))
        #expect(try tool.run("budget debts --json").output.contains("\"debts\""))
        #expect(try tool.run("due --from R9 --to R11 --json").output.contains("\"costs\""))
    }

    @Test func whyTellsEveryYearWithStableKeys() throws {
        let tool = try planned()
        defer { tool.remove() }
        let text = try tool.run("plan why SYS-0003", language: "ja").output
        #expect(text.contains("年度別経費の増減（千円）") && text.contains("選べない") && !text.contains("。、"))
        let runs = try ["ja", "en"].map { try tool.run("plan why SYS-0003 --json", language: $0).output }
        let schema = try String(
            contentsOf: Repository.root.appending(path: "docs/json/why.schema.json"), encoding: .utf8)
        for key in [
            "system", "natural", "planned", "reason", "options", "fiscalYear", "standing", "isAllowed",
            "peakChange", "totalChange", "objectiveChange", "loadChanges", "change", "breaks",
        ] {
            #expect(schema.contains("\"\(key)\"") && runs.allSatisfy { $0.contains("\"\(key)\"") }, "\(key)")
        }
        #expect(runs.allSatisfy { $0.contains("\"standing\": \"planned\"") })
        #expect(try tool.run("plan why SYS-0003 --csv").output.contains("Change of"))
    }

    /// Once the batch that applied a plan is undone, changes are counted from the natural years again.
    @Test func anUndonePlanIsAppliedNoLonger() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("plan apply P-0001").status == 0)
        #expect(try tool.run("plan --json").output.contains("\"replan\": true"))
        #expect(try tool.run("undo 2").status == 0)
        let again = try tool.run("plan --json").output
        #expect(again.contains("\"replan\": false"))
        let lines = try tool.run("plan list --csv").output.split(separator: "\r\n")
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",") }, "\(lines)")
    }

    /// A report under a scenario shows the scenario's name, its ceilings and its pins, not the ledger's.
    @Test func aReportUnderAScenarioIsTheScenarios() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("plan scenario new generous R12=98765432千円").status == 0)
        #expect(try tool.run("plan scenario show generous", language: "ja").output.contains("98765432"))
        #expect(try tool.run("plan --scenario generous").status == 0)
        #expect(try tool.run("report --plan P-0002 --output under", language: "ja").status == 0)
        #expect(try tool.run("report --plan P-0001 --output plain", language: "ja").status == 0)
        func read(_ name: String) throws -> String {
            try String(contentsOf: tool.folder.appending(path: name), encoding: .utf8)
        }
        let (under, plain) = (try read("under/report.html"), try read("plain/report.html"))
        #expect(under.contains("generous") && under.contains("98,765,432"))
        #expect(!plain.contains("generous") && !plain.contains("98,765,432"))
        #expect(try read("under/years.csv").contains("98765432000"))
        #expect(!(try read("plain/years.csv").contains("98765432000")))
    }

    @Test func verificationTellsWhatItRestsOn() throws {
        let tool = try planned()
        defer { tool.remove() }
        let fresh = try tool.run("plan verify")
        #expect(fresh.status == 0 && fresh.output.contains("that of the present ledger"))
        #expect(try tool.run("set SYS-0003 build_cost=123456789").status == 0)
        let later = try tool.run("plan verify")
        #expect(later.status == 1 && later.errors.contains("The ledger has changed since"))
        // A plan that nobody can make is verified too: the proof that none exists.
        #expect(try tool.run("plan --ceiling R10=1千円").status == 1)
        let none = try tool.run("plan verify")
        #expect(none.status == 0 && none.output.contains("that no plan exists follows from its proof"))
    }

    @Test func withoutAPlanTheCostOfDoingNothingIsShown() throws {
        let tool = try planned()
        defer { tool.remove() }
        let run = try tool.run("plan --ceiling R12=1000千円")
        #expect(run.status == 1)
        #expect(run.output.contains("if nothing is done") && run.output.contains("█"))
        #expect(try tool.run("plan list").output.contains("none exists"))
        #expect(try tool.run("plan compare P-0001 P-0002").status == 1)
        #expect(try tool.run("budget --plan P-0002").status == 1)
        #expect(try tool.run("report --plan P-0002 --output out --format html", language: "ja").status == 0)
        let page = try String(contentsOf: tool.folder.appending(path: "out/report.html"), encoding: .utf8)
        #expect(page.contains("何もしない場合の年度別経費") && page.contains("<svg"))
    }
}
