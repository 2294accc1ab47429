import Foundation
import Testing

/// Whatever is wrong with an input gets one clear message and the documented status, and the portfolio stays as it was.
struct BadInputTests {
    @Test func everyBrokenInventoryIsRefusedWithItsMessage() throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        let before = try tool.run("export xml").output
        let folder = Repository.root.appending(path: "Inventory/broken")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".xml") }
        #expect(files.count >= 15)
        for language in ["ja", "en"] {
            var messages = ""
            for file in files {
                let run = try tool.run("import Inventory/broken/\(file)", language: language)
                #expect(run.status == 65, "\(file): \(run.errors)")
                #expect(run.output == "")
                messages += run.errors + "\n"
            }
            try Repository.expectGolden(messages, "Inventory/broken/messages.\(language).txt")
        }
        #expect(try tool.run("export xml").output == before)
    }

    @Test(arguments: [
        ("import nothing.xml", 74), ("import .", 65),
        ("import Inventory/sample-city/inventory.xml extra --frob", 64),
        ("--portfolio missing.sqlite systems", 74), ("--portfolio Inventory/demo.sh systems", 65),
        ("init", 73), ("init --sample sample-cyti", 74), ("--portfolio /proc/heijun.sqlite init", 73),
        ("set SYS-9999 name=x", 1), ("set system:X name", 64), ("set setting:plan.horizon-years value=", 64),
        ("set nothing:X name=x", 64), ("undo 99", 1), ("plan show P-0099", 1),
        ("check --as-of 2026-02-30", 64),
        ("due --from R11 --to R9", 64), ("report --format docx", 64), ("report --output /proc/out", 73),
        ("sample --systems 0", 64), ("export xml --output /proc/out.xml", 73), ("systems --where nam=x", 64),
        ("plan --ceiling R11", 64), ("plan --ceiling R60=-5%", 1), ("plan pin SYS-0001 R40", 64),
        ("plan pin SYS-0001 R7", 64),
    ])
    func refusals(line: String, status: Int32) throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        let started = try tool.run(["import", "-"], input: Self.town)
        #expect(started.status == 0, "\(started.errors)")
        for language in ["ja", "en"] {
            let run = try tool.run(line, language: language)
            #expect(run.status == status, "\(line): \(run.errors)")
            #expect(!run.errors.isEmpty)
        }
    }

    @Test func allowedRejectsAreLeftOutAndComeBackAsAFile() throws {
        let tool = try Tool()
        defer { tool.remove() }
        #expect(try tool.run("init").status == 0)
        let line = "import Inventory/broken/several-errors.xml --max-rejects 7"
        let trial = try tool.run(line + " --dry-run")
        #expect(trial.status == 1 && trial.errors.contains("nothing is stored"))
        #expect(try tool.run("history").output.contains("0 batches"))
        let run = try tool.run(line)
        #expect(run.status == 1 && run.output.contains("added 6") && run.output.contains("rejected 7"))
        let rejects = try Data(contentsOf: tool.folder.appending(path: "rejects.csv"))
        #expect(String(decoding: rejects, as: UTF8.self).split(separator: "\r\n").count == 8)
    }

    /// A town with one system, enough for most commands.
    static let town = """
        <inventory xmlns="urn:heijun:inventory:1" version="1">
          <organization name="試験町">
            <fictional>true</fictional>
            <as_of>2026-11-21</as_of>
          </organization>
          <account id="一般会計">
            <category>general</category>
            <ceiling year="2028" amount="5000000"/>
          </account>
          <system id="SYS-0001">
            <name>住民記録</name>
            <rebuild_year>2029</rebuild_year>
            <account>一般会計</account>
            <build_cost>1000000</build_cost>
          </system>
        </inventory>
        """
}
