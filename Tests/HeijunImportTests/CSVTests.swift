import Foundation
import HeijunImport
import HeijunModel
import HeijunReports
import Testing

struct CSVTests {
    @Test(arguments: UInt64(1)...20)
    func importOfExportIsIdentity(seed: UInt64) throws {
        let entries = RandomEntries.make(seed: seed)
        for kind in RecordKind.all {
            let records = entries.filter { $0.kind == kind.name }
            for heading in [CSVStyle.Heading.keys, .titles(.ja), .titles(.en)] {
                let file = try csv(of: kind, entries, style: CSVStyle(heading: heading))
                let reading = CSVReader(kind).read(file)
                #expect(reading.errors == [])
                #expect(Set(reading.entries) == Set(records.map(Self.withLineFeeds)))
            }
        }
    }

    /// A carriage return inside a cell comes back as a line feed.
    private static func withLineFeeds(_ entry: Entry) -> Entry {
        Entry(
            kind: entry.kind,
            values: entry.values.map {
                $0?.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
            })
    }

    @Test func rowsByHand() throws {
        let entry = Entry(kind: "vendor", values: ["V1", "甲,\"乙\"\n丙", "3", "=1+1"])
        let file = try csv(of: Vendor.kind, [entry])
        let text = "\u{FEFF}id,name,max_parallel_rebuilds,note\r\nV1,\"甲,\"\"乙\"\"\n丙\",3,'=1+1\r\n"
        #expect(String(decoding: file, as: UTF8.self) == text)
    }

    @Test func cp932IsExactOrRefused() throws {
        let style = CSVStyle(encoding: .cp932, heading: .titles(.ja))
        let good = Entry(kind: "vendor", values: ["V1", "①㈱髙～", nil, nil])
        let file = try csv(of: Vendor.kind, [good], style: style)
        let reading = CSVReader(Vendor.kind).read(file)
        #expect(reading.entries == [good] && reading.encoding == "Shift_JIS")
        let bad = Entry(kind: "vendor", values: ["V2", "吉𠮷", nil, nil])
        #expect(
            throws: ExchangeProblem.unwritable(
                character: "𠮷", format: "CP932", kind: "vendor", key: "V2", field: "name")
        ) { try csv(of: Vendor.kind, [good, bad], style: style) }
    }

    static let cases: [(text: String, errors: [String])] = [
        ("", ["1:1 empty-file"]),
        ("id,name\n", []),
        ("事業者ID,事業者名\r\nV1,甲\r\n\r\nV2,乙", []),
        ("id\nV1\n", ["1:1 missing-column name"]),
        ("id,name,nota\nV1,甲,x\n", ["1:9 unknown-column nota nota"]),
        ("id,name,id\nV1,甲,V1\n", ["1:9 given-twice id id"]),
        ("id,name\nV1,甲,乙\n", ["2:1 wrong-cell-count 3"]),
        ("id,name\nV1,\nV 2,乙\n", ["2:4 missing-field name V1", "3:1 not-a-key id V 2"]),
        ("id,name\nV1,甲\n\nV1,乙\n", ["4:1 duplicate-key V1 V1"]),
        ("id,name\nV1,\"甲\n\nV2,乙\n", ["2:4 unclosed-quote"]),
        ("id,name\nV1,\"甲\"乙\n", ["2:7 stray-quote"]),
        ("id,name\nV1,甲\"乙\n", ["2:5 stray-quote"]),
        ("id,name,同時再構築上限\nV1,\"甲\n乙\",三\n", ["3:4 not-a-number max_parallel_rebuilds V1 三"]),
        ("id,name\nV1,a\u{8}b\n", ["2:4 control-character name V1 U+8"]),
    ]

    @Test(arguments: cases.indices)
    func errorsWithPlaces(index: Int) {
        let reading = CSVReader(Vendor.kind).read(Array(Self.cases[index].text.utf8))
        #expect(ErrorPlaceTests.lines(reading) == Self.cases[index].errors)
    }

    @Test func referencesAreMetByTheStoreOrReported() {
        let text = Array("id,facility,name\nR1,F1,甲\nR2,F2,乙\n".utf8)
        let reading = CSVReader(Room.kind).read(text) { _, key in key == "F1" }
        #expect(ErrorPlaceTests.lines(reading) == ["3:1 dangling-reference facility R2 F2"])
        #expect(reading.entries.map { $0.values[0] } == ["R1"])
    }
}
