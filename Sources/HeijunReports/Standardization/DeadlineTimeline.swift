import HeijunModel
import HeijunPolicy

/// Every business on one axis of time: from its first step to its completion or its forecast, with the deadlines as
/// lines.
struct DeadlineTimeline {
    let table: StandardizationTable
    let context: Context
    let format: Format

    private static let left = 190.0, right = 1050.0, rowHeight = 22.0, top = 46.0

    /// The drawing; nil where no business has a day of its own.
    func drawing() -> Drawing? {
        let rows = table.rows.filter { $0.isRecorded && $0.state != .notApplicable }
        let days = rows.flatMap(days) + [table.asOf]
        guard rows.contains(where: { !ownDays($0).isEmpty }), let first = days.min(), let last = days.max()
        else { return nil }
        let scale = TimeScale(from: first, to: last, left: Self.left, right: Self.right)
        let bottom = Self.top + Self.rowHeight * Double(rows.count)
        var drawing = Drawing(
            width: 1060, height: bottom + 28,
            label: format(Words(ja: "業務の移行時期と期限", en: "Migration of the businesses against the deadlines")))
        drawYears(scale, bottom, on: &drawing)
        for (index, row) in rows.enumerated() {
            draw(row, scale, y: Self.top + Self.rowHeight * (Double(index) + 0.5), on: &drawing)
        }
        drawDeadlines(rows, scale, bottom, on: &drawing)
        drawing.text(
            format(
                Words(
                    ja: "帯 着手から完了・基準日まで　□ 見込みの幅と ● 見込み　△ 予定日　◆ 計画の稼働年度末　✓ 完了日",
                    en:
                        "bar: first step to completion or today   □ range and ● forecast   △ planned   ◆ plan's year end   ✓ completed"
                )),
            x: Self.left, y: bottom + 20, size: 11, .muted)
        return drawing
    }

    private func start(_ row: StandardizationTable.Row) -> Day? {
        context.ledger.steps(of: row.key).compactMap(\.actualDay).min()
    }

    private func days(_ row: StandardizationTable.Row) -> [Day] {
        ownDays(row) + [row.deadline?.day].compactMap { $0 }
    }

    private func ownDays(_ row: StandardizationTable.Row) -> [Day] {
        [start(row), row.completed, row.planned, row.forecastRange?.latest, row.planYear?.lastDay].compactMap
        {
            $0
        }
    }

    private func drawYears(_ scale: TimeScale, _ bottom: Double, on drawing: inout Drawing) {
        for year in scale.years {
            let x = scale.x(year.firstDay)
            drawing.line(x, Self.top - 8, x, bottom, .grid)
            drawing.text(format.year(year), x: x + 3, y: Self.top - 10, size: 11, .muted)
        }
    }

    private func draw(
        _ row: StandardizationTable.Row, _ scale: TimeScale, y: Double, on drawing: inout Drawing
    ) {
        let name = format(row.name)
        let short = cut(name, toWidth: Self.left - 12, size: 12)
        drawing.text(short, x: 0, y: y + 4, size: 12, .ink, tooltip: short == name ? nil : name)
        let end = row.completed ?? (row.isMigrated ? nil : table.asOf)
        if let start = start(row), let end {
            let width = scale.x(end) - scale.x(start)
            drawing.rectangle(
                x: scale.x(start), y: y - 5, width: max(1.5, width), height: 10,
                row.isMigrated ? .done : .running)
        }
        if let forecast = row.forecastRange {
            let x = scale.x(forecast.earliest)
            drawing.rectangle(
                x: x, y: y - 5, width: max(2, scale.x(forecast.latest) - x), height: 10, .ahead,
                stroke: .build)
            drawing.circle(x: scale.x(forecast.expected), y: y, radius: 4, .build)
        }
        if let planned = row.planned, !row.isMigrated {
            let x = scale.x(planned)
            drawing.polygon([(x - 4.5, y + 5), (x + 4.5, y + 5), (x, y - 4)], .paper, stroke: .ink)
        }
        if let year = row.planYear, scale.holds(year.lastDay) {
            let x = scale.x(year.lastDay)
            drawing.polygon([(x, y - 5), (x + 4.5, y), (x, y + 5), (x - 4.5, y)], .move, stroke: .ink)
        }
        if let completed = row.completed {
            drawing.text("✓", x: scale.x(completed) + 3, y: y + 4.5, size: 12, .done, isBold: true)
        }
    }

    /// Each deadline once, as a line through all rows; a business's own as a tick in its row alone.
    private func drawDeadlines(
        _ rows: [StandardizationTable.Row], _ scale: TimeScale, _ bottom: Double, on drawing: inout Drawing
    ) {
        var seen: [Deadline] = []
        for deadline in rows.compactMap(\.deadline) where !seen.contains(where: { $0.day == deadline.day }) {
            seen.append(deadline)
        }
        for deadline in seen where scale.holds(deadline.day) {
            let x = scale.x(deadline.day)
            drawing.line(x, Self.top - 24, x, bottom, .limit, width: 1.6)
            drawing.text(
                "\(format.deadline(deadline.day)) \(format(deadline.kind.title))", x: x - 4, y: Self.top - 28,
                size: 11, .limit, anchor: x > Self.left + 120 ? .end : .start, isBold: true, hasHalo: true)
        }
        let x = scale.x(table.asOf)
        drawing.line(x, Self.top - 24, x, bottom, .muted, width: 1.2, dash: "2 3")
        drawing.text(
            format(Words(ja: "基準日", en: "as of")) + " " + format.shortDay(table.asOf), x: x + 4,
            y: Self.top - 28,
            size: 11, .muted, hasHalo: true)
    }
}
