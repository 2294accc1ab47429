import HeijunModel

/// The charts of a report; nil where there is nothing to draw.
struct Charts {
    let input: ReportInput

    init(_ input: ReportInput) { self.input = input }

    /// A plan that exists and has years.
    private var plan: Plan? {
        input.plan.flatMap { $0.outcome == .feasible && !$0.years.isEmpty ? $0 : nil }
    }

    var histogram: Drawing? {
        plan.map { CostHistogram(figures: PlanFigures($0), format: input.format).drawing() }
    }

    /// The cost of doing nothing, where no plan was found.
    var idleHistogram: Drawing? {
        guard let plan = input.plan, plan.outcome != .feasible, !plan.years.isEmpty else { return nil }
        var idle = plan
        for index in idle.years.indices {
            idle.years[index].runningAfter = idle.years[index].runningBefore
            idle.years[index].oneTimeAfter = idle.years[index].oneTimeBefore
            idle.years[index].largeAfter = idle.years[index].largeBefore
        }
        return CostHistogram(figures: PlanFigures(idle), format: input.format, showsBefore: false).drawing()
    }

    var stress: Drawing? {
        input.stress.flatMap { StressChart($0, input.format) }?.drawing()
    }

    var frontier: Drawing? {
        input.frontier.flatMap { FrontierChart($0, input.format) }?.drawing()
    }

    var roadmap: RoadmapChart? {
        guard let plan else { return nil }
        let rows = RoadmapRows(plan, input.portfolio, deadlines: input.deadlines)
        return RoadmapChart(rows: rows, figures: PlanFigures(plan), format: input.format)
    }

    var standardization: Drawing? {
        guard let table = input.standardization, table.isRecorded else { return nil }
        return StandardizationChart(table: table, format: input.format).drawing()
    }

    var indicators: Drawing? {
        guard !input.indicators.isEmpty else { return nil }
        return IndicatorChart(rows: input.indicators, format: input.format).drawing()
    }
}
