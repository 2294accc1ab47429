import HeijunModel
public import HeijunPlanning

/// 遅延・超過を見込んだ年度別経費: a box from the tenth to the ninetieth percentile of each year, its median as a line,
/// ● the plan, the ceiling, and above it the chance of breaking it.
public struct StressChart {
    private let years: [StressResult.Year]
    private let result: StressResult
    private let format: Format

    /// A chart of one account of a stress test; nil where it has no years.
    public init?(_ result: StressResult, account: Int = 0, _ format: Format) {
        guard result.accounts.indices.contains(account), !result.accounts[account].years.isEmpty else {
            return nil
        }
        years = result.accounts[account].years
        self.result = result
        self.format = format
    }

    private static let base = 290.0, roof = 54.0
    private var axis: YearAxis { YearAxis(years: years.map(\.year), left: 64, right: 930) }
    private var greatest: Int {
        years.flatMap { [$0.greatest.thousands, $0.planned.thousands, $0.ceiling?.thousands ?? 0] }.max() ?? 0
    }
    private var unit: Int { greatest >= 1_000_000 ? 1000 : 1 }
    private var scale: AmountScale { AmountScale(greatest: greatest) }

    /// The chart as an SVG file.
    public var file: String { drawing().file }

    func drawing() -> Drawing {
        var drawing = Drawing(width: 1060, height: 330, label: format(Sentences.stressLabel))
        drawGrid(on: &drawing)
        for year in years { drawBox(year, on: &drawing) }
        for year in years { drawCeiling(year, on: &drawing) }
        for year in years { drawChance(year, on: &drawing) }
        axis.drawLabels(on: &drawing, y: Self.base + 20, isBold: false, format)
        drawNames(on: &drawing)
        return drawing
    }

    private func y(_ amount: Int) -> Double {
        Self.base - Double(amount) / Double(max(1, scale.top)) * (Self.base - Self.roof)
    }

    private func drawGrid(on drawing: inout Drawing) {
        let name = unit == 1000 ? Words(ja: "百万円", en: "million yen") : Words(ja: "千円", en: "thousand yen")
        drawing.text(format(name), x: 0, y: 16, size: 11, .muted)
        for amount in stride(from: 0, through: scale.top, by: scale.step) {
            drawing.line(axis.left, y(amount), axis.right, y(amount), .grid)
            drawing.text(grouped(amount / unit), x: 56, y: y(amount) + 4, size: 11, .muted, anchor: .end)
        }
    }

    private var half: Double { min(22, axis.columnWidth * 0.3) }

    private func drawBox(_ year: StressResult.Year, on drawing: inout Drawing) {
        let x = axis.middle(year.year)
        let (low, high) = (y(year.low.thousands), y(year.high.thousands))
        drawing.line(x, high, x, y(year.greatest.thousands), .muted)
        drawing.rectangle(
            x: x - half, y: high, width: half * 2, height: max(1, low - high), .running, stroke: .muted)
        let median = y(year.median.thousands)
        drawing.line(x - half, median, x + half, median, .ink, width: 2)
        drawing.circle(x: x, y: y(year.planned.thousands), radius: 4.5, .build, stroke: .paper)
    }

    private func drawCeiling(_ year: StressResult.Year, on drawing: inout Drawing) {
        guard let ceiling = year.ceiling?.thousands else { return }
        let left = axis.start(year.year)
        drawing.line(left, y(ceiling), left + axis.columnWidth, y(ceiling), .limit, width: 1.8)
    }

    /// The chance under the plan, and in brackets if nothing is done, over each year that has a ceiling.
    private func drawChance(_ year: StressResult.Year, on drawing: inout Drawing) {
        guard let chance = result.chance(year.broken), let before = result.chance(year.brokenBefore) else {
            return
        }
        let x = axis.middle(year.year)
        drawing.text(
            percent(chance), x: x, y: 32, size: 12, chance.tenThousandths > 1000 ? .limit : .ink,
            anchor: .middle,
            isBold: true)
        drawing.text("(\(percent(before)))", x: x, y: 46, size: 10, .muted, anchor: .middle)
    }

    private func percent(_ rate: Rate) -> String {
        if rate.tenThousandths > 0, rate.tenThousandths < 50 { return "<1 %" }
        return "\((rate.tenThousandths + 50) / 100) %"
    }

    private func drawNames(on drawing: inout Drawing) {
        guard let last = years.last else { return }
        let x = axis.right + 8
        if result.accounts.contains(where: { $0.broken != nil }) {
            drawing.text(format(Sentences.stressChance), x: x, y: 32, size: 11, .limit, isBold: true)
            drawing.text(format(Sentences.stressChanceBefore), x: x, y: 46, size: 10, .muted)
        }
        var labels: [(y: Double, text: Words, ink: Ink)] = [
            (y(last.median.thousands), Sentences.stressMedian, .ink),
            (y(last.planned.thousands), Sentences.stressPlanned, .build),
            ((y(last.low.thousands) + y(last.high.thousands)) / 2, Sentences.stressBand, .muted),
        ]
        if let ceiling = last.ceiling {
            labels.append((y(ceiling.thousands), Sentences.stressCeiling, .limit))
        }
        var lowest = 50.0
        for label in labels.sorted(by: { $0.y < $1.y }) {
            lowest = max(label.y + 4, lowest + 17)
            drawing.text(
                format(label.text), x: x, y: lowest, size: 12, label.ink, isBold: label.ink != .muted)
        }
    }
}

extension Sentences {
    static let stressLabel = Words(ja: "遅延・超過を見込んだ年度別経費", en: "Cost by year under delays and overruns")
    static let stressChance = Words(ja: "上限を超える確率", en: "Chance over ceiling")
    static let stressChanceBefore = Words(ja: "（何もしない場合）", en: "(if nothing is done)")
    static let stressMedian = Words(ja: "━ 中央値", en: "━ Median")
    static let stressPlanned = Words(ja: "● 計画", en: "● Plan")
    static let stressBand = Words(ja: "□ 10〜90%の範囲", en: "□ 10–90 % of runs")
    static let stressCeiling = Words(ja: "上限", en: "Ceiling")
}
