import Foundation
import Testing

/// Progress sheets as offices send them, as workbooks and as CSV: odd ones are read, wrong ones named with their place.
struct ProgressImportTests {
    private static let folder = "Inventory/broken/progress"

    @Test(arguments: ["shuffled-columns", "merged-headings", "full-width-spaces"], ["xlsx", "csv"])
    func oddSheetsAreRead(name: String, suffix: String) throws {
        let tool = try StandardizationCommandTests.city()
        defer { tool.remove() }
        let run = try tool.run(
            "standardization import \(Self.folder)/\(name).\(suffix) --day 2026-01-31 --json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("\"bodies\": 2") && run.output.contains("\"states\": 120"))
        let shown = try tool.run("standardization show fixedAssetTax --json").output
        #expect(shown.contains("\"rate\": 0.7,"), "28 of 40 steps are done")
    }

    @Test(arguments: ["xlsx", "csv"])
    func missingStepsLeaveWhatIsRecorded(suffix: String) throws {
        let tool = try StandardizationCommandTests.city()
        defer { tool.remove() }
        let file = "\(Self.folder)/missing-steps.\(suffix)"
        let run = try tool.run("standardization import \(file) --day 2026-01-31", language: "ja")
        #expect(run.status == 0 && run.errors.contains("作業ステップの列 ①-1、①-2、⑧-1 がありません"), "\(run.errors)")
        #expect(try tool.run("show step:fixedAssetTax/1").output.contains("Done"))
        #expect(try tool.run("undo 2").status == 0)
    }

    @Test(
        arguments: [
            ("unknown-business", 2, "固定資産説", "固定資産税"), ("unknown-step", 1, "①-9 首長等への報告書", "①-3 首長等への報告"),
            ("unknown-state", 2, "完了済", "完了済み"), ("given-twice", 1, "固定資産税", ""),
        ], ["xlsx", "csv"])
    func wrongSheetsChangeNothing(
        fault: (name: String, count: Int, value: String, nearest: String), suffix: String
    ) throws {
        let tool = try StandardizationCommandTests.city()
        defer { tool.remove() }
        let before = try tool.run("export xml").output
        let file = "\(Self.folder)/\(fault.name).\(suffix)"
        let run = try tool.run("standardization import \(file) --day 2026-01-31", language: "ja")
        #expect(run.status == 65 && run.errors.contains("誤りが \(fault.count) 件あるため、何も保存していません"))
        #expect(try tool.run("export xml").output == before)
        let rejects = try String(contentsOf: tool.folder.appending(path: "rejects.csv"), encoding: .utf8)
        let lines = rejects.split(separator: "\r\n")
        #expect(lines.count == 1 + fault.count && lines[1].contains(fault.value))
        #expect(fault.nearest.isEmpty || lines[1].contains(fault.nearest))
    }

    @Test(arguments: ["xlsx", "csv"])
    func theRestIsStoredWhereRejectsAreAllowed(suffix: String) throws {
        let tool = try StandardizationCommandTests.city()
        defer { tool.remove() }
        let file = "\(Self.folder)/unknown-state.\(suffix)"
        let line = "standardization import \(file) --day 2026-01-31 --max-rejects 2 --rejects left.csv"
        let trial = try tool.run(line + " --dry-run")
        #expect(trial.status == 1 && trial.output.contains("rejected 2"))
        let run = try tool.run(line + " --json", language: "ja")
        #expect(
            run.status == 1 && run.output.contains("\"batch\": 2") && run.output.contains("\"rejected\": 2"))
        #expect(run.output.contains("\"suggestion\": \"完了済み\""))
        let left = try String(contentsOf: tool.folder.appending(path: "left.csv"), encoding: .utf8)
        #expect(
            left.contains(
                "架空県かもめ市,固定資産税,③-1 標準化対象範囲の確認（標準仕様書と現行システムとを比較し調達範囲・単位の差異を洗い出し）,unknown-state,完了済,完了済み"))
        #expect(try tool.run("standardization show fixedAssetTax --json").output.contains("\"rate\": 0.7,"))
        #expect(try tool.run("export csv --kind peer_progress").output.contains("見本市"))
    }

    @Test func aSheetWithoutATableIsUnreadable() throws {
        let tool = try StandardizationCommandTests.city()
        defer { tool.remove() }
        try Data("市,数\r\n架空市,5\r\n".utf8).write(to: tool.folder.appending(path: "other.csv"))
        let run = try tool.run("standardization import other.csv --max-rejects 9", language: "ja")
        #expect(run.status == 65 && run.errors.contains("進捗の表が見つかりません"))
    }
}
