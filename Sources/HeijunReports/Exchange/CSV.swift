public import HeijunModel

/// How a CSV file is written.
public struct CSVStyle: Hashable, Sendable {
    /// The encoding: Excel takes UTF-8 where a mark says so, and older systems only CP932.
    public enum Encoding: String, CaseIterable, Sendable { case utf8, cp932 }

    /// What the first row holds.
    public enum Heading: Hashable, Sendable {
        /// The fields' keys.
        case keys
        /// The fields' titles in a language.
        case titles(Language)
    }

    /// How the text is encoded.
    public var encoding = Encoding.utf8
    /// What heads the columns.
    public var heading = Heading.keys

    /// UTF-8 with its mark, and keys as headings, unless changed.
    public init(encoding: Encoding = .utf8, heading: Heading = .keys) {
        self.encoding = encoding
        self.heading = heading
    }
}

/// The records of one kind as CSV (RFC 4180): one row a record, a column a field, lines ended by CRLF.
///
/// A text that a spreadsheet would run as a formula begins with an apostrophe, which `import` takes off again.
///
/// - Throws: `.unwritable` for a character that CP932 does not have.
public func csv(
    of kind: RecordKind, _ entries: [Entry], style: CSVStyle = CSVStyle()
) throws(ExchangeProblem) -> [UInt8] {
    let records = ExportOrder.sorted(entries.filter { $0.kind == kind.name }, kind)
    let rows = [heading(of: kind, style)] + records.map { cells(of: $0, kind) }
    let text = csvText(rows)
    switch style.encoding {
    case .utf8: return [0xEF, 0xBB, 0xBF] + text.utf8
    case .cp932:
        if let bytes = cp932(text) { return bytes }
        throw firstUnwritable(records, kind)
    }
}

/// Rows as CSV text, without any thought for records.
public func csvText(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
}

private func heading(of kind: RecordKind, _ style: CSVStyle) -> [String] {
    switch style.heading {
    case .keys: kind.fields.map(\.key)
    case .titles(let language): kind.fields.map { $0.title[language] }
    }
}

private func cells(of entry: Entry, _ kind: RecordKind) -> [String] {
    zip(kind.fields, entry.values).map { field, text in
        field.type == .text || field.type == .key ? harmless(text ?? "") : text ?? ""
    }
}

/// Keeps a spreadsheet from running a text: `=…`, `+…`, `-…` and `@…` get an apostrophe, and so do texts that have
/// one there already.
public func harmless(_ text: String) -> String {
    let first = text.utf8.first { $0 != UInt8(ascii: "'") }
    guard let first, "=+-@".utf8.contains(first) else { return text }
    return "'" + text
}

/// A cell with quotes where it needs them.
private func quoted(_ cell: String) -> String {
    let needs = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needs else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
}

/// The first character that CP932 lacks, with its record and field.
private func firstUnwritable(_ entries: [Entry], _ kind: RecordKind) -> ExchangeProblem {
    for entry in entries {
        for (field, text) in zip(kind.fields, entry.values) {
            guard let text, cp932(text) == nil,
                let scalar = text.unicodeScalars.first(where: { cp932(String($0)) == nil })
            else { continue }
            return .unwritable(
                character: scalar, format: "CP932", kind: kind.name, key: kind.key(of: entry.values),
                field: field.key)
        }
    }
    return .unwritable(character: "?", format: "CP932", kind: kind.name, key: "", field: "")
}
