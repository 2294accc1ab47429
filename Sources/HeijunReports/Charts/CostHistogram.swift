import HeijunModel

/// 年度別経費: bars of running and one-time cost under the plan, a dash where each year would stand if nothing
/// were levelled, and the ceiling.
struct CostHistogram {
    let figures: PlanFigures
    let format: Format
    /// Whether the dashes of the years before levelling are drawn.
    var showsBefore = true

    private static let width = 1060.0
    private static let base = 290.0
    private static let ceilingOfDrawing = 40.0
    private var axis: YearAxis { YearAxis(years: figures.years.map(\.year), left: 64, right: 930) }
    /// 百万円, or 千円 where amounts are small.
    private var unit: Int { greatest >= 1_000_000 ? 1000 : 1 }
    private var greatest: Int {
        figures.years.flatMap { [$0.before, $0.after, $0.ceiling ?? 0] }.max() ?? 0
    }
    private var scale: AmountScale { AmountScale(greatest: greatest) }

    /// The drawing.
    func drawing() -> Drawing {
        var drawing = Drawing(
            width: Self.width, height: 330, label: format(Sentences.histogramLabel))
        drawGrid(on: &drawing)
        for year in figures.years { drawBar(year, on: &drawing) }
        drawCeiling(on: &drawing)
        for year in figures.years where showsBefore { drawBefore(year, on: &drawing) }
        for year in figures.years { drawValues(year, on: &drawing) }
        axis.drawLabels(on: &drawing, y: Self.base + 20, isBold: false, format)
        drawNames(on: &drawing)
        return drawing
    }

    private func y(_ amount: Int) -> Double {
        Self.base - Double(amount) / Double(max(1, scale.top)) * (Self.base - Self.ceilingOfDrawing)
    }

    private func shown(_ amount: Int) -> String { grouped((amount + unit / 2) / unit) }

    private func drawGrid(on drawing: inout Drawing) {
        let name = unit == 1000 ? Words(ja: "百万円", en: "million yen") : Words(ja: "千円", en: "thousand yen")
        drawing.text(
            format(name), x: 56, y: 16, size: 11, .muted, anchor: format.language == .ja ? .end : .middle)
        for amount in stride(from: 0, through: scale.top, by: scale.step) {
            drawing.line(axis.left, y(amount), axis.right, y(amount), .grid)
            drawing.text(grouped(amount / unit), x: 56, y: y(amount) + 4, size: 11, .muted, anchor: .end)
        }
    }

    private var barWidth: Double { min(64, axis.columnWidth * 0.84) }

    private func drawBar(_ year: PlanFigures.Year, on drawing: inout Drawing) {
        let x = axis.middle(year.year) - barWidth / 2
        drawing.rectangle(
            x: x, y: y(year.runningAfter), width: barWidth, height: Self.base - y(year.runningAfter), .running
        )
        drawing.rectangle(
            x: x, y: y(year.after), width: barWidth, height: y(year.runningAfter) - y(year.after), .build)
    }

    private func drawBefore(_ year: PlanFigures.Year, on drawing: inout Drawing) {
        let x = axis.middle(year.year)
        let reach = min(axis.columnWidth / 2, barWidth / 2 + 3)
        drawing.line(x - reach, y(year.before), x + reach, y(year.before), .ink, width: 2, dash: "4 3")
    }

    private func drawCeiling(on drawing: inout Drawing) {
        var previous: PlanFigures.Year?
        for year in figures.years {
            guard let ceiling = year.ceiling else {
                previous = nil
                continue
            }
            let left = axis.start(year.year)
            drawing.line(left, y(ceiling), left + axis.columnWidth, y(ceiling), .limit, width: 1.8)
            if let before = previous?.ceiling, before != ceiling {
                drawing.line(left, y(before), left, y(ceiling), .limit, width: 1.8)
            }
            previous = year
        }
    }
}

extension CostHistogram {
    /// Under the plan inside the bar, clear of the dash; if nothing is levelled above the dash, where that
    /// breaks the ceiling or is the peak.
    private func drawValues(_ year: PlanFigures.Year, on drawing: inout Drawing) {
        let x = axis.middle(year.year)
        let (position, ink) = place(of: year)
        drawing.text(
            shown(year.after), x: x, y: position, size: labelSize, ink, anchor: .middle, isBold: true)
        let isPeak = year.year == figures.peak(\.before)?.year
        let isOver = (year.marginBefore ?? 0) < 0
        guard year.before > year.after, isOver || (isPeak && !figures.hasCeilings) else { return }
        drawing.text(
            shown(year.before), x: x, y: y(year.before) - 6, size: labelSize, isOver ? .limit : .ink,
            anchor: .middle, isBold: true, hasHalo: true)
    }

    private var labelSize: Double { axis.columnWidth < 50 ? 9 : 11 }

    /// The baseline and colour of a bar's own figure: at the foot of the upper part, else at its top, else in
    /// the lower part, wherever the dash leaves room.
    private func place(of year: PlanFigures.Year) -> (Double, Ink) {
        let top = y(year.after)
        let middle = y(year.runningAfter)
        let dash = y(year.before)
        let candidates: [(Double, Ink)] = [(middle - 7, .paper), (top + 15, .paper), (middle + 16, .ink)]
        let free = candidates.first { baseline, ink in
            let roof = ink == .paper ? top : middle
            let fits = baseline - 11 >= roof && baseline + 3 <= (ink == .paper ? middle : Self.base)
            return fits && (dash < baseline - 12 || dash > baseline + 4)
        }
        return free ?? (Self.base - 8, .ink)
    }

    /// Direct labels at the right, kept apart from one another.
    private func drawNames(on drawing: inout Drawing) {
        guard let last = figures.years.last else { return }
        var labels: [(y: Double, text: String, ink: Ink)] = []
        if let ceiling = last.ceiling {
            labels.append((y(ceiling), format(Sentences.ceilingLabel(shown(ceiling))), .limit))
        }
        if showsBefore { labels.append((y(last.before), format(Sentences.beforeLabel), .ink)) }
        if last.oneTimeAfter > 0 || figures.total(\.oneTimeAfter) > 0 {
            labels.append(
                ((y(last.after) + y(last.runningAfter)) / 2, format(Sentences.oneTimeLabel), .build))
        }
        labels.append(((y(last.runningAfter) + Self.base) / 2, format(Sentences.runningLabel), .muted))
        var lowest = 0.0
        for label in labels.sorted(by: { $0.y < $1.y }) {
            lowest = max(label.y + 4, lowest + 17)
            drawing.text(
                label.text, x: axis.right + 8, y: lowest, size: 12, label.ink, isBold: label.ink != .ink)
        }
    }
}
