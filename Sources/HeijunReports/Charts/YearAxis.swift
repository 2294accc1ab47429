import HeijunModel

/// Fiscal years as columns of a chart.
struct YearAxis {
    let years: [FiscalYear]
    let left: Double
    let right: Double

    var columnWidth: Double { (right - left) / Double(max(1, years.count)) }
    /// The left edge of a year; years outside the axis are taken at its ends.
    func start(_ year: FiscalYear) -> Double {
        guard let first = years.first else { return left }
        return min(right, max(left, left + Double(first.distance(to: year)) * columnWidth))
    }
    func middle(_ year: FiscalYear) -> Double { left + (Double(offset(year)) + 0.5) * columnWidth }
    func holds(_ year: FiscalYear) -> Bool {
        years.first.map { $0 <= year } == true && year <= years[years.count - 1]
    }

    private func offset(_ year: FiscalYear) -> Int { years.first.map { $0.distance(to: year) } ?? 0 }

    /// Writes the era year over the Western one, or the Western one alone.
    func drawLabels(on drawing: inout Drawing, y: Double, isBold: Bool, _ format: Format) {
        for year in years {
            drawing.text(
                format.year(year), x: middle(year), y: y, size: 12, .ink, anchor: .middle, isBold: isBold)
            if format.years == .era {
                drawing.text(
                    year.short(.western), x: middle(year), y: y + 13, size: 10, .muted, anchor: .middle)
            }
        }
    }
}

/// A scale for amounts: a round step, and the least multiple of it that holds the greatest amount.
struct AmountScale {
    let step: Int
    let top: Int

    /// Holds `greatest`, with four to eight steps.
    init(greatest: Int) {
        var unit = 1
        while unit * 80 < greatest { unit *= 10 }
        step = [1, 2, 5, 10, 20].map { $0 * unit }.first { $0 * 7 >= greatest } ?? unit * 20
        top = max(step, (greatest + step - 1) / step * step)
    }
}
