import HeijunModel

/// 再構築ロードマップ: one row a system, grouped by class; ○ natural year → ● planned year, ■ building,
/// ┃ renewal, ▲ move, and a red line where a deadline falls.
struct RoadmapChart {
    let rows: RoadmapRows
    let figures: PlanFigures
    let format: Format

    private static let rowHeight = 22.0
    private static let headHeight = 26.0
    private var axis: YearAxis { YearAxis(years: figures.years.map(\.year), left: 232, right: 1048) }

    /// The whole roadmap on one drawing.
    func drawing() -> Drawing { drawing(of: rows.groups, isLast: true) }

    /// The roadmap in parts of at most `height`, each with the years above it, to be printed on sheets.
    func parts(height: Double) -> [Drawing] {
        let room = height - 78
        var parts: [[RoadmapRows.Group]] = [[]]
        var used = 0.0
        for group in rows.groups {
            var rest: RoadmapRows.Group? = group
            while let current = rest {
                let capacity = Int((room - used - Self.headHeight) / Self.rowHeight)
                let isFull = capacity < min(3, lines(of: current)) && !parts[parts.count - 1].isEmpty
                if isFull {
                    parts.append([])
                    used = 0
                    continue
                }
                let (piece, left) = split(current, lines: max(1, capacity))
                parts[parts.count - 1].append(piece)
                used += self.height(of: piece)
                rest = left
            }
        }
        return parts.enumerated().map { drawing(of: $1, isLast: $0 == parts.count - 1) }
    }

    /// Lines that a group takes under its heading.
    private func lines(of group: RoadmapRows.Group) -> Int {
        group.rows.count + (group.foldedCount > 0 ? 1 : 0)
    }

    /// The first lines of a group and what is left of it; the folded systems stay with the last.
    private func split(
        _ group: RoadmapRows.Group, lines count: Int
    ) -> (RoadmapRows.Group, RoadmapRows.Group?) {
        guard lines(of: group) > count else { return (group, nil) }
        var first = group
        var rest = group
        first.rows = Array(group.rows.prefix(count))
        first.folded = [:]
        first.foldedCount = 0
        rest.rows = Array(group.rows.dropFirst(count))
        return (first, rest)
    }

    private func height(of group: RoadmapRows.Group) -> Double {
        Self.headHeight + Self.rowHeight * Double(lines(of: group))
    }

    private func drawing(of groups: [RoadmapRows.Group], isLast: Bool) -> Drawing {
        let bottom = 44 + groups.map(height).reduce(0, +)
        var drawing = Drawing(
            width: 1060, height: bottom + (isLast ? 30 : 4), label: format(Sentences.roadmapLabel))
        drawGrid(on: &drawing, bottom: bottom)
        var y = 44.0
        for group in groups {
            draw(group, on: &drawing, y: y)
            y += height(of: group)
        }
        if isLast { drawLargeCounts(on: &drawing, y: bottom) }
        return drawing
    }

    private func drawGrid(on drawing: inout Drawing, bottom: Double) {
        axis.drawLabels(on: &drawing, y: 18, isBold: true, format)
        for year in axis.years { drawing.line(axis.start(year), 38, axis.start(year), bottom, .grid) }
        drawing.line(axis.right, 38, axis.right, bottom, .grid)
    }

    /// How many large rebuilds go live each year, as evidence under the chart.
    private func drawLargeCounts(on drawing: inout Drawing, y: Double) {
        drawing.line(0, y + 4, axis.right, y + 4, .muted, width: 0.6)
        drawing.text(format(Sentences.largePerYear), x: 0, y: y + 21, size: 11, .muted, isBold: true)
        for year in figures.years {
            drawing.text(
                grouped(year.largeAfter), x: axis.middle(year.year), y: y + 21, size: 12, .ink,
                anchor: .middle, isBold: year.largeAfter > 0)
        }
    }

    private func draw(_ group: RoadmapRows.Group, on drawing: inout Drawing, y top: Double) {
        drawing.line(0, top + 2, axis.right, top + 2, .muted, width: 0.6)
        let name = format(group.systemClass?.title ?? Sentences.others)
        drawing.text("\(name)  \(group.total)", x: 0, y: top + 18, size: 11, .muted, isBold: true)
        var y = top + Self.headHeight
        for row in group.rows {
            draw(row, on: &drawing, y: y + Self.rowHeight / 2)
            y += Self.rowHeight
        }
        drawDeadlines(of: group, on: &drawing, top: top + Self.headHeight)
        if group.foldedCount > 0 { drawFolded(group, on: &drawing, y: y + Self.rowHeight / 2) }
    }

    private func drawFolded(_ group: RoadmapRows.Group, on drawing: inout Drawing, y: Double) {
        let text = format(Sentences.folded(group.foldedCount))
        drawing.text(cut(text, toWidth: 212, size: 11), x: 12, y: y + 4, size: 11, .muted)
        for year in axis.years {
            guard let count = group.folded[year] else { continue }
            drawing.text(grouped(count), x: axis.middle(year), y: y + 4, size: 11, .muted, anchor: .middle)
        }
    }
}

extension RoadmapChart {
    /// One line for each run of rows with the same deadline, its words once, beside its upper end.
    private func drawDeadlines(of group: RoadmapRows.Group, on drawing: inout Drawing, top: Double) {
        var labelled: [Double] = []
        var index = 0
        while index < group.rows.count {
            let limit = group.rows[index].limit
            var end = index + 1
            while end < group.rows.count, group.rows[end].limit == limit { end += 1 }
            if let limit, axis.holds(FiscalYear(of: limit.day)) {
                let x = axis.start(FiscalYear(of: limit.day).advanced(by: 1))
                let y = top + Double(index) * Self.rowHeight
                drawing.line(x, y - 4, x, top + Double(end) * Self.rowHeight, .limit, width: 2)
                if !labelled.contains(x) { label(limit, on: &drawing, x: x, y: top - 8) }
                labelled.append(x)
            }
            index = end
        }
    }

    private func label(_ limit: RoadmapRows.Limit, on drawing: inout Drawing, x: Double, y: Double) {
        let text = "\(format(limit.words)) \(format.deadline(limit.day))"
        let isNearEdge = x + drawnWidth(text, size: 11, isBold: true) > axis.right
        drawing.text(
            text, x: x + (isNearEdge ? -2 : 2), y: y, size: 11, .limit, anchor: isNearEdge ? .end : .start,
            isBold: true, hasHalo: true)
    }

    private func draw(_ row: RoadmapRows.Row, on drawing: inout Drawing, y: Double) {
        let short = cut(row.name, toWidth: 212, size: 13)
        drawing.text(
            short, x: 12, y: y + 4.5, size: 13, .ink, isBold: row.isLarge,
            tooltip: short == row.name ? nil : row.name)
        let change = row.choice.planned.map { axis.start($0) } ?? axis.left
        drawing.rectangle(x: axis.left, y: y - 3.5, width: change - axis.left, height: 7, .ahead)
        drawing.rectangle(x: change, y: y - 3.5, width: axis.right - change, height: 7, .running)
        drawBuilding(row.choice, on: &drawing, y: y)
        for year in row.choice.renewals where axis.holds(year) {
            let x = axis.middle(year)
            drawing.rectangle(x: x - 2, y: y - 7, width: 4, height: 14, .build, stroke: .paper)
        }
        drawYears(row.choice, on: &drawing, y: y)
        drawMove(row.choice, on: &drawing, y: y)
    }

    /// The building period of every rebuild; all take as long as the first.
    private func drawBuilding(_ choice: Plan.Choice, on drawing: inout Drawing, y: Double) {
        guard let planned = choice.planned, let first = choice.buildsFrom else { return }
        let length = first.distance(to: planned)
        for year in goLives(choice) {
            let end = length > 0 ? axis.start(year) : min(axis.right, axis.middle(year))
            let start = axis.start(year.advanced(by: -length))
            drawing.rectangle(x: start, y: y - 7, width: end - start, height: 14, .build, round: 2)
        }
    }

    private func goLives(_ choice: Plan.Choice) -> [FiscalYear] {
        let years = choice.rebuilds.isEmpty ? [choice.planned].compactMap { $0 } : choice.rebuilds
        return years.filter(axis.holds)
    }

    private func drawYears(_ choice: Plan.Choice, on drawing: inout Drawing, y: Double) {
        if let natural = choice.natural, natural != choice.planned, axis.holds(natural) {
            let from = axis.middle(natural)
            let end = choice.planned.map { axis.middle($0) } ?? axis.right + 8
            if choice.goLive != nil { arrow(from, end, on: &drawing, y: y) }
            drawing.circle(x: from, y: y, radius: 5.5, .paper, stroke: .ink)
        }
        for year in goLives(choice) {
            drawing.circle(x: axis.middle(year), y: y, radius: 6.5, .ink, stroke: .paper)
        }
    }

    /// An arrow from ○ to ●, edged in white where it crosses a building period.
    private func arrow(_ from: Double, _ to: Double, on drawing: inout Drawing, y: Double) {
        let way = to > from ? 1.0 : -1.0
        let (start, end) = (from + way * 6.5, to - way * 8)
        drawing.line(start, y, end, y, .paper, width: 3.6)
        drawing.line(start, y, end - way * 4, y, .ink, width: 1.4)
        drawing.polygon([(end, y), (end - way * 7, y - 3.5), (end - way * 7, y + 3.5)], .ink, stroke: .paper)
    }

    private func drawMove(_ choice: Plan.Choice, on drawing: inout Drawing, y: Double) {
        guard let year = choice.moveYear, axis.holds(year) else { return }
        let isTaken = year == choice.planned || year == choice.natural || choice.renewals.contains(year)
        let isFromLater = year == choice.planned && (choice.natural ?? year) > year
        let aside = (isFromLater ? -1 : 1) * min(17, axis.columnWidth * 0.34)
        let x = axis.middle(year) + (isTaken ? aside : 0)
        drawing.polygon([(x - 6.5, y + 6), (x, y - 6), (x + 6.5, y + 6)], .move, stroke: .ink)
    }
}
