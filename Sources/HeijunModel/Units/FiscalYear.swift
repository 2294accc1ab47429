/// A Japanese fiscal year, named by the calendar year in which it starts:
/// `FiscalYear(2026)` runs from 1 April 2026 to 31 March 2027.
public struct FiscalYear: Hashable, Comparable, Strideable, Codable, Sendable {
    /// The calendar year of its 1 April.
    public let startYear: Int

    /// Makes the fiscal year that starts in `startYear`.
    public init(_ startYear: Int) { self.startYear = startYear }

    /// The fiscal year that `day` lies in.
    public init(of day: Day) { startYear = day.month >= 4 ? day.year : day.year - 1 }

    /// The fiscal year that many years later.
    public func advanced(by years: Int) -> FiscalYear { FiscalYear(startYear + years) }
    /// How many years later the other one is.
    public func distance(to other: FiscalYear) -> Int { other.startYear - startYear }

    /// 1 April, its first day.
    public var firstDay: Day { Day(year: startYear, month: 4, day: 1) }
    /// 31 March, its last day (年度末).
    public var lastDay: Day { Day(year: startYear + 1, month: 3, day: 31) }

    /// The years Heijun takes: enough for the oldest ledger and the longest plan.
    public static let range = FiscalYear(1926)...FiscalYear(2150)
}

extension Day {
    /// The days of those years.
    public static let range = FiscalYear.range.lowerBound.firstDay...FiscalYear.range.upperBound.lastDay
}

/// A quarter of a fiscal year: 1 is April–June, 4 is January–March.
public struct FiscalQuarter: Hashable, Comparable, Codable, Sendable {
    /// The fiscal year.
    public let year: FiscalYear
    /// 1 to 4.
    public let number: Int

    /// Makes quarter `number` (1–4) of `year`.
    public init(_ year: FiscalYear, _ number: Int) {
        self.year = year
        self.number = number
    }

    public static func < (left: FiscalQuarter, right: FiscalQuarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}
