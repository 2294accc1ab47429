import Foundation
import HeijunImport
import HeijunModel
import Testing

/// Tables as offices keep them: headings in many words and rows, units, terms, sums and names.
struct HeadingTests {
    /// A sheet of SpreadsheetML with rows of texts; an empty text is no cell.
    private static func book(_ rows: [[String]], sheet: String = "一覧") -> [UInt8] {
        let name = "urn:schemas-microsoft-com:office:spreadsheet"
        let lines = rows.map { row in
            "<Row>"
                + row.enumerated().filter { $1 != "" }.map {
                    "<Cell ss:Index=\"\($0 + 1)\"><Data>\($1)</Data></Cell>"
                }.joined() + "</Row>\n"
        }
        return Array(
            """
            <?xml version="1.0"?><Workbook xmlns="\(name)" xmlns:ss="\(name)">
            <Worksheet ss:Name="\(sheet)"><Table>\(lines.joined())</Table></Worksheet></Workbook>
            """.utf8)
    }

    private static func read(
        _ rows: [[String]], names: KnownNames = KnownNames()
    ) -> (reading: ProfileReading, records: [String: [String: String]]) {
        let collector = EntryCollector()
        var reader = SpreadsheetReader(names: names, sink: collector)
        book(rows).withUnsafeBytes { reader.feed($0) }
        let reading = reader.finish()
        var records: [String: [String: String]] = [:]
        for entry in collector.entries {
            let kind = RecordKind.named(entry.kind)
            let fields = zip(kind?.fields ?? [], entry.values).compactMap { field, value in
                value.map { (field.key, $0) }
            }
            records[kind?.key(of: entry.values) ?? ""] = Dictionary(uniqueKeysWithValues: fields)
        }
        return (reading, records)
    }

    static let amounts: [(heading: String, above: String, cell: String, yen: String)] = [
        ("取得価格（千円）", "", "3200", "3200000"), ("取得価格（円）", "", "3200", "3200"),
        ("取得価格", "", "3200", "3200"), ("取得価格", "（単位：千円）", "3200", "3200000"),
        ("取得価格［百万円］", "", "3", "3000000"), ("取得価格（千円）", "", "3,200円", "3200"),
        ("取得価格（千円）", "", "1200.5", "1200500"), ("取得価格(円)", "単位:千円", "5", "5"),
        ("取得価格", "", "1250000.0", "1250000"), ("取得価格", "", "1249999.9999999998", "1250000"),
    ]

    @Test(arguments: amounts.indices) func headingsNameUnits(index: Int) {
        let (heading, above, cell, yen) = Self.amounts[index]
        let (reading, records) = Self.read([[above, ""], ["管理番号", heading, "機器名"], ["K1", cell, "架空機"]])
        #expect(reading.errors == [] && records["K1"]?["cost"] == yen)
    }

    static let cells: [(heading: String, cell: String, field: String, kept: String?)] = [
        ("賃貸借期間", "R4.10.1～R9.9.30", "contract_ends", "2027-09-30"),
        ("リース期間", "2022/10/1から2027/9/30まで", "contract_ends", "2027-09-30"),
        ("保守期限", "令和9年9月末", "support_ends", "2027-09-30"), ("保守期限", "R10.2月末", "support_ends", "2028-02-29"),
        ("保守期限", "－", "support_ends", nil), ("メモリ（GB）", "16", "memory", "16384"),
        ("メモリ", "16GB", "memory", "16384"), ("設置\n場所", "本庁舎", "location", "本庁舎"),
        ("ｼﾘｱﾙＮｏ．", "12", "serial", "12"), ("備　考", "－", "note", "－"),
    ]

    @Test(arguments: cells.indices) func cellsAreReadAsMeant(index: Int) {
        let (heading, cell, field, kept) = Self.cells[index]
        let (_, records) = Self.read([["管理番号", "機器名", heading], ["K1", "架空機", cell]])
        #expect(records["K1"]?[field] == kept)
    }

    static let systems: [(heading: String, cell: String, field: String, kept: String?)] = [
        ("更改年度", "令和9年度", "rebuild_year", "2027"), ("主管課", "架空課", "business_section", "C1"),
        ("主管課", "ない課", "business_section", "ない課"), ("委託先", "架空　電算㈱", "vendor", "V1"),
        ("稼働環境", "オンプレミス", "hosting", "onPremises"), ("接続系", "LGWAN接続系", "tier", "lgwan"),
        ("マイナンバー", "●", "handles_my_number", "true"), ("マイナンバー", "×", "handles_my_number", nil),
        ("導入年度", "2019-10-01", "in_service", "2019"), ("運用保守費（千円）", "12", "annual_run_cost", "12000"),
    ]

    @Test(arguments: systems.indices) func systemsAreKnownByUsualWords(index: Int) {
        let names = KnownNames([
            Self.entry("section", ["id": "C1", "name": "架空課"]),
            Self.entry("vendor", ["id": "V1", "name": "架空 電算㈱"]),
        ])
        let (heading, cell, field, kept) = Self.systems[index]
        let (reading, records) = Self.read([["項番", "システム名", heading], ["1", "税", cell]], names: names)
        #expect(reading.errors == [] && records["税"]?[field] == kept)
    }

    private static func entry(_ kind: String, _ values: [String: String]) -> Entry {
        Entry(kind: kind, values: RecordKind.named(kind)?.fields.map { values[$0.key] } ?? [])
    }

    @Test func namesOfTwoRecordsNameNone() {
        let names = KnownNames([
            Self.entry("section", ["id": "C1", "name": "税務課"]),
            Self.entry("section", ["id": "C2", "name": "税務課"]),
        ])
        let (_, records) = Self.read([["システム名", "主管課"], ["税", "税務課"]], names: names)
        #expect(records["税"]?["business_section"] == "税務課")
    }

    /// The number of a row names nothing for long.
    @Test func keysAreOfTheThingsThemselves() {
        func keys(_ rows: [[String]]) -> Set<String> { Set(Self.read(rows).records.keys) }
        #expect(keys([["No", "システム名", "備考"], ["1", "税", ""], ["2", "住基", ""]]) == ["税", "住基"])
        #expect(keys([["№", "品名", "資産番号"], ["1", "PC", "A1"], ["2", "PC", "A2"]]) == ["A1", "A2"])
        #expect(keys([["№", "品名", "型番"], ["1", "PC", "x"], ["2", "PC", "y"]]) == ["PC/1", "PC/2"])
        #expect(keys([["ソフトウェア名", "バージョン"], ["架空Office", "2019"]]) == ["架空Office/2019"])
    }

    @Test func sumsRemarksAndHeadingsAreNoRecords() {
        let heading = ["管理番号", "機器名", "取得価格"]
        let (reading, records) = Self.read([
            heading, ["K1", "架空機", "5"], heading, ["", "合　計", "5"], ["※ 税込"], ["小計", "", "5"],
        ])
        #expect(records.keys.sorted() == ["K1"] && reading.errors == [])
        #expect(reading.notes.map(\.code) == ["passed-over", "passed-over", "passed-over"])
    }

    @Test func sheetsWithoutHeadingsAreTold() {
        let (reading, _) = Self.read([["印刷日", "2026/4/1"]])
        #expect(
            reading.errors.map(\.code) == ["no-headings"] && reading.notes.map(\.code) == ["unread-sheet"])
    }

    /// A workbook of one's own is read as the same table in XML, with headings over two rows.
    @Test func workbooksAreReadByTheirHeadings() throws {
        func row(_ number: Int, _ texts: [String]) -> String {
            let cells = zip("ABCDEF", texts).filter { $1 != "" }.map {
                "<c r=\"\($0)\(number)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
            }
            return "<row r=\"\(number)\">\(cells.joined())</row>"
        }
        var book = HandMadeWorkbook()
        let rows =
            row(1, ["架空の機器一覧（単位：千円）"]) + row(2, ["管理番号", "機器名", "賃貸借期間", "", "設置場所", "取得価格"])
            + row(3, ["", "", "開始", "終了"]) + row(4, ["K1", "架空機", "R4.10.1", "R9.9.30", "本庁舎", "3200"])
            + row(5, ["K2", "架空機", "", "", "", "5円"])
        let merges = ["A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "E4:E5"].map {
            "<mergeCell ref=\"\($0)\"/>"
        }
        book.sheets = [
            ("R8機器", rows, "<mergeCells>\(merges.joined())</mergeCells>"), ("メモ", row(1, ["別の話"]), ""),
        ]
        let sheets = try HeadedWorkbookReader(nil, options: ReadingOptions()).read(book.file) { _, _ in true }
        #expect(sheets.map(\.sheet) == ["R8機器"])
        let reading = try #require(sheets.first?.reading)
        let table = reading.entries.map { entry in
            ["id", "location", "contract_ends", "cost"].map {
                Equipment.kind.position[$0].flatMap { entry.values[$0] }
            }
        }
        #expect(
            table == [["K1", "本庁舎", "2027-09-30", "3200000"], ["K2", "本庁舎", nil, "5"]] && reading.errors == []
        )
        #expect(reading.places.map(\.line) == [4, 5])
    }
}
