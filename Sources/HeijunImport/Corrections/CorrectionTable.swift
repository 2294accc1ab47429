public import HeijunModel

/// A file of rejects that came back with corrections in it: what is right, for each file, line and column.
public struct CorrectionTable: Sendable {
    /// Every row of the table that has a correction, in its order.
    public let rows: [Row]

    /// One corrected value.
    public struct Row: Sendable {
        /// The file as the import named it.
        public let file: String
        public let spot: Corrections.Spot
        /// What the rejects said of it: record, rule, value and message.
        public let record: String, rule: String, value: String, message: String
        /// The right text.
        public let correction: String
    }

    /// The columns of a file of rejects: stable key and titles.
    public static let columns: [(key: String, title: Words)] = [
        ("file", Words(ja: "ファイル", en: "File")), ("line", Words(ja: "行", en: "Line")),
        ("column", Words(ja: "桁", en: "Column")), ("record", Words(ja: "記録", en: "Record")),
        ("field", Words(ja: "項目", en: "Field")), ("rule", Words(ja: "規則", en: "Rule")),
        ("value", Words(ja: "値", en: "Value")), ("message", Words(ja: "内容", en: "Message")),
        ("correction", Words(ja: "訂正値", en: "Correction")),
    ]

    /// Reads a file of rejects; rows without a correction are passed over.
    ///
    /// - Throws: Where it is no CSV, or lacks one of the columns that name the place.
    public init(_ bytes: [UInt8]) throws(ImportError) {
        var scanner = CSVScanner(try CSVReader.decoded(bytes, .standard).0)
        guard let heading = try scanner.next() else { throw ImportError(.emptyFile, at: .start) }
        let columns = try CorrectionTable.positions(heading)
        var rows: [Row] = []
        while let cells = try scanner.next() {
            func cell(_ name: String) -> String {
                guard let index = columns[name], index < cells.count else { return "" }
                return String(trimmed(withoutApostrophe(cells[index].text)))
            }
            let correction = cell("correction")
            guard !correction.isEmpty else { continue }
            guard let line = Int(halfWidth(cell("line"))), let column = Int(halfWidth(cell("column"))) else {
                throw ImportError(.noPlace(cell("line")), at: cells[0].place)
            }
            rows.append(
                Row(
                    file: cell("file"), spot: .init(line: line, column: column, element: cell("field")),
                    record: cell("record"), rule: cell("rule"), value: cell("value"),
                    message: cell("message"), correction: correction))
        }
        self.rows = rows
    }

    private static func positions(_ heading: [CSVScanner.Cell]) throws(ImportError) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (index, cell) in heading.enumerated() {
            let name = matchForm(cell.text)
            let column = columns.first {
                [$0.key, matchForm($0.title.ja), matchForm($0.title.en)].contains(name)
            }
            if let column { positions[column.key] = index }
        }
        for (key, title) in columns where positions[key] == nil {
            guard ["record", "rule", "value", "message"].contains(key) else {
                throw ImportError(.missingColumn(.init(key: key, title: title)), at: .start, element: key)
            }
        }
        return positions
    }

    /// The corrections of one file: of its path, or of its name where no path is the same.
    public func corrections(of path: String) -> Corrections? {
        let name = path.split(separator: "/").last
        let exact = rows.filter { $0.file == path }
        let found = exact.isEmpty ? rows.filter { $0.file.split(separator: "/").last == name } : exact
        guard !found.isEmpty else { return nil }
        return Corrections(Dictionary(found.map { ($0.spot, $0.correction) }) { $1 })
    }
}
