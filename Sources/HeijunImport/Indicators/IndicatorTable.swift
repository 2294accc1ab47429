public import HeijunModel

/// A table of indicators as offices keep it: one indicator a row, its targets and actuals in columns headed by their
/// years, such as 「目標値（R7年度）」. From a workbook or CSV.
///
/// A cell becomes a figure only where it is a number, alone or with the indicator's own unit behind it; anything else,
/// such as 「13システム以上」, stays the words that it is.
public struct IndicatorTable: Sendable {
    /// The indicators and their values, over what is stored of them; fields that the table lacks stay.
    public internal(set) var entries: [Entry] = []
    /// Everything wrong, by place.
    public internal(set) var problems: [Problem] = []

    /// One thing that is wrong with the table.
    public struct Problem: Error, Hashable, Sendable {
        /// Where it stands.
        public let place: SheetPlace
        /// The value as it was seen.
        public let seen: String
        /// What is wrong and what to do.
        public let words: Words
    }

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - sheet: The sheet; its headings are the first row that has one for the name.
    ///   - stored: What is stored: an indicator is known again by its key, else by area and name.
    ///   - allowsNew: Whether an indicator that is nearly called as a stored one is a new one, not a slip.
    public init(_ sheet: Sheet, stored: [Entry], allowsNew: Bool = false) {
        guard let head = sheet.rows.first(where: { IndicatorColumns($0)?.name != nil }),
            let columns = IndicatorColumns(head)
        else {
            problems = [
                Problem(
                    place: SheetPlace(sheet: sheet.name), seen: "",
                    words: Words(
                        ja: "「指標名」（または「成果指標」）の見出しがある行が見つかりません。",
                        en: "No row has the heading 指標名, 成果指標 or name."))
            ]
            return
        }
        problems = columns.unknown.map { cell in
            Problem(
                place: SheetPlace(sheet: sheet.name, row: head.number, column: cell.column), seen: cell.text,
                words: Words(
                    ja: "見出し「\(cell.text)」の意味がわかりません。「目標値（R7年度）」「実績値（R7年度）」のように書くか、列を取り除いてください。",
                    en:
                        "The heading “\(cell.text)” is not known. Write 目標値（R7年度） or 実績値（R7年度）, or take it out."
                ))
        }
        problems += columns.doubled.map { cell in
            Problem(
                place: SheetPlace(sheet: sheet.name, row: head.number, column: cell.column), seen: cell.text,
                words: Words(
                    ja: "見出し「\(cell.text)」と同じ年度・区分の列がすでにあります。どちらか一方にしてください。",
                    en: "Another column already holds the year and role of “\(cell.text)”. Keep one of them.")
            )
        }
        guard columns.doubled.isEmpty else { return }
        var rows = IndicatorRows(columns: columns, sheet: sheet, stored: stored)
        rows.allowsNew = allowsNew
        for row in sheet.rows where row.number > head.number { rows.take(row) }
        entries = rows.entries
        problems += rows.problems
    }
}

/// What the columns of a table mean.
struct IndicatorColumns {
    private(set) var name: Int?
    /// The field of each column that holds one.
    private(set) var fields: [Int: String] = [:]
    /// The role and year of each column of figures.
    private(set) var values: [Int: (role: IndicatorValue.Role, year: FiscalYear)] = [:]
    private(set) var baseline: Int?
    private(set) var baselineYear: FiscalYear?
    private(set) var unknown: [SheetCell] = []
    /// Columns whose year and role an earlier one has.
    private(set) var doubled: [SheetCell] = []

    private static let names: [String: [String]] = [
        "id": ["指標ID", "id"], "area": ["取組分野", "分野", "area"],
        "name": ["指標名", "成果指標", "指標", "name", "indicator"], "unit": ["単位", "unit"],
        "direction": ["方向", "direction"], "scope": ["範囲", "scope"], "source": ["出典", "source"],
        "note": ["備考", "note"], "cumulative": ["累計", "cumulative"],
    ]

    /// Reads a row of headings; nil where it has none for the name.
    init?(_ row: SheetRow) {
        for cell in row.cells { read(cell) }
        guard name != nil else { return nil }
    }

    private mutating func read(_ cell: SheetCell) {
        let text = halfWidth(cell.text).filter { !$0.isWhitespace }
        if let field = Self.names.first(where: { $0.value.contains(text) })?.key {
            fields[cell.column] = field
            if field == "name" { name = cell.column }
        } else if text.hasPrefix("基準値") || text.lowercased().hasPrefix("baseline") {
            (baseline, baselineYear) = (cell.column, Self.year(in: text))
        } else if let role = Self.role(in: text), let year = Self.year(in: text) {
            if values.values.contains(where: { $0 == (role, year) }) { doubled.append(cell) }
            values[cell.column] = (role, year)
        } else {
            unknown.append(cell)
        }
    }

    private static func role(in text: String) -> IndicatorValue.Role? {
        if text.contains("目標") || text.lowercased().contains("target") { return .target }
        return text.contains("実績") || text.lowercased().contains("actual") ? .actual : nil
    }

    /// The year in `目標値(R7年度)`, `令和7年度実績` or `target 2025`.
    private static func year(in text: String) -> FiscalYear? {
        var rest = text
        for word in [
            "目標値", "目標", "実績値", "実績", "基準値", "末時点", "末", "時点", "target", "actual", "baseline", "(", ")",
        ] {
            rest = rest.replacing(word, with: "")
        }
        return try? FiscalYear(fieldText: rest)
    }
}
