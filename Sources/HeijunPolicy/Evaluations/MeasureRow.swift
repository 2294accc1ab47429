public import HeijunModel

/// A measure with its rates by year, their mean and its grade: reported, computed and set by hand, each apart.
public struct MeasureRow: Sendable, Hashable {
    /// The measure as the ledger has it.
    public let measure: Measure
    /// Every year that has a rate or says why it has none, oldest first.
    public let years: [Year]
    /// The unrounded mean of the rates that count, and its grade; nil where people judge.
    public let mean: AchievementRate?
    /// The grade by the scheme's thresholds.
    public let computedGrade: Key?
    /// Mean and grade if the indicators alone decided, by the written rule, wherever they are recorded.
    public let ruleMean: AchievementRate?
    /// The grade that belongs to `ruleMean`.
    public let ruleGrade: Key?

    /// The grade that stands: set by hand with a reason, else reported, else computed.
    public var grade: Key? { override ?? measure.reportedGrade ?? computedGrade }
    /// The grade set by hand; without a reason it does not stand.
    public var override: Key? {
        measure.overrideReason?.isEmpty == false ? measure.overrideGrade : nil
    }
    /// Whether the mean and the reported one differ by more than the rounding of printed figures explains.
    public var isMeanBeyondRounding: Bool {
        guard let mean, let reported = measure.reportedMean else { return false }
        let inputs = years.filter { !$0.isExact }.compactMap(\.reported)
        let slack = inputs.map(\.halfPlace.fraction).reduce(0, +) / Double(max(1, counted.count))
        let gap = abs(mean.fraction - AchievementRate(percent: reported).fraction)
        return gap > reported.halfPlace.fraction + slack + 1e-9
    }
    /// The years whose rate counts.
    public var counted: [Year] { years.filter { $0.used != nil } }

    /// One year of a measure.
    public struct Year: Sendable, Hashable {
        /// The fiscal year.
        public let year: FiscalYear
        /// In percent, as the list and as the measure's own sheet report it.
        public let reported: Figure?, sheet: Figure?
        /// What the indicators give, unrounded.
        public let computed: AchievementRate?
        /// How many of the indicators were reached, of how many that can be judged.
        public let met: Int, judged: Int
        /// Whether a figure is among the indicators, and whether words are.
        public let hasFigures: Bool, hasWords: Bool
        /// The rate that counts; nil where the year is left out.
        public let used: AchievementRate?
        /// Why the year is left out.
        public let leftOut: String?
        /// Where it was published.
        public let source: String?

        /// How the reported rate comes from the computed one; nil where one of them is missing.
        public var agreement: AchievementRate.Agreement? {
            reported.flatMap { reported in computed.map { $0.agreement(with: reported) } }
        }
        /// Whether the rate that counts is known unrounded.
        public var isExact: Bool { used != nil && used == computed }
    }
}

/// Every measure of a portfolio as of a day, by number.
public func measureTable(_ context: Context) -> [MeasureRow] {
    let schemes = Schemes(context.portfolio)
    let reported = Dictionary(grouping: context.portfolio.measureYears, by: \.measure)
    let indicators = Dictionary(grouping: indicatorTable(context).filter { $0.measure != nil }) { $0.measure }
    return context.portfolio.measures.sorted { ($0.number, $0.id) < ($1.number, $1.id) }.map { measure in
        let maker = YearMaker(
            scheme: measure.scheme.flatMap(schemes.scheme), reported: reported[measure.id] ?? [],
            indicators: indicators[measure.id] ?? [])
        return row(of: measure, maker.years, schemes)
    }
}

private func row(of measure: Measure, _ years: [MeasureRow.Year], _ schemes: Schemes) -> MeasureRow {
    let grading = measure.scheme.flatMap(schemes.grading)
    let mean = grading?.value(of: years.compactMap(\.used))
    let byRule = grading?.value(of: years.filter { $0.leftOut == nil }.compactMap { $0.computed ?? $0.used })
    return MeasureRow(
        measure: measure, years: years, mean: mean, computedGrade: mean.flatMap { grading?.grade(of: $0) },
        ruleMean: byRule, ruleGrade: byRule.flatMap { grading?.grade(of: $0) })
}
