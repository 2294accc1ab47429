import Foundation
import Testing

/// A run over several files that was cancelled goes on where it stopped.
struct ImportResumeTests {
    private func assets(_ machine: Int, _ location: String = "本庁舎") -> String {
        "<assets><asset id=\"A\(machine)\"><name>架空機\(machine)</name><serial>SN\(machine)</serial>"
            + "<location>\(location)</location></asset></assets>"
    }

    private func tool() throws -> Tool {
        let tool = try Tool()
        #expect(try tool.run("init").status == 0)
        for number in [1, 2, 4] { try write(assets(number), "in/\(number).xml", tool) }
        return tool
    }

    private func write(_ text: String, _ name: String, _ tool: Tool) throws {
        let file = tool.folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? FileManager.default.removeItem(at: file)
        try Data(text.utf8).write(to: file)
    }

    /// Begins to import the folder, waits in its third file, and sends the signal there.
    private func interrupted(_ tool: Tool, _ arguments: [String], by signal: Int32) throws -> Tool.Run {
        Foundation.signal(SIGPIPE, SIG_IGN)
        let pipe = tool.folder.appending(path: "in/3.xml").path
        try? FileManager.default.removeItem(atPath: pipe)
        #expect(mkfifo(pipe, 0o600) == 0)
        let process = try tool.begin(["import", "in"] + arguments, input: nil)
        // It opens when the import has come to it.
        let writer = try #require(FileHandle(forWritingAtPath: pipe))
        try writer.write(contentsOf: Data("<assets>".utf8))
        kill(process.processIdentifier, signal)
        let comment = Data("<!-- 0123456789012345678901234567890123456789 -->\n".utf8)
        for _ in 0..<20_000 where process.isRunning {
            guard (try? writer.write(contentsOf: comment)) != nil else { break }
        }
        try? writer.close()
        return try tool.end(process)
    }

    private func isDeskThere(_ tool: Tool) -> Bool {
        FileManager.default.fileExists(atPath: tool.folder.appending(path: "heijun.sqlite-import").path)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func theSameCommandGoesOn(signal: Int32) throws {
        let tool = try tool()
        defer { tool.remove() }
        let run = try interrupted(tool, ["--json"], by: signal)
        #expect(run.status == 130)
        #expect(run.errors.contains("2 files are read; the same command goes on from there"), "\(run.errors)")
        #expect(run.output.contains("\"laidDown\": 2"), "\(run.output)")
        #expect(isDeskThere(tool))
        #expect(try tool.run("history").output.contains("0 batches"))
        try write(assets(3), "in/3.xml", tool)
        let rest = try tool.run("import in --json")
        #expect(rest.status == 0 && rest.output.contains("\"resumed\": 2"), "\(rest.output)\(rest.errors)")
        #expect(rest.output.contains("\"added\": 4") && rest.output.contains("\"batch\": 1"))
        #expect(!isDeskThere(tool))
        #expect(try tool.run("equipment").output.contains("4 pieces"))
        // Whether a run was interrupted, nobody can see afterwards.
        let whole = try Tool()
        defer { whole.remove() }
        #expect(try whole.run("init").status == 0)
        for number in 1...4 { try write(assets(number), "in/\(number).xml", whole) }
        #expect(try whole.run("import in").status == 0)
        for listing in ["equipment --json", "show equipment:A2 --sources"] {
            #expect(try whole.run(listing).output == tool.run(listing).output)
        }
    }

    @Test func aRunThatWasKilledGoesOnToo() throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(try interrupted(tool, [], by: SIGKILL).status == SIGKILL)
        try write(assets(3), "in/3.xml", tool)
        let rest = try tool.run("import in")
        #expect(
            rest.errors.contains("2 files were read already") && rest.output.contains("added 4"), "\(rest)")
        #expect(!isDeskThere(tool))
    }

    @Test func aFileThatChangedMeanwhileIsReadAgain() throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(try interrupted(tool, [], by: SIGINT).status == 130)
        try write(assets(3), "in/3.xml", tool)
        try write(assets(1, "第３庁舎"), "in/1.xml", tool)
        let rest = try tool.run("import in")
        #expect(rest.errors.contains("1 file was read already"), "\(rest.errors)")
        #expect(try tool.run("show equipment:A1").output.contains("第３庁舎"))
    }

    /// Another ledger, another profile: what was read may read otherwise.
    @Test(arguments: [["set", "setting:import.max-depth", "value=90"], []])
    func whatTheReadingDependsOnBeginsItAnew(edit: [String]) throws {
        let tool = try tool()
        defer { tool.remove() }
        #expect(try interrupted(tool, [], by: SIGINT).status == 130)
        try write(assets(3), "in/3.xml", tool)
        if !edit.isEmpty { #expect(try tool.run(edit).status == 0) }
        let rest = try tool.run("import in" + (edit.isEmpty ? " --profile plain-assets" : ""))
        #expect(!rest.errors.contains("already") && rest.output.contains("added 4"), "\(rest)")
    }

    @Test func aDamagedDeskIsThrownAway() throws {
        let tool = try tool()
        defer { tool.remove() }
        try write(String(repeating: "no database ", count: 1000), "heijun.sqlite-import", tool)
        try write(assets(3), "in/3.xml", tool)
        #expect(try tool.run("import in").output.contains("added 4"))
        #expect(!isDeskThere(tool))
    }

    /// One record, one line of history, however many files of a batch speak of it.
    @Test func whatTwoFilesSayOfARecordIsOneChange() throws {
        let tool = try tool()
        defer { tool.remove() }
        try write(assets(1, "第３庁舎"), "in/3.xml", tool)
        let first = try tool.run("import in")
        #expect(first.output.contains("added 3 / changed 0"), "\(first.output)")
        #expect(try tool.run("history equipment:A1").output.contains("1 change"))
        #expect(try tool.run("show equipment:A1").output.contains("第３庁舎"))
        let again = try tool.run("import in --again")
        #expect(again.output.hasPrefix("added 0 / changed 0"), "\(again.output)")
        #expect(try tool.run("history").output.contains("1 batch"))
        #expect(try tool.run("undo 1").status == 0)
        #expect(try tool.run("equipment").output.contains("0 pieces"))
    }

    /// A machine that two programs know under names of their own is one, whatever the order of their files.
    @Test func filesOfOneRunAreTiedToOneAnother() throws {
        let tool = try tool()
        defer { tool.remove() }
        let walk = """
            {"id": "walk", "version": 1, "title": {"ja": "実査", "en": "Walk"}, "detect": {"root": "walk"},
             "records": [{"path": "/walk/item", "kind": "equipment", "key": ["@tag"], "match": ["serial"],
              "fields": {"name": "label", "serial": "sn", "location": "room"}}]}
            """
        try write(walk, "walk.json", tool)
        for (name, tag, serial) in [
            ("in/5.xml", "W5", "SN5"), ("in/6.xml", "V5", "ｓｎ５"), ("in/7.xml", "W7", "SN7"),
        ] {
            try write(
                "<walk><item tag=\"\(tag)\"><label>機\(tag)</label><sn>\(serial)</sn></item></walk>", name,
                tool)
        }
        let run = try tool.run("import in/5.xml in/6.xml in/7.xml --profile walk.json")
        #expect(run.output.contains("added 2 / changed 0"), "\(run.output)\(run.errors)")
        #expect(try tool.run("show equipment:W5").output.contains("機V5"))
        let again = try tool.run("import in/5.xml in/6.xml in/7.xml --profile walk.json --again")
        #expect(again.output.hasPrefix("added 0 / changed 0"), "\(again.output)")
    }

    /// Programs that know the same machine came in one batch: each file by itself has no news then.
    @Test func theSameFilesOneByOneHaveNoNews() throws {
        let tool = try tool()
        defer { tool.remove() }
        let examples = "Inventory/profiles/examples"
        #expect(try tool.run("import \(examples)").status == 0)
        for name in ["glpi-computer", "lshw", "nmap", "libvirt", "cyclonedx"] {
            let again = try tool.run("import \(examples)/\(name).xml")
            #expect(again.output.hasPrefix("added 0 / changed 0"), "\(name): \(again.output)")
        }
    }

    @Test func aFileMayReferToRecordsOfTheOnesBefore() throws {
        let tool = try tool()
        defer { tool.remove() }
        try write("id,name\nV1,架空情報システム㈱\n", "vendor.csv", tool)
        try write("id,name,vendor\nS1,住民記録,V1\n", "system.csv", tool)
        let run = try tool.run("import vendor.csv system.csv")
        #expect(run.status == 0 && run.output.contains("added 2"), "\(run.output)\(run.errors)")
    }

    @Test func aFileThatIsNamedTwiceIsTakenOnce() throws {
        let tool = try tool()
        defer { tool.remove() }
        let run = try tool.run("import in/1.xml in/2.xml in/1.xml --json")
        #expect(run.output.contains("\"resumed\": 0") && run.output.contains("\"added\": 2"), "\(run.output)")
        #expect(run.output.components(separatedBy: "\"path\"").count == 3)
    }

    /// A folder is stored whole or not at all.
    @Test func oneBadFileKeepsAllOut() throws {
        let tool = try tool()
        defer { tool.remove() }
        try write("<assets><asset id=\"A3\">", "in/3.xml", tool)
        let run = try tool.run("import in")
        #expect(run.status == 65 && run.errors.contains("in/3.xml:1:"), "\(run)")
        #expect(!isDeskThere(tool))
        #expect(try tool.run("equipment").output.contains("0 pieces"))
    }
}
