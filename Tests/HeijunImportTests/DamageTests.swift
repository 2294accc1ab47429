import Foundation
import HeijunImport
import HeijunModel
import Testing

/// Damaged files: whatever happens to the bytes, reading ends with an answer.
struct DamageTests {
    private static let small = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- 台帳 --><inventory xmlns="urn:heijun:inventory:1" version="1">
          <vendor id="V1"><name>A&amp;B&#x9AD9;<![CDATA[<社>]]></name></vendor>
          <account id="一般会計"><category>general</category>
            <ceiling year="2027" amount="1200000000"/><?p i?>
          </account>
        </inventory>

        """

    @Test func everyTruncationIsRefused() {
        let bytes = Array(Self.small.utf8)
        #expect(InventoryReader.read(bytes).errors == [])
        for count in 0..<(bytes.count - 1) {
            let reading = InventoryReader.read(bytes[..<count])
            #expect(reading.isFatal, "\(count) bytes")
            let code = count == 0 ? "empty-file" : "truncated"
            #expect(reading.errors.map(\.code) == [code], "\(count) bytes")
            #expect(reading.entries.count <= 3 && reading.entries.allSatisfy { !$0.values.isEmpty })
        }
    }

    @Test(arguments: 0..<8) func anyFlippedBitIsSurvived(bit: Int) {
        let bytes = Array(Self.small.utf8)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1 << UInt8(bit)
            let reading = InventoryReader.read(damaged)
            #expect(reading.entries.count == reading.places.count)
            #expect(!reading.isFatal || !reading.errors.isEmpty)
        }
    }

    @Test(arguments: [String.Encoding.shiftJIS, .utf16LittleEndian]) func damageInOtherEncodings(
        encoding: String.Encoding
    ) throws {
        let name = encoding == .shiftJIS ? "Shift_JIS" : "UTF-16"
        let text = Self.small.replacingOccurrences(of: "UTF-8", with: name)
        let bytes = Array(try #require(text.data(using: encoding)))
        #expect(InventoryReader.read(bytes).errors == [])
        var random = SplitMix(state: 7)
        for _ in 0..<200 {
            var damaged = bytes
            damaged[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = InventoryReader.read(damaged)
            _ = InventoryReader.read(bytes[..<Int.random(in: bytes.indices, using: &random)])
        }
    }

    @Test func limitsHold() {
        func code(_ body: String, _ change: (inout Limits) -> Void) -> String? {
            var limits = Limits.standard
            change(&limits)
            let text = "<inventory xmlns=\"urn:heijun:inventory:1\" version=\"1\">\(body)</inventory>"
            let reading = InventoryReader.read(text.utf8, limits: limits)
            return reading.isFatal ? reading.errors.last?.code : nil
        }
        let vendor = "<vendor id=\"V1\"><name>\(String(repeating: "あ", count: 500))</name></vendor>"
        #expect(code(vendor) { _ in } == nil)
        #expect(code(vendor) { $0.fieldBytes = 1000 } == "too-large-field")
        #expect(code(vendor) { $0.fileBytes = 1000 } == "too-large-file")
        #expect(code(vendor) { $0.records = 0 } == "too-large-records")
        #expect(code("<a><b><c/></b></a>") { $0.depth = 3 } == "too-large-depth")
        #expect(code("<a/><b/><c/><d/>") { $0.names = 10 } == "too-large-names")
        #expect(code("<a/><b/><c/><d/>") { ($0.errors, $0.furtherErrors) = (1, 1) } == "too-large-errors")
        let comment = "<!-- \(String(repeating: "x", count: 200_000)) -->"
        #expect(code(comment) { $0.pendingBytes = 100_000 } == "too-large-tag")
    }

    @Test func hintsForOtherToolsArePassedOver() {
        let text = """
            <?xml-stylesheet href="file:///etc/passwd" type="text/xsl"?>
            <inventory xmlns="urn:heijun:inventory:1" version="1"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="urn:heijun:inventory:1 http://127.0.0.1:9/a.xsd">
              <vendor xsi:type="x" id="V1"><name xsi:nil="false">甲</name></vendor>
            </inventory>
            """
        let reading = InventoryReader.read(text.utf8)
        #expect(reading.errors == [] && reading.entries.count == 1)
    }
}
