import HeijunModel
import HeijunPolicy
import Testing

@testable import HeijunReports

/// What the documents of indicators and evaluations show, and how charts keep apart what colour alone would not.
struct EvaluationReportTests {
    @Test(arguments: [([1, 2, 3], "▁▄█"), ([5, 5], "▄▄"), ([9, 0], "█▁"), ([-1, 6], "▁█"), ([], "")])
    func sparklines(values: [Int], marks: String) {
        #expect(sparkline(values.map { Figure($0) }) == marks)
    }

    static func input(_ change: (inout Portfolio) -> Void = { _ in }) -> ReportInput {
        var portfolio = City.portfolio()
        var indicator = Indicator()
        (indicator.id, indicator.area, indicator.name) = ("I1", "分野", "<b>件数 & \"率\"</b>")
        (indicator.unit, indicator.scope) = ("件", "本庁のみ")
        var second = indicator
        (second.id, second.name, second.scope) = ("I2", "会議数", nil)
        portfolio.indicators = [indicator, second]
        portfolio.indicatorValues = [
            value("I1", 2025, .target, 10), value("I1", 2024, .actual, 4), value("I1", 2025, .actual, 9),
            value("I2", 2025, .target, 10), value("I2", 2025, .actual, 12),
        ]
        change(&portfolio)
        return ReportInput.gathered(
            from: portfolio, plan: nil, asOf: City.asOf, version: "1", inputHash: "", language: .ja)
    }

    static func value(_ id: Key, _ year: Int, _ role: IndicatorValue.Role, _ figure: Int) -> IndicatorValue {
        var value = IndicatorValue()
        (value.indicator, value.year, value.role) = (id, FiscalYear(year), role)
        value.value = Figure(figure)
        return value
    }

    /// One cell for the run of an area, names escaped, verdicts beside the actuals, scopes under the table.
    @Test func theTableOfThePolicy() {
        let html = KPIPage(input: Self.input()).html
        #expect(html.contains("rowspan=\"2\">分野</td>"))
        #expect(html.contains("&lt;b&gt;件数 &amp; &quot;率&quot;&lt;/b&gt;") && !html.contains("<b>件数"))
        #expect(html.contains("目標値（R7）") && html.contains("実績値（R7）"))
        #expect(html.contains("未達 90 %") && html.contains("達成 120 %"))
        #expect(html.contains("※1 範囲：本庁のみ") && !html.contains("※2"))
        #expect(!html.contains("<script") && !html.contains("http://") || html.contains("www.w3.org"))
    }

    /// A met target is filled, a missed one an outline: a copy in black and white still tells.
    @Test func barsDifferInMoreThanColour() throws {
        let chart = try #require(Charts(Self.input()).indicators).markup.source
        #expect(chart.contains("class=\"f-done\"") && chart.contains("class=\"f-paper s-ink\""))
        #expect(chart.contains("未達") && chart.contains("達成") && chart.contains("<circle"))
    }

    /// Scope and the ledger's own value are shown as soon as one row has them, and are in JSON always.
    @Test func columnsAppearWhereTheySaySomething() {
        let rows = Self.input().indicators
        func shown(_ rows: [IndicatorRow]) -> [String] {
            Table.indicators(rows, Format(language: .ja, years: .era)).columns.filter { !$0.isDataOnly }.map(
                \.key)
        }
        #expect(
            shown(rows).contains("scope") && shown(rows).contains("trend")
                && !shown(rows).contains("computed"))
        #expect(!shown([rows[1]]).contains("scope"))
        let json = JSONValue.indicators(rows, Format(language: .ja, years: .era)).text
        #expect(json.contains("\"computed\": null") && json.contains("\"scope\": \"本庁のみ\""))
    }

    @Test func sheetsShowMoneyInThousands() {
        let input = Self.input { portfolio in
            var programme = Programme()
            (programme.id, programme.name) = ("P1", "<i>事業</i>")
            var sheet = ProgrammeSheet()
            (sheet.programme, sheet.year, sheet.direction) = ("P1", FiscalYear(2023), .improve)
            var cost = ProgrammeCost()
            (cost.programme, cost.year, cost.stage, cost.amount) = (
                "P1", FiscalYear(2023), .budget, Yen(1_234_500)
            )
            (portfolio.programmes, portfolio.programmeSheets) = ([programme], [sheet])
            portfolio.programmeCosts = [cost]
        }
        let files = Report.all.first { $0.name == "sheets" }.flatMap { try? $0.make(input) } ?? []
        #expect(files.map(\.name) == ["sheets.html", "sheets.csv"])
        #expect(files[0].text.contains("1,235") && files[0].text.contains("Ⅱ 改善しながら継続"))
        #expect(files[0].text.contains("&lt;i&gt;事業") && !files[0].text.contains("<i>"))
        #expect(files[1].text.contains("1234500"))
    }
}
