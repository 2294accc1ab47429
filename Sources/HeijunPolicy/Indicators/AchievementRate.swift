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

    /// Makes the fraction of a divisor that is known not to be 0.
    init(exactly numerator: Int, over denominator: Int) {
        let divisor = max(1, commonDivisor(abs(numerator), abs(denominator)))
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
