import HeijunModel
import HeijunPolicy

/// Steps settled over time, a small chart for each business: what was reached, and by dashes what is expected.
struct BurnUpChart {
    let table: StandardizationTable
    let context: Context
    let format: Format

    private static let columns = 4, width = 262.0, height = 128.0

    /// What one small chart draws.
    private struct Course {
        let row: StandardizationTable.Row
        /// Days on which steps were done, ascending; steps that do not apply count from the first of them.
        let days: [Day]
        let notApplicable: Int
    }

    /// The drawing; nil where no step has a day.
    func drawing() -> Drawing? {
        let courses = table.rows.compactMap(course)
        let begins = courses.compactMap(\.days.first).min()
        guard let begins else { return nil }
        let ends =
            (courses.compactMap { $0.row.forecastRange?.latest } + courses.compactMap { $0.row.deadline?.day }
            + [table.asOf]).max() ?? table.asOf
        let lines = (courses.count + Self.columns - 1) / Self.columns
        var drawing = Drawing(
            width: Self.width * Double(Self.columns), height: Self.height * Double(lines) + 22,
            label: format(Words(ja: "業務ごとの作業ステップの消化", en: "Steps settled over time")))
        for (index, course) in courses.enumerated() {
            let x = Double(index % Self.columns) * Self.width, y = Double(index / Self.columns) * Self.height
            let scale = TimeScale(from: begins, to: ends, left: x + 22, right: x + Self.width - 14)
            draw(course, scale, y: y, on: &drawing)
        }
        drawing.text(
            format(
                Words(
                    ja: "実線 実績（40ステップ中の完了済み＋対象外）　破線 見込み（早い〜遅い）　赤線 期限　縦の灰線 基準日",
                    en:
                        "solid: settled of 40 steps   dashed: forecast, earliest to latest   red: deadline   grey: as of"
                )),
            x: 22, y: Self.height * Double(lines) + 14, size: 11, .muted)
        return drawing
    }

    private func course(_ row: StandardizationTable.Row) -> Course? {
        let steps = context.ledger.steps(of: row.key)
        let days = steps.filter { $0.state == .done }.compactMap(\.actualDay).sorted()
        guard !days.isEmpty else { return nil }
        return Course(row: row, days: days, notApplicable: steps.count { $0.state == .notApplicable })
    }

    private func draw(_ course: Course, _ scale: TimeScale, y: Double, on drawing: inout Drawing) {
        let (top, bottom) = (y + 24, y + Self.height - 20)
        func place(_ settled: Int) -> Double { bottom - (bottom - top) * Double(settled) / 40 }
        drawing.text(
            cut(format(course.row.name), toWidth: 168, size: 12), x: scale.left, y: y + 15, size: 12, .ink,
            isBold: true)
        drawing.text(
            course.row.rate.map { format.percent($0.rate) } ?? "", x: scale.right, y: y + 15, size: 12, .ink,
            anchor: .end)
        for settled in [0, 20, 40] {
            drawing.line(scale.left, place(settled), scale.right, place(settled), .grid, width: 0.7)
            drawing.text(
                "\(settled)", x: scale.left - 4, y: place(settled) + 3.5, size: 9, .muted, anchor: .end)
        }
        for year in scale.years where year.startYear % 2 == 0 {
            drawing.text(
                format.year(year), x: scale.x(year.firstDay), y: bottom + 12, size: 9, .muted, anchor: .middle
            )
        }
        drawing.line(scale.x(table.asOf), top, scale.x(table.asOf), bottom, .muted, width: 0.8)
        if let deadline = course.row.deadline?.day {
            drawing.line(scale.x(deadline), top, scale.x(deadline), bottom, .limit, width: 1.4)
        }
        drawHistory(course, scale, place, on: &drawing)
        drawForecast(course, scale, place, on: &drawing)
    }

    /// The steps as stairs; one point a month keeps the drawing small.
    private func drawHistory(
        _ course: Course, _ scale: TimeScale, _ place: (Int) -> Double, on drawing: inout Drawing
    ) {
        var settled = course.notApplicable
        var points = [(scale.left, place(0))]
        var index = 0
        while index < course.days.count {
            let day = course.days[index]
            let next = course.days[index...].prefix { $0.year == day.year && $0.month == day.month }.count
            let before = points[points.count - 1].1
            settled += next
            index += next
            points += [(scale.x(day), before), (scale.x(day), place(settled))]
        }
        if course.row.forecastRange != nil { points.append((scale.x(table.asOf), place(settled))) }
        drawing.polyline(points, .build, width: 1.8)
    }

    private func drawForecast(
        _ course: Course, _ scale: TimeScale, _ place: (Int) -> Double, on drawing: inout Drawing
    ) {
        guard let forecast = course.row.forecastRange, let steps = course.row.steps else { return }
        let (x, y) = (scale.x(table.asOf), place(steps.settled))
        for (day, width) in [(forecast.earliest, 0.8), (forecast.expected, 1.6), (forecast.latest, 0.8)] {
            drawing.line(x, y, scale.x(day), place(40), .ink, width: width, dash: "3 3")
        }
        drawing.circle(x: scale.x(forecast.expected), y: place(40), radius: 3, .ink)
    }
}
