import HeijunModel
import HeijunPlanning
import HeijunPolicy

extension Page {
    /// What the plan changes and what must be done soon, as tables.
    var listSections: [Markup] {
        let changed = plan.map { Table.changedYears($0, input.portfolio, format) }
        let moves = plan.map { Table.moves($0, input.portfolio, format) }
        let accounts = plan.map { Table.accounts($0, format) }
        let limits = plan.map { Table.limits($0, input.portfolio, format) }
        return [
            stress, frontier, options, fundings, table(accounts), table(limits), table(changed), table(moves),
            waves,
            budget, debts,
        ]
        .compactMap { $0 }
    }

    /// The plan under delays and overruns: the chance of breaking a ceiling, and what named events cost.
    private var stress: Markup? {
        guard let result = input.stress, !result.accounts.isEmpty else { return nil }
        let events = Table.stressEvents(result, format)
        let chart = Charts(input).stress.map { [$0.markup.onItsLine] } ?? []
        return section(
            headlines.stress(result),
            lead: format(PageWords.stressLead(runs: result.runs, seed: result.seed)),
            chart + [.tag("h3", format(events.title)), events.markup(format)], kind: "chart")
    }

    private var frontier: Markup? {
        guard let found = input.frontier, !found.points.isEmpty else { return nil }
        let table = Table.frontier(found, format)
        let chart = Charts(input).frontier.map { [$0.markup.onItsLine] } ?? []
        return section(
            format(table.title), lead: format(PageWords.unit), chart + [table.markup(format)], kind: "chart")
    }

    /// The hostings, forms and endings that the plan chooses.
    private var options: Markup? {
        guard let plan else { return nil }
        let table = Table.options(plan, input.portfolio, format)
        guard !table.rows.isEmpty else { return nil }
        return section(headlines.options(plan), [table.markup(format)])
    }

    /// Who pays for the plan, by year; the allocation tax stands beside as a memo.
    private var fundings: Markup? {
        guard let plan, let uses = plan.fundings, !uses.isEmpty else { return nil }
        return section(
            headlines.fundings(uses), lead: format(PageWords.unit),
            [Table.fundings(plan, format).markup(format)])
    }

    /// The waves of moves, each with what must be in order before it.
    private var waves: Markup? {
        guard let plan else { return nil }
        let waves = moveWaves(plan, input.portfolio)
        guard !waves.isEmpty else { return nil }
        let tables = WaveTables(portfolio: input.portfolio, format: format)
        let open = tables.openItems(waves)
        let checklist =
            open.rows.isEmpty ? [] : [Markup.tag("h3", format(open.title)), open.markup(format)]
        return section(
            headlines.waves(waves), lead: format(PageWords.wavesLead),
            [tables.waves(waves).markup(format)] + checklist)
    }

    private var debts: Markup? {
        guard !input.debts.isEmpty, let autumn = input.autumn else { return nil }
        return section(
            headlines.debts(input.debts, autumn.fiscalYear), lead: format(PageWords.debtLead),
            [Table.debts(input.debts, input.portfolio, format).markup(format)])
    }

    private func table(_ table: Table?) -> Markup? {
        guard let table, !table.rows.isEmpty else { return nil }
        let count = Words(
            ja: "\(format(table.title))（\(table.rows.count) 件）",
            en: "\(format(table.title)) (\(table.rows.count))")
        return section(format(count), [table.markup(format)])
    }

    private var budget: Markup? {
        guard let autumn = input.autumn, !autumn.requests.isEmpty else { return nil }
        let running = autumn.requests.flatMap(\.running).map(\.amount.thousands).reduce(0, +)
        return section(
            headlines.budget(autumn), lead: format(PageWords.budgetLead(running: running)),
            [Table.budgetSheet(input.budget, input.portfolio, format).markup(format)])
    }

    /// How the indicators, the standardization and the ledger stand, with or without a plan.
    var stateSections: [Markup] {
        [evaluation, indicators, sheets].compactMap { $0 } + standardizationSections
            + [facilities, findings, doubts, due, systems].compactMap { $0 }
    }

    private var indicators: Markup? {
        guard !input.indicators.isEmpty else { return nil }
        return section(
            headlines.indicators(input.indicators), lead: scopes,
            [Table.indicators(input.indicators, format).markup(format)]
                + headlines.ledgerValues(input.indicators).map { Markup.tag("p", ["class": "source"], $0) }
                + sources(input.indicators.map(\.source)))
    }

    /// Grades by field, the table of grades itself stands in a document of its own.
    private var evaluation: Markup? {
        guard let evaluation = input.evaluation, !evaluation.measures.isEmpty else { return nil }
        return section(
            headlines.evaluation(evaluation),
            [Table.summary(evaluation.summary, format).markup(format)]
                + sources(evaluation.summary.rows.map { $0.field?.source }))
    }

    /// The findings on grades and sheets, counted by code; all stand in the documents of their own.
    private var doubts: Markup? {
        let found = input.evaluationFindings
        guard !found.isEmpty else { return nil }
        let title = Words(ja: "評価に関する指摘は \(found.count) 件", en: "\(found.count) findings on the evaluations")
        return section(format(title), [Table.findingGroups(found, format).markup(format)])
    }

    private var sheets: Markup? {
        guard let evaluation = input.evaluation, !evaluation.sheets.isEmpty else { return nil }
        return section(
            headlines.sheets(evaluation.sheets), lead: format(PageWords.unit),
            [Table.sheets(evaluation.sheets, input.evaluationFindings, format).markup(format)])
    }

    /// The scopes that the indicators' figures cover, each named once.
    private var scopes: String? {
        let named = input.indicators.compactMap(\.scope).reduce(into: [String]()) { list, text in
            if !list.contains(text) { list.append(text) }
        }
        guard !named.isEmpty else { return nil }
        let list = named.joined(separator: format.language == .ja ? "、" : ", ")
        return format(Words(ja: "数値の範囲：\(list)", en: "Scope of the figures: \(list)"))
    }

    private var facilities: Markup? {
        let table = Table.facilities(input.portfolio, format)
        guard !table.rows.isEmpty else { return nil }
        return section(format(table.title), [table.markup(format)])
    }

    private var findings: Markup {
        let grave = input.findings.filter { $0.severity == .error }
        let groups =
            input.findings.isEmpty
            ? [] : [Table.findingGroups(input.findings, format).markup(format)]
        let list =
            grave.isEmpty
            ? []
            : [
                Markup.tag("h3", format(PageWords.graveFindings)),
                Table.findings(grave, format).markup(format),
            ]
        return section(
            headlines.findings(input.findings),
            lead: input.findings.isEmpty ? nil : format(PageWords.allFindings),
            groups + list)
    }

    private var due: Markup? {
        guard !input.due.isEmpty else { return nil }
        return section(
            headlines.due(input.due), lead: format(PageWords.unit),
            [Table.due(input.due, input.portfolio, format).markup(format)])
    }

    private var systems: Markup? {
        guard let plan else { return nil }
        return section(
            format(PageWords.allSystems), lead: format(PageWords.unit),
            [Table.planSystems(plan, input.portfolio, format).markup(format)])
    }
}
