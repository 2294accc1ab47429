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
        let head = columns.map { column in
            column.title[language] + (column.exactUnit.map { unit(of: $0, language) } ?? "")
        }
        let lines = [head] + rows.map { row in row.map(Table.plain) }
        return lines.map { $0.map(Table.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private func unit(of words: Words, _ language: Language) -> String {
        switch language {
        case .ja: "（\(words.ja)）"
        case .en: " (\(words.en))"
        }
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
