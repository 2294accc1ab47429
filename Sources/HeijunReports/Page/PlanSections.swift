import HeijunModel

extension Page {
    /// The part of the page that tells the plan; why there is none, where none was found.
    var planSections: [Markup] {
        guard let plan else { return input.plan.map(withoutPlan) ?? [] }
        let figures = PlanFigures(plan)
        return [cost(plan, figures), roadmap(plan, figures), reasons(plan), remarks(plan), years(plan)]
            .compactMap { $0 }
    }

    private func withoutPlan(_ plan: Plan) -> [Markup] {
        [section(headlines.withoutPlan(plan), [list(plan.conflicts)]), idle(plan), remarks(plan)].compactMap {
            $0
        }
    }

    /// The cost of doing nothing, where there is no plan to set beside it.
    private func idle(_ plan: Plan) -> Markup? {
        let table = Table.idleYears(plan, format)
        guard !table.rows.isEmpty else { return nil }
        let chart = Charts(input).idleHistogram.map { [$0.markup] } ?? []
        return section(
            format(table.title), lead: format(PageWords.unit), chart + [table.markup(format)], kind: "chart")
    }

    private func cost(_ plan: Plan, _ figures: PlanFigures) -> Markup {
        let chart = Charts(input).histogram.map { [$0.markup] } ?? []
        return section(
            headlines.cost(figures), lead: format(PageWords.costLead(plan, figures)), chart, kind: "chart")
    }

    /// Parts of the height of an A3 sheet laid across.
    private func roadmap(_ plan: Plan, _ figures: PlanFigures) -> Markup {
        let parts = Charts(input).roadmap?.parts(height: 640).map(\.markup.onItsLine) ?? []
        return section(
            headlines.roadmap(plan, figures), lead: format(Sentences.roadmapLegend), parts, kind: "roadmap")
    }

    /// The reasons of the dearest changes as sentences; those of all stand in the table.
    private func reasons(_ plan: Plan) -> Markup? {
        let names = LedgerNames(input.portfolio)
        let told = plan.yearChanges.filter { $0.kind == .rebuild && $0.choice.reason != nil }.map(\.choice)
            .sorted { ($0.oneTimeCost, $1.system) > ($1.oneTimeCost, $0.system) }.prefix(8)
        guard !told.isEmpty else { return nil }
        let sentences = told.map { choice in
            let outside = format(Sentences.outsideHorizon)
            let title = PageWords.reason(
                names.name(ofSystem: choice.system), choice.natural.map(format.year) ?? outside,
                choice.goLive.map(format.year) ?? outside)
            let reason = choice.reason.map { format($0) } ?? ""
            return Markup.tag("p", ["class": "why"], [.tag("b", format(title)), .text("　" + reason)])
                .onItsLine
        }
        return section(format(PageWords.reasons), sentences)
    }

    private func remarks(_ plan: Plan) -> Markup? {
        plan.remarks.isEmpty ? nil : section(format(PageWords.remarks), [list(plan.remarks)])
    }

    private func list(_ sentences: [Words]) -> Markup {
        .tag("ul", sentences.map { .tag("li", format($0)) })
    }

    private func years(_ plan: Plan) -> Markup {
        section(
            format(PageWords.yearsTitle), lead: plan.scope + " ・ " + format(PageWords.unit),
            [Table.planYears(plan, format).markup(format)])
    }
}
