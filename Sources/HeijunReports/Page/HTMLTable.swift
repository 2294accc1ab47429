import HeijunModel

extension Table {
    /// The table as HTML: headings that repeat on every printed sheet, cells with what they tell marked.
    func markup(_ format: Format) -> Markup {
        let shown = columns.indices.filter { !columns[$0].isDataOnly }
        let head = Markup.tag("thead", [.tag("tr", shown.map { heading(columns[$0], format) })]).onItsLine
        let lines = rows.map { row in line(shown, row, kind: "") }
        let sums = total.map { [line(shown, $0, kind: "sum")] } ?? []
        let body = Markup.tag("tbody", [.text("\n")] + lines + sums).onItsLine
        return Markup.tag("table", ["class": shown.count > 7 ? "dense" : ""], [.text("\n"), head, body])
            .onItsLine
    }

    private func heading(_ column: Column, _ format: Format) -> Markup {
        .tag("th", ["scope": "col", "class": Table.cssClass(column.alignment)], format(column.title))
    }

    private func line(_ shown: [Int], _ row: [Cell], kind: String) -> Markup {
        Markup.tag(
            "tr", ["class": kind], shown.map { data(row[$0], columns[$0], isSum: kind == "sum") }
        ).onItsLine
    }

    private func data(_ cell: Cell, _ column: Column, isSum: Bool = false) -> Markup {
        let text = cell.text.isEmpty && !isSum ? "—" : cell.text
        let place = Table.cssClass(column.alignment)
        let isLabel = column.alignment == .leading && cell.tone != .plain && !cell.text.isEmpty
        if isLabel {
            return .tag("td", ["class": place], [.tag("span", ["class": "pill \(cell.tone.rawValue)"], text)])
        }
        let tone = cell.tone == .plain ? (cell.text.isEmpty ? "none" : "") : cell.tone.rawValue
        let classes = [place, tone].filter { !$0.isEmpty }.joined(separator: " ")
        return .tag("td", ["class": classes], text)
    }

    private static func cssClass(_ alignment: Alignment) -> String {
        switch alignment {
        case .leading: ""
        case .centre: "c"
        case .trailing: "r"
        }
    }
}
