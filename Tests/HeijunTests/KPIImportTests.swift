import Foundation
import Testing

/// Tables of indicators with one fault each, as CSV and as a workbook: one message with its place, and nothing is stored.
struct KPIImportTests {
    private static let folder = "Inventory/broken/kpi"

    @Test(
        arguments: [
            ("wrong-header", "「指標名」"), ("text-in-number", "実績「約三百」は数値として読めません"),
            ("letter-in-number", "実績「34O」は数値として読めません"), ("unknown-key", "「open-datasets」ではありませんか"),
            ("unknown-name", "「オープンデータのデータセット数」ではありませんか"), ("duplicate-year", "同じ年度・区分の列がすでにあります"),
            ("duplicate-row", "同じ指標が二度あります"), ("no-year", "見出し「実績値」の意味がわかりません"),
            ("unknown-direction", "「うえ」は選べません"),
        ], ["csv", "xlsx"])
    func faultsChangeNothing(fault: (name: String, words: String), suffix: String) throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init --sample kawasaki-published").status == 0)
        let before = try tool.run("export xml").output
        let run = try tool.run("kpi import \(Self.folder)/\(fault.name).\(suffix)", language: "ja")
        #expect(run.status == 65 && run.errors.contains(fault.words), "\(run.output)\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1 && run.output.isEmpty)
        #expect(try tool.run("export xml").output == before)
    }

    @Test func aNameThatIsNearlyKnownMayBeNew() throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init --sample kawasaki-published").status == 0)
        let run = try tool.run("kpi import \(Self.folder)/unknown-name.csv --new")
        #expect(run.status == 0 && run.output.contains("Batch 2"), "\(run.errors)")
        #expect(try tool.run("undo 2").status == 0)
    }
}
