import Foundation
import Testing

/// What the inventories make is what `Reports/` holds, byte for byte.
struct GoldenReportTests {
    @Test(arguments: ["sample-city", "kawasaki-published", "yokohama-h30-r1", "kamakura-r5"])
    func reportsAreAsTracked(name: String) throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init --sample \(name)", language: "ja").status == 0)
        if name == "sample-city" { #expect(try tool.run("plan", language: "ja").status == 0) }
        #expect(try tool.run("report --output out", language: "ja").status == 0)
        let out = tool.folder.appending(path: "out").path
        // Workbooks are packed by the machine's own zlib; `WorkbookTests` reads them back instead.
        let files = try FileManager.default.contentsOfDirectory(atPath: out).filter { !$0.hasSuffix(".xlsx") }
        #expect(files.count >= 5)
        for file in files.sorted() {
            try Repository.expectGolden(
                bytes: try Data(contentsOf: tool.folder.appending(path: "out/\(file)")),
                "Reports/\(name)/\(file)")
        }
        let tracked = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Reports/\(name)").path
        ).filter { !$0.hasSuffix(".xlsx") }
        #expect(Set(tracked) == Set(files))
    }

    @Test func inventoriesReadBackUnchanged() throws {
        for name in ["sample-city", "kawasaki-published", "yokohama-h30-r1", "kamakura-r5"] {
            let tool = try Tool()
            defer { tool.remove() }
            #expect(try tool.run("init --sample \(name)").status == 0)
            let exported = try tool.run("export xml").output
            let file = Repository.root.appending(path: "Inventory/\(name)/inventory.xml")
            #expect(exported == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
            let again = try tool.run(["import", "-", "--json"], input: exported)
            #expect(again.output.contains("\"added\": 0,") && again.output.contains("\"changed\": 0,"))
        }
    }

    @Test func sameSeedSamePlan() throws {
        let plans = try (1...2).map { _ in
            let tool = try Tool()
            defer { tool.remove() }
            let inventory = try tool.run("sample --systems 40 --seed 5").output
            return try tool.run(["--portfolio", "-", "plan", "--json"], input: inventory).output
        }
        #expect(plans[0] == plans[1] && plans[0].contains("\"feasible\": true"))
    }
}
