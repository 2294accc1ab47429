public import HeijunModel

/// The indicators of a portfolio as of a day, in the order of the document's own table, then of the ledger.
public func indicatorTable(_ portfolio: Portfolio, asOf: Day) -> [IndicatorRow] {
    indicatorTable(Context(portfolio, asOf: asOf))
}

/// As `indicatorTable(_:asOf:)`, for a ledger that is indexed already.
public func indicatorTable(_ context: Context) -> [IndicatorRow] {
    let values = Dictionary(grouping: context.portfolio.indicatorValues, by: \.indicator)
    return context.portfolio.indicators.enumerated().sorted { left, right in
        (left.element.order ?? .max, left.offset) < (right.element.order ?? .max, right.offset)
    }.map { row(of: $0.element, values[$0.element.id] ?? [], context) }
}

private func row(of indicator: Indicator, _ values: [IndicatorValue], _ context: Context) -> IndicatorRow {
    let targets = points(values, .target)
    let trend = points(values, .actual)
    let assessments = targets.map { assess($0, against: trend, indicator, asOf: context.asOf) }
    let deciding = assessments.last { $0.target.exists } ?? assessments.last
    return IndicatorRow(
        id: indicator.id, area: indicator.area, name: indicator.name, unit: indicator.unit,
        direction: indicator.direction, isCumulative: indicator.isCumulative, scope: indicator.scope,
        source: indicator.source, note: indicator.note, baseline: baseline(of: indicator),
        assessments: assessments, deciding: deciding, trend: trend,
        computed: ComputedIndicator.value(of: indicator, trend, context),
        verdict: indicator.direction == .none ? .reference : deciding?.verdict ?? .noTarget,
        formula: RateFormula(indicator), measure: indicator.measure, programme: indicator.programme,
        role: indicator.role, notSet: targets.last { $0.notSetReason != nil })
}

private func baseline(of indicator: Indicator) -> IndicatorRow.Baseline? {
    guard indicator.baseline != nil || indicator.baselineText != nil else { return nil }
    return .init(year: indicator.baselineYear, value: indicator.baseline, text: indicator.baselineText)
}

/// The values of one role, oldest first; of a year given twice the last stands.
private func points(_ values: [IndicatorValue], _ role: IndicatorValue.Role) -> [IndicatorRow.Point] {
    let ofRole = values.filter { $0.role == role }.map {
        IndicatorRow.Point(
            year: $0.year, value: $0.value, text: $0.text, attainment: $0.attainment,
            notSetReason: $0.notSetReason, source: $0.source)
    }
    return Dictionary(ofRole.map { ($0.year, $0) }, uniquingKeysWith: { _, last in last }).values
        .sorted { $0.year < $1.year }
}

/// Holds the actuals against one target.
private func assess(
    _ target: IndicatorRow.Point, against trend: [IndicatorRow.Point], _ indicator: Indicator, asOf: Day
) -> IndicatorRow.Assessment {
    let actual = trend.last { $0.year <= target.year && $0.exists }
    let rate = target.value.flatMap { target in
        actual?.value.flatMap { indicator.rate(target: target, actual: $0) }
    }
    return .init(
        target: target, actual: actual, rate: rate,
        verdict: verdict(target, actual, indicator.direction, asOf: asOf))
}

/// What may be said of a target: after its year only that year's own actual counts, before its end nothing is final.
private func verdict(
    _ target: IndicatorRow.Point, _ actual: IndicatorRow.Point?, _ direction: Indicator.Direction, asOf: Day
) -> IndicatorRow.Verdict {
    guard let aim = target.value, direction != .text else { return wordVerdict(target, actual, asOf: asOf) }
    guard direction != .none else { return .noTarget }
    guard asOf > target.year.lastDay else { return .underway }
    guard let actual, actual.year == target.year, let value = actual.value else { return .unsettled }
    return direction.isMet(target: aim, actual: value) ? .met : .missed
}

/// A target in words is met where its section says so; without such a judgement there is no verdict.
private func wordVerdict(
    _ target: IndicatorRow.Point, _ actual: IndicatorRow.Point?, asOf: Day
) -> IndicatorRow.Verdict {
    guard target.exists, let actual, actual.year == target.year, let judged = actual.attainment else {
        return .noTarget
    }
    guard asOf > target.year.lastDay else { return .underway }
    return judged == .met ? .met : .missed
}

/// The policy's own indicators: those that are counted for no measure and no programme; all where every one is.
public func ownIndicators(_ rows: [IndicatorRow]) -> [IndicatorRow] {
    let own = rows.filter { $0.measure == nil && $0.programme == nil }
    return own.isEmpty ? rows : own
}
