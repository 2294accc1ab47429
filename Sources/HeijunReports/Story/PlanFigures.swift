import HeijunModel

/// A plan's yearly figures in whole 千円, rounded once, at the parts that tables print: every sum, difference
/// and percentage in a report is made of these, so that it recomputes from the printed tables.
struct PlanFigures {
    let years: [Year]

    /// One fiscal year, in 千円. The ceiling is rounded down.
    struct Year {
        let year: FiscalYear
        let runningBefore: Int, oneTimeBefore: Int, runningAfter: Int, oneTimeAfter: Int
        let ceiling: Int?
        let ceilingSetBy: String?
        let largeBefore: Int, largeAfter: Int

        var before: Int { runningBefore + oneTimeBefore }
        var after: Int { runningAfter + oneTimeAfter }
        /// What is left below the ceiling; negative where it is exceeded.
        var margin: Int? { ceiling.map { $0 - after } }
        /// What the ceiling leaves if nothing is levelled.
        var marginBefore: Int? { ceiling.map { $0 - before } }
    }

    init(_ plan: Plan) {
        years = plan.years.map { year in
            Year(
                year: year.year, runningBefore: year.runningBefore.thousands,
                oneTimeBefore: year.oneTimeBefore.thousands, runningAfter: year.runningAfter.thousands,
                oneTimeAfter: year.oneTimeAfter.thousands, ceiling: year.ceiling.map { $0.amount / 1000 },
                ceilingSetBy: year.ceilingSetBy, largeBefore: year.largeBefore, largeAfter: year.largeAfter)
        }
    }

    /// The year of the greatest load, first of equals.
    func peak(_ load: (Year) -> Int) -> Year? {
        years.reduce(nil) { best, year in
            guard let best else { return year }
            return load(year) > load(best) ? year : best
        }
    }

    func total(_ load: (Year) -> Int) -> Int { years.map(load).reduce(0, +) }

    /// Sum of the absolute changes from year to year.
    func roughness(_ load: (Year) -> Int) -> Int {
        zip(years, years.dropFirst()).map { abs(load($1) - load($0)) }.reduce(0, +)
    }

    /// Years over their ceiling under the plan.
    var exceeding: [Year] { years.filter { ($0.margin ?? 0) < 0 } }
    /// Years over their ceiling if nothing is levelled.
    var exceedingBefore: [Year] { years.filter { ($0.marginBefore ?? 0) < 0 } }
    var hasCeilings: Bool { years.contains { $0.ceiling != nil } }

    /// Who set the ceilings, each named once, in order of the years.
    var ceilingSetters: [String] {
        years.compactMap(\.ceilingSetBy).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}
