/// A calendar day.
public struct Day: Hashable, Comparable, Codable, Sendable {
    /// Calendar year, month (1–12) and day of the month.
    public let year: Int, month: Int, day: Int

    /// Makes a day that is known to exist.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Makes a day, or nil where the calendar has none such.
    public init?(existingYear year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...Day.days(inMonth: month, of: year)).contains(day) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    public static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Number of days from `self` to `other`; negative when `other` is earlier.
    public func days(to other: Day) -> Int { other.number - number }

    /// The day `count` days later.
    public func adding(days count: Int) -> Day { Day(number: number + count) }

    /// Days in a month of the Gregorian calendar.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// Days since 1 March of the year 0, counting years from March so that the leap day comes last.
    private var number: Int {
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return years * 365 + years / 4 - years / 100 + years / 400 + (months * 306 + 5) / 10 + day - 1
    }

    private init(number: Int) {
        var years = (10_000 * number + 14_780) / 3_652_425
        var rest = number - Day.start(of: years)
        if rest < 0 {
            years -= 1
            rest = number - Day.start(of: years)
        }
        let months = (100 * rest + 52) / 3060
        let month = (months + 2) % 12 + 1
        self.init(
            year: years + (months + 2) / 12, month: month, day: rest - (months * 306 + 5) / 10 + 1)
    }

    private static func start(of years: Int) -> Int { years * 365 + years / 4 - years / 100 + years / 400 }
}
