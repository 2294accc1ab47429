import HeijunModel
import HeijunPolicy

extension Page {
    /// The standardization: rates, heat map, course, timeline, forecast, comparison, cost, grants and revisions.
    var standardizationSections: [Markup] {
        guard let table = input.standardization, table.isRecorded else { return costSections }
        let context = Context(input.portfolio, asOf: input.asOf)
        let charts = Charts(input)
        return [
            standardizationTable(table),
            charted(charts.heatMap, Words(ja: "どの業務のどの作業が残っているか", en: "Which steps are left, by business")),
            charted(
                charts.timeline,
                Words(ja: "期限に対する移行の時期と見込み", en: "Migration and forecast against the deadlines")),
            forecast(table),
            charted(
                charts.burnUp, Words(ja: "作業ステップの消化と見込み", en: "Steps settled over time, and the forecast")),
            comparison(table, context),
        ].compactMap { $0 } + costSections
            + [grants, revisions(context), deadlines(context)].compactMap { $0 }
    }

    private func standardizationTable(_ table: StandardizationTable) -> Markup {
        let chart = Charts(input).standardization.map { [$0.markup.onItsLine] } ?? []
        let counts = table.counts.map { "\(format($0.label)) \($0.done)/\($0.total)" }
        return section(
            headlines.standardization(table), lead: format(PageWords.standardizationLead),
            chart + [
                Markup.tag("p", ["class": "lead"], counts.joined(separator: " ・ ")),
                Table.standardization(table, format).markup(format),
            ] + sources(table.rows.map(\.deadline?.source) + input.portfolio.businesses.map(\.source)))
    }

    private func charted(_ drawing: Drawing?, _ title: Words) -> Markup? {
        drawing.map { section(format(title), [$0.markup.onItsLine], kind: "chart") }
    }

    private func forecast(_ table: StandardizationTable) -> Markup? {
        let forecast = Table.forecast(table, format)
        guard !forecast.rows.isEmpty else { return nil }
        let late = table.rows.count(where: isLate)
        let title = Words(
            ja: late > 0 ? "見込みが期限を越えるのは \(late) 業務" : "見込みが期限を越える業務はない",
            en: late > 0
                ? "\(late) businesses are expected after their deadline"
                : "None is expected after its deadline")
        let disagreements = table.planFindings.map { Markup.tag("p", ["class": "why"], format($0.message)) }
        return section(
            format(title), lead: format(PageWords.forecastLead), disagreements + [forecast.markup(format)])
    }

    /// Whether a business is expected after its deadline.
    private func isLate(_ row: StandardizationTable.Row) -> Bool {
        guard let expected = row.forecast, let deadline = row.deadline else { return false }
        return expected > deadline.day
    }

    private func comparison(_ table: StandardizationTable, _ context: Context) -> Markup? {
        guard !input.portfolio.peers.isEmpty else { return nil }
        let peers = PeerTable(input.portfolio.peers)
        let sameKind = PeerComparison(table, context, peers, scope: .category)
        let comparison =
            sameKind.peers > 0 ? sameKind : PeerComparison(table, context, peers, scope: .nation)
        guard comparison.peers > 0 else { return nil }
        let rank = comparison.lines.last?.rank.map { "\($0)" } ?? "—"
        let count = comparison.lines.last.map { "\($0.count)" } ?? ""
        let gaps = Table.stepGaps(comparison, limit: 10, format)
        return section(
            format(
                Words(
                    ja: "\(comparison.group.ja) \(count) 団体のうち、進捗率は \(rank) 位",
                    en: "Rank \(rank) of \(count) bodies by rate (\(comparison.group.en))")),
            [Table.comparison(comparison, format).markup(format)]
                + (gaps.rows.isEmpty
                    ? [] : [Markup.tag("h3", format(gaps.title)), gaps.markup(format)])
                + sources(Array(Set(input.portfolio.peers.map(\.source))).sorted { ($0 ?? "") < ($1 ?? "") }))
    }

    private var costSections: [Markup] {
        RunningCostAnalysis.all(of: input.portfolio).map { analysis in
            let chart =
                CostWaterfall(analysis: analysis, format: format).drawing()
                .map { [$0.markup.onItsLine] } ?? []
            let items = analysis.items.isEmpty ? [] : [Table.costComparison(analysis, format).markup(format)]
            let years =
                analysis.history.isEmpty
                ? []
                : [
                    Markup.tag("h3", format(Words(ja: "平成30年度との比較", en: "Against FY2018"))),
                    Table.costYears(analysis, format).markup(format),
                ]
            let scope = [analysis.scope.text, analysis.label].compactMap { $0 }.joined(separator: "：")
            return section(
                headlines.costs(analysis), lead: format(PageWords.costScope(scope)),
                chart + items + years
                    + sources(analysis.items.map(\.source)), kind: "chart")
        }
    }

    private var grants: Markup? {
        guard !input.portfolio.grants.isEmpty else { return nil }
        let table = Table.grants(input.portfolio, format)
        return section(format(table.title), lead: format(PageWords.unit), [table.markup(format)])
    }

    private func revisions(_ context: Context) -> Markup? {
        let table = Table.revisions(RevisionWork.all(in: context), format)
        guard !table.rows.isEmpty else { return nil }
        let years = Table.recurring(RecurringYear.all(in: context), format)
        return section(
            format(table.title), lead: format(PageWords.unit),
            [
                table.markup(format), Markup.tag("h3", format(years.title)), years.markup(format),
            ])
    }

    private func deadlines(_ context: Context) -> Markup? {
        let table = Table.deadlines(context.deadlineHistory, format)
        return section(format(table.title), [table.markup(format)])
    }
}

extension Charts {
    private var standardizationContext: (StandardizationTable, Context)? {
        guard let table = input.standardization, table.isRecorded else { return nil }
        return (table, Context(input.portfolio, asOf: input.asOf))
    }

    /// Businesses by steps.
    var heatMap: Drawing? {
        standardizationContext.flatMap { StepHeatMap(table: $0, context: $1, format: input.format).drawing() }
    }

    /// Steps settled over time.
    var burnUp: Drawing? {
        standardizationContext.flatMap { BurnUpChart(table: $0, context: $1, format: input.format).drawing() }
    }

    /// The businesses against the deadlines.
    var timeline: Drawing? {
        standardizationContext.flatMap {
            DeadlineTimeline(table: $0, context: $1, format: input.format).drawing()
        }
    }

    /// One waterfall for each scope of running cost.
    var waterfalls: [(String, Drawing)] {
        RunningCostAnalysis.all(of: input.portfolio).enumerated().compactMap { index, analysis in
            CostWaterfall(analysis: analysis, format: input.format).drawing().map {
                ("running-cost" + (index == 0 ? "" : "-\(index + 1)"), $0)
            }
        }
    }
}
