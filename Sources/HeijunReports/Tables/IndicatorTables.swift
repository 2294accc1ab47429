import HeijunModel
public import HeijunPolicy

extension Table {
    /// The indicators (成果指標) with baseline, target, actual and verdict; each figure with its year.
    ///
    /// What no row has is left to JSON and CSV: the ledger's own value, the scope. Where a row has a scope, every row
    /// shows it, so that figures of different scope never meet without.
    public static func indicators(_ rows: [IndicatorRow], _ format: Format) -> Table {
        let hasComputed = rows.contains { $0.computed != nil }
        let hasScope = rows.contains { $0.scope != nil }
        let hasSettled = rows.contains { $0.settled != nil && $0.settled != $0.deciding }
        let hasTrend = rows.contains { $0.figures.count > 1 }
        let columns = indicatorColumns.map { column in
            switch column.key {
            case "computed", "computedYear": column.shown(hasComputed)
            case "scope": column.shown(hasScope)
            case "trend": column.shown(hasTrend)
            case "settled": column.shown(hasSettled)
            default: column
            }
        }
        return Table(
            key: "indicators", title: Words(ja: "成果指標", en: "Indicators"), columns: columns,
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
        Column("scope", ja: "範囲", en: "Scope"),
        .data("source", ja: "出典", en: "Source"),
        .data("note", ja: "備考", en: "Note"),
        Column("computed", ja: "台帳の値", en: "Ledger's value", .trailing),
        Column("computedYear", ja: "台帳の年度", en: "Ledger's year", .trailing),
        Column("trend", ja: "推移", en: "Trend"),
        Column("settled", ja: "確定した判定", en: "Last settled"),
        .data("assessments", ja: "年度別の判定", en: "By target year"),
        .data("id", ja: "指標ID", en: "Key"),
        .data("baselineYear", ja: "基準年度", en: "Baseline year"),
        .data("formula", ja: "計算式", en: "Formula"),
        .data("notSet", ja: "設定しない理由", en: "Why not set"),
        .data("computedDiffers", ja: "報告値との相違", en: "Differs from the report"),
        .data("computedBy", ja: "台帳の値の内容", en: "What the ledger's value is"),
        .data("cumulative", ja: "累計", en: "Cumulative"),
        .data("measure", ja: "施策", en: "Measure"),
        .data("programme", ja: "事務事業", en: "Programme"),
    ]

    private static func row(_ row: IndicatorRow, _ format: Format) -> [Cell] {
        let direction = row.direction.rawValue
        let differs = row.computed?.differs
        return [
            Cell(row.area), Cell(row.name), Cell(row.unit),
            Cell(format(arrow(row.direction)), .string(direction), plain: direction),
            figure(row.baseline?.value, row.baseline?.text, format), point(row.target, format),
            format.cell(row.target?.year), point(row.actual, format), format.cell(row.actual?.year),
            format.cell(row.rate?.rate),
            Cell(format(row.verdict.title), .string(row.verdict.rawValue), tone: row.verdict.tone),
            Cell(row.scope), Cell(row.source), Cell(row.note), computed(row, format),
            format.cell(row.computed?.year), trend(row), settled(row, format),
            Cell("", .array(row.assessments.map(assessment)), plain: ""), Cell(row.id.text),
            format.cell(row.baseline?.year),
            Cell(row.formula.map { format($0.title) } ?? "", JSONValue(row.formula?.rawValue)),
            Cell(row.notSet?.notSetReason), Cell("", differs.map(JSONValue.bool) ?? .null),
            format.cell(row.computed?.title), Cell("", .bool(row.isCumulative)),
            Cell("", JSONValue(row.measure)),
            Cell("", JSONValue(row.programme)),
        ]
    }

    /// The latest target year whose verdict is final: `R3 未達 77.1 %`.
    private static func settled(_ row: IndicatorRow, _ format: Format) -> Cell {
        guard let last = row.settled else { return Cell("", .null) }
        let rate = last.rate.map { " " + format.percent($0).text } ?? ""
        return Cell(
            "\(format.year(last.target.year)) \(format(last.verdict.title))\(rate)", assessment(last),
            tone: last.verdict.tone)
    }

    private static func assessment(_ assessment: IndicatorRow.Assessment) -> JSONValue {
        func value(_ point: IndicatorRow.Point?) -> JSONValue {
            point?.value.map { JSONValue($0) } ?? JSONValue(point?.text)
        }
        return .object([
            ("targetYear", JSONValue(assessment.target.year)), ("target", value(assessment.target)),
            ("notSet", JSONValue(assessment.target.notSetReason)), ("actual", value(assessment.actual)),
            ("actualYear", JSONValue(assessment.actual?.year)), ("rate", JSONValue(assessment.rate?.rate)),
            ("verdict", .string(assessment.verdict.rawValue)),
        ])
    }

    /// The ledger's own value; ≠ says that another one is reported for the same year.
    private static func computed(_ row: IndicatorRow, _ format: Format) -> Cell {
        guard let computed = row.computed else { return Cell("", .null) }
        let text = format.figure(computed.value) + (computed.differs ? " ≠" : "")
        return Cell(text, JSONValue(computed.value), tone: computed.differs ? .caution : .plain)
    }

    /// The actuals as eight heights, oldest first; JSON has them in figures.
    private static func trend(_ row: IndicatorRow) -> Cell {
        let values = row.figures
        let json = values.map {
            JSONValue.object([("year", JSONValue($0.year)), ("value", JSONValue($0.value))])
        }
        guard values.count > 1 else { return Cell("", .array(json), plain: "") }
        return Cell(sparkline(values.map(\.value)), .array(json), plain: "")
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

extension IndicatorRow {
    /// The latest assessment that is final.
    var settled: Assessment? { assessments.last { $0.verdict == .met || $0.verdict == .missed } }

    /// The actuals that are figures, oldest first.
    var figures: [(year: FiscalYear, value: Figure)] {
        trend.compactMap { point in point.value.map { (point.year, $0) } }
    }
}

/// Figures as letters of eight heights, the least the lowest; all the same stand in the middle.
func sparkline(_ values: [Figure]) -> String {
    let marks = Array("▁▂▃▄▅▆▇█")
    guard let least = values.min()?.tenThousandths, let most = values.max()?.tenThousandths else { return "" }
    guard most > least else { return String(values.map { _ in marks[3] }) }
    return String(
        values.map { value in
            marks[Int(Int128(value.tenThousandths - least) * 7 / Int128(most - least))]
        })
}
