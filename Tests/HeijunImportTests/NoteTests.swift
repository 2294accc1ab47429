import HeijunImport
import HeijunModel
import Testing

/// What is odd about a file and no error: it is taken in, and told.
struct NoteTests {
    private func notes(_ text: String, pieces size: Int = 1 << 16) throws -> [String] {
        let profile = try #require(Profile.builtIn.first { $0.id == "plain-assets" })
        let reading = try readProfile(profile, Array(text.utf8), pieces: size).reading
        #expect(reading.errors == [] && reading.records == 3)
        return reading.notes.map { "\($0.line) \($0.code) \($0.seen)" }
    }

    private func assets(_ head: String, _ names: [String]) -> String {
        let body = names.map {
            "<asset id=\"A\($0.unicodeScalars.first?.value ?? 0)\"><name>\($0)</name></asset>\n"
        }
        return "\(head)<assets>\n\(body.joined())</assets>"
    }

    /// 外字 are kept as given, and their number and first line told, wherever the file is cut.
    @Test(arguments: [1, 7, 64, 1 << 16]) func privateUseIsTold(size: Int) throws {
        let text = assets("", ["架空", "髙\u{E000}橋\u{E001}", "\u{F0000}"])
        #expect(try notes(text, pieces: size) == ["3 private-use U+E000"])
        #expect(try notes(assets("", ["架空", "髙橋", "邉～"]), pieces: size) == [])
    }

    @Test func privateUseIsCounted() throws {
        let profile = try #require(Profile.builtIn.first { $0.id == "plain-assets" })
        let text = assets("", ["a\u{E000}\u{E100}", "b\u{EFFF}", "c\u{10FFFD}\u{F0000}"])
        let (reading, collector) = try readProfile(profile, Array(text.utf8))
        #expect(reading.notes.map(\.reason) == [.privateUse("U+E000", count: 4)])
        #expect(collector.entries.first?.values[1] == "a\u{E000}\u{E100}")
    }

    @Test func laterXMLIsTold() throws {
        let names = ["あ", "い", "う"]
        #expect(try notes(assets("<?xml version=\"1.1\"?>\n", names)) == ["1 later-xml 1.1"])
        #expect(try notes(assets("<?xml version=\"1.0\"?>\n", names)) == [])
        #expect(try notes(assets("", names)) == [])
    }

    @Test func inventoriesTellToo() {
        let reading = InventoryReader.read(
            """
            <?xml version="1.1" encoding="UTF-8"?>
            <inventory xmlns="urn:heijun:inventory:1" version="1">
              <vendor id="V1"><name>架\u{E000}</name></vendor>
            </inventory>
            """.utf8)
        #expect(reading.errors == [])
        #expect(reading.notes.map { "\($0.line) \($0.code)" } == ["1 later-xml", "3 private-use"])
    }
}
