import HeijunModel
import HeijunPolicy

/// How the running cost before the migration becomes the one after it, item by item.
struct CostWaterfall {
    let analysis: RunningCostAnalysis
    let format: Format

    private static let left = 70.0, width = 1060.0, top = 30.0, bottom = 300.0

    /// The drawing; nil without items.
    func drawing() -> Drawing? {
        guard !analysis.items.isEmpty else { return nil }
        let levels = running
        let greatest = max(levels.max() ?? 0, analysis.before.thousands, analysis.after.thousands)
        let scale = AmountScale(greatest: max(1, greatest))
        var drawing = Drawing(
            width: Self.width, height: 372,
            label: format(Words(ja: "移行前後の運用経費の増減", en: "Running cost before and after, item by item")))
        drawAxis(scale, on: &drawing)
        let step = (Self.width - Self.left - 10) / Double(analysis.items.count + 2)
        drawSum(
            Words(ja: "移行前", en: "Before"), analysis.before, x: Self.left, step, scale, .running, on: &drawing
        )
        for (index, item) in analysis.items.enumerated() {
            drawChange(
                item, from: levels[index], x: Self.left + step * Double(index + 1), step, scale, on: &drawing)
        }
        drawSum(
            Words(ja: "移行後", en: "After"), analysis.after,
            x: Self.left + step * Double(analysis.items.count + 1), step, scale, .build, on: &drawing)
        return drawing
    }

    /// The level before each item and after the last, in 千円.
    private var running: [Int] {
        analysis.items.reduce(into: [analysis.before.amount]) { levels, item in
            levels.append((levels.last ?? 0) + item.after.amount - item.before.amount)
        }.map { Yen($0).thousands }
    }

    private static func y(_ thousands: Int, _ scale: AmountScale) -> Double {
        bottom - (bottom - top) * Double(thousands) / Double(scale.top)
    }

    private func drawAxis(_ scale: AmountScale, on drawing: inout Drawing) {
        drawing.text(format.moneyUnit, x: Self.left - 6, y: 14, size: 11, .muted, anchor: .end)
        for amount in stride(from: 0, through: scale.top, by: scale.step) {
            let y = Self.y(amount, scale)
            drawing.line(Self.left, y, Self.width, y, .grid)
            drawing.text(grouped(amount), x: Self.left - 6, y: y + 4, size: 11, .muted, anchor: .end)
        }
    }

    private func drawSum(
        _ name: Words, _ amount: Yen, x: Double, _ step: Double, _ scale: AmountScale, _ ink: Ink,
        on drawing: inout Drawing
    ) {
        let y = Self.y(amount.thousands, scale)
        drawing.rectangle(x: x + step * 0.12, y: y, width: step * 0.76, height: Self.bottom - y, ink)
        drawing.text(
            grouped(amount.thousands), x: x + step / 2, y: y - 6, size: 11, .ink, anchor: .middle,
            isBold: true,
            hasHalo: true)
        label(format(name), x: x, step, isBold: true, on: &drawing)
    }

    private func drawChange(
        _ item: CostComparison, from level: Int, x: Double, _ step: Double, _ scale: AmountScale,
        on drawing: inout Drawing
    ) {
        let change = Yen(item.after.amount - item.before.amount).thousands
        let (start, end) = (Self.y(level, scale), Self.y(level + change, scale))
        let isRise = change > 0
        drawing.line(x - step * 0.12, start, x + step * 0.88, start, .muted, width: 0.8)
        drawing.rectangle(
            x: x + step * 0.12, y: min(start, end), width: step * 0.76, height: max(1, abs(end - start)),
            isRise ? .limit : .paper, stroke: isRise ? .limit : .done)
        let text = (isRise ? "+" : change < 0 ? "" : "±") + grouped(change)
        drawing.text(
            text, x: x + step / 2, y: min(start, end) - 6, size: 11, isRise ? .limit : .done, anchor: .middle,
            isBold: true, hasHalo: true)
        label(format(item.item.title), x: x, step, isBold: false, on: &drawing)
    }

    /// A name under its column, on as many lines of the same length as it needs.
    private func label(_ text: String, x: Double, _ step: Double, isBold: Bool, on drawing: inout Drawing) {
        let count = max(1, Int((drawnWidth(text, size: 11, isBold: isBold) / (step - 4)).rounded(.up)))
        let letters = Array(text)
        let length = (letters.count + count - 1) / count
        for (index, start) in stride(from: 0, to: letters.count, by: length).enumerated() {
            let line = String(letters[start..<min(letters.count, start + length)])
            drawing.text(
                line, x: x + step / 2, y: Self.bottom + 16 + 14 * Double(index), size: 11, .ink,
                anchor: .middle, isBold: isBold)
        }
    }
}
