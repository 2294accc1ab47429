public import HeijunModel
public import HeijunPolicy

extension Table {
    /// Every sheet (事務事業評価シート) on one line: money of its year, judgement, findings.
    public static func sheets(_ rows: [SheetRow], _ findings: [Finding], _ format: Format) -> Table {
        let found = Dictionary(grouping: findings.filter { $0.kind == "programme" }, by: \.key)
        return Table(
            key: "sheets", title: Words(ja: "事務事業の評価", en: "Programme sheets"),
            columns: [
                Column("code", ja: "コード", en: "Code"), Column("name", ja: "事務事業", en: "Programme"),
                Column("year", ja: "年度", en: "Year", .trailing),
                .money("planned", ja: "計画", en: "Plan"), .money("budget", ja: "予算", en: "Budget"),
                .money("settled", ja: "決算", en: "Settled"), .money("personnel", ja: "人件費", en: "Personnel"),
                .money("total", ja: "総コスト", en: "Total"),
                Column("level", ja: "達成度", en: "Level", .centre),
                Column("contribution", ja: "貢献度", en: "Contribution", .centre),
                Column("direction", ja: "方向性", en: "Direction"),
                Column("met", ja: "指標", en: "Indicators met", .centre),
                Column("findings", ja: "指摘", en: "Findings", .trailing),
                .data("policy", ja: "政策", en: "Policy"), .data("measure", ja: "施策", en: "Measure"),
                .data("source", ja: "出典", en: "Source"),
            ], rows: rows.map { row($0, found[$0.programme.id.text] ?? [], format) })
    }

    private static func row(_ row: SheetRow, _ found: [Finding], _ format: Format) -> [Cell] {
        let settled = row.cost(row.year, .settled) ?? row.cost(row.year, .budget)
        let assessed = row.indicators.flatMap { $0.assessments.filter { $0.target.year == row.year } }
        let met = assessed.count { $0.verdict == .met }
        let judged = assessed.count { $0.verdict == .met || $0.verdict == .missed }
        return [
            Cell(row.programme.id.text), Cell(row.programme.name), format.cell(row.year),
            format.money(row.cost(row.year, .planned)?.cost.amount),
            format.money(row.cost(row.year, .budget)?.cost.amount),
            format.money(row.cost(row.year, .settled)?.cost.amount),
            format.money(row.staff.first { $0.staff.year == row.year }?.cost), format.money(settled?.total),
            Cell(row.sheet?.level),
            Cell(row.sheet?.contribution?.rawValue.uppercased()),
            format.cell(row.sheet?.direction),
            Cell(judged == 0 ? "" : "\(met) / \(judged)", judged == 0 ? .null : .int(met)),
            Cell(found.isEmpty ? "" : String(found.count), .array(found.map { .string($0.code) })),
            Cell(row.programme.policy), Cell(row.programme.measure),
            Cell(row.sheet?.source ?? row.programme.source),
        ]
    }

    /// A programme's money by year and stage, as its sheet lays it out: A, its funding, B, and A + B.
    public static func sheetCosts(_ row: SheetRow, _ format: Format) -> Table {
        let heads = row.costs.indices.map { index in
            let cost = row.costs[index].cost
            let expected = cost.isExpected ? format(Words(ja: "（見込）", en: " (expected)")) : ""
            let title = "\(format.year(cost.year)) \(format(cost.stage.title))\(expected)"
            return Column.money("\(cost.year.startYear)-\(cost.stage.rawValue)", ja: title, en: title)
        }
        return Table(
            key: "costs", title: Words(ja: "事業費と財源（千円）", en: "Cost and funding (thousand yen)"),
            columns: [Column("item", ja: "区分", en: "Item")] + heads, rows: costRows(row, format))
    }

    private static func costRows(_ row: SheetRow, _ format: Format) -> [[Cell]] {
        let lines: [(Words, (SheetRow.CostLine) -> Yen?)] = [
            (Words(ja: "事業費 Ａ", en: "Amount A"), { $0.cost.amount }),
            (Words(ja: "　国庫支出金", en: "  national"), { $0.cost.national }),
            (Words(ja: "　県支出金", en: "  prefectural"), { $0.cost.prefectural }),
            (Words(ja: "　市債", en: "  bonds"), { $0.cost.bond }),
            (Words(ja: "　その他特財", en: "  other"), { $0.cost.other }),
            (Words(ja: "　一般財源", en: "  general"), { $0.cost.general }),
            (Words(ja: "人件費 Ｂ", en: "Personnel B"), { $0.personnel }),
            (Words(ja: "総コスト Ａ＋Ｂ", en: "Total A + B"), { $0.total }),
        ]
        let money = lines.filter { line in row.costs.contains { line.1($0) != nil } }.map { title, value in
            [format.cell(title)] + row.costs.map { format.money(value($0)) }
        }
        let staff = row.costs.map { line in
            format.cell(row.staff.first { $0.staff.year == line.cost.year }?.staff.fte)
        }
        return money + (row.staff.isEmpty ? [] : [[format.cell(Words(ja: "人工", en: "FTE"))] + staff])
    }

    /// A programme's indicators: target and actual of every year, and the rate of the sheet's own.
    public static func sheetIndicators(_ row: SheetRow, _ format: Format) -> Table {
        let years = Set(
            row.indicators.flatMap { $0.assessments.map(\.target.year) + $0.trend.map(\.year) }
        ).sorted()
        let heads = years.map {
            Column("y\($0.startYear)", ja: format.year($0), en: format.year($0), .trailing)
        }
        return Table(
            key: "indicators", title: Words(ja: "指標（上段 目標、下段 実績）", en: "Indicators: target, then actual"),
            columns: [
                Column("class", ja: "区分", en: "Class"), Column("name", ja: "指標", en: "Indicator"),
                Column("unit", ja: "単位", en: "Unit"), Column("role", ja: "", en: ""),
            ] + heads + [
                Column("rate", ja: "達成率", en: "Rate", .trailing), Column("verdict", ja: "判定", en: "Verdict"),
            ],
            rows: row.indicators.flatMap { lines(of: $0, years, row.year, format) })
    }

    private static func lines(
        of row: IndicatorRow, _ years: [FiscalYear], _ year: FiscalYear, _ format: Format
    ) -> [[Cell]] {
        let assessment = row.assessments.first { $0.target.year == year }
        let targets = years.map { year in
            format.cell(row.assessments.first { $0.target.year == year }?.target.value)
        }
        let actuals = years.map { year in format.cell(row.trend.first { $0.year == year }?.value) }
        let verdict = assessment.map { format.cell($0.verdict.title, tone: $0.verdict.tone) } ?? Cell(nil)
        return [
            [
                format.cell(row.role), Cell(row.name), Cell(row.unit),
                format.cell(Words(ja: "目標", en: "Target")),
            ] + targets + [blank, blank],
            [blank, blank, blank, format.cell(Words(ja: "実績", en: "Actual"))] + actuals + [
                format.percent(assessment?.rate), verdict,
            ],
        ]
    }

    /// A cell that belongs to the line above or below; no value is missing there.
    private static let blank = Cell("\u{3000}", .null, plain: "")

    /// A programme's answers, question by question.
    public static func answers(_ row: SheetRow, _ format: Format) -> Table {
        Table(
            key: "answers", title: Words(ja: "評価項目", en: "Answers"),
            columns: [
                Column("view", ja: "視点", en: "View"), Column("question", ja: "設問", en: "Question"),
                Column("answer", ja: "回答", en: "Answer"), Column("reason", ja: "理由", en: "Reason"),
            ],
            rows: row.answers.map { item in
                let code = item.answer?.choice.text
                let text = [code, item.choice?.text].compactMap { $0 }.joined(separator: " ")
                return [
                    Cell(item.question.view), Cell(item.question.text), Cell(text, JSONValue(code)),
                    Cell(item.answer?.reason),
                ]
            })
    }

    /// A programme's minimal projects with their percentages and money.
    public static func projects(_ row: SheetRow, _ format: Format) -> Table {
        let next = row.year.advanced(by: 1)
        return Table(
            key: "projects", title: Words(ja: "最小事業", en: "Minimal projects"),
            columns: [
                Column("number", ja: "枝番", en: "No."), Column("name", ja: "最小事業", en: "Project"),
                Column("indicator", ja: "指標", en: "Indicator"), Column("unit", ja: "単位", en: "Unit"),
                Column("actual", ja: "実績", en: "Actual", .trailing),
                Column("target", ja: "目標", en: "Target", .trailing),
                Column("rate", ja: "達成度", en: "Rate", .trailing),
                Column("nextTarget", ja: "\(next.short(.era))目標", en: "Next target", .trailing),
                .money("settled", ja: "決算", en: "Settled"), .money("initial", ja: "当初", en: "Budget"),
                .money("nextBudget", ja: "\(next.short(.era))予算", en: "Next budget"),
            ],
            rows: row.projects.map { project in
                [
                    Cell(project.number.text), Cell(project.name), Cell(project.indicator),
                    Cell(project.unit),
                    format.cell(project.actual), format.cell(project.target),
                    Cell(
                        project.rate.map { $0.percent(places: 0) + " %" } ?? "", JSONValue(project.rate?.rate)
                    ),
                    format.cell(project.nextTarget), format.money(project.settled),
                    format.money(project.initial),
                    format.money(project.nextBudget),
                ]
            }, total: projectSums(row, format))
    }

    private static func projectSums(_ row: SheetRow, _ format: Format) -> [Cell] {
        [Cell(format(Sentences.total))] + (0..<7).map { _ in Cell(nil) } + [
            format.money(row.projects.compactMap(\.settled).total()),
            format.money(row.projects.compactMap(\.initial).total()),
            format.money(row.projects.compactMap(\.nextBudget).total()),
        ]
    }
}
