public import HeijunModel

extension RateFormula {
    /// The formula of a direction; nil where figures are not held against targets.
    public init?(_ direction: Indicator.Direction) {
        switch direction {
        case .higher: self = .actualOverTarget
        case .lower, .atOrBelow: self = .targetOverActual
        case .text, .none: return nil
        }
    }

    /// The formula of an indicator: its own, else its direction's.
    public init?(_ indicator: Indicator) {
        guard let standard = RateFormula(indicator.direction) else { return nil }
        self = indicator.formula ?? standard
    }

    /// The rate of an actual against a target.
    ///
    /// Nil where the divisor is 0, where the baseline or the whole that the formula needs is missing, and where a
    /// figure is negative: a quotient would then mislead.
    public func rate(
        target: Figure, actual: Figure, baseline: Figure? = nil, whole: Figure? = nil
    ) -> AchievementRate? {
        let (target, actual) = (target.tenThousandths, actual.tenThousandths)
        guard target >= 0, actual >= 0 else { return nil }
        switch self {
        case .actualOverTarget: return AchievementRate(actual, over: target)
        case .targetOverActual: return AchievementRate(target, over: actual)
        case .mirrored: return AchievementRate(2 * target - actual, over: target)
        case .fromBaseline:
            return baseline.flatMap { quotient($0.tenThousandths, actual, target) }
        case .complement:
            return whole.flatMap { quotient($0.tenThousandths, actual, target) }
        }
    }

    private func quotient(_ start: Int, _ actual: Int, _ target: Int) -> AchievementRate? {
        AchievementRate(start - actual, over: start - target)
    }
}

extension Indicator {
    /// The rate of an actual against a target, by the indicator's formula.
    func rate(target: Figure, actual: Figure) -> AchievementRate? {
        RateFormula(self)?.rate(target: target, actual: actual, baseline: baseline, whole: whole)
    }
}

extension Indicator.Direction {
    /// Whether an actual meets a target; known also where there is no rate. False where figures are not compared.
    public func isMet(target: Figure, actual: Figure) -> Bool {
        switch self {
        case .higher: actual >= target
        case .lower, .atOrBelow: actual <= target
        case .text, .none: false
        }
    }
}
