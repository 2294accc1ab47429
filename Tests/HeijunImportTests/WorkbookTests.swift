import HeijunImport
import HeijunModel
import HeijunReports
import Testing

/// A table written as a workbook reads back as the same values.
struct WorkbookTests {
    static let table = Table(
        key: "t", title: Words(ja: "表[1]", en: "Table"),
        columns: [
            Table.Column("name", ja: "名称", en: "Name"), .money("cost", ja: "経費", en: "Cost"),
            Table.Column("rate", ja: "率", en: "Rate", .trailing), Table.Column("day", ja: "期限", en: "Day"),
        ],
        rows: [
            [
                Cell("税"), Format.japanese.money(Yen(1_234_567)),
                Format.japanese.cell(Rate(tenThousandths: 5750)),
                Format.japanese.cell(Day(year: 2026, month: 3, day: 31)),
            ],
            [Cell("=1+1"), Format.japanese.money(nil), Cell(""), Cell("")],
        ])

    @Test func tablesReadBack() throws {
        let sheet = WorkbookSheet(Self.table, headings: [.init("金額", over: 1...2)])
        let file = try SheetFile(try Workbook([sheet, sheet], .japanese).bytes())
        #expect(file.sheetNames == ["表1", "表12"])
        let read = try file.read(0)
        #expect(read.merges.count == 1 && read.cell(row: 1, column: 3)?.text == "金額")
        #expect(read.rows[1].cells.map(\.text) == ["名称", "経費（円）", "率", "期限"])
        #expect(read.rows[2].cells.map(\.text) == ["税", "1234567", "0.575", "2026-03-31"])
        #expect(read.rows[3].cells.map(\.text) == ["=1+1"])
    }

    @Test func sameTablesSameBytes() throws {
        let book = Workbook([WorkbookSheet(Self.table)], .japanese)
        let (first, second) = (try book.bytes(), try book.bytes())
        #expect(first == second)
    }
}

extension Format {
    fileprivate static let japanese = Format(language: .ja, years: .era)
}
