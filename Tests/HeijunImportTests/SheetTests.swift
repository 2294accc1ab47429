import HeijunImport
import HeijunModel
import Testing

/// Reading sheets: what a spreadsheet shows is what comes out.
struct SheetTests {
    @Test func sheetsFollowTheReferences() throws {
        var book = HandMadeWorkbook()
        book.sheets = [
            ("一覧", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", ""),
            ("明細", "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", ""),
        ]
        let file = try SheetFile(book.file)
        #expect(file.sheetNames == ["一覧", "明細"])
        #expect(try file.read(1).cell(row: 1, column: 1)?.text == "2")
        #expect(try file.read(try file.sheet(named: "一覧")).rows.map(\.cells).first?.first?.text == "1")
        #expect(throws: SheetError(.noSuchSheet("表", among: ["一覧", "明細"]))) { try file.sheet(named: "表") }
    }

    @Test func furiganaIsNoTextAndGapsStayGaps() throws {
        var book = HandMadeWorkbook()
        book.texts =
            "<si><t>神奈川県</t><rPh sb=\"0\" eb=\"4\"><t>カナガワケン</t></rPh></si>"
            + "<si><r><t>川崎</t></r><r><t xml:space=\"preserve\">市 </t></r></si><si><t>a_x000D_b_x005F_x0041_</t></si>"
        book.sheets = [
            (
                "表",
                "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c><c/>"
                    + "<c t=\"inlineStr\"><is><t>直</t><rPh><t>ジカ</t></rPh></is></c><c r=\"AA3\" t=\"s\"><v>2</v></c></row>",
                ""
            )
        ]
        let sheet = try SheetFile(book.file).read(0)
        #expect(sheet.rows.map(\.number) == [3])
        #expect(sheet.rows[0].cells.map(\.column) == [2, 4, 6, 27])
        #expect(sheet.rows[0].cells.map(\.text) == ["神奈川県", "川崎市 ", "直", "a\rb_x0041_"])
        #expect(sheet.rows[0][3] == nil && sheet.rows[0][4]?.text == "川崎市 ")
    }

    @Test func mergedCellsShowTheirFirst() throws {
        var book = HandMadeWorkbook()
        book.sheets = [
            (
                "表",
                "<row r=\"1\"><c r=\"B1\" t=\"str\"><v>見出し</v></c></row><row r=\"2\"><c r=\"E2\"><v>5</v></c></row>",
                "<mergeCells count=\"1\"><mergeCell ref=\"B1:D2\"/></mergeCells>"
            )
        ]
        let sheet = try SheetFile(book.file).read(0)
        #expect(sheet.cell(row: 2, column: 3)?.text == "見出し")
        #expect(sheet.cell(row: 2, column: 5)?.text == "5")
        #expect(sheet.cell(row: 1, column: 5) == nil && sheet.cell(row: 9, column: 1) == nil)
    }

    /// Built-in, own and Japanese formats; quoted letters, colours and exponents show no day.
    @Test(arguments: [
        ("14", "", "46112", "2026-03-31"), ("57", "", "46112", "2026-03-31"),
        ("164", "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "43586", "2019-05-01"),
        ("164", "yyyy/mm/dd hh:mm", "46112.520833333336", "2026-03-31 12:30:00"),
        ("164", "[h]:mm", "0.25", "06:00:00"), ("164", "0.00E+00", "46112", "46112"),
        ("164", "&quot;day &quot;0", "46112", "46112"), ("164", "[Red]#,##0", "46112", "46112"),
        ("164", "General", "46112", "46112"), ("0", "", "46112", "46112"), ("14", "", "60", "60"),
        ("14", "", "59", "1900-02-28"), ("14", "", "61", "1900-03-01"), ("14", "", "45351", "2024-02-29"),
    ])
    func daysByStyle(id: String, code: String, number: String, expected: String) throws {
        var book = HandMadeWorkbook()
        let own = code.isEmpty ? "" : "<numFmts><numFmt numFmtId=\"\(id)\" formatCode=\"\(code)\"/></numFmts>"
        book.styles =
            "\(own)<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(id)\"/></cellXfs>"
        book.sheets = [("表", "<row><c s=\"1\"><v>\(number)</v></c></row>", "")]
        #expect(try SheetFile(book.file).read(0).cell(row: 1, column: 1)?.text == expected)
    }

    @Test func daysFrom1904() throws {
        var book = HandMadeWorkbook()
        book.properties = "<workbookPr date1904=\"1\"/>"
        book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        book.sheets = [
            (
                "表",
                "<row><c s=\"0\"><v>44650</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c></row>", ""
            )
        ]
        let cells = try SheetFile(book.file).read(0).rows[0].cells
        #expect(cells.map(\.text) == ["2026-03-31", "true", "#REF!"])
        #expect(cells.map(\.kind) == [.day, .flag, .fault])
    }

    @Test(arguments: [
        ("0.575", "0.575"), ("0.57499999999999996", "0.575"), ("1E-3", "0.001"), ("1.5E+7", "15000000"),
        ("12345678901234567890", "12345678901234567890"), ("-2.5000000000000001E-5", "-0.000025"),
        ("141305", "141305"), ("0.1", "0.1"), ("100", "100"),
    ])
    func numbersAsEntered(written: String, expected: String) throws {
        var book = HandMadeWorkbook()
        book.sheets = [("表", "<row><c><v>\(written)</v></c></row>", "")]
        #expect(try SheetFile(book.file).read(0).cell(row: 1, column: 1)?.text == expected)
    }

    @Test func csvIsASheetToo() throws {
        let file = try SheetFile(Array("市,率\r\n川崎市,\"0,5\"\r\n\r\n,x\r\n".utf8))
        let sheet = try file.read(0)
        #expect(file.sheetNames == [""])
        #expect(sheet.rows.map(\.number) == [1, 2, 4])
        #expect(sheet.cell(row: 2, column: 2)?.text == "0,5" && sheet.cell(row: 4, column: 1) == nil)
    }

    @Test func readingStopsWhereAsked() throws {
        var book = HandMadeWorkbook()
        book.sheets = [("表", "<row><c><v>1</v></c></row><row><c><v>2</v></c></row><oops>", "")]
        var seen: [String] = []
        try SheetFile(book.file).readRows(of: 0) { row in
            seen.append(row.cells[0].text)
            return seen.count < 2
        }
        #expect(seen == ["1", "2"])
    }
}

/// Files that are no sheets, or broken ones, are refused with their place.
struct SheetFaultTests {
    @Test(
        arguments: [
            ([], "empty-file"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old-or-locked-workbook"),
            (Array("PK\u{3}\u{4}rest".utf8), "damaged-workbook"), ([0x1F, 0x8B, 8, 0], "not-sheets"),
            ([0, 1, 2, 3], "not-sheets"), (Array("a,\"b".utf8), "unclosed-quote"),
        ] as [([UInt8], String)])
    func noSheets(bytes: [UInt8], code: String) throws {
        let error = #expect(throws: SheetError.self) { _ = try SheetFile(bytes).read(0) }
        #expect(error?.reason.code == code)
        #expect(error?.words.ja.hasSuffix("。") == true)
    }

    @Test(arguments: [
        ("<row r=\"2\"><c r=\"C2\" t=\"s\"><v>9</v></c></row>", "", "表!C2: 文字列の番号「9」"),
        ("<row r=\"2\"><c r=\"2C\"><v>9</v></c></row>", "", "表!2: セルの番地「2C」"),
        ("<row r=\"2\"><c r=\"XFE2\"><v>9</v></c></row>", "", "表!2: セルの番地「XFE2」"),
        ("", "<mergeCell ref=\"B9:A1\"/>", "表: セルの番地「B9:A1」"),
        ("<row><c><v>1</v></row>", "", "xl/worksheets/sheet1.xml の 1 行"),
    ])
    func brokenSheets(rows: String, after: String, message: String) throws {
        var book = HandMadeWorkbook()
        book.sheets = [("表", rows, after)]
        let error = #expect(throws: SheetError.self) { _ = try SheetFile(book.file).read(0) }
        #expect(error?.words.ja.hasPrefix(message) == true, "\(error?.words.ja ?? "")")
    }

    @Test func entitiesAreRefused() throws {
        var zip = StoredZip()
        zip.add("_rels/.rels", "<!DOCTYPE x [<!ENTITY a \"b\">]><Relationships>&a;</Relationships>")
        let error = #expect(throws: SheetError.self) { _ = try SheetFile(zip.file) }
        #expect(error?.reason.code == "malformed-part")
    }

    @Test func limitsHold() throws {
        var book = HandMadeWorkbook()
        book.texts = "<si><t>abcdefgh</t></si>"
        book.sheets = [("表", "<row><c><v>1</v></c><c><v>2</v></c></row>", "")]
        var limits = SheetLimits()
        limits.cells = 1
        #expect(throws: SheetError(.tooLarge(.cells, limit: 1), at: SheetPlace(sheet: "表", row: 1))) {
            _ = try SheetFile(book.file, limits: limits).read(0)
        }
        limits = SheetLimits()
        limits.textBytes = 7
        #expect(throws: SheetError(.tooLarge(.text, limit: 7))) {
            _ = try SheetFile(book.file, limits: limits)
        }
        limits = SheetLimits()
        limits.partBytes = 100
        #expect(throws: SheetError(.tooLarge(.part, limit: 100))) {
            _ = try SheetFile(book.file, limits: limits)
        }
    }

    /// Damage anywhere in a workbook ends in an error or in rows, never in a trap.
    @Test(arguments: UInt64(1)...40)
    func damageIsNoTrap(seed: UInt64) throws {
        var book = HandMadeWorkbook()
        book.texts = "<si><t>川崎市</t></si>"
        book.sheets = [
            ("表", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>0.5</v></c></row>", "")
        ]
        var bytes = book.file
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<3 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
        }
        do throws(SheetError) {
            let file = try SheetFile(bytes)
            for sheet in file.sheetNames.indices { _ = try file.read(sheet) }
        } catch {
            #expect(!error.words.ja.isEmpty)
        }
    }
}
