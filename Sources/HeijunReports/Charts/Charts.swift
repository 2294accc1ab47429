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
