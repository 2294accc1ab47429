import HeijunModel
public import HeijunPolicy

extension Table {
    /// The indicators (成果指標) with baseline, target, actual and verdict; each figure with its year.
    public static func indicators(_ rows: [IndicatorRow], _ format: Format) -> Table {
        Table(
            key: "indicators", title: Words(ja: "成果指標", en: "Indicators"), columns: indicatorColumns,
            rows: rows.map { row($0, format) })
    }

    private static let indicatorColumns: [Column] = [
        .data("area", ja: "取組分野", en: "Area"),
        Column("name", ja: "指標", en: "Indicator"),
        Column("unit", ja: "単位", en: "Unit", .centre),
        Column("direction", ja: "方向", en: "Direction", .centre),
        Column("baseline", ja: "基準値", en: "Baseline", .trailing),
        Column("target", ja: "目標値", en: "Target", .trailing),
        Column("targetYear", ja: "目標年度", en: "Target year", .trailing),
        Column("actual", ja: "実績", en: "Actual", .trailing),
        Column("actualYear", ja: "実績年度", en: "Actual year", .trailing),
        Column("rate", ja: "達成率", en: "Achieved", .trailing),
        Column("verdict", ja: "判定", en: "Verdict"),
        .data("scope", ja: "範囲", en: "Scope"),
        .data("source", ja: "出典", en: "Source"),
        .data("note", ja: "備考", en: "Note"),
    ]

    private static func row(_ row: IndicatorRow, _ format: Format) -> [Cell] {
        let direction = row.direction.rawValue
        return [
            Cell(row.area), Cell(row.name), Cell(row.unit),
            Cell(format(arrow(row.direction)), .string(direction), plain: direction),
            figure(row.baseline?.value, row.baseline?.text, format), point(row.target, format),
            format.cell(row.target?.year), point(row.actual, format), format.cell(row.actual?.year),
            format.cell(row.rate?.rate),
            Cell(format(row.verdict.title), .string(row.verdict.rawValue), tone: row.verdict.tone),
            Cell(row.scope), Cell(row.source), Cell(row.note),
        ]
    }

    /// A target or an actual; why there is none, where that is said.
    private static func point(_ point: IndicatorRow.Point?, _ format: Format) -> Cell {
        figure(point?.value, point?.text ?? point?.notSetReason, format)
    }

    /// A figure; where there is none, the document's own words.
    private static func figure(_ figure: Figure?, _ text: String?, _ format: Format) -> Cell {
        figure == nil ? Cell(text) : format.cell(figure)
    }

    /// Which way is better, in one sign.
    private static func arrow(_ direction: Indicator.Direction) -> Words {
        switch direction {
        case .higher: Words(ja: "↑", en: "↑")
        case .lower: Words(ja: "↓", en: "↓")
        case .atOrBelow: Words(ja: "≦", en: "≤")
        case .text: Words(ja: "文章", en: "text")
        case .none: Words(ja: "", en: "")
        }
    }
}
