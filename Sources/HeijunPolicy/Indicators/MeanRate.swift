public import HeijunModel

extension AchievementRate {
    /// A rate that is reported in percent.
    public init(percent: Figure) {
        self = AchievementRate(percent.tenThousandths, over: 1_000_000) ?? .whole
    }

    /// A hundred percent.
    static var whole: AchievementRate { AchievementRate(exactly: 1, over: 1) }

    /// The mean, exact; nil of nothing. Years without a rate are left out before.
    ///
    /// Where the common denominator would not fit into 64 bits, every rate is first rounded to a billionth.
    public static func mean(_ rates: [AchievementRate]) -> AchievementRate? {
        guard !rates.isEmpty else { return nil }
        return exactMean(rates) ?? exactMean(rates.map(\.toBillionths))
    }

    private static func exactMean(_ rates: [AchievementRate]) -> AchievementRate? {
        var (sum, divisor) = (Int128(0), Int128(1))
        for rate in rates {
            let (left, isLarge) = sum.multipliedReportingOverflow(by: Int128(rate.denominator))
            let (right, isHuge) = divisor.multipliedReportingOverflow(by: Int128(rate.numerator))
            let (next, isVast) = divisor.multipliedReportingOverflow(by: Int128(rate.denominator))
            let (total, isOver) = left.addingReportingOverflow(right)
            guard !isLarge, !isHuge, !isVast, !isOver else { return nil }
            let common = greatestDivisor(total.magnitude, next.magnitude)
            (sum, divisor) = (total / Int128(common), next / Int128(common))
        }
        let (whole, isOver) = divisor.multipliedReportingOverflow(by: Int128(rates.count))
        guard !isOver, let top = Int(exactly: sum), let bottom = Int(exactly: whole) else { return nil }
        return AchievementRate(top, over: bottom)
    }

    private static func greatestDivisor(_ one: UInt128, _ other: UInt128) -> UInt128 {
        other == 0 ? max(one, 1) : greatestDivisor(other, one % other)
    }

    private var toBillionths: AchievementRate {
        let billionths = (fraction * 1_000_000_000).rounded()
        return AchievementRate(Int(billionths), over: 1_000_000_000) ?? self
    }

    /// The rate or the cap, whichever is less.
    func capped(at cap: Figure?) -> AchievementRate {
        cap.map { min(self, AchievementRate(percent: $0)) } ?? self
    }

    /// How a figure in percent that people print compares with the rate.
    public func agreement(with printed: Figure) -> Agreement {
        let places = printed.decimals
        if percent(places: places) == printed.fieldText { return .rounded }
        let unit = (0..<(4 - places)).reduce(1) { unit, _ in unit * 10 }
        let exact = Int128(numerator) * 1_000_000 / Int128(denominator)
        return exact / Int128(unit) * Int128(unit) == Int128(printed.tenThousandths) ? .truncated : .differs
    }

    /// How a printed figure comes from an exact one.
    public enum Agreement: Sendable, Hashable { case rounded, truncated, differs }
}

extension Figure {
    /// The number of decimals that it is written with, 0 to 4.
    var decimals: Int {
        var (rest, places) = (abs(tenThousandths), 4)
        while places > 0, rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
        return places
    }

    /// Half of the last place that it is written with, in percent: 0.5 of 162, 0.05 of 98.9.
    var halfPlace: AchievementRate {
        let unit = (0..<decimals).reduce(10_000) { unit, _ in unit / 10 }
        return AchievementRate(exactly: unit, over: 2_000_000)
    }
}
