import Foundation
import Testing

/// What planning commands refuse, and what they say of a plan that the ledger has left behind or taken over.
struct PlanningRefusalTests {
    /// A portfolio of forty fictional systems with a plan.
    private func planned() throws -> Tool {
        let tool = try Tool()
        let inventory = try tool.run("sample --systems 40 --seed 5").output
        #expect(try tool.run("init").status == 0)
        #expect(try tool.run(["import", "-"], input: inventory).status == 0)
        #expect(try tool.run("plan").status == 0)
        return tool
    }

    /// The first system of next year's request, with its amount in yen, and one that asks for nothing then.
    private func requests(_ tool: Tool) throws -> (asking: String, amount: Int, idle: String) {
        func keys(_ command: String, _ table: String) throws -> [[String: Any]] {
            let json = try JSONSerialization.jsonObject(with: Data(try tool.run(command).output.utf8))
            return try #require((json as? [String: Any])?[table] as? [[String: Any]])
        }
        let sheet = try keys("budget --json", "requests")
        let asking = try sheet.map { try #require($0["system"] as? String) }
        let all = try keys("systems --json", "system").compactMap { $0["id"] as? String }
        return (
            asking[0], try #require(sheet[0]["amount"] as? Int),
            try #require(all.first { !asking.contains($0) })
        )
    }

    @Test(arguments: [
        ("plan unpin SYS-0003", 1, "固定されていません"), ("plan unpin SYS-9999", 1, "台帳にありません"),
        ("plan scenario new far SYS-0003=R60", 1, "計画期間"), ("plan --ceiling none/R12=5千円", 1, "会計は台帳にありません"),
        ("plan compare P-0001 P-0001", 64, "どちらも"), ("budget R60", 64, "計画期間"),
        ("budget stages R60", 64, "計画期間"), ("budget set SYS-0003 R60 notified rent=0", 64, "計画期間"),
        ("budget set SYS-0003 R10 requested rent=-5", 64, "負の額"),
        ("budget set SYS-0003 R10 given rent=0", 64, "要求、内示、復活要求、査定、議決"),
    ])
    func refusals(line: String, status: Int32, said: String) throws {
        let tool = try planned()
        defer { tool.remove() }
        let japanese = try tool.run(line, language: "ja"), english = try tool.run(line)
        #expect(japanese.status == status && english.status == status, "\(line): \(japanese.errors)")
        #expect(japanese.errors.contains(said), "\(line): \(japanese.errors)")
        #expect(!english.errors.isEmpty && english.output.isEmpty)
        #expect(try tool.run("history").output.contains("1 batch"))
    }

    @Test func aPinOfTheLedgerBeyondThePlanIsRefused() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("set SYS-0003 pinned_year=2060").status == 0)
        for command in ["plan", "plan frontier"] {
            let run = try tool.run(command)
            #expect(run.status == 1 && run.errors.contains("SYS-0003"), "\(run.errors)")
        }
        #expect(try tool.run("plan list").output.contains("1 plans"))
    }

    @Test func anEmptyLedgerIsNotPlanned() throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        let run = try tool.run("plan --as-of 2026-11-01", language: "ja")
        #expect(run.status == 1 && run.errors.contains("情報システムがありません"))
        #expect(try tool.run("plan list").output.contains("0 plans"))
    }

    /// Amounts above the request are taken only where they are meant, and none of a system that asks for nothing.
    @Test func amountsAreHeldAgainstTheRequest() throws {
        let tool = try planned()
        defer { tool.remove() }
        let (asking, amount, idle) = try requests(tool)
        let year = try #require(
            tool.run("budget --csv").output.split(separator: "\r\n")[1].split(separator: ",").first)
        let none = try tool.run("budget set \(idle) \(year) notified commission=0", language: "ja")
        #expect(none.status == 1 && none.errors.contains("要求がありません"), "\(none.errors)")
        let above = "budget set \(asking) \(year) notified commission=\(amount + 1000)"
        let refused = try tool.run(above, language: "ja")
        #expect(refused.status == 1 && refused.errors.contains("--over-request"), "\(refused.errors)")
        #expect(try tool.run("history").output.contains("1 batch"))
        #expect(try tool.run("budget set \(asking) \(year) notified commission=\(amount)").status == 0)
        #expect(try tool.run(above + " --over-request").status == 0)
    }

    /// A plan that was applied reads as before: its reasons, its "before" and its verification are those of the ledger
    /// that it was made of.
    @Test func anAppliedPlanReadsAsBefore() throws {
        let tool = try planned()
        defer { tool.remove() }
        let commands = [
            "plan show", "plan why SYS-0003", "plan stress --runs 20", "plan waves", "budget R10",
        ]
        let before = try commands.map { try tool.run($0).output }
        func report(_ name: String) throws -> Data {
            #expect(try tool.run("report --format html --output \(name)").status == 0)
            return try Data(contentsOf: tool.folder.appendingPathComponent("\(name)/report.html"))
        }
        let page = try report("before")
        #expect(try tool.run("plan apply P-0001").status == 0)
        #expect(try report("after") == page)
        for (command, text) in zip(commands, before) {
            let run = try tool.run(command)
            #expect(run.output == text && run.errors.isEmpty, "\(command): \(run.errors)")
        }
        #expect(try tool.run("plan verify P-0001").status == 0)
        let again = try tool.run("plan apply P-0001", language: "ja")
        #expect(again.status == 1 && again.errors.contains("すでに反映しています（バッチ 2）"), "\(again.errors)")
    }

    /// Where the ledger has changed since, whatever reads the plan says so beside its answer.
    @Test func aPlanLeftBehindIsSaidToBe() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("plan why SYS-0003").errors.isEmpty)
        #expect(try tool.run("set SYS-0004 build_cost=1234567").status == 0)
        for command in [
            "plan show", "plan why SYS-0003", "plan stress --runs 5", "plan waves", "budget", "due",
        ] {
            let run = try tool.run(command, language: "ja")
            #expect(run.status == 0 && run.errors.contains("台帳が変わっています（1 件）"), "\(command)")
        }
        #expect(try tool.run("undo 2").status == 0)
        #expect(try tool.run("plan why SYS-0003").errors.isEmpty)
    }

    /// Ctrl-C ends a search with the best plan so far, which says so, or with none; the file opens as before either way.
    @Test(arguments: [0, 1, 2])
    func anInterruptedSearchKeepsTheBestSoFar(seconds: Int) throws {
        let tool = try Tool()
        defer { tool.remove() }
        let inventory = try tool.run("sample --systems 400 --seed 5").output
        #expect(try tool.run("init").status == 0)
        #expect(try tool.run(["import", "-"], input: inventory).status == 0)
        let search = try tool.begin(
            ["plan", "--effort", "10", "--gap", "0"], language: "ja", input: FileHandle.nullDevice)
        Thread.sleep(forTimeInterval: Double(seconds) + 0.3)
        search.interrupt()
        let run = try tool.end(search)
        let stored = try tool.run("plan list --json").output.contains("P-0001")
        switch run.status {
        case 0: #expect(stored && !run.output.contains("探索を中断"), "it had ended before")
        case 2: #expect(!stored, "it had not begun to listen")
        default:
            #expect(run.status == 130 && run.errors.contains("中断"), "\(run.errors)")
            #expect(run.output.contains("探索を中断") == stored)
        }
        #expect(try tool.run("plan --gap 5").status == 0)
    }

    @Test func infeasiblePlansAreNamed() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("plan --ceiling R12=1000千円").status == 1)
        for line in ["plan compare P-0001 P-0002", "plan apply P-0002"] {
            let run = try tool.run(line, language: "ja")
            #expect(run.status == 1 && run.errors.contains("計画 P-0002 は成立しなかった"), "\(run.errors)")
        }
    }

    /// Every system has a sentence, also one that stays where it was.
    @Test func whySpeaksOfEverySystem() throws {
        let tool = try planned()
        defer { tool.remove() }
        for number in 1...40 {
            let key = "SYS-" + String(10000 + number).dropFirst()
            let lines = try tool.run("plan why \(key)", language: "ja").output.split(separator: "\n")
            #expect(lines.count > 1 && lines[1].hasSuffix("。") || lines[1].hasSuffix("（下表）。"), "\(key)")
        }
    }
}
