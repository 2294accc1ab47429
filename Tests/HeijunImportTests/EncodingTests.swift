import Foundation
import HeijunImport
import HeijunModel
import Testing

struct EncodingTests {
    private static func file(_ declared: String, name: String = "住基①㈱髙～表ソ能") -> String {
        """
        <?xml version="1.0" encoding="\(declared)"?>
        <inventory xmlns="urn:heijun:inventory:1" version="1">
          <vendor id="V1"><name>\(name)</name></vendor>
        </inventory>

        """
    }

    static let good: [(declared: String, encoding: String.Encoding, mark: [UInt8], name: String)] = [
        ("UTF-8", .utf8, [], "UTF-8"), ("utf-8", .utf8, [0xEF, 0xBB, 0xBF], "UTF-8"),
        ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE], "UTF-16LE"),
        ("UTF-16", .utf16BigEndian, [0xFE, 0xFF], "UTF-16BE"),
        ("UTF-16", .utf16LittleEndian, [], "UTF-16LE"), ("UTF-16BE", .utf16BigEndian, [], "UTF-16BE"),
        ("Shift_JIS", .shiftJIS, [], "Shift_JIS"), ("Windows-31J", .shiftJIS, [], "Shift_JIS"),
        ("CP932", .shiftJIS, [], "Shift_JIS"), ("x-sjis", .shiftJIS, [], "Shift_JIS"),
    ]

    @Test(arguments: good.indices)
    func encodingIsRead(index: Int) throws {
        let (declared, encoding, mark, name) = Self.good[index]
        let data = try #require(Self.file(declared).data(using: encoding))
        let reading = InventoryReader.read(mark + Array(data))
        #expect(reading.errors == [] && reading.encoding == name)
        #expect(reading.entries.first?.values[1] == "住基①㈱髙～表ソ能")
    }

    @Test func eucJPIsRead() {
        let name: [UInt8] = [0xC9, 0xBD, 0xA5, 0xBD, 0xC7, 0xBD]
        let bytes = Array(Self.file("EUC-JP", name: "#").utf8).replacing([UInt8(ascii: "#")], with: name)
        let reading = InventoryReader.read(bytes)
        #expect(reading.errors == [] && reading.entries.first?.values[1] == "表ソ能")
    }

    /// EUC-JP's own 〜 and − stay what they are; ①, ㈱ and ⅰ, which only the vendors' forms of it have, are read too,
    /// wherever a piece ends.
    @Test(arguments: [1, 2, 3, 1000]) func eucJPKeepsItsCharacters(size: Int) {
        let name: [UInt8] = [
            0xA1, 0xC1, 0xA1, 0xDD, 0xAD, 0xA1, 0xAD, 0xEA, 0x8F, 0xF3, 0xF3, 0x8F, 0xB0, 0xA1, 0x8E, 0xB1,
        ]
        let bytes = Array(Self.file("EUC-JP", name: "#").utf8).replacing([UInt8(ascii: "#")], with: name)
        var reader = InventoryReader()
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.feed($0) }
        }
        let reading = reader.finish()
        #expect(reading.errors == [] && reading.entries.first?.values[1] == "\u{301C}−①㈱ⅰ丂ｱ")
    }

    static let mail: [(bytes: [UInt8], text: String)] = [
        // Windows writes ①, ㈱ and 纊 into rows that the standard leaves empty, and half-width kana.
        (jis("$B", [0x2D, 0x21, 0x2D, 0x6A, 0x79, 0x21, 0x7C, 0x21]), "①㈱纊釗"),
        (jis("$B", [0x7C, 0x62]) + jis("(I", [0x31, 0x32]), "髙ｱｲ"),
        // The standard's own characters stay what they are.
        (jis("$B", [0x21, 0x41, 0x21, 0x5D, 0x49, 0x3D, 0x25, 0x3D, 0x47, 0x3D]), "\u{301C}−表ソ能"),
        (jis("$(D", [0x30, 0x21]) + jis("$@", [0x30, 0x21]), "丂亜"), (jis("(J", [0x41, 0x42]), "AB"),
    ]

    private static func jis(_ set: String, _ bytes: [UInt8]) -> [UInt8] {
        Array("\u{1B}\(set)".utf8) + bytes + Array("\u{1B}(B".utf8)
    }

    @Test(arguments: mail.indices, [1, 2, 3, 1000]) func mailEncodingIsReadAsWindowsWritesIt(
        index: Int, size: Int
    ) {
        let (name, text) = Self.mail[index]
        for declared in ["ISO-2022-JP", "CP50221"] {
            let bytes = Array(Self.file(declared, name: "#").utf8).replacing([UInt8(ascii: "#")], with: name)
            var reader = InventoryReader()
            for start in stride(from: 0, to: bytes.count, by: size) {
                bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.feed($0) }
            }
            let reading = reader.finish()
            #expect(reading.errors == [] && reading.entries.first?.values[1] == text)
        }
    }

    /// Characters of private use are told wherever a piece ends; wide letters and half-width kana are not.
    @Test(arguments: [1, 7, 100_000]) func privateUseIsTold(size: Int) {
        for (text, note) in [
            ("\u{E000}\u{F8FF}", "U+E000"), ("\u{F000}", "U+F000"), ("Ａ１ｱ～\u{F8FF}", "U+F8FF"),
            ("ＡＺ０ｱｲ￥", nil),
        ] {
            let bytes = Array(Self.file("UTF-8", name: text).utf8)
            var reader = InventoryReader()
            for start in stride(from: 0, to: bytes.count, by: size) {
                bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.feed($0) }
            }
            let notes = reader.finish().notes
            #expect(notes.map(\.seen) == (note.map { [$0] } ?? []) && notes.allSatisfy { $0.line == 3 })
        }
    }

    /// A character that the ledger cannot show elsewhere (外字) is kept, and one of Shift_JIS's ～ is not made a 〜.
    @Test func givenCharactersAreKept() {
        let name: [UInt8] = [0x81, 0x60, 0xF0, 0x40, 0xFA, 0xFC, 0xED, 0x40, 0xFB, 0xFC]
        let bytes = Array(Self.file("Shift_JIS", name: "#").utf8).replacing([UInt8(ascii: "#")], with: name)
        let reading = InventoryReader.read(bytes)
        #expect(reading.errors == [] && reading.entries.first?.values[1] == "～\u{E000}浯纊髙")
    }

    @Test(arguments: [1, 5, 64]) func piecesMayCutCharacters(size: Int) throws {
        let bytes = Array(try #require(Self.file("Shift_JIS").data(using: .shiftJIS)))
        var reader = InventoryReader()
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.feed($0) }
        }
        let reading = reader.finish()
        #expect(reading.errors == [] && reading.entries.first?.values[1] == "住基①㈱髙～表ソ能")
    }

    @Test func japaneseAfterTheFirstPieceIsRead() throws {
        let filler = String(repeating: "<!-- 長い前置き -->\n", count: 5000)
        let text = Self.file("Shift_JIS").replacingOccurrences(of: "<vendor", with: filler + "<vendor")
        let reading = InventoryReader.read(Array(try #require(text.data(using: .shiftJIS))))
        #expect(reading.errors == [] && reading.places.first?.line == 5003)
    }

    static let bad: [(bytes: [UInt8], error: String)] = [
        (
            Array(file("UTF-8", name: "ab").utf8.map { $0 == UInt8(ascii: "b") ? 0x87 : $0 }),
            "3:26 bad-bytes 0x87 0x3C 0x2F 0x6E"
        ),
        (
            Array((file("UTF-8", name: "表").data(using: .shiftJIS)) ?? Data()),
            "3:25 bad-bytes 0x95 0x5C 0x3C 0x2F"
        ),
        (Array(file("Shift_JIS", name: "表").utf8), "1:1 wrong-encoding Shift_JIS"),
        (Array(file("EUC-JP", name: "住民基本台帳").utf8), "3:28 wrong-encoding EUC-JP"),
        (
            Array(file("EUC-JP", name: "ab").utf8.map { $0 == UInt8(ascii: "b") ? 0xFF : $0 }),
            "3:26 bad-bytes 0xFF 0x3C"
        ),
        (Array((file("UTF-8").data(using: .utf16LittleEndian)) ?? Data()), "1:1 wrong-encoding UTF-8"),
        ([0xEF, 0xBB, 0xBF] + Array(file("Shift_JIS", name: "表").utf8), "1:1 wrong-encoding Shift_JIS"),
        (
            Array(file("ISO-2022-JP", name: "#").utf8).replacing(
                [UInt8(ascii: "#")], with: jis("$B", [0x30, 0x21, 0x22, 0x7D])),
            "3:26 bad-bytes 0x22 0x7D"
        ),
        (Array(file("ISO-2022-JP", name: "表").utf8), "3:25 wrong-encoding ISO-2022-JP"),
        (
            Array(file("ISO-2022-JP", name: "a\u{1B}%G").utf8), "3:26 bad-bytes 0x1B 0x25 0x47"
        ),
        (Array(file("X-NOSUCH").utf8), "1:1 unknown-encoding X-NOSUCH"),
        (Array(file("UTF-8", name: "ab").utf8.map { $0 == UInt8(ascii: "b") ? 0 : $0 }), "3:26 malformed"),
        (
            Array(file("UTF-8", name: "a#").utf8).replacing([UInt8(ascii: "#")], with: [0xE0, 0x81, 0x81]),
            "3:26 bad-bytes 0xE0 0x81 0x81 0x3C"
        ),
        (
            Array(file("UTF-8", name: "a#").utf8).replacing([UInt8(ascii: "#")], with: [0xED, 0xA0, 0x80]),
            "3:26 malformed"
        ),
    ]

    @Test(arguments: bad.indices)
    func wrongBytesAreAnErrorWithAPlace(index: Int) {
        let reading = InventoryReader.read(Self.bad[index].bytes)
        #expect(reading.isFatal)
        #expect(ErrorPlaceTests.lines(reading) == [Self.bad[index].error])
    }
}
