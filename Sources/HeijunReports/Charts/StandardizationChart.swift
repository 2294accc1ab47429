import HeijunModel
import HeijunPolicy

/// Rate of every standardized business against its deadline. A bar that is counted from steps is filled, one
/// that is only published is an outline.
struct StandardizationChart {
    let table: StandardizationTable
    let format: Format

    private static let rowHeight = 24.0
    private static let left = 210.0
    private static let right = 640.0

    /// The drawing.
    func drawing() -> Drawing {
        let bottom = 34 + Self.rowHeight * Double(table.rows.count)
        var drawing = Drawing(width: 1060, height: bottom + 8, label: format(Sentences.standardizationLabel))
        for percent in stride(from: 0, through: 100, by: 25) {
            let x = Self.x(percent * 100)
            drawing.line(x, 26, x, bottom, .grid)
            drawing.text("\(percent) %", x: x, y: 18, size: 11, .muted, anchor: .middle)
        }
        for (index, row) in table.rows.enumerated() {
            draw(row, on: &drawing, y: 34 + Self.rowHeight * (Double(index) + 0.5))
        }
        return drawing
    }

    private static func x(_ tenThousandths: Int) -> Double {
        left + (right - left) * Double(min(10_000, tenThousandths)) / 10_000
    }

    private func draw(_ row: StandardizationTable.Row, on drawing: inout Drawing, y: Double) {
        let name = format(row.name)
        let short = cut(name, toWidth: Self.left - 12, size: 13)
        drawing.text(short, x: 0, y: y + 4.5, size: 13, .ink, tooltip: short == name ? nil : name)
        let ink: Ink = row.rate?.rate == .one ? .done : .build
        if let rate = row.rate?.rate {
            let width = Self.x(rate.tenThousandths) - Self.left
            drawing.rectangle(
                x: Self.left, y: y - 6, width: max(1.5, width), height: 12, row.isReported ? .paper : ink,
                stroke: ink)
        }
        let note = row.isReported ? "  " + format(Sentences.published) : ""
        let text = (row.rate?.rate).map { format.percent($0) + note } ?? "—"
        drawing.text(text, x: Self.right + 10, y: y + 4.5, size: 12, .ink, isBold: true)
        drawState(of: row, on: &drawing, y: y)
    }

    private func drawState(of row: StandardizationTable.Row, on drawing: inout Drawing, y: Double) {
        let isLate = row.isLate
        let state = cut(format(row.state.title), toWidth: 122, size: 12)
        drawing.text(state, x: 774, y: y + 4.5, size: 12, row.isMigrated ? .done : .ink)
        guard let deadline = row.deadline?.day, let days = row.daysLeft else { return }
        drawing.text(format.deadline(deadline), x: 902, y: y + 4.5, size: 12, isLate ? .limit : .ink)
        drawing.text(
            format(Sentences.daysLeft(days)), x: 1060, y: y + 4.5, size: 12,
            isLate ? .limit : .muted, anchor: .end, isBold: isLate)
    }
}
