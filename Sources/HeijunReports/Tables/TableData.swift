public import HeijunModel

extension Table {
    /// The rows as JSON objects, in the order of the columns.
    public var json: JSONValue { .array(objects) }

    /// One JSON object a row.
    var objects: [JSONValue] {
        rows.map { row in .object(zip(columns, row).map { ($0.key, $1.value) }) }
    }

    /// The table as CSV (RFC 4180, CRLF): headings in the language, exact values, amounts in whole yen.
    /// The byte order mark and the encoding are the edge's business.
    public func csv(_ language: Language) -> String {
        let lines = [columns.map { $0.exactTitle(language) }] + rows.map { row in row.map(Table.plain) }
        return lines.map { $0.map(Table.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// The exact value as a CSV cell: a plain number, or the text as people read it.
    private static func plain(_ cell: Cell) -> String {
        if let plain = cell.plain { return plain }
        return switch cell.value {
        case .null: ""
        case .int(let number): String(number)
        case .decimal(let count, let places): decimalText(count, places: places)
        case .array(let values): values.map { plain(Cell("", $0)) }.joined(separator: " ")
        case .string(let text): cell.text.isEmpty ? text : cell.text
        case .bool, .object: cell.text
        }
    }

    /// A cell in quotes where a comma, a quote, a line feed or a blank at an end would change its meaning.
    private static func quoted(_ text: String) -> String {
        let isPlain = !text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
        if isPlain && text.first != " " && text.last != " " { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

extension Table.Column {
    /// The title over exact values: with their unit, in place of the one that people read.
    func exactTitle(_ language: Language) -> String {
        guard let unit = exactUnit?[language] else { return title[language] }
        let (text, shown) = (title[language], language == .ja ? "（千円）" : " (k yen)")
        let bare = text.hasSuffix(shown) ? String(text.dropLast(shown.count)) : text
        return language == .ja ? "\(bare)（\(unit)）" : "\(bare) (\(unit))"
    }
}
