import Foundation
import Testing

/// Rejected records come back as a file, and the file goes back in with the right values.
struct ImportCorrectionTests {
    private func tool(_ files: [String: String]) throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init").status == 0)
        for (name, text) in files {
            try Data(text.utf8).write(to: tool.folder.appending(path: name))
        }
        return tool
    }

    /// The rejects with a correction for each rule, as somebody would write them into the last column.
    private func correct(_ tool: Tool, _ values: [String: String]) throws {
        let file = tool.folder.appending(path: "rejects.csv")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
        for index in lines.indices.dropFirst() {
            for (rule, value) in values
            where lines[index].contains(",\(rule),") && lines[index].hasSuffix(",") {
                lines[index] += value
            }
        }
        try lines.joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
    }

    private static let assets = """
        <assets>
          <asset id="A1"><name>架空サーバー</name><support_end>いつか</support_end></asset>
          <asset id="A2"><name>架空スイッチ</name></asset>
          <asset id="A2"><name>架空ルーター</name></asset>
          <asset><serial>Default string</serial></asset>
        </assets>
        """

    @Test func aVendorsFileIsCorrectedAndSentAgain() throws {
        let tool = try tool(["assets.xml": Self.assets])
        defer { tool.remove() }
        let refused = try tool.run("import assets.xml")
        #expect(refused.status == 65 && refused.output == "", "\(refused.errors)")
        let table = try String(contentsOf: tool.folder.appending(path: "rejects.csv"), encoding: .utf8)
        #expect(table.contains("File,Line,Column,Record,Field,Rule,Value,Message,Correction"), "\(table)")
        #expect(
            table.contains("assets.xml,2,") && table.contains("いつか") && table.contains(",A1,"), "\(table)")
        #expect(table.contains("duplicate-key") && table.contains("no-key"), "\(table)")
        try correct(tool, ["not-a-day": "2031-03-31", "duplicate-key": "A3", "no-key": "A4"])
        let again = try tool.run("import assets.xml --corrections rejects.csv")
        #expect(
            again.errors.contains("missing-field") || again.errors.contains("required"), "\(again.errors)")
        // The corrections stay in the file beside what is still wrong.
        try correct(tool, ["missing-field": "架空装置"])
        let done = try tool.run("import assets.xml --corrections rejects.csv")
        #expect(done.status == 0 && done.output.contains("added 4"), "\(done.output)\(done.errors)")
        let list = try tool.run("equipment --csv").output
        for text in ["A3", "A4", "架空装置", "架空ルーター"] { #expect(list.contains(text), "\(list)") }
        #expect(try tool.run("show equipment:A1").output.contains("2031-03-31"))
        let sources = try tool.run("history equipment:A1 --sources").output
        #expect(sources.contains("いつか"), "the raw value is kept: \(sources)")
        #expect(
            try tool.run("import assets.xml --corrections rejects.csv").output.hasPrefix(
                "added 0 / changed 0"))
    }

    @Test func ownFormatsAreCorrectedToo() throws {
        let xml = """
            <inventory xmlns="urn:heijun:inventory:1" version="1">
              <vendor id="V1"><name>架空電算</name></vendor>
              <system id="S1"><name>税</name><renewal_year>いつか</renewal_year><vendor>V9</vendor></system>
              <system id="S2"><renewal_year>R9</renewal_year></system>
            </inventory>
            """
        let tool = try tool([
            "own.xml": xml, "vendor.csv": "id,name\r\nV5,\r\n",
            "book.xml": """
            <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
            xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="equipment"><Table>
            <Row><Cell><Data>機器ID</Data></Cell><Cell><Data>機器名</Data></Cell><Cell><Data>色</Data></Cell>\
            <Cell><Data>取得日</Data></Cell></Row>
            <Row><Cell><Data>K1</Data></Cell><Cell><Data>架空機</Data></Cell><Cell><Data>黒</Data></Cell>\
            <Cell><Data>去年</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """,
        ])
        defer { tool.remove() }
        #expect(try tool.run("import own.xml vendor.csv book.xml").status == 65)
        let table = try String(contentsOf: tool.folder.appending(path: "rejects.csv"), encoding: .utf8)
        #expect(table.split(separator: "\r\n").count == 6, "\(table)")
        try correct(
            tool,
            [
                "dangling-reference": "V1", "missing-field": "（架空）名なし", "not-a-day": "2025-04-01",
                "not-a-fiscal-year": "R10",
            ])
        let fixed = try tool.run("import own.xml vendor.csv book.xml --corrections rejects.csv")
        #expect(fixed.status == 0, "\(fixed.errors)\(table)")
        #expect(try tool.run("show SYS --json").status != 0)
        let system = try tool.run("show S1").output
        #expect(system.contains("架空電算") || system.contains("V1"), "\(system)")
        #expect(try tool.run("show equipment:K1").output.contains("2025-04-01"))
    }

    @Test func allowedRejectsLeaveTheRestIn() throws {
        let tool = try tool(["assets.xml": Self.assets])
        defer { tool.remove() }
        let tooMany = try tool.run("import assets.xml --max-rejects 1 --rejects out.csv")
        #expect(tooMany.status == 65 && tooMany.output == "")
        let some = try tool.run("import assets.xml --max-rejects 9 --rejects out.csv")
        #expect(some.status == 1 && some.output.contains("added 1"), "\(some.output)\(some.errors)")
        #expect(FileManager.default.fileExists(atPath: tool.folder.appending(path: "out.csv").path))
    }

    @Test func aFormulaInARejectedValueIsHarmless() throws {
        let tool = try tool([
            "a.xml": "<assets><asset id=\"A1\"><name>x</name><support_end>=1+1</support_end></asset></assets>"
        ])
        defer { tool.remove() }
        #expect(try tool.run("import a.xml").status == 65)
        let table = try String(contentsOf: tool.folder.appending(path: "rejects.csv"), encoding: .utf8)
        #expect(table.contains(",'=1+1,"), "\(table)")
    }

    @Test func correctionsThatFindNothingAreTold() throws {
        let tool = try tool([
            "assets.xml": "<assets><asset id=\"A1\"><name>a</name></asset></assets>",
            "r.csv": "file,line,column,field,correction\nassets.xml,1,9,asset/name,b\n",
            "bad.csv": "file,line,column,field,correction\nassets.xml,x,9,asset/name,b\n",
        ])
        defer { tool.remove() }
        let run = try tool.run("import assets.xml --corrections r.csv")
        #expect(run.status == 0 && run.errors.contains("found nothing wrong"), "\(run.errors)")
        let bad = try tool.run("import assets.xml --corrections bad.csv")
        #expect(bad.status == 65 && bad.errors.contains("bad.csv:2:1"), "\(bad.errors)")
    }
}
