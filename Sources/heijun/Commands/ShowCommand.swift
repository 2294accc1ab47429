import ArgumentParser
import HeijunModel
import HeijunReports

/// `show`: one record with all it contains.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("1件の内容をすべて表示します。", "Shows one record with all it contains."),
        discussion: say("例:", "Examples:") + """

              heijun show SYS-0001
              heijun show vendor:V01
              heijun show SYS-0001 --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(help: ArgumentHelp(say("システムID、または 種別:キー。", "A system's key, or KIND:KEY."), valueName: "record"))
    var record: String

    func run() throws {
        let entries = try common.entries()
        let (kind, key) = try RecordEdit.target(record)
        guard let entry = entries.first(where: { $0.kind == kind.name && kind.key(of: $0.values) == key }) else {
            throw RecordEdit.unknown(key, kind, entries)
        }
        let names = ReferenceNames(entries)
        let style = listing.yearStyle(of: try typed(entries.filter { $0.kind == Organization.kind.name }).organization)
        let inside = kind.children.map { child in
            (child, entries.filter { $0.kind == child.name && $0.values[0] == key })
        }.filter { !$0.1.isEmpty }
        if listing.json { return try Console.write(json(entry, kind, inside).text) }
        try listing.print(fieldTable(entry, kind, names, style))
        guard !listing.csv else { return }
        for (child, children) in inside {
            let used = child.fields.indices.dropFirst().filter { index in children.contains { $0.values[index] != nil } }
            try Console.line("\n\(child.title[spoken]) (\(children.count))")
            try Console.write(
                listing.drawn(ledgerTable(of: child, children, fields: Array(used), names: names, style, spoken)))
        }
    }

    /// The filled fields, one a row, with their keys for `set`.
    private func fieldTable(_ entry: Entry, _ kind: RecordKind, _ names: ReferenceNames, _ style: YearStyle) -> Table {
        let rows = zip(kind.fields, entry.values).compactMap { field, text -> [Cell]? in
            guard let text else { return nil }
            let unit = field.type == .yen ? say(" 千円", "k yen") : field.type.unit[spoken].isEmpty ? "" : " " + field.type.unit[spoken]
            return [
                Cell(field.title[spoken]), Cell(shown(text, of: field, names, style, spoken) + unit, exact(text, of: field)),
                Cell(field.key, tone: .muted),
            ]
        }
        return Table(
            key: kind.name, title: kind.title,
            columns: [
                .init("title", ja: "項目", en: "Field"), .init("value", ja: "値", en: "Value"),
                .init("field", ja: "項目キー", en: "Key"),
            ], rows: rows)
    }

    private func json(_ entry: Entry, _ kind: RecordKind, _ inside: [(RecordKind, [Entry])]) -> JSONValue {
        func object(_ entry: Entry, _ kind: RecordKind) -> [(String, JSONValue)] {
            zip(kind.fields, entry.values).map { ($0.key, exact($1, of: $0)) }
        }
        let children = inside.map { child, entries in
            (child.name, JSONValue.array(entries.map { .object(object($0, child)) }))
        }
        return .object(object(entry, kind) + children)
    }
}
