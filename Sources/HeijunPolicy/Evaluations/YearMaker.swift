import HeijunModel

/// Makes the years of one measure from what is reported and from its indicators.
struct YearMaker {
    let scheme: EvaluationScheme?
    let reported: [MeasureYear]
    let indicators: [IndicatorRow]

    /// Every year that is reported or has an indicator's target, oldest first.
    var years: [MeasureRow.Year] {
        let all = Set(reported.map(\.year)).union(
            indicators.flatMap { $0.assessments.filter(\.target.exists).map(\.target.year) })
        return all.sorted().map(year)
    }

    private func year(_ year: FiscalYear) -> MeasureRow.Year {
        let entry = reported.first { $0.year == year }
        let items = indicators.compactMap { item(of: $0, in: year) }
        let computed = AchievementRate.mean(items.compactMap(\.rate))
        return MeasureRow.Year(
            year: year, reported: entry?.rate, sheet: entry?.sheetRate, computed: computed,
            met: items.count(where: \.isMet), judged: items.count,
            hasFigures: items.contains(where: \.isFigure), hasWords: items.contains { !$0.isFigure },
            used: entry?.leftOut == nil ? used(entry?.rate, computed) : nil, leftOut: entry?.leftOut,
            source: entry?.source)
    }

    /// The rate that counts. A reported rate that is the computed one rounded stands for it unrounded: means are
    /// made of unrounded rates.
    private func used(_ reported: Figure?, _ computed: AchievementRate?) -> AchievementRate? {
        guard let reported else { return computed }
        guard let computed else { return AchievementRate(percent: reported) }
        let isTaken = scheme?.rates == .computed || computed.agreement(with: reported) == .rounded
        return isTaken ? computed : AchievementRate(percent: reported)
    }

    /// What one indicator adds to a year.
    private struct Item {
        let rate: AchievementRate?
        let isMet: Bool, isFigure: Bool
    }

    /// A figure counts by its rate, words by whether they were reached: all or nothing. Nil where nothing is judged.
    private func item(of row: IndicatorRow, in year: FiscalYear) -> Item? {
        guard let assessment = row.assessments.first(where: { $0.target.year == year }),
            let actual = assessment.actual, actual.year == year
        else { return nil }
        if let target = assessment.target.value, let value = actual.value, row.direction != .text {
            return Item(
                rate: assessment.rate?.capped(at: scheme?.cap),
                isMet: row.direction.isMet(target: target, actual: value), isFigure: true)
        }
        guard let judged = actual.attainment else { return nil }
        return Item(
            rate: AchievementRate(exactly: judged == .met ? 1 : 0, over: 1), isMet: judged == .met,
            isFigure: false)
    }
}
