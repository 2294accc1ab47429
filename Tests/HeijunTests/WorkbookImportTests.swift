import Foundation
import Testing

/// The ledger as a workbook comes back as it went, and its faults have their cells.
struct WorkbookImportTests {
    @Test(arguments: ["kawasaki-published", "yokohama-h30-r1", "kamakura-r5"])
    func exportedWorkbooksComeBackUnchanged(sample: String) throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init --sample \(sample)").status == 0)
        #expect(try tool.run("export xlsx --output ledger.xlsx").status == 0)
        let again = try tool.run("import ledger.xlsx")
        #expect(
            again.status == 0 && again.output.contains("added 0 / changed 0"),
            "\(again.output)\(again.errors)")
        let before = try tool.run("export xml").output
        try FileManager.default.removeItem(at: tool.folder.appending(path: "heijun.sqlite"))
        #expect(try tool.run("init").status == 0)
        let run = try tool.run("import ledger.xlsx")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try tool.run("export xml").output == before)
    }

    @Test func faultsHaveTheirSheetAndCell() throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init --sample kamakura-r5").status == 0)
        #expect(try tool.run("set project:共生-07/2023/1 unit=件,個").status == 0)
        #expect(try tool.run("export xlsx --output ledger.xlsx").status == 0)
        #expect(try tool.run("import ledger.xlsx --kind project").status == 65)
        #expect(try tool.run("import ledger.xlsx --kind project").errors.contains("ledger.xlsx["))
        try Data("not a workbook".utf8).write(to: tool.folder.appending(path: "bad.xlsx"))
        #expect(try tool.run("import bad.xlsx").status == 65)
    }
}
