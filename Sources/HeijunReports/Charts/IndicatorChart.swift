import HeijunModel
import HeijunPolicy

/// Every indicator on a line: its actuals as a sparkline, then a bullet of the rate against the target at 100 %.
///
/// A met target is a filled bar, any other an outlined one, so that a copy in black and white tells them apart; beyond
/// one and a half times the target a mark says that more is meant.
struct IndicatorChart {
    let rows: [IndicatorRow]
    let format: Format

    private static let spark = 330.0, sparkEnd = 452.0
    private static let left = 490.0, right = 860.0
    private static let greatest = 15_000

    /// The drawing.
    func drawing() -> Drawing {
        let height = 34 + 30 * Double(rows.count)
        var drawing = Drawing(width: 1060, height: height + 8, label: format(Sentences.indicatorsLabel))
        drawing.text(format(Words(ja: "実績の推移", en: "Actuals")), x: Self.spark, y: 16, size: 11, .muted)
        for (index, row) in rows.enumerated() { draw(row, on: &drawing, y: 49 + 30 * Double(index)) }
        drawing.line(x(10_000), 24, x(10_000), height, .limit, width: 1.6)
        drawing.text(
            "\(format(Sentences.achieved)) 100 %", x: x(10_000), y: 16, size: 11, .limit, anchor: .middle,
            isBold: true)
        return drawing
    }

    private func x(_ tenThousandths: Int) -> Double {
        Self.left + (Self.right - Self.left) * Double(max(0, min(Self.greatest, tenThousandths)))
            / Double(Self.greatest)
    }

    private func draw(_ row: IndicatorRow, on drawing: inout Drawing, y: Double) {
        let short = cut(row.name, toWidth: Self.spark - 16, size: 13)
        drawing.text(short, x: 0, y: y + 4.5, size: 13, .ink, tooltip: short == row.name ? nil : row.name)
        drawSparkline(row, on: &drawing, y: y)
        drawBullet(row, on: &drawing, y: y)
        let rate = (row.rate?.rate).map { format.percent($0) } ?? "—"
        drawing.text(rate, x: 960, y: y + 4.5, size: 12, .ink, anchor: .end, isBold: true)
        drawing.text(format(row.verdict.title), x: 972, y: y + 4.5, size: 12, ink(of: row.verdict))
    }

    private func drawBullet(_ row: IndicatorRow, on drawing: inout Drawing, y: Double) {
        drawing.rectangle(x: Self.left, y: y - 10, width: Self.right - Self.left, height: 20, .ahead)
        drawing.line(Self.left, y - 10, Self.left, y + 10, .muted, width: 0.8)
        guard let rate = row.rate?.rate else { return }
        let end = x(rate.tenThousandths)
        let isMet = row.verdict == .met
        drawing.rectangle(
            x: Self.left, y: y - 5, width: end - Self.left, height: 10, isMet ? .done : .paper,
            stroke: isMet ? nil : .ink)
        if rate.tenThousandths > Self.greatest {
            drawing.polygon([(end + 2, y - 5), (end + 10, y), (end + 2, y + 5)], isMet ? .done : .ink)
        }
    }

    /// The baseline, where it is a figure, and the actuals over the years, each with a dot; the target a dashed line.
    private func drawSparkline(_ row: IndicatorRow, on drawing: inout Drawing, y: Double) {
        let points = figures(of: row)
        guard points.count > 1, let first = points.first?.0, let last = points.last?.0 else { return }
        let aim = row.target?.value?.value
        let all = points.map(\.1) + (aim.map { [$0] } ?? [])
        guard let least = all.min(), let most = all.max(), most > least, last > first else { return }
        func place(_ point: (Int, Double)) -> (Double, Double) {
            (
                Self.spark + (Self.sparkEnd - Self.spark) * Double(point.0 - first) / Double(last - first),
                y + 9 - 18 * (point.1 - least) / (most - least)
            )
        }
        if let aim {
            let height = place((first, aim)).1
            drawing.line(Self.spark, height, Self.sparkEnd, height, .limit, width: 0.8, dash: "3 3")
        }
        let places = points.map(place)
        for (from, to) in zip(places, places.dropFirst()) {
            drawing.line(from.0, from.1, to.0, to.1, .ink, width: 1.4)
        }
        for (index, place) in places.enumerated() {
            drawing.circle(
                x: place.0, y: place.1, radius: 2.4, index == places.count - 1 ? .ink : .paper, stroke: .ink)
        }
    }

    private func figures(of row: IndicatorRow) -> [(Int, Double)] {
        let base = row.baseline.flatMap { base in
            base.year.flatMap { year in base.value.map { (year.startYear, $0.value) } }
        }
        let actuals = row.figures.map { ($0.year.startYear, $0.value.value) }
        guard let base, actuals.first.map({ base.0 < $0.0 }) ?? true else { return actuals }
        return [base] + actuals
    }

    private func ink(of verdict: IndicatorRow.Verdict) -> Ink {
        switch verdict {
        case .met: .done
        case .missed: .limit
        case .unsettled, .underway: .ink
        case .noTarget, .reference: .muted
        }
    }
}
