import HeijunImport
import HeijunModel
import Testing

/// Tables of indicators as offices keep them.
struct IndicatorTableTests {
    /// A workbook with merged areas, as the policy's own table has them.
    @Test func workbooksWithMergedAreas() throws {
        func cell(_ name: String, _ text: String) -> String {
            "<c r=\"\(name)\" t=\"str\"><v>\(text)</v></c>"
        }
        var book = HandMadeWorkbook()
        book.sheets = [
            (
                "成果指標",
                "<row r=\"1\">\(cell("A1", "川崎市の成果指標"))</row><row r=\"2\">\(cell("A2", "取組分野"))\(cell("B2", "成果指標"))"
                    + "\(cell("C2", "単位"))\(cell("D2", "基準値（H29年度末）"))\(cell("E2", "目標値（R3年度）"))\(cell("F2", "実績値（R3年度）"))</row>"
                    + "<row r=\"3\">\(cell("A3", "オープンデータ"))\(cell("B3", "データセット数"))\(cell("C3", "セット"))"
                    + "\(cell("D3", "108セット"))\(cell("E3", "300セット以上"))<c r=\"F3\"><v>319</v></c></row>"
                    + "<row r=\"4\">\(cell("B4", "ダウンロード数"))\(cell("E4", "5,000"))\(cell("F4", "－"))</row>",
                "<mergeCells count=\"1\"><mergeCell ref=\"A3:A4\"/></mergeCells>"
            )
        ]
        let table = IndicatorTable(try SheetFile(book.file).read(0), stored: [])
        #expect(table.problems.isEmpty)
        let portfolio = try Portfolio(table.entries)
        #expect(portfolio.indicators.map(\.area) == ["オープンデータ", "オープンデータ"])
        #expect(portfolio.indicators.map(\.id.text) == ["KPI-1", "KPI-2"])
        let first = portfolio.indicators[0]
        #expect(first.baseline == Figure(108) && first.baselineYear == FiscalYear(2017))
        #expect(first.baselineText == "108セット" && first.direction == .higher)
        let values = portfolio.indicatorValues
        #expect(values.map(\.role) == [.target, .actual, .target])
        #expect(values.map(\.value) == [nil, Figure(319), Figure(5000)])
        #expect(values.map(\.text) == ["300セット以上", nil, nil])
    }

    /// What is stored of an indicator and not in the table stays.
    @Test func whatTheTableLacksStays() throws {
        var stored = Indicator()
        (stored.id, stored.area, stored.name, stored.note) = ("K4", "分野", "件数", "注記")
        var value = IndicatorValue()
        (value.indicator, value.year, value.role, value.source) = ("K4", FiscalYear(2025), .actual, "L1")
        let sheet = try Sheet.of([["取組分野", "指標名", "R7実績"], ["分野", "件数", "12"]])
        let table = IndicatorTable(sheet, stored: [stored.entry, value.entry])
        let portfolio = try Portfolio(table.entries)
        #expect(portfolio.indicators.first?.id == "K4" && portfolio.indicators.first?.note == "注記")
        #expect(portfolio.indicatorValues.first?.value == Figure(12))
        #expect(portfolio.indicatorValues.first?.source == "L1")
    }

    /// Words never become figures, however they look.
    @Test(
        arguments: [
            ("22", "22"), ("1,200", "1200"), ("２２件", "22"), ("12.5", "12.5"), ("22件以上", nil), ("約22件", nil),
            ("累計22", nil), ("22システム", nil), ("8割以上", nil), ("3/4", nil), ("年3回", nil), ("2026-03-31", nil),
        ] as [(String, String?)])
    func wordsStayWords(text: String, figure: String?) throws {
        let sheet = try Sheet.of([["指標名", "単位", "目標値(R7)"], ["件数", "件", text]])
        let value = try Portfolio(IndicatorTable(sheet, stored: []).entries).indicatorValues[0]
        #expect(value.value?.fieldText == figure)
        #expect(value.text != nil || figure != nil)
    }

    @Test(arguments: [
        ([["指標名", "達成率"], ["件数", "1"]], "B1"), ([["指標名", "方向"], ["件数", "うえ"]], "B2"),
        ([["指標名", "累計"], ["件数", "たぶん"]], "B2"), ([["指標名"], ["件数"], ["件数"]], "A3"), ([["名", "値"]], ""),
    ])
    func problemsHaveTheirPlace(rows: [[String]], place: String) throws {
        let table = IndicatorTable(try Sheet.of(rows), stored: [])
        #expect(table.problems.map(\.place.description) == [place])
        #expect(table.problems.allSatisfy { !$0.words.ja.isEmpty && !$0.words.en.isEmpty })
    }
}

extension Sheet {
    /// A sheet of CSV cells.
    fileprivate static func of(_ rows: [[String]]) throws -> Sheet {
        let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined()
        return try SheetFile(Array(text.utf8)).read(0)
    }
}
