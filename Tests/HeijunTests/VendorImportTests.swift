import Foundation
import Testing

/// Vendors' files as a planning officer takes them in.
struct VendorImportTests {
    private static let examples = "Inventory/profiles/examples"

    private func tool() throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init").status == 0)
        let started = try tool.run(["import", "-"], input: Self.town)
        #expect(started.status == 0, "\(started.errors)")
        return tool
    }

    private static let town = """
        <inventory xmlns="urn:heijun:inventory:1" version="1">
          <organization name="架空町"><fictional>true</fictional></organization>
          <system id="SYS-1"><name>住民記録システム</name></system>
          <equipment_rule id="R1"><subject>host</subject><pattern>ＪＵＭＩＮ-*</pattern><system>SYS-1</system></equipment_rule>
        </inventory>
        """

    @Test func aFileImportedAgainChangesNothing() throws {
        let tool = try tool()
        defer { tool.remove() }
        let first = try tool.run("import \(Self.examples)")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("Batch 2"))
        let second = try tool.run("import \(Self.examples)")
        #expect(second.status == 0, "\(second.errors)")
        #expect(second.output.hasPrefix("added 0 / changed 0 / missing 0 / unchanged"), "\(second.output)")
    }

    @Test func rulesTieEquipmentToSystemsAndTheRestWaits() throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(
            try tool.run("import \(Self.examples)/glpi-computer.xml \(Self.examples)/lshw.xml").status == 0)
        #expect(try tool.run("equipment --csv").output.contains("SYS-1"))
        let waiting = try tool.run("equipment --unassigned").output
        #expect(waiting.contains("zeimu-ap01") && !waiting.contains("jumin-db01"), "\(waiting)")
        #expect(
            try tool.run(["set", "equipment_rule:R2", "subject=host", "pattern=zeimu*", "system=SYS-1"])
                .status == 0)
        let rules = try tool.run("equipment --rules --json").output
        #expect(rules.contains("zeimu*") && rules.contains("\"fitting\""), "\(rules)")
        let trial = try tool.run("equipment --assign --dry-run").output
        #expect(trial.contains("1 assigned / 0 unassigned") && trial.contains("(rule R2)"), "\(trial)")
        #expect(try tool.run("equipment --assign").status == 0)
        #expect(try tool.run("equipment --unassigned").output.contains("0 unassigned"))
    }

    @Test func whatWasSetByHandStays() throws {
        let tool = try tool()
        defer { tool.remove() }
        let file = "\(Self.examples)/plain-assets.xml"
        #expect(try tool.run("import \(file)").status == 0)
        #expect(try tool.run("set equipment:B-0102 location=iDC note=").status == 0)
        #expect(try tool.run(["set", "equipment:B-0102", "name=予備スイッチ"]).status == 0)
        let again = try tool.run("import \(file)")
        #expect(again.output.hasPrefix("added 0 / changed 0"), "\(again.output)")
        #expect(
            again.errors.contains("set by hand") && again.errors.contains("--overwrite-edits"),
            "\(again.errors)")
        let over = try tool.run("import \(file) --overwrite-edits")
        #expect(over.output.contains("changed 1"), "\(over.output)")
        #expect(try tool.run("show equipment:B-0102").output.contains("予備スイッチ") == false)
    }

    @Test func ownInventoryRespectsHandsToo() throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(try tool.run(["set", "SYS-1", "name=住記"]).status == 0)
        let again = try tool.run(["import", "-"], input: Self.town)
        #expect(again.output.hasPrefix("added 0 / changed 0"), "\(again.output)")
        #expect(again.errors.contains("set by hand"))
        #expect(
            try tool.run(["import", "-", "--overwrite-edits"], input: Self.town).output.contains("changed 1"))
    }

    @Test func theSameMachineFromTwoSourcesIsOne() throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(try tool.run("import \(Self.examples)/glpi-computer.xml").status == 0)
        let scan = try tool.run("import \(Self.examples)/nmap.xml")
        #expect(scan.status == 0, "\(scan.errors)")
        let list = try tool.run("equipment --csv").output
        #expect(list.split(whereSeparator: \.isNewline).count == 2, "\(list)")
        #expect(try tool.run("import \(Self.examples)/nmap.xml").output.hasPrefix("added 0 / changed 0"))
    }

    @Test func everyFieldTellsWhereItCameFrom() throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(try tool.run("import \(Self.examples)/plain-assets.xml").status == 0)
        let sources = try tool.run("history equipment:B-0101 --sources").output
        for part in ["富士通株式会社", "plain-assets.xml", "plain-assets-1", "平成31年4月26日"] {
            #expect(sources.contains(part), "\(sources)")
        }
        #expect(try tool.run("undo 2").status == 0)
        #expect(try tool.run("history equipment:B-0101 --sources").output.contains("0 sources"))
    }

    @Test func whatAFileLacksNowIsFlagged() throws {
        let tool = try tool()
        defer { tool.remove() }
        let file = tool.folder.appending(path: "assets.xml")
        try "<assets><asset id=\"A1\"><name>a</name></asset><asset id=\"A2\"><name>b</name></asset></assets>"
            .write(
                to: file, atomically: true, encoding: .utf8)
        #expect(try tool.run("import assets.xml").output.contains("added 2"))
        try "<assets><asset id=\"A1\"><name>c</name></asset></assets>".write(
            to: file, atomically: true, encoding: .utf8)
        let run = try tool.run("import assets.xml --dry-run")
        #expect(run.output.contains("? equipment A2") && run.output.contains("missing 1"), "\(run.output)")
    }

    @Test func aDraftOfAnUnknownFileImportsIt() throws {
        let tool = try tool()
        defer { tool.remove() }
        try """
        <export><rows><row no="X-1"><機器名>架空サーバー</機器名><メーカー>架空電機</メーカー><色>黒</色></row>\
        <row no="X-2"><機器名>架空スイッチ</機器名><メーカー>架空電機</メーカー><色>白</色></row></rows></export>
        """.write(to: tool.folder.appending(path: "new.xml"), atomically: true, encoding: .utf8)
        #expect(try tool.run("import new.xml").status == 65)
        let draft = try tool.run("profile new new.xml --output new.json")
        #expect(draft.status == 0 && draft.errors.contains("/export/rows/row"), "\(draft.errors)")
        let run = try tool.run("import new.xml --profile new.json")
        #expect(run.output.contains("added 2"), "\(run.errors)")
        #expect(try tool.run("import new.xml --profile new.json --explain-profile").output.contains("メーカー"))
    }

    @Test func aFileOfAnotherFormatThanAskedForIsRefused() throws {
        let tool = try tool()
        defer { tool.remove() }
        let run = try tool.run("import Inventory/profiles/examples/nmap.xml --profile lshw")
        #expect(
            run.status == 65 && run.errors.contains("<nmaprun> is not of the profile “lshw”"), "\(run.errors)"
        )
        // A profile without anything to be known by takes what it finds.
        let json =
            "{\"id\":\"any\",\"version\":1,\"records\":[{\"path\":\"//no\",\"kind\":\"vendor\",\"key\":\"@id\"}]}"
        try Data(json.utf8).write(to: tool.folder.appending(path: "any.json"))
        #expect(try tool.run("import Inventory/profiles/examples/nmap.xml --profile any.json").status == 0)
    }

    @Test func unknownProfilesAndFormatsSayWhatToDo() throws {
        let tool = try tool()
        defer { tool.remove() }
        let wrong = try tool.run("import \(Self.examples)/nmap.xml --profile nmpa")
        #expect(wrong.status == 64 && wrong.errors.contains("nmap"))
        try Data("{\"id\": \"x\", \"version\": 1, \"recrods\": []}".utf8).write(
            to: tool.folder.appending(path: "p.json"))
        let broken = try tool.run("import \(Self.examples)/nmap.xml --profile p.json")
        #expect(
            broken.status == 65 && broken.errors.contains("p.json:1:") && broken.errors.contains("records"))
        let list = try tool.run("profile list")
        #expect(list.status == 0 && list.output.contains("denshi-nohin"))
    }
}
