public import HeijunModel

/// How a table is laid out on a terminal.
public struct TextLayout: Sendable {
    /// The language of titles and words.
    public var language: Language
    /// Columns of the terminal; nil where nothing is cut.
    public var width: Int?
    /// How letters are measured.
    public var measure: DisplayWidth
    /// Whether headings stand out and cells show their tone, by the codes of ECMA-48.
    public var isColoured: Bool

    /// Describes a layout.
    public init(
        language: Language, width: Int? = nil, measure: DisplayWidth = DisplayWidth(),
        isColoured: Bool = false
    ) {
        self.language = language
        self.width = width
        self.measure = measure
        self.isColoured = isColoured
    }

    /// Names the columns that the terminal has no room for.
    func note(omitted heads: [String]) -> String {
        guard !heads.isEmpty else { return "" }
        let note =
            switch language {
            case .ja: "画面の幅に入らない列：\(heads.joined(separator: "、"))（画面を広げるか、--csv で表示）"
            case .en: "No room for: \(heads.joined(separator: ", ")) (widen the terminal, or --csv)"
            }
        return painted(note, Cell.Tone.muted.code) + "\n"
    }

    /// A text with the codes for its tone around it; as it is where nothing is coloured or there is no text.
    func painted(_ text: String, _ code: String?) -> String {
        guard isColoured, let code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension Cell.Tone {
    /// The code that a terminal shows the tone by.
    fileprivate var code: String? {
        switch self {
        case .plain: nil
        case .good: "32"
        case .caution: "33"
        case .bad: "1;31"
        case .muted: "2"
        }
    }
}

extension Table {
    /// The table as aligned lines, each ending in a line feed: headings, a rule, the rows, and the sums under a
    /// second rule. Where it is wider than the layout, headings are broken into lines and the widest texts cut with …;
    /// numbers never are. Sentences of the last columns, which may not be cut, then stand below their rows.
    public func text(_ layout: TextLayout) -> String {
        guard let width = layout.width else { return aligned(layout, below: nil) }
        let below = sentences(layout, width)
        return below.isEmpty ? aligned(layout, below: nil) : withSentences(of: below, layout, width)
    }

    /// The columns at the end that hold sentences, where the layout has no room for them beside the others.
    private func sentences(_ layout: TextLayout, _ width: Int) -> [Int] {
        let read = columns.indices.filter { !columns[$0].isDataOnly }
        let widest = { (column: Int) in rows.map { layout.measure($0[column].text) }.max() ?? 0 }
        guard read.reduce(0, { $0 + widest($1) + 2 }) - 2 > width else { return [] }
        let tail = read.dropFirst().reversed().prefix {
            columns[$0].alignment == .leading && widest($0) > Table.sentenceWidth
        }
        return tail.reversed()
    }

    /// From how many letters of a terminal on a text is a sentence, which is not to be cut.
    private static let sentenceWidth = 40

    /// The table without some columns at its end, whose sentences stand below their rows, indented and broken to the
    /// width.
    private func withSentences(of below: [Int], _ layout: TextLayout, _ width: Int) -> String {
        let indent = String(repeating: " ", count: 4)
        let colon = layout.language == .ja ? "：" : ": "
        var table = self
        table.columns = columns.enumerated().map {
            below.contains($0.offset) ? $0.element.shown(false) : $0.element
        }
        return table.aligned(layout) { row in
            below.filter { !row[$0].text.isEmpty }.flatMap { column in
                let text = columns[column].title[layout.language] + colon + Table.line(row[column].text)
                return layout.measure.lines(text, width: width - indent.count)
                    .map { indent + layout.painted($0, row[column].tone.code) + "\n" }
            }.joined()
        }
    }

    /// The aligned lines; `below` adds whole lines after a row.
    private func aligned(_ layout: TextLayout, below: (([Cell]) -> String)?) -> String {
        var shown = columns.indices.filter { !columns[$0].isDataOnly }
        var head = shown.map { columns[$0].title[layout.language] }
        let body = rows.map { row in shown.map { Table.line(row[$0].text) } }
        let sums = total.map { row in shown.map { row[$0].text } }
        let fit = TableFit(
            heads: head, rows: body + (sums.map { [$0] } ?? []),
            isText: shown.map { columns[$0].alignment == .leading }, layout: layout)
        let widths = fit.widths
        let omitted = Array(head[widths.count...])
        (shown, head) = (Array(shown.prefix(widths.count)), Array(head.prefix(widths.count)))
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
        func drawn(_ row: [String], _ codes: [String?]) -> String { line(row, shown, widths, layout, codes) }
        let bold = shown.map { _ in "1" as String? }
        let lines = zip(body, rows).map { texts, row in
            drawn(texts, shown.map { row[$0].tone.code }) + (below?(row) ?? "")
        }
        let heads = fit.headLines(head).map { drawn($0, bold) }
        return heads.joined() + rule + lines.joined() + (sums.map { rule + drawn($0, bold) } ?? "")
            + layout.note(omitted: omitted)
    }

    private func line(
        _ row: [String], _ shown: [Int], _ widths: [Int], _ layout: TextLayout, _ codes: [String?]
    ) -> String {
        var result = ""
        for (index, text) in row.prefix(widths.count).enumerated() {
            let cut = layout.measure.cut(text, to: widths[index])
            let free = max(0, widths[index] - layout.measure(cut))
            let before =
                switch columns[shown[index]].alignment {
                case .leading: 0
                case .centre: free / 2
                case .trailing: free
                }
            result += String(repeating: " ", count: before) + layout.painted(cut, codes[index])
            result += String(repeating: " ", count: free - before + 2)
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
