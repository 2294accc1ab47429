import Foundation
import Testing

/// Many files, sources that know the same things, limits, schemas and interruptions.
struct ImportFlowTests {
    private static let examples = "Inventory/profiles/examples"

    private func tool(_ files: [String: String] = [:]) throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init").status == 0)
        for (name, text) in files {
            let file = tool.folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return tool
    }

    /// An inventory of one machine, known by its serial number in either file.
    private func assets(_ id: String, _ name: String, _ location: String) -> String {
        "<assets><asset id=\"\(id)\"><name>\(name)</name><serial>SN-77</serial>"
            + "<location>\(location)</location></asset></assets>"
    }

    @Test func aSecondSourceUpdatesAndNeverGoesBackAndForth() throws {
        let second = """
            {"id": "walk", "version": 1, "title": {"ja": "実査", "en": "Walk"}, "detect": {"root": "walk"},
             "records": [{"path": "/walk/item", "kind": "equipment", "key": ["@tag"], "match": ["serial"],
              "fields": {"name": "label", "serial": "sn", "location": "room"}}]}
            """
        let walk = "<walk><item tag=\"W1\"><label>ラック上段</label><sn>ｓｎ－７７</sn><room>第３庁舎</room></item></walk>"
        let tool = try tool(["a.xml": assets("A1", "架空機", "本庁舎"), "walk.json": second, "walk.xml": walk])
        defer { tool.remove() }
        #expect(try tool.run("import a.xml").output.contains("added 1"))
        let update = try tool.run("import walk.xml --profile walk.json")
        #expect(update.output.contains("added 0 / changed 1"), "\(update.output)\(update.errors)")
        let shown = try tool.run("show equipment:A1").output
        #expect(shown.contains("第３庁舎") && shown.contains("ラック上段"), "\(shown)")
        // The first source says what it said before: the newer value stays, and the import says so.
        let first = try tool.run("import a.xml")
        #expect(first.output.hasPrefix("added 0 / changed 0"), "\(first.output)")
        #expect(first.errors.contains("newer values of other sources stay"), "\(first.errors)")
        #expect(try tool.run("import walk.xml --profile walk.json").output.hasPrefix("added 0 / changed 0"))
        // Once it has news, it is heard.
        try Data(assets("A1", "架空機", "iDC").utf8).write(to: tool.folder.appending(path: "a.xml"))
        #expect(try tool.run("import a.xml").output.contains("changed 1"))
        #expect(try tool.run("show equipment:A1").output.contains("iDC"))
        // What was set by hand wins over either, unless told otherwise.
        #expect(try tool.run(["set", "equipment:A1", "location=倉庫"]).status == 0)
        let kept = try tool.run("import walk.xml --profile walk.json")
        #expect(
            kept.output.hasPrefix("added 0 / changed 0") && kept.errors.contains("set by hand"),
            "\(kept.errors)")
        #expect(
            try tool.run("import walk.xml --profile walk.json --overwrite-edits").output.contains("changed 1")
        )
        #expect(try tool.run("show equipment:A1").output.contains("第３庁舎"))
    }

    @Test func aFolderGoesOnWithWhatIsNew() throws {
        let tool = try tool([
            "in/a.xml": assets("A1", "甲", "x"),
            "in/sub/b.xml": "<assets><asset id=\"B1\"><name>乙</name></asset></assets>",
        ])
        defer { tool.remove() }
        #expect(try tool.run("import in").output.contains("added 2"))
        try Data("<assets><asset id=\"C1\"><name>丙</name></asset></assets>".utf8).write(
            to: tool.folder.appending(path: "in/c.xml"))
        let grown = try tool.run("import in")
        #expect(
            grown.output.contains("added 1") && grown.errors.contains("2 files were taken in before"),
            "\(grown.errors)")
        let told = try tool.run("import in --json").output
        #expect(told.contains("\"passedOver\": 3") && told.contains("\"interrupted\": false"), "\(told)")
        let whole = try tool.run("import in --again")
        #expect(
            whole.output.contains("unchanged 3") && !whole.errors.contains("taken in before"),
            "\(whole.errors)")
        // What was taken back counts as never taken in.
        #expect(try tool.run("undo 2").status == 0)
        let back = try tool.run("import in")
        #expect(
            back.output.contains("added 1") && back.errors.contains("2 files"), "\(back.output)\(back.errors)"
        )
    }

    @Test func filesOfNoKnownFormatAreLeftOutWhereAskedFor() throws {
        let tool = try tool(["in/a.xml": assets("A1", "甲", "x"), "in/b.xml": "<ボーリング情報/>"])
        defer { tool.remove() }
        let refused = try tool.run("import in")
        #expect(refused.status == 65 && refused.errors.contains("in/b.xml:1:1: "), "\(refused.errors)")
        let told = try tool.run("import in --skip-unknown --dry-run --json").output
        #expect(
            told.contains("\"unknown\": [\n    \"in/b.xml\"\n  ]") && told.contains("\"added\": 1"), "\(told)"
        )
        let run = try tool.run("import in --skip-unknown")
        #expect(run.status == 0 && run.output.contains("added 1"), "\(run.output)")
        #expect(run.errors.contains("in/b.xml: of no known format"), "\(run.errors)")
    }

    @Test func aFileWithRejectsIsNotDone() throws {
        let tool = try tool([
            "in/a.xml":
                "<assets><asset id=\"A1\"><name>x</name></asset><asset><serial>Default string</serial></asset></assets>",
            "in/b.xml": "<assets><asset id=\"B1\"><name>乙</name></asset></assets>",
        ])
        defer { tool.remove() }
        #expect(try tool.run("import in --max-rejects 1").status == 1)
        let again = try tool.run("import in --max-rejects 1")
        #expect(again.status == 1 && again.errors.contains("1 file was taken in before"), "\(again.errors)")
    }

    @Test func limitsAreSettings() throws {
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        let tool = try tool(["deep.xml": "<assets><asset id=\"A1\"><name>x</name></asset>\(deep)</assets>"])
        defer { tool.remove() }
        let refused = try tool.run("import deep.xml")
        #expect(refused.status == 65 && refused.errors.contains("256"), "\(refused.errors)")
        #expect(try tool.run("set setting:import.max-depth value=400").status == 0)
        #expect(try tool.run("import deep.xml").output.contains("added 1"))
        #expect(try tool.run("set setting:import.max-attributes value=10").status == 0)
        let wide =
            "<assets><asset id=\"A1\" " + (0..<20).map { "b\($0)=\"1\"" }.joined(separator: " ")
            + "/></assets>"
        try Data(wide.utf8).write(to: tool.folder.appending(path: "wide.xml"))
        #expect(try tool.run("import wide.xml").errors.contains("10"))
    }

    @Test func aSchemaRefusesWhatDoesNotKeepToIt() throws {
        let schema = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:include schemaLocation="parts.xsd"/>
              <xs:element name="assets"><xs:complexType><xs:sequence>
                <xs:element name="asset" type="asset" maxOccurs="unbounded"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """
        let parts = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:complexType name="asset"><xs:sequence>
                <xs:element name="name" type="xs:string"/><xs:element name="memory" type="xs:int" minOccurs="0"/>
              </xs:sequence><xs:attribute name="id" use="required"/></xs:complexType>
            </xs:schema>
            """
        let lines = (1...70_000).map { _ in "" }.joined(separator: "\n")
        let tool = try tool([
            "xsd/assets.xsd": schema, "xsd/parts.xsd": parts,
            "good.xml": "<assets>\n<asset id=\"A1\"><name>a</name></asset></assets>",
            "bad.xml":
                "<assets>\(lines)\n<asset id=\"A1\"><title>a</title></asset>\n<asset><name>b</name></asset></assets>",
            "lone.xsd": schema, "broken.xsd": "<xs:schema",
            "trap.xsd": """
            <!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><s>&x;</s>
            """,
        ])
        defer { tool.remove() }
        #expect(try tool.run("import good.xml --schema xsd/assets.xsd").output.contains("added 1"))
        let bad = try tool.run("import bad.xml --schema xsd/assets.xsd")
        #expect(bad.status == 65 && bad.output == "", "\(bad.errors)")
        #expect(
            bad.errors.contains("bad.xml:70001:1: ") && bad.errors.contains("bad.xml:70002:1: "),
            "\(bad.errors)")
        #expect(try tool.run("import good.xml --schema lone.xsd").status == 65)
        #expect(try tool.run("import good.xml --schema broken.xsd").status == 65)
        let trap = try tool.run("import good.xml --schema trap.xsd")
        #expect(trap.status == 65 && !trap.errors.contains("root:"), "\(trap.errors)")
        #expect(try tool.run("import good.xml --schema none.xsd").status == 74)
    }

    @Test func everyFieldOfOurOwnFormatTellsWhereItCameFrom() throws {
        let own = """
            <inventory xmlns="urn:heijun:inventory:1" version="1">
              <system id="S1">
                <name>税</name>
                <renewal_year>令和9年度</renewal_year>
              </system>
            </inventory>
            """
        let tool = try tool(["own.xml": own, "system.csv": "id,name\nS2,住民\n"])
        defer { tool.remove() }
        #expect(try tool.run("import own.xml --keep-lines").status == 0)
        let sources = try tool.run("show S1 --sources").output
        for part in ["own.xml", "heijun-inventory-1", "令和9年度", "   4  "] {
            #expect(sources.contains(part), "\(sources)")
        }
        #expect(try tool.run("import system.csv").status == 0)
        #expect(try tool.run("history S2 --sources").output.contains("system.csv"))
        #expect(try tool.run("undo 1").status == 0)
        #expect(try tool.run("history S1 --sources").output.contains("0 sources"))
    }

    @Test func columnsThatAreNotReadAreTold() throws {
        let book = """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="機器"><Table>
            <Row><Cell><Data>機器ID</Data></Cell><Cell><Data>機器名</Data></Cell><Cell><Data>色</Data></Cell></Row>
            <Row><Cell><Data>K1</Data></Cell><Cell><Data>架空機</Data></Cell><Cell><Data>黒</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """
        let tool = try tool(["book.xml": book])
        defer { tool.remove() }
        let run = try tool.run("import book.xml")
        #expect(run.status == 0 && run.output.contains("added 1"))
        #expect(run.errors.contains("book.xml:2:") && run.errors.contains("“色”"), "\(run.errors)")
        #expect(try tool.run("import book.xml --json").output.contains("unread-column"))
    }

    /// Two deliveries number their documents alike: the folders tell them apart, and tie them to their work.
    @Test func deliveriesAreToldApartByTheirFolders() throws {
        func report(_ name: String) -> String {
            "<!DOCTYPE reportdata SYSTEM \"REP04.DTD\"><reportdata><報告書ファイル情報><報告書名>\(name)</報告書名>"
                + "<報告書ファイル名>REPORT01.PDF</報告書ファイル名></報告書ファイル情報></reportdata>"
        }
        func index(_ name: String) -> String {
            "<gyomudata><業務件名等><業務名称>\(name)</業務名称></業務件名等></gyomudata>"
        }
        let tool = try tool([
            "納品/R6 LAN/INDEX_D.XML": index("庁内LAN設計"), "納品/R6 LAN/REPORT/REPORT.XML": report("設計報告書"),
            "納品/R7 電源/INDEX_D.XML": index("電源設計"), "納品/R7 電源/REPORT/REPORT.XML": report("電源報告書"),
        ])
        defer { tool.remove() }
        let run = try tool.run("import 納品")
        #expect(run.status == 0 && run.output.contains("added 4"), "\(run.output)\(run.errors)")
        let shown = try tool.run("export xml").output
        for part in [
            "<deliverable id=\"R6_LAN/REPORT/REPORT01.PDF\">",
            "<deliverable id=\"R7_電源/REPORT/REPORT01.PDF\">",
            "<delivery>R6 LAN</delivery>", "<delivery>R7 電源</delivery>",
        ] {
            #expect(shown.contains(part), "\(part)")
        }
        #expect(try tool.run("import 納品 --again").output.hasPrefix("added 0 / changed 0"))
        // Without a folder the document's own words name it.
        let piped = try tool.run("import -", input: report("別の報告書"))
        #expect(piped.status == 0 && piped.output.contains("added 1"), "\(piped.errors)")
        #expect(try tool.run("show deliverable:REPORT/別の報告書/REPORT01.PDF").status == 0)
    }

    @Test func predecessorsAreTasks() throws {
        let tool = try tool([
            "p.xml": """
            <Project xmlns="http://schemas.microsoft.com/project"><Name>再構築</Name><Tasks>
            <Task><UID>1</UID><Name>要件</Name></Task>
            <Task><UID>2</UID><Name>稼働</Name><PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>
            <PredecessorLink><PredecessorUID>99</PredecessorUID></PredecessorLink></Task></Tasks></Project>
            """
        ])
        defer { tool.remove() }
        let run = try tool.run("import p.xml")
        #expect(run.status == 0 && run.errors.contains("再構築/99"), "\(run.errors)")
        #expect(try tool.run(["show", "project_task:再構築/2"]).output.contains("再構築/1"))
        #expect(try tool.run("export xml --output out.xml").status == 0)
        #expect(try tool.run("import out.xml").output.hasPrefix("added 0 / changed 0"))
    }
}
