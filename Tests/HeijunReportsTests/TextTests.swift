import HeijunModel
import Testing

@testable import HeijunReports

/// Columns that a terminal takes for a text.
@Test(arguments: [
    ("", 0, 0), ("abc", 3, 3), ("住民基本台帳", 12, 12), ("ｶﾅ", 2, 2), ("○", 1, 2), ("…", 1, 2), ("→●▲", 3, 6),
    ("が", 2, 2), ("か\u{3099}", 2, 2), ("髙﨑𠮷", 6, 6), ("❤\u{FE0F}", 2, 2), ("e\u{301}", 1, 1), ("①", 1, 2),
    ("（架空）", 8, 8), ("−1", 2, 2), ("한글", 4, 4),
])
func displayWidth(text: String, narrow: Int, wide: Int) {
    #expect(DisplayWidth(ambiguous: 1)(text) == narrow)
    #expect(DisplayWidth(ambiguous: 2)(text) == wide)
}

@Test(arguments: [
    ("住民基本台帳", 12, "住民基本台帳"), ("住民基本台帳", 11, "住民基本…"), ("住民基本台帳", 10, "住民基本…"),
    ("abcdef", 4, "ab…"), ("abc", 1, ""), ("", 0, ""),
])
func cutting(text: String, limit: Int, expected: String) {
    let measure = DisplayWidth()
    #expect(measure.cut(text, to: limit) == expected)
    #expect(measure(measure.cut(text, to: limit)) <= limit)
}

@Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "−1,234,567"), (100, "100"), (12_345, "12,345"),
])
func grouping(number: Int, expected: String) {
    #expect(grouped(number) == expected)
}

@Test(arguments: [
    (4870, 3760, -228), (100, 100, 0), (1000, 1002, 2), (3, 2, -333), (3, 4, 333), (2000, 2001, 1),
    (-100, -50, 500),
])
func percentages(old: Int, new: Int, expected: Int) {
    #expect(permille(from: old, to: new) == expected)
}

@Test func noPercentageOfNothing() {
    #expect(permille(from: 0, to: 5) == nil)
    #expect(signedPercent(-228) == "−22.8 %")
    #expect(signedPercent(2) == "+0.2 %")
    #expect(signedPercent(0) == "±0.0 %")
}

@Test func drawnTextsAreCutToFit() {
    let name = "とても長い名前の情報システム（共同利用型）"
    let short = cut(name, toWidth: 100, size: 12)
    #expect(short == "とても長い名前…")
    #expect(drawnWidth(short, size: 12) <= 100)
    #expect(cut("財務会計", toWidth: 100, size: 12) == "財務会計")
}

@Test(arguments: [
    (Language.ja, YearStyle.era, "R10", "令和8年11月21日", "R12年度末", "R8.11.21"),
    (.ja, .western, "2028年度", "2026年11月21日", "2030年度末", "2026-11-21"),
    (.en, .western, "FY2028", "2026-11-21", "end of FY2030", "2026-11-21"),
    (.en, .era, "R10", "2026-11-21", "end of R12", "2026-11-21"),
])
func years(
    language: Language, style: YearStyle, year: String, day: String, deadline: String, short: String
) {
    let format = Format(language: language, years: style)
    #expect(format.sentenceYear(FiscalYear(2028)) == year)
    #expect(format.day(Day(year: 2026, month: 11, day: 21)) == day)
    #expect(format.deadline(Day(year: 2031, month: 3, day: 31)) == deadline)
    #expect(format.shortDay(Day(year: 2026, month: 11, day: 21)) == short)
}
