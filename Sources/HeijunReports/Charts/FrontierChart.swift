import HeijunModel
public import HeijunPlanning

/// 費用とピークの関係: each plan a numbered ● at its total and peak, joined in order; ◇ the plan under the settings as
/// they are, ○ if nothing is done. Both axes leave out what no plan comes near; the grid says so.
public struct FrontierChart {
    private let frontier: Frontier
    private let format: Format

    /// A chart; nil where there is no plan.
    public init?(_ frontier: Frontier, _ format: Format) {
        guard !frontier.points.isEmpty else { return nil }
        self.frontier = frontier
        self.format = format
    }

    /// The chart as an SVG file.
    public var file: String { drawing().file }

    private static let left = 92.0, right = 900.0, top = 34.0, base = 330.0

    private var marks: [(total: Int, peak: Int)] {
        frontier.points.map { ($0.total.thousands, $0.peak.thousands) }
            + [frontier.own].compactMap { $0 }.map { ($0.total.thousands, $0.peak.thousands) }
            + [(frontier.idleTotal.thousands, frontier.idlePeak.thousands)]
    }
    private var across: Span { Span(marks.map(\.total)) }
    private var upward: Span { Span(marks.map(\.peak)) }

    /// A range of amounts in round steps.
    private struct Span {
        let low: Int, high: Int, step: Int

        init(_ values: [Int]) {
            let (least, most) = (values.min() ?? 0, values.max() ?? 1)
            step = AmountScale(greatest: max(10, most - least)).step
            low = least / step * step
            high = max(low + step, (most + step - 1) / step * step)
        }

        func share(_ value: Int) -> Double { Double(value - low) / Double(high - low) }
    }

    private func x(_ total: Int) -> Double { Self.left + across.share(total) * (Self.right - Self.left) }
    private func y(_ peak: Int) -> Double { Self.base - upward.share(peak) * (Self.base - Self.top) }

    func drawing() -> Drawing {
        var drawing = Drawing(width: 1060, height: 390, label: format(Sentences.frontierLabel))
        drawGrid(on: &drawing)
        let points = frontier.points.map { (x($0.total.thousands), y($0.peak.thousands)) }
        for (one, other) in zip(points, points.dropFirst()) {
            drawing.line(one.0, one.1, other.0, other.1, .build, width: 1.4)
        }
        drawOthers(on: &drawing)
        drawPoints(points, on: &drawing)
        return drawing
    }

    private func drawGrid(on drawing: inout Drawing) {
        for amount in stride(from: upward.low, through: upward.high, by: upward.step) {
            drawing.line(Self.left, y(amount), Self.right, y(amount), .grid)
            drawing.text(
                grouped(amount / 1000), x: Self.left - 8, y: y(amount) + 4, size: 11, .muted, anchor: .end)
        }
        for amount in stride(from: across.low, through: across.high, by: across.step) {
            drawing.line(x(amount), Self.top, x(amount), Self.base, .grid)
            drawing.text(
                grouped(amount / 1000), x: x(amount), y: Self.base + 18, size: 11, .muted, anchor: .middle)
        }
        drawing.text(format(Sentences.frontierPeak), x: 0, y: 16, size: 11, .muted)
        drawing.text(
            format(Sentences.frontierTotal), x: Self.right, y: Self.base + 40, size: 11, .muted, anchor: .end)
    }

    private func drawPoints(_ points: [(Double, Double)], on drawing: inout Drawing) {
        var lowest = -100.0
        for (index, point) in points.enumerated() {
            drawing.circle(x: point.0, y: point.1, radius: 5, .build, stroke: .paper)
            // Numbers of points that lie close together stand on the other side.
            let isClose = abs(point.0 - lowest) < 16
            drawing.text(
                "\(index + 1)", x: point.0 + (isClose ? -8 : 8), y: point.1 + (isClose ? 14 : -7), size: 12,
                .ink,
                anchor: isClose ? .end : .start, isBold: true, hasHalo: true)
            lowest = point.0
        }
    }

    private func drawOthers(on drawing: inout Drawing) {
        let (x0, y0) = (x(frontier.idleTotal.thousands), y(frontier.idlePeak.thousands))
        drawing.circle(x: x0, y: y0, radius: 6, .paper, stroke: .ink)
        label(format(Sentences.frontierIdle), x0, y0, on: &drawing)
        guard let own = frontier.own else { return }
        let (x1, y1) = (x(own.total.thousands), y(own.peak.thousands))
        drawing.polygon([(x1, y1 - 9), (x1 + 9, y1), (x1, y1 + 9), (x1 - 9, y1)], .paper, stroke: .ink)
        label(format(Sentences.frontierOwn), x1, y1 + 18, on: &drawing)
    }

    private func label(_ text: String, _ x: Double, _ y: Double, on drawing: inout Drawing) {
        let isNearEdge = x + 14 + drawnWidth(text, size: 12, isBold: false) > 1056
        drawing.text(
            text, x: x + (isNearEdge ? -12 : 12), y: y + 4, size: 12, .ink,
            anchor: isNearEdge ? .end : .start,
            hasHalo: true)
    }
}

extension Sentences {
    static let frontierLabel = Words(ja: "費用とピークの関係", en: "Total cost against peak")
    static let frontierPeak = Words(ja: "ピーク（百万円、軸は途中から）", en: "Peak (million yen, axis cut)")
    static let frontierTotal = Words(
        ja: "総額、期間外を含む（百万円、軸は途中から）", en: "Total, beyond the horizon too (million yen, axis cut)")
    static let frontierIdle = Words(ja: "何もしない場合", en: "If nothing is done")
    static let frontierOwn = Words(ja: "現在の設定の計画", en: "The plan as set")
}
