public import HeijunModel

/// How a table is laid out on a terminal.
public struct TextLayout: Sendable {
    /// The language of titles and words.
    public var language: Language
    /// Columns of the terminal; nil where nothing is cut.
    public var width: Int?
    /// How letters are measured.
    public var measure: DisplayWidth

    /// Describes a layout.
    public init(language: Language, width: Int? = nil, measure: DisplayWidth = DisplayWidth()) {
        self.language = language
        self.width = width
        self.measure = measure
    }
}

extension Table {
    /// The table as aligned lines, each ending in a line feed: headings, a rule, the rows, and the sums under a
    /// second rule. Where it is wider than the layout, the widest texts are cut with …; numbers never are.
    public func text(_ layout: TextLayout) -> String {
        let shown = columns.indices.filter { !columns[$0].isDataOnly }
        let head = shown.map { columns[$0].title[layout.language] }
        let body = rows.map { row in shown.map { Table.line(row[$0].text) } }
        let sums = total.map { row in shown.map { row[$0].text } }
        let widths = fitted(shown, [head] + body + (sums.map { [$0] } ?? []), layout)
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
        func drawn(_ row: [String]) -> String { line(row, shown, widths, layout.measure) }
        return drawn(head) + rule + body.map(drawn).joined() + (sums.map { rule + drawn($0) } ?? "")
    }

    /// Widths that hold every text, narrowed to the layout's width at the cost of the widest text columns.
    private func fitted(_ shown: [Int], _ lines: [[String]], _ layout: TextLayout) -> [Int] {
        var widths = shown.indices.map { index in lines.map { layout.measure($0[index]) }.max() ?? 0 }
        guard let limit = layout.width else { return widths }
        let flexible = shown.indices.filter { columns[shown[$0]].alignment == .leading }
        func total() -> Int { widths.reduce(0, +) + 2 * (widths.count - 1) }
        while total() > limit {
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8 else {
                break
            }
            widths[widest] -= 1
        }
        return widths
    }

    private func line(_ row: [String], _ shown: [Int], _ widths: [Int], _ measure: DisplayWidth) -> String {
        var result = ""
        for (index, text) in row.enumerated() {
            let cut = measure.cut(text, to: widths[index])
            switch columns[shown[index]].alignment {
            case .leading: result += measure.padded(cut, to: widths[index])
            case .centre:
                let before = (widths[index] - measure(cut)) / 2
                result += measure.padded(String(repeating: " ", count: before) + cut, to: widths[index])
            case .trailing: result += measure.indented(cut, to: widths[index])
            }
            result += "  "
        }
        while result.last == " " { result.removeLast() }
        return result + "\n"
    }

    /// A text on one line, without control letters.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}
