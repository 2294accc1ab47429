import HeijunModel
import HeijunPolicy

/// The 20 businesses by the 40 steps: what is done is filled, what is under way bears a mark, what does not apply is
/// struck through, so that the map reads without colour too.
struct StepHeatMap {
    let table: StandardizationTable
    let context: Context
    let format: Format

    private static let left = 172.0, cell = 20.0, top = 52.0
    private static let right = left + cell * 40

    /// The rows of businesses whose steps are recorded.
    private var rows: [StandardizationTable.Row] { table.rows.filter { $0.steps != nil } }

    /// The drawing; nil where no steps are recorded.
    func drawing() -> Drawing? {
        guard !rows.isEmpty else { return nil }
        let bottom = Self.top + Self.cell * Double(rows.count)
        var drawing = Drawing(
            width: Self.right + 66, height: bottom + 34,
            label: format(Words(ja: "業務と作業ステップの状態", en: "States of the steps by business")))
        drawHead(on: &drawing)
        for (index, row) in rows.enumerated() {
            draw(row, on: &drawing, y: Self.top + Self.cell * Double(index))
        }
        drawGrid(on: &drawing, bottom: bottom)
        drawLegend(on: &drawing, y: bottom + 12)
        return drawing
    }

    private static func x(_ step: Int) -> Double { left + cell * Double(step - 1) }

    /// Phases, work items and the steps' own numbers.
    private func drawHead(on drawing: inout Drawing) {
        for phase in ProcedureStep.Phase.allCases {
            let steps = ProcedureStep.all.filter { $0.phase == phase }.map(\.number)
            guard let first = steps.min(), let last = steps.max() else { continue }
            drawing.text(
                format(phase.title), x: (Self.x(first) + Self.x(last + 1)) / 2, y: 12, size: 12, .ink,
                anchor: .middle, isBold: true)
        }
        for step in ProcedureStep.all {
            let part = step.code.split(separator: "-").last.map(String.init) ?? ""
            drawing.text(
                part, x: Self.x(step.number) + Self.cell / 2, y: Self.top - 5, size: 10, .muted,
                anchor: .middle)
            if part == "1" {
                let count = ProcedureStep.all.count { $0.item == step.item }
                let mark = step.code.split(separator: "-").first.map(String.init) ?? ""
                drawing.text(
                    mark, x: Self.x(step.number) + Self.cell * Double(count) / 2, y: Self.top - 20, size: 13,
                    .ink, anchor: .middle, tooltip: step.itemName)
            }
        }
    }

    /// One business: runs of equal states as one bar each.
    private func draw(_ row: StandardizationTable.Row, on drawing: inout Drawing, y: Double) {
        let name = format(row.name)
        let short = cut(name, toWidth: Self.left - 8, size: 12)
        drawing.text(short, x: 0, y: y + 14.5, size: 12, .ink, tooltip: short == name ? nil : name)
        let letters = StepLetters(context.ledger.steps(of: row.key))
        var first = 1
        while first <= 40 {
            let state = letters[first]
            let last = (first...40).prefix { letters[$0] == state }.last ?? first
            draw(state, from: first, to: last, on: &drawing, y: y)
            first = last + 1
        }
        if let next = row.forecastRange?.next {
            drawing.rectangle(
                x: Self.x(next) + 1.5, y: y + 1.5, width: Self.cell - 3, height: Self.cell - 3, .paper,
                stroke: .limit)
            drawing.text("▶", x: Self.x(next) + Self.cell / 2, y: y + 14, size: 10, .limit, anchor: .middle)
        }
        let rate = row.rate.map { format.percent($0.rate) } ?? ""
        drawing.text(rate, x: Self.right + 62, y: y + 14.5, size: 11.5, .ink, anchor: .end, isBold: true)
    }

    private func draw(
        _ state: Step.State, from first: Int, to last: Int, on drawing: inout Drawing, y: Double
    ) {
        let (x, width) = (Self.x(first), Self.cell * Double(last - first + 1))
        switch state {
        case .done: drawing.rectangle(x: x, y: y, width: width, height: Self.cell, .build)
        case .working:
            drawing.rectangle(x: x, y: y, width: width, height: Self.cell, .ahead)
            for step in first...last {
                drawing.circle(
                    x: Self.x(step) + Self.cell / 2, y: y + Self.cell / 2, radius: 4, .move, stroke: .ink)
            }
        case .notApplicable:
            drawing.rectangle(x: x, y: y, width: width, height: Self.cell, .running)
            let middle = y + Self.cell / 2
            drawing.line(x + 4, middle, x + width - 4, middle, .muted, width: 1.4)
        case .notStarted: break
        }
    }

    private func drawGrid(on drawing: inout Drawing, bottom: Double) {
        for step in 1...41 {
            let begins = step == 41 || ProcedureStep.all[step - 1].code.hasSuffix("-1")
            let isPhase =
                step == 41 || step == 1
                || ProcedureStep.all[step - 1].phase != ProcedureStep.all[step - 2].phase
            drawing.line(
                Self.x(step), begins ? Self.top - 14 : Self.top, Self.x(step), bottom, isPhase ? .ink : .grid,
                width: begins ? 1 : 0.6)
        }
        for index in 0...rows.count {
            let y = Self.top + Self.cell * Double(index)
            drawing.line(0, y, Self.right, y, .grid, width: 0.6)
        }
    }

    private func drawLegend(on drawing: inout Drawing, y: Double) {
        var x = Self.left
        for state in [Step.State.done, .working, .notApplicable, .notStarted] {
            switch state {
            case .done: drawing.rectangle(x: x, y: y, width: 14, height: 14, .build)
            case .working:
                drawing.rectangle(x: x, y: y, width: 14, height: 14, .ahead)
                drawing.circle(x: x + 7, y: y + 7, radius: 4, .move, stroke: .ink)
            case .notApplicable:
                drawing.rectangle(x: x, y: y, width: 14, height: 14, .running)
                drawing.line(x + 2, y + 7, x + 12, y + 7, .muted, width: 1.4)
            case .notStarted: drawing.rectangle(x: x, y: y, width: 14, height: 14, .paper, stroke: .grid)
            }
            let text = format(state.title)
            drawing.text(text, x: x + 20, y: y + 11.5, size: 12, .ink)
            x += 44 + drawnWidth(text, size: 12)
        }
        drawing.text("▶", x: x + 4, y: y + 11, size: 10, .limit)
        drawing.text(
            format(Words(ja: "次に進める作業", en: "push next")), x: x + 20, y: y + 11.5, size: 12, .ink)
    }
}
