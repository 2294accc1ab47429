import HeijunModel
import HeijunPolicy

/// Grades by field, the grade table and what does not fit in them, on A4.
struct EvaluationPage {
    let input: ReportInput
    let evaluation: EvaluationInput
    private var format: Format { input.format }

    var html: String {
        PrintedPage(
            title: format(Words(ja: "施策の評価", en: "Grades of measures")), input: input, isWide: true,
            content: [
                .tag("p", ["class": "lead"], Headlines(format: format).evaluation(evaluation)),
                .tag("h2", format(Words(ja: "分野別の評価", en: "Grades by field"))),
                Table.summary(evaluation.summary, format).markup(format), overlap,
                .tag("h2", format(Words(ja: "達成率と評価", en: "Rates and grades"))),
                Table.measures(evaluation.measures, input.evaluationFindings, format).markup(format), legend,
                findings,
            ]
        ).html
    }

    private var overlap: Markup {
        let total = evaluation.summary.rows.last?.total ?? 0
        let sum = evaluation.summary.overlapping
        guard sum > total else { return .text("") }
        return .tag(
            "p", ["class": "source"],
            format(
                Words(
                    ja: "一つの施策が複数の分野に属するため、分野別の合計（\(sum)）は全施策（\(total)）と一致しない。",
                    en:
                        "Some measures lie in several fields: the fields add up to \(sum), the measures are \(total)."
                )))
    }

    private var legend: Markup {
        .tag(
            "p", ["class": "source"],
            format(
                Words(
                    ja: "† 指標または個票から求めた値と違う　－ 平均から除いた年度　* 理由を付けて修正した評価　計算：端数処理の前の平均による評価　規則：指標を規則どおり数えた評価",
                    en:
                        "† differs from the indicators or the sheet   － left out of the mean   * set by hand with a reason   computed: of the unrounded mean   by the rule: if the indicators decided"
                )))
    }

    private var findings: Markup {
        let found = input.evaluationFindings
        guard !found.isEmpty else { return .text("") }
        let title = Words(ja: "指摘（\(found.count) 件）", en: "Findings (\(found.count))")
        return .all([.tag("h2", format(title)), Table.findings(found, format).markup(format)])
    }
}

/// The programme sheets, each on a page of its own.
struct SheetPages {
    let input: ReportInput
    let evaluation: EvaluationInput
    private var format: Format { input.format }

    var html: String {
        let found = Dictionary(
            grouping: input.evaluationFindings.filter { $0.kind == "programme" }, by: \.key)
        let tree = Table.policyTree(PolicyTree(evaluation, plan: input.plan), format)
        let overview = Markup.tag(
            "section", ["class": "sheet"],
            [
                .tag("p", ["class": "lead"], Headlines(format: format).sheets(evaluation.sheets)),
                .tag("h2", format(tree.title)), tree.markup(format),
            ]
        ).onItsLine
        return PrintedPage(
            title: format(Words(ja: "事務事業評価シート", en: "Programme sheets")), input: input, isWide: false,
            content: [overview] + agreements
                + evaluation.sheets.map { sheet($0, found[$0.programme.id.text] ?? []) }
        ).html
    }

    /// The counts of agreements with what is said of them, on a page of their own.
    private var agreements: [Markup] {
        let table = Table.agreements(agreementLines(input.portfolio), format)
        guard !table.rows.isEmpty else { return [] }
        let said = input.evaluationFindings.filter { $0.kind == AgreementCount.kind.name }
        let sources = Set(input.portfolio.agreementCounts.compactMap(\.source)).sorted()
        let source = format(Words(ja: "出典：", en: "Source: ")) + joinedSources(sources)
        return [
            Markup.tag(
                "section", ["class": "sheet"],
                [.tag("h2", format(table.title)), table.markup(format)]
                    + said.map { .tag("p", format($0.message)) } + [.tag("p", ["class": "note"], source)]
            ).onItsLine
        ]
    }

    private func sheet(_ row: SheetRow, _ found: [Finding]) -> Markup {
        let words = SheetWords(row, format)
        let title = "\(row.programme.id.text)　\(row.programme.name)　\(format.sentenceYear(row.year))"
        let tables = words.tables.map { Markup.all([.tag("h3", format($0.title)), $0.markup(format)]) }
        let notes = found.map { Markup.tag("li", format($0.message)) }
        let list =
            notes.isEmpty
            ? [] : [Markup.tag("h3", format(Words(ja: "指摘", en: "Findings"))), .tag("ol", notes)]
        return Markup.tag(
            "section", ["class": "sheet"],
            [.tag("h2", title), pairs(words.plan, "")] + tables + [pairs(words.judgement, "judged")] + list
        ).onItsLine
    }

    private func pairs(_ lines: [(label: String, text: String)], _ kind: String) -> Markup {
        guard !lines.isEmpty else { return .text("") }
        return Markup.tag(
            "dl", ["class": kind], lines.flatMap { [Markup.tag("dt", $0.label), Markup.tag("dd", $0.text)] }
        ).onItsLine
    }
}
