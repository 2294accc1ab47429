import HeijunModel

/// Days as places on a chart.
struct TimeScale {
    let first: Day, last: Day
    let left: Double, right: Double

    /// From the fiscal year of the first day to the end of that of the last.
    init(from first: Day, to last: Day, left: Double, right: Double) {
        self.first = FiscalYear(of: first).firstDay
        self.last = FiscalYear(of: last).lastDay
        (self.left, self.right) = (left, right)
    }

    func x(_ day: Day) -> Double {
        let whole = Double(max(1, first.days(to: last)))
        return min(right, max(left, left + (right - left) * Double(first.days(to: day)) / whole))
    }

    /// The fiscal years on the scale.
    var years: [FiscalYear] {
        Array(stride(from: FiscalYear(of: first), through: FiscalYear(of: last), by: 1))
    }

    func holds(_ day: Day) -> Bool { first <= day && day <= last }
}
