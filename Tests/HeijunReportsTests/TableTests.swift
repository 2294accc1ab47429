import HeijunModel
import Testing

@testable import HeijunReports

/// A small table with a long name, a negative amount, an empty cell and letters that CSV and JSON must quote.
private let table = Table(
    key: "things", title: Words(ja: "もの", en: "Things"),
    columns: [
        .data("key", ja: "キー", en: "Key"), .init("name", ja: "名称", en: "Name"),
        .money("cost", ja: "経費", en: "Cost"), .init("mark", ja: "印", en: "Mark", .centre),
    ],
    rows: [
        [Cell("A"), Cell("住民基本台帳システム"), japanese.money(Yen(thousands: -1234)), Cell("○")],
        [Cell("B"), Cell("say \"hi\", please"), japanese.money(nil), Cell(nil)],
    ],
    total: [Cell("Σ"), Cell("Σ"), Cell("−1,234", .null), Cell(nil)])

private let japanese = Format(language: .ja, years: .era)

@Test func tableAsText() {
    let text = table.text(TextLayout(language: .ja))
    #expect(
        text == """
            名称                    経費  印
            --------------------  ------  --
            住民基本台帳システム  −1,234  ○
            say "hi", please
            --------------------  ------  --
            Σ                    −1,234

            """)
}

/// On a terminal headings are bold and a cell shows its tone; without the codes the text is the same.
@Test func tonesAreColoured() {
    var toned = table
    toned.rows[0][3] = Cell("×", tone: .bad)
    toned.rows[1][1] = Cell("廃止", tone: .muted)
    let text = toned.text(TextLayout(language: .ja, isColoured: true))
    let heading = "\u{1B}[1m名称\u{1B}[0m                    \u{1B}[1m経費\u{1B}[0m  \u{1B}[1m印\u{1B}[0m\n"
    #expect(text.hasPrefix(heading))
    #expect(text.contains("−1,234  \u{1B}[1;31m×\u{1B}[0m\n") && text.contains("\n\u{1B}[2m廃止\u{1B}[0m\n"))
    #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == toned.text(TextLayout(language: .ja)))
}

@Test(arguments: [40, 30, 24])
func tableFitsItsWidth(width: Int) {
    let layout = TextLayout(language: .ja, width: width)
    for line in table.text(layout).split(separator: "\n") { #expect(layout.measure(String(line)) <= width) }
}

/// A text breaks between words and full-width letters; nothing that closes begins a line.
@Test(arguments: [
    ("庁内LANより前にはできない（順序）。", 12, ["庁内LANより", "前にはできな", "い（順序）。"]),
    ("in 2030 it ends", 8, ["in 2030", "it ends"]), ("word", 2, ["word"]), ("", 5, []),
])
func linesBreakWhereTheyMay(text: String, width: Int, expected: [String]) {
    let measure = DisplayWidth()
    let lines = measure.lines(text, width: width)
    #expect(lines == expected)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
}

/// Sentences of the last columns, for which there is no room beside the others, stand below their rows and are whole.
@Test func sentencesStandBelowTheirRows() {
    let reason = "元の年度のままでは、情報基盤課の要員が不足する。延伸費用は 26 百万円。"
    let reasons = Table(
        key: "reasons", title: Words(ja: "理由", en: "Reasons"),
        columns: [
            .init("system", ja: "ID", en: "Key"), .init("year", ja: "年度", en: "Year", .trailing),
            .init("reason", ja: "理由", en: "Reason"),
        ], rows: [[Cell("SYS-1"), Cell("R12"), Cell(reason)], [Cell("SYS-2"), Cell("R9"), Cell(nil)]])
    let text = reasons.text(TextLayout(language: .ja, width: 50))
    #expect(
        text == """
            ID     年度
            -----  ----
            SYS-1   R12
                理由：元の年度のままでは、情報基盤課の要員が不
                足する。延伸費用は 26 百万円。
            SYS-2    R9

            """)
    #expect(reasons.text(TextLayout(language: .ja, width: 200)).contains("R12  元の年度"))
    #expect(reasons.csv(.ja).contains(reason))
}

/// Headings break before texts are cut, and what has no room at all is named.
@Test func narrowTables() {
    let names = ["name", "lastYear", "next", "change", "note"]
    let titles = ["システム名", "前年度", "予算要求額", "増減", "備考"]
    let wide = Table(
        key: "wide", title: Words(ja: "広い", en: "Wide"),
        columns: zip(names, titles).map { name, title in
            .init(name, ja: title, en: name, name == "name" || name == "note" ? .leading : .trailing)
        },
        rows: [["統合ファイルサーバ", "120", "98", "−22", "更新の年度を変更したため"].map { Cell($0) }])
    #expect(
        wide.text(TextLayout(language: .ja, width: 48)) == """
                           前年  予算要
            システム名       度    求額  増減  備考
            -------------  ----  ------  ----  -------------
            統合ファイ…    120      98   −22  更新の年度…

            """)
    #expect(
        wide.text(TextLayout(language: .ja, width: 36)) == """
                              前年  予算要
            システム名          度    求額  増減
            ----------------  ----  ------  ----
            統合ファイルサ…   120      98   −22
            画面の幅に入らない列：備考（画面を広げるか、--csv で表示）

            """)
}

@Test func tableAsCSV() {
    #expect(
        table.csv(.ja) == "キー,名称,経費（円）,印\r\nA,住民基本台帳システム,-1234000,○\r\nB,\"say \"\"hi\"\", please\",,\r\n")
    #expect(table.csv(.en).hasPrefix("Key,Name,Cost (yen),Mark\r\n"))
}

@Test func tableAsJSON() {
    #expect(
        table.json.line
            == "[{\"key\":\"A\",\"name\":\"住民基本台帳システム\",\"cost\":-1234000,\"mark\":\"○\"},"
            + "{\"key\":\"B\",\"name\":\"say \\\"hi\\\", please\",\"cost\":null,\"mark\":null}]")
}

@Test func jsonDocument() {
    let value = JSONValue.object([
        ("z", .int(1)), ("a", .array([.null, .bool(true)])), ("rate", JSONValue(Rate(tenThousandths: 7075))),
        ("empty", .array([])), ("text", .string("行\n\u{1}\u{2028}</script>")),
    ])
    #expect(
        value.text == """
            {
              "z": 1,
              "a": [
                null,
                true
              ],
              "rate": 0.7075,
              "empty": [],
              "text": "行\\n\\u0001\\u2028</script>"
            }

            """)
}

/// Every listing has a cell for each column in each row, and no two columns of one name.
@Test func tablesAreWhole() {
    let input = City.input()
    for table in City.tables(input) {
        #expect(Set(table.columns.map(\.key)).count == table.columns.count, "\(table.key)")
        for row in table.rows + [table.total].compactMap({ $0 }) {
            #expect(row.count == table.columns.count, "\(table.key)")
        }
    }
}

@Test func ledgerFieldsBecomeCells() throws {
    var system = ITSystem()
    system.id = "S1"
    system.name = "財務会計"
    system.systemClass = .internal_
    system.rebuildYear = FiscalYear(2028)
    system.annualRunCost = Yen(thousands: 48_500)
    system.units = RackUnits(halves: 5)
    let table = Table.systems(
        [system], columns: ["id", "class", "rebuild_year", "annual_run_cost", "rack_units", "nonsense"],
        japanese)
    #expect(table.rows[0].map(\.text) == ["S1", "内部情報", "R10", "48,500", "2.5"])
    #expect(table.csv(.ja).hasSuffix("S1,内部情報,2028,48500000,2.5\r\n"))
    #expect(
        table.json.line
            == "[{\"id\":\"S1\",\"class\":\"internal\",\"rebuild_year\":2028,\"annual_run_cost\":48500000,\"rack_units\":2.5}]"
    )
}
