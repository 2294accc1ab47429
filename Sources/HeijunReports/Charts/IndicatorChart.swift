import HeijunModel
import HeijunPolicy

/// Achievement of every indicator that has one, against its target: a bar up to one and a half times the
/// target, and beyond that a mark that more is meant.
struct IndicatorChart {
    let rows: [IndicatorRow]
    let format: Format

    private static let left = 380.0
    private static let right = 860.0
    private static let greatest = 15_000

    /// The drawing.
    func drawing() -> Drawing {
        let height = 34 + 26 * Double(rows.count)
        var drawing = Drawing(width: 1060, height: height + 8, label: format(Sentences.indicatorsLabel))
        for (index, row) in rows.enumerated() { draw(row, on: &drawing, y: 47 + 26 * Double(index)) }
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
        let short = cut(row.name, toWidth: Self.left - 14, size: 13)
        drawing.text(short, x: 0, y: y + 4.5, size: 13, .ink, tooltip: short == row.name ? nil : row.name)
        drawing.line(Self.left, y - 9, Self.left, y + 9, .muted, width: 0.8)
        if let rate = row.rate?.rate {
            let end = x(rate.tenThousandths)
            let ink: Ink = row.verdict == .met ? .done : .running
            drawing.rectangle(x: Self.left, y: y - 6, width: end - Self.left, height: 12, ink)
            if rate.tenThousandths > Self.greatest {
                drawing.polygon([(end + 2, y - 6), (end + 10, y), (end + 2, y + 6)], ink)
            }
        }
        let rate = (row.rate?.rate).map { format.percent($0) } ?? "—"
        drawing.text(rate, x: 960, y: y + 4.5, size: 12, .ink, anchor: .end, isBold: true)
        drawing.text(format(row.verdict.title), x: 972, y: y + 4.5, size: 12, ink(of: row.verdict))
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
