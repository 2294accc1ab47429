public import HeijunModel
public import HeijunPolicy

/// A table of evaluations that can be given out by its name.
public struct EvaluationTable: Sendable {
    /// Name of the table and of its file.
    public let key: String
    /// The table's title.
    public let title: Words
    let make: @Sendable (EvaluationInput, [Finding], Format) -> Table

    /// Every table. A new one is one entry here.
    public static let all: [EvaluationTable] = [
        .init("grades", "達成率と評価", "Grades") { .measures($0.measures, $1, $2) },
        .init("summary", "分野別の評価", "Summary") { input, _, format in .summary(input.summary, format) },
        .init("sheets", "評価シートの一覧", "Programme sheets") { .sheets($0.sheets, $1, $2) },
        .init("costs", "事業費と財源", "Cost and funding") { input, _, format in
            .programmeCosts(input.sheets, format)
        },
        .init("indicators", "指標", "Indicators") { input, _, format in .indicators(input.indicators, format) },
        .init("answers", "評価項目の回答", "Answers") { input, _, format in .everyAnswer(input.sheets, format) },
        .init("projects", "最小事業", "Projects") { input, _, format in .everyProject(input.sheets, format) },
        .init("tree", "政策体系別の集計", "Policy tree") { input, _, format in
            .policyTree(PolicyTree(input, plan: nil), format)
        },
        .init("reviews", "総括", "Reviews") { input, _, format in
            .reviews(reviewTable(input.context), format)
        },
        .init("agreements", "協定の件数", "Agreements") { input, _, format in
            .agreements(agreementLines(input.context.portfolio), format)
        },
        .init("findings", "指摘", "Findings") { _, found, format in .findings(found, format) },
    ]

    /// The table of that name.
    public static func named(_ key: String) -> EvaluationTable? { all.first { $0.key == key } }

    /// The table of an input and its findings.
    public func table(_ input: EvaluationInput, _ findings: [Finding], _ format: Format) -> Table {
        make(input, findings, format)
    }

    private init(
        _ key: String, _ ja: String, _ en: String,
        _ make: @escaping @Sendable (EvaluationInput, [Finding], Format) -> Table
    ) {
        (self.key, title, self.make) = (key, Words(ja: ja, en: en), make)
    }
}

extension Table {
    /// Every programme's money, one year and stage a line: A, its funding, B, A + B.
    static func programmeCosts(_ rows: [SheetRow], _ format: Format) -> Table {
        Table(
            key: "costs", title: Words(ja: "事業費と財源", en: "Cost and funding"),
            columns: [
                Column("code", ja: "コード", en: "Code"), Column("name", ja: "事務事業", en: "Programme"),
                Column("year", ja: "年度", en: "Year"), Column("stage", ja: "段階", en: "Stage"),
                .money("amount", ja: "事業費Ａ", en: "Amount A"),
                .money("national", ja: "国庫支出金", en: "National"),
                .money("prefectural", ja: "県支出金", en: "Prefectural"),
                .money("bond", ja: "市債", en: "Bonds"), .money("other", ja: "その他特財", en: "Other"),
                .money("general", ja: "一般財源", en: "General"),
                .money("personnel", ja: "人件費Ｂ", en: "Personnel B"),
                .money("total", ja: "総コストＡ＋Ｂ", en: "Total A + B"), .data("source", ja: "出典", en: "Source"),
            ],
            rows: rows.flatMap { row in
                row.costs.map { line in
                    [
                        Cell(row.programme.id.text), Cell(row.programme.name), format.cell(line.cost.year),
                        format.cell(line.cost.stage.title),
                    ]
                        + [
                            line.cost.amount, line.cost.national, line.cost.prefectural, line.cost.bond,
                            line.cost.other, line.cost.general, line.personnel, line.total,
                        ].map { format.money($0) } + [Cell(line.cost.source)]
                }
            })
    }

    /// Every answer of every sheet, one question a line.
    static func everyAnswer(_ rows: [SheetRow], _ format: Format) -> Table {
        Table(
            key: "answers", title: Words(ja: "評価項目の回答", en: "Answers"),
            columns: [
                Column("code", ja: "コード", en: "Code"), Column("name", ja: "事務事業", en: "Programme"),
                Column("year", ja: "年度", en: "Year"), Column("view", ja: "視点", en: "View"),
                Column("question", ja: "設問", en: "Question"), Column("choice", ja: "回答", en: "Answer"),
                Column("text", ja: "回答の内容", en: "In words"), Column("reason", ja: "理由", en: "Reason"),
            ],
            rows: rows.flatMap { row in
                row.answers.map { line in
                    [
                        Cell(row.programme.id.text), Cell(row.programme.name), format.cell(row.year),
                        Cell(line.question.view), Cell(line.question.text), Cell(line.answer?.choice.text),
                        Cell(line.choice?.text), Cell(line.answer?.reason),
                    ]
                }
            })
    }

    /// Every minimal project of every sheet.
    static func everyProject(_ rows: [SheetRow], _ format: Format) -> Table {
        var all: Table?
        for row in rows where !row.projects.isEmpty {
            let table = Table.projects(row, format)
            if all == nil { all = table } else { all?.rows += table.rows }
        }
        return all
            ?? Table(
                key: "projects", title: Words(ja: "最小事業", en: "Projects"),
                columns: [Column("name", ja: "最小事業", en: "Project")], rows: [])
    }

    /// The counts of agreements by sort, their years side by side, and the difference of the last and the first.
    public static func agreements(_ lines: [AgreementLine], _ format: Format) -> Table {
        let years = Set(lines.flatMap { $0.counts.map(\.year) }).sorted()
        return Table(
            key: "agreements", title: Words(ja: "協定の件数", en: "Agreements"),
            columns: [
                Column("grouping", ja: "区分", en: "Counted by"), Column("item", ja: "種別", en: "Sort"),
            ]
                + years.map {
                    Column("y\($0.startYear)", ja: format.year($0), en: format.year($0), .trailing)
                } + [
                    Column("difference", ja: "増減", en: "Change", .trailing),
                    .data("source", ja: "出典", en: "Source"),
                ],
            rows: lines.map { line in
                [Cell(format(line.grouping.title), .string(line.grouping.rawValue)), Cell(line.item)]
                    + years.map { year in format.cell(line.counts.first { $0.year == year }?.count) }
                    + [
                        Cell(line.difference.map(signed) ?? "", JSONValue(line.difference)),
                        Cell(line.counts.last?.source),
                    ]
            })
    }

    private static func signed(_ change: Int) -> String {
        (change > 0 ? "+" : change < 0 ? "−" : "") + grouped(Int(change.magnitude))
    }

    /// The schemes of a ledger and those at hand, with their thresholds.
    public static func schemes(_ portfolio: Portfolio, _ format: Format) -> Table {
        let recorded = portfolio.schemes.map { scheme in
            (scheme, portfolio.schemeGrades.filter { $0.scheme == scheme.id }.sorted { $0.order < $1.order })
        }
        let keys = Set(portfolio.schemes.map(\.id))
        let others = SchemeTemplate.all.filter { !keys.contains($0.scheme.id) }
        let rows = recorded.map { schemeRow($0, $1, use(of: $0.id, portfolio), format) }
        return Table(
            key: "schemes", title: Words(ja: "評価方式", en: "Schemes"),
            columns: [
                Column("key", ja: "評価方式ID", en: "Scheme"), Column("name", ja: "名称", en: "Name"),
                Column("basis", ja: "評価の対象", en: "Graded value"), Column("rates", ja: "達成率", en: "Rates"),
                Column("grades", ja: "区分（上から）", en: "Grades, best first"),
                Column("use", ja: "利用", en: "Used by"), .data("source", ja: "出典", en: "Source"),
                .data("note", ja: "備考", en: "Note"),
            ],
            rows: rows
                + others.map {
                    schemeRow(
                        $0.scheme, $0.grades, Words(ja: "内蔵（--add で取込）", en: "built in (--add takes it)"),
                        format)
                })
    }

    private static func schemeRow(
        _ scheme: EvaluationScheme, _ grades: [SchemeGrade], _ use: Words, _ format: Format
    ) -> [Cell] {
        let words = grades.map { grade in
            let limit = grade.atLeast.map { " ≥\($0.fieldText)" } ?? grade.above.map { " >\($0.fieldText)" }
            return grade.code.text + (limit ?? "")
        }
        return [
            Cell(scheme.id.text), Cell(scheme.name), format.cell(scheme.basis.title),
            format.cell(scheme.rates.title), Cell(words.joined(separator: " / ")), format.cell(use),
            Cell(scheme.source), Cell(scheme.note),
        ]
    }

    private static func use(of scheme: Key, _ portfolio: Portfolio) -> Words {
        let measures = portfolio.measures.count { $0.scheme == scheme }
        let sheets = portfolio.programmeSheets.count { $0.scheme == scheme }
        return Words(ja: "施策 \(measures)、シート \(sheets)", en: "\(measures) measures, \(sheets) sheets")
    }
}
