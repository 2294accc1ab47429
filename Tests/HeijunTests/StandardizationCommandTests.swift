import Foundation
import Testing

/// The standardization commands as a user runs them.
struct StandardizationCommandTests {
    static func city() throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init --sample sample-city").status == 0)
        return tool
    }

    @Test func setStoresOneBatchThatCanBeTakenBack() throws {
        let tool = try Self.city()
        defer { tool.remove() }
        let set = try tool.run(
            ["standardization", "set", "固定資産税", "11-2..12-1=完了済み", "--on", "2026-11-20", "--by", "税務課"])
        #expect(set.status == 0 && set.output.contains("Batch 2 · added 0 / changed 2"))
        let shown = try tool.run("standardization show fixedAssetTax --json").output
        #expect(shown.contains("\"rate\": 0.75") && shown.contains("税務課"))
        #expect(try tool.run("undo 2").status == 0)
        #expect(try tool.run("standardization show fixedAssetTax --json").output.contains("\"rate\": 0.7,"))
    }

    @Test func notApplicableNeedsAReason() throws {
        let tool = try Self.city()
        defer { tool.remove() }
        #expect(try tool.run("standardization set fixedAssetTax 12-1=notApplicable").status == 64)
        let unknown = try tool.run(["standardization", "show", "固定資産説"], language: "ja")
        #expect(unknown.status == 64 && unknown.errors.contains("「固定資産税」ではありませんか。"))
    }

    @Test func whatIsExportedReadsBackUnchanged() throws {
        let tool = try Self.city()
        defer { tool.remove() }
        #expect(try tool.run("standardization export --output progress.xlsx").status == 0)
        let again = try tool.run("standardization import progress.xlsx --json")
        #expect(again.status == 0 && again.output.contains("\"states\": 800"))
        #expect(again.output.contains("\"added\": 0") && again.output.contains("\"asOf\": \"2026-11-30\""))
        let steps = try tool.run("export csv --kind step").output
        #expect(try tool.run("undo 2").status == 0)
        #expect(try tool.run("export csv --kind step").output == steps, "steps kept their days and people")
    }

    @Test func othersAreReadComparedAndTakenBack() throws {
        let tool = try Self.city()
        defer { tool.remove() }
        #expect(try tool.run("standardization compare").status == 1)
        let csv = "都道府県,市区町村,住民記録,戸籍\r\n架空県,見本市,1,0.5\r\n架空県,例示町,0.25,0.25\r\n"
        let sheet = tool.folder.appending(path: "rates.csv")
        try Data(csv.utf8).write(to: sheet)
        #expect(try tool.run("standardization import rates.csv").status == 64, "nobody says of which day")
        #expect(try tool.run("standardization import rates.csv --day 2026-01-31").status == 0)
        let compared = try tool.run("standardization compare --scope nation --json").output
        #expect(compared.contains("\"peers\": 2") && compared.contains("\"rank\": 1"))
        #expect(try tool.run("undo 2").status == 0)
        #expect(try tool.run("standardization compare --scope nation").status == 1)
        try Data(csv.replacing("0.5", with: "半分").utf8).write(to: sheet)
        let refused = try tool.run("standardization import rates.csv --day 2026-01-31", language: "ja")
        #expect(refused.status == 65 && refused.errors.contains("D2: 進捗率「半分」は読めません"))
    }

    @Test func recurringWorkFallsDue() throws {
        let tool = try Self.city()
        defer { tool.remove() }
        let due = try tool.run("due --from R8 --to R9 --ledger --json").output
        #expect(due.contains("\"kind\": \"revision\"") && due.contains("\"kind\": \"grantReport\""))
        let years = try tool.run("standardization revisions --json").output
        #expect(years.contains("\"recurring\"") && years.contains("\"effort\": 3.5"))
    }

    @Test func costIsAlsoComputedFromTheLedger() throws {
        let tool = try Self.city()
        defer { tool.remove() }
        let own = try tool.run("standardization costs --json").output
        #expect(!own.contains("\"origin\": \"ledger\""))
        let both = try tool.run("standardization costs --computed", language: "ja").output
        #expect(both.contains("台帳からの計算"))
        #expect(
            try tool.run("standardization costs --computed --json").output.contains("\"origin\": \"ledger\""))
    }
}
