public import HeijunModel
public import HeijunPolicy

extension Table {
    /// The measures (施策) with the rate of each year, mean and grade: reported and computed apart.
    public static func measures(_ rows: [MeasureRow], _ findings: [Finding], _ format: Format) -> Table {
        let years = Set(rows.flatMap { $0.years.map(\.year) }).sorted()
        let rates = years.map { year in
            Column(
                "rate\(year.startYear)", ja: "\(year.short(.era))達成率",
                en: "\(format.sentenceYear(year)) rate", .trailing)
        }
        let found = Dictionary(grouping: findings.filter { $0.kind == "measure" }, by: \.key)
        return Table(
            key: "measures", title: Words(ja: "施策の評価", en: "Grades of measures"),
            columns: measureHead + rates + measureTail,
            rows: rows.map { row($0, years, found[$0.measure.id.text] ?? [], format) })
    }

    private static let measureHead: [Column] = [
        Column("number", ja: "番号", en: "No.", .trailing), Column("name", ja: "施策", en: "Measure"),
        .data("bureau", ja: "所管局", en: "Bureau"),
    ]
    private static let measureTail: [Column] = [
        Column("mean", ja: "平均（計算）", en: "Mean (computed)", .trailing),
        Column("reportedMean", ja: "平均（記載）", en: "Mean (reported)", .trailing),
        Column("grade", ja: "評価", en: "Grade", .centre),
        Column("computedGrade", ja: "計算", en: "Computed", .centre),
        Column("ruleGrade", ja: "規則", en: "By the rule", .centre),
        Column("state", ja: "状態", en: "State"),
        Column("findings", ja: "指摘", en: "Findings", .trailing),
        .data("overrideReason", ja: "評価を修正した理由", en: "Why set by hand"),
        .data("source", ja: "出典", en: "Source"),
    ]

    private static func row(
        _ row: MeasureRow, _ years: [FiscalYear], _ found: [Finding], _ format: Format
    ) -> [Cell] {
        let measure = row.measure
        let rates = years.map { year in rate(row.years.first { $0.year == year }, format) }
        let codes = found.map { JSONValue.string($0.code) }
        return [format.cell(measure.number), Cell(measure.name), Cell(measure.bureau)] + rates + [
            format.percent(row.mean), format.percent(measure.reportedMean), grade(row, row.grade),
            Cell(row.computedGrade?.text), ruleGrade(row),
            Cell(
                measure.state == .ongoing ? "" : format(measure.state.title), .string(measure.state.rawValue),
                tone: .muted),
            Cell(found.isEmpty ? "" : String(found.count), .array(codes), plain: String(found.count)),
            Cell(row.override == nil ? nil : measure.overrideReason), Cell(measure.source),
        ]
    }

    /// The reported rate; † says that the indicators give another one, － that the year is left out.
    private static func rate(_ year: MeasureRow.Year?, _ format: Format) -> Cell {
        guard let year else { return Cell("", .null) }
        guard year.leftOut == nil else { return Cell("－", .null, tone: .muted, plain: "") }
        guard let reported = year.reported else { return format.percent(year.computed) }
        let differs = year.agreement == .differs || (year.sheet != nil && year.sheet != reported)
        return Cell(
            format.figure(reported) + " %" + (differs ? "†" : ""),
            JSONValue(AchievementRate(percent: reported).rate), tone: differs ? .caution : .plain,
            plain: AchievementRate(percent: reported).percent(places: 2))
    }

    private static func grade(_ row: MeasureRow, _ grade: Key?) -> Cell {
        let mark = row.override == nil ? "" : "*"
        return Cell(grade.map { $0.text + mark } ?? "", JSONValue(grade))
    }

    private static func ruleGrade(_ row: MeasureRow) -> Cell {
        let differs = row.ruleGrade != nil && row.ruleGrade != row.grade
        return Cell(row.ruleGrade?.text ?? "", JSONValue(row.ruleGrade), tone: differs ? .caution : .plain)
    }

    /// The measures counted by field and grade; the last row counts every measure once.
    public static func summary(_ summary: FieldSummary, _ format: Format) -> Table {
        let grades = summary.grades.map {
            Column("count\($0.text)", ja: "\($0.text)評価", en: $0.text, .trailing)
        }
        return Table(
            key: "summary", title: Words(ja: "分野別の評価", en: "Grades by field"),
            columns: [Column("field", ja: "分野", en: "Field")] + grades + [
                Column("total", ja: "合計", en: "Total", .trailing),
                Column("published", ja: "公表値", en: "Published", .trailing),
                Column("agrees", ja: "照合", en: "Recount"),
            ],
            rows: summary.rows.map { row($0, format) })
    }

    private static func row(_ row: FieldSummary.Row, _ format: Format) -> [Cell] {
        let name = row.field?.name ?? format(Words(ja: "全施策", en: "All measures"))
        let mark = row.field?.isRelisted == true ? format(Words(ja: "（再掲）", en: " (relisted)")) : ""
        let counts = row.counts.map { Cell(grouped($0), .int($0)) }
        let published = row.published.map { String($0 ?? 0) }.joined(separator: " / ")
        return [Cell(name + mark, .string(name))] + counts + [
            format.cell(row.total), Cell(published, JSONValue(row.publishedTotal)), recount(row, format),
        ]
    }

    private static func recount(_ row: FieldSummary.Row, _ format: Format) -> Cell {
        guard let agrees = row.agrees else { return Cell("", .null) }
        if agrees { return Cell(format(Words(ja: "一致", en: "agrees")), .bool(true), tone: .good) }
        let isOpen = row.field?.isOpen == true
        return Cell(
            format(isOpen ? Words(ja: "所属不明", en: "not recountable") : Words(ja: "不一致", en: "differs")),
            isOpen ? .null : .bool(false), tone: isOpen ? .muted : .bad)
    }
}

extension Format {
    /// An exact rate, in percent to one place.
    func percent(_ rate: AchievementRate?) -> Cell {
        Cell(rate.map(shortPercent) ?? "", JSONValue(rate?.rate))
    }

    /// A rate in percent to one place, its thousands grouped.
    func shortPercent(_ rate: AchievementRate) -> String {
        let text = rate.percent(places: 1)
        return ((try? Figure(fieldText: text)).map(figure) ?? text) + " %"
    }

    /// A figure that is printed in percent; JSON has it as a fraction.
    func percent(_ figure: Figure?) -> Cell {
        Cell(
            figure.map { self.figure($0) + " %" } ?? "",
            JSONValue(figure.map { AchievementRate(percent: $0).rate }))
    }
}
