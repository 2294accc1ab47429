public import HeijunModel

/// How far a target is met: an exact fraction, rounded only when shown.
public struct AchievementRate: Sendable, Hashable, Comparable {
    /// Numerator and denominator in lowest terms; the denominator is greater than 0.
    public let numerator: Int, denominator: Int

    /// Makes the fraction; nil where the denominator is 0.
    public init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0 else { return nil }
        let divisor = commonDivisor(abs(numerator), abs(denominator)) * denominator.signum()
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The rate as a fraction of one.
    public var fraction: Double { Double(numerator) / Double(denominator) }

    /// The rate in ten-thousandths, half rounded away from zero.
    public var rate: Rate { Rate(tenThousandths: rounded(toParts: 10_000)) }

    /// The rate in percent to `places` decimals (0–4), half rounded away from zero: `103.1`.
    public func percent(places: Int) -> String {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        return decimalText(rounded(toParts: 100 * scale), places: places)
    }

    /// The whole number nearest to the rate times `parts`.
    private func rounded(toParts parts: Int) -> Int {
        let doubled = 2 * Int128(numerator) * Int128(parts)
        let half = numerator < 0 ? -Int128(denominator) : Int128(denominator)
        return Int(clamping: (doubled + half) / (2 * Int128(denominator)))
    }

    public static func < (left: AchievementRate, right: AchievementRate) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator)
            * Int128(left.denominator)
    }

}

/// The greatest number that divides both (Euclid); the other one where one is 0.
private func commonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : commonDivisor(other, one % other)
}

/// The formula that makes a rate of a target and an actual.
public enum RateFormula: String, Sendable, CaseIterable {
    /// 実績 ÷ 目標, where more is better.
    case actualOverTarget
    /// 目標 ÷ 実績, where less is better.
    case targetOverActual

    /// The formula as shown beside the rates.
    public var title: Words {
        switch self {
        case .actualOverTarget: Words(ja: "実績÷目標", en: "actual ÷ target")
        case .targetOverActual: Words(ja: "目標÷実績（小さいほどよい指標）", en: "target ÷ actual (lower is better)")
        }
    }

    /// The formula of a direction; nil where figures are not held against targets.
    public init?(_ direction: Indicator.Direction) {
        switch direction {
        case .higher: self = .actualOverTarget
        case .lower, .atOrBelow: self = .targetOverActual
        case .text, .none: return nil
        }
    }

    /// The rate of an actual against a target.
    ///
    /// Nil where the divisor is 0, and where a figure is negative: a quotient would then mislead.
    public func rate(target: Figure, actual: Figure) -> AchievementRate? {
        guard target.tenThousandths >= 0, actual.tenThousandths >= 0 else { return nil }
        switch self {
        case .actualOverTarget: return AchievementRate(actual.tenThousandths, over: target.tenThousandths)
        case .targetOverActual: return AchievementRate(target.tenThousandths, over: actual.tenThousandths)
        }
    }

    /// Whether an actual meets a target; always known, also where there is no rate.
    public func isMet(target: Figure, actual: Figure) -> Bool {
        switch self {
        case .actualOverTarget: actual >= target
        case .targetOverActual: actual <= target
        }
    }
}
