import HeijunModel

extension Table {
    /// The table as HTML: headings that repeat on every printed sheet, cells with what they tell marked;
    /// columns in which no row says anything are left out.
    func markup(_ format: Format) -> Markup {
        let shown = columns.indices.filter { index in
            !columns[index].isDataOnly && rows.contains { !$0[index].text.isEmpty }
        }
        let classes = columns.indices.map { cssClass(ofColumn: $0, format) }
        let heads = shown.map { index in
            Markup.tag("th", ["scope": "col", "class": classes[index]], format(columns[index].title))
        }
        let head = Markup.tag("thead", [.tag("tr", heads)]).onItsLine
        func line(_ row: [Cell], _ kind: String) -> Markup {
            Markup.tag(
                "tr", ["class": kind], shown.map { Table.data(row[$0], classes[$0], isSum: kind == "sum") }
            )
            .onItsLine
        }
        let lines = rows.map { line($0, "") } + (total.map { [line($0, "sum")] } ?? [])
        let body = Markup.tag("tbody", [.text("\n")] + lines).onItsLine
        return Markup.tag("table", ["class": shown.count > 7 ? "dense" : ""], [.text("\n"), head, body])
            .onItsLine
    }

    /// Where a column's cells stand, and whether they are short enough to stay on one line.
    private func cssClass(ofColumn index: Int, _ format: Format) -> String {
        let measure = DisplayWidth()
        let texts = rows.map { $0[index].text } + [format(columns[index].title)]
        let isShort = texts.allSatisfy { measure($0) <= 16 }
        switch columns[index].alignment {
        case .leading: return isShort ? "s" : ""
        case .centre: return isShort ? "c s" : "c"
        case .trailing: return isShort ? "r s" : "r"
        }
    }

    private static func data(_ cell: Cell, _ place: String, isSum: Bool) -> Markup {
        let text = cell.text.isEmpty && !isSum ? "—" : cell.text
        let isLabel = !place.contains("r") && cell.tone != .plain && !cell.text.isEmpty
        if isLabel {
            return .tag("td", ["class": place], [.tag("span", ["class": "pill \(cell.tone.rawValue)"], text)])
        }
        let tone = cell.tone == .plain ? (cell.text.isEmpty ? "none" : "") : cell.tone.rawValue
        return .tag("td", ["class": [place, tone].filter { !$0.isEmpty }.joined(separator: " ")], text)
    }
}
