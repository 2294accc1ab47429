import Foundation
import Testing

/// Recording figures and grades, taking tables in, and what is refused.
struct EvaluationCommandTests {
    private static func city(_ sample: String) throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init --sample \(sample)").status == 0)
        return tool
    }

    @Test(arguments: [
        ("kpi set open-datasets R7 actual=512", 0), ("kpi set open-datasets R7 actual=512 --dry-run", 0),
        ("kpi set total-cost R9 target-text=なるべく減らす", 0), ("kpi set video-meetings R9 not-set=活用が進んだため", 0),
        ("kpi set total-cost R9 target=なるべく", 64), ("kpi set total-cost R9 aim=1", 64),
        ("kpi set total-cots R9 target=1", 1), ("kpi set total-cost R7x target=1", 64),
        ("kpi set total-cost R9 result=maybe", 64), ("kpi import nothing.xlsx", 74),
        ("kpi import Inventory/demo.sh", 65),
        ("kpi --check", 1), ("kpi peers", 0), ("evaluate --check", 1), ("evaluate sheets 4020506", 1),
        ("evaluate sheets 40205060", 0), ("evaluate override 1 A --reason x", 1), ("evaluate reviews", 0),
    ])
    func statuses(line: String, status: Int32) throws {
        let tool = try Self.city("kawasaki-published")
        defer { tool.remove() }
        for language in ["ja", "en"] {
            let run = try tool.run(line, language: language)
            #expect(run.status == status, "\(run.output)\(run.errors)")
            #expect(!(run.output + run.errors).isEmpty)
        }
    }

    @Test func aFigureIsRecordedAndDecides() throws {
        let tool = try Self.city("kawasaki-published")
        defer { tool.remove() }
        #expect(try tool.run("kpi set open-datasets R7 actual=512 --reason test").status == 0)
        let row = try tool.run("kpi --as-of 2026-04-01 --csv").output.split(separator: "\r\n").first {
            $0.contains("オープンデータのデータセット数")
        }
        #expect(row?.contains("512,2025,102.4 %,Met") == true || row?.contains("512") == true)
        let check = try tool.run("kpi --check --as-of 2026-04-01").output
        #expect(
            check.contains("actual-overdue")
                && !check.contains("open-datasets  “オープンデータのデータセット数”: FY2025 has ended"))
    }

    @Test func aGradeIsSetByHandAndTakenBack() throws {
        let tool = try Self.city("yokohama-h30-r1")
        defer { tool.remove() }
        #expect(try tool.run(["evaluate", "override", "52", "C", "--reason", "基本構想が未策定"]).status == 0)
        let grades = try tool.run("evaluate summary").output
        #expect(grades.contains("53") && grades.contains("9 "))
        #expect(try tool.run(["evaluate", "override", "52", "D", "--reason", "x"]).status == 64)
        #expect(try tool.run(["evaluate", "override", "52", "C", "--reason", ""]).status == 64)
        #expect(try tool.run(["evaluate", "override", "99", "C", "--reason", "x"]).status == 1)
        #expect(try tool.run(["evaluate", "override", "52", "", "--reason", ""]).status == 0)
        #expect(try tool.run("evaluate --json").output.contains("\"A\": 8,\n        \"B\": 54"))
    }

    @Test func aTableOfAnOfficeComesIn() throws {
        let tool = try Self.city("kawasaki-published")
        defer { tool.remove() }
        let table = """
            取組分野,指標名,単位,方向,基準値（H29年度）,目標値（R7年度）,実績値（R7年度）,範囲
            オープンデータの推進,オープンデータのデータセット数,セット,増加,108,500件以上,"512",
            ,新しい指標,件,増加,−,13件以上,22件,本庁のみ
            """
        try Data(table.utf8).write(to: tool.folder.appending(path: "kpi.csv"))
        let trial = try tool.run("kpi import kpi.csv --dry-run")
        #expect(trial.status == 0 && trial.output.contains("nothing is stored"))
        let run = try tool.run("kpi import kpi.csv")
        #expect(run.status == 0, "\(run.errors)")
        let show = try tool.run("kpi --json").output
        #expect(show.contains("\"id\": \"KPI-1\"") && show.contains("\"target\": \"13件以上\""))
        let again = try tool.run("kpi import kpi.csv")
        #expect(again.status == 0 && again.output.contains("added 0 / changed 0"), "\(again.output)")
        try Data(table.replacing("増加", with: "ぞうか").utf8).write(to: tool.folder.appending(path: "bad.csv"))
        let bad = try tool.run("kpi import bad.csv")
        #expect(bad.status == 65 && bad.errors.contains("bad.csv:D2"))
    }

    @Test func everyTableHasItsOwnWayOut() throws {
        let tool = try Self.city("kawasaki-published")
        defer { tool.remove() }
        #expect(try tool.run("evaluate --csv").output.contains("40201010,"))
        #expect(try tool.run("evaluate --csv --table findings").output.contains("settled-over-budget"))
        #expect(try tool.run("evaluate --csv --table costs").output.contains("40205060,"))
        let wrong = try tool.run("evaluate --csv --table gardes", language: "ja")
        #expect(wrong.status == 64 && wrong.errors.contains("選べる表: grades、summary"))
        #expect(try tool.run("evaluate --output tables").status == 0)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: tool.folder.appending(path: "tables").path)
        #expect(
            files.sorted() == [
                "agreements.csv", "answers.csv", "costs.csv", "findings.csv", "indicators.csv", "sheets.csv",
                "summary.csv", "tree.csv",
            ])
    }

    @Test func aBuiltInSchemeIsTakenEditedAndUsed() throws {
        let tool = try Self.city("yokohama-h30-r1")
        defer { tool.remove() }
        #expect(try tool.run("evaluate schemes").output.contains("S >100 / A ≥100 / B ≥90 / C"))
        #expect(try tool.run("evaluate schemes --add sbac").status == 64)
        #expect(try tool.run("evaluate schemes --add sabc").status == 0)
        #expect(try tool.run("evaluate schemes --add sabc").status == 1)
        #expect(try tool.run("set measure:07 scheme=sabc reported_grade=").status == 0)
        let graded = try tool.run("evaluate grades --csv").output
        #expect(graded.split(separator: "\r\n").contains { $0.hasPrefix("7,") && $0.contains(",S,") })
        #expect(try tool.run("set scheme_grade:sabc/S above=200").status == 0)
        let again = try tool.run("evaluate grades --csv").output
        #expect(again.split(separator: "\r\n").contains { $0.hasPrefix("7,") && $0.contains(",A,") })
    }
}
