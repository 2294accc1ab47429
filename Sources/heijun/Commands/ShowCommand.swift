import ArgumentParser
import HeijunModel
import HeijunReports
import HeijunStore

/// `show`: one record with all it contains.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("1件の内容をすべて表示します。", "Shows one record with all it contains."),
        discussion: say("例:", "Examples:") + """

              heijun show SYS-0001
              heijun show vendor:V01
              heijun show SYS-0001 --json
              heijun show SYS-0001 --sources
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("システムID、または 種別:キー。", "A system's key, or KIND:KEY."), valueName: "record"))
    var record: String

    @Flag(
        help: ArgumentHelp(
            say(
                "項目ごとの取込元（ファイル、行、元の値）も示す。",
                "Show the source of each field too: file, line, raw value.")))
    var sources = false

    func run() throws {
        let entries = try common.entries()
        let (kind, key) = try RecordEdit.target(record)
        guard let entry = entries.first(where: { $0.kind == kind.name && kind.key(of: $0.values) == key })
        else {
            throw RecordEdit.unknown(key, kind, entries)
        }
        let format = listing.format(of: try organization(in: entries))
        let inside = kind.children.map { child in
            (child, entries.filter { $0.kind == child.name && $0.values[0] == key })
        }.filter { !$0.1.isEmpty }
        if listing.json { return try Console.write(try json(entry, kind, inside, key).text) }
        try listing.print(Table.record(entry, of: kind, format))
        guard !listing.csv else { return }
        for (child, children) in inside {
            let used = child.fields.indices.dropFirst().filter { index in
                children.contains { $0.values[index] != nil }
            }
            try Console.line("\n\(child.title[spoken]) (\(children.count))")
            try Console.write(
                listing.drawn(
                    Table.records(children, of: child, columns: used.map { child.fields[$0].key }, format)))
        }
        if sources { try listSources(kind, key) }
    }

    private func listSources(_ kind: RecordKind, _ key: String) throws {
        let table = try sourceTable(found(kind, key), of: kind)
        try Console.line("\n" + say("取込元", "Sources"))
        try Console.write(listing.drawn(table))
    }

    private func found(_ kind: RecordKind, _ key: String) throws -> [Provenance] {
        let store = try common.readStore()
        return try refusing { () throws(StoreError) in
            try store.provenance(kind: kind.name, key: key)
        }
    }

    /// The record under its field keys, its children as lists under their kinds' names.
    private func json(
        _ entry: Entry, _ kind: RecordKind, _ inside: [(RecordKind, [Entry])], _ key: String
    ) throws -> JSONValue {
        let format = listing.format(of: Organization())
        func object(_ entry: Entry, _ kind: RecordKind) -> [(String, JSONValue)] {
            guard case .array(let rows) = Table.records([entry], of: kind, format).json,
                case .object(let members)? = rows.first
            else { return [] }
            return members
        }
        let children = inside.map { child, entries in
            (child.name, JSONValue.array(entries.map { .object(object($0, child)) }))
        }
        let origins = sources ? [("sources", try sourceTable(found(kind, key), of: kind).json)] : []
        return .object(object(entry, kind) + children + origins)
    }
}
