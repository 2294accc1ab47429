import ArgumentParser
import HeijunModel
import HeijunReports

/// `systems`: the ledger's systems, filtered, sorted, with the columns asked for.
struct SystemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "systems",
        abstract: say("情報システムを一覧します。", "Lists the systems."),
        discussion: say("例:", "Examples:") + """

              heijun systems
              heijun systems --where room=third --where size=large --sort rebuild_year
              heijun systems --where "name~\(say("福祉", "福祉"))" --columns id,name,vendor,annual_run_cost
              heijun systems --where target_room= --csv > \(say("移設先未定.csv", "no-target.csv"))
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            say(
                "条件。項目=値、項目!=値、項目~含む文字列、項目<値、項目>値。重ねるとすべてを満たすもの。",
                "A condition: field=value, field!=value, field~part, field<value, field>value. Several must all hold."),
            valueName: "condition"))
    var conditions: [String] = []

    @Option(help: ArgumentHelp(say("並べ替える項目。先頭に - で降順。", "Field to sort by; - before it turns the order."), valueName: "field"))
    var sort: String?

    @Option(help: ArgumentHelp(say("表示する項目（コンマ区切り）。", "Fields to show, comma-separated."), valueName: "fields"))
    var columns = "id,name,class,size,room,hosting,rebuild_year,vendor,annual_run_cost"

    func run() throws {
        let entries = try common.entries()
        let all = entries.filter { $0.kind == ITSystem.kind.name }
        let tests = try conditions.map { try Condition($0, of: ITSystem.kind) }
        let shown = try columns.split(separator: ",").map { try field(named: String($0), of: ITSystem.kind) }
        var rows = all.filter { entry in tests.allSatisfy { $0.holds(for: entry) } }
        if let sort { try order(&rows, by: sort) }
        let style = listing.yearStyle(of: try typed(entries.filter { $0.kind == Organization.kind.name }).organization)
        try listing.print(
            ledgerTable(of: ITSystem.kind, rows, fields: shown, names: ReferenceNames(entries), style, spoken),
            summary: say("\(rows.count) 件（全 \(all.count) 件）", "\(rows.count) of \(all.count) systems"))
    }

    private func order(_ rows: inout [Entry], by name: String) throws {
        let isDescending = name.hasPrefix("-")
        let index = try field(named: isDescending ? String(name.dropFirst()) : name, of: ITSystem.kind)
        let isNumber = ITSystem.kind.fields[index].type.isNumber
        let sorted = rows.enumerated().sorted { left, right in
            let order = compare(left.element.values[index], right.element.values[index], isNumber: isNumber)
            return order == 0 ? left.offset < right.offset : (order < 0) != isDescending
        }
        rows = sorted.map(\.element)
    }
}

/// The position of a field named by key or Japanese title.
func field(named name: String, of kind: RecordKind) throws -> Int {
    if let index = kind.position[name] ?? kind.fields.firstIndex(where: { $0.title.ja == name }) { return index }
    let hint = closest(to: name, among: kind.fields.map(\.key)).map { say("「\($0)」ではありませんか。", "Did you mean “\($0)”?") }
    throw Failure(
        ja: "\(kind.title.ja)に「\(name)」という項目はありません。\(hint ?? "")",
        en: "\(kind.title.en) has no field “\(name)”. \(hint ?? "")", .usage)
}

/// Compares two kept texts, as numbers where the field holds numbers; empty comes first.
func compare(_ left: String?, _ right: String?, isNumber: Bool) -> Int {
    if isNumber, let a = left.flatMap(Double.init), let b = right.flatMap(Double.init) {
        return a < b ? -1 : a > b ? 1 : 0
    }
    let a = left ?? "", b = right ?? ""
    return a < b ? -1 : a > b ? 1 : 0
}

/// A test of one field, as `--where` writes it.
struct Condition {
    private let index: Int
    private let sign: String
    private let value: String
    private let isNumber: Bool

    init(_ text: String, of kind: RecordKind) throws {
        let signs = ["!=", "=", "~", "<", ">"]
        let found = signs.compactMap { sign in text.firstRange(of: sign).map { (sign, $0) } }
        guard let (sign, range) = found.min(by: { ($0.1.lowerBound, $1.0.count) < ($1.1.lowerBound, $0.0.count) }) else {
            throw Failure(
                ja: "「\(text)」は 項目=値 などの形で書いてください（=、!=、~、<、>）。",
                en: "Write “\(text)” as field=value (=, !=, ~, <, >).", .usage)
        }
        self.sign = sign
        index = try field(named: String(text[..<range.lowerBound]), of: kind)
        let info = kind.fields[index]
        let wanted = String(text[range.upperBound...])
        isNumber = info.type.isNumber
        do {
            value = wanted.isEmpty || sign == "~" || info.isList ? wanted : try info.canonical(wanted)
        } catch {
            throw Failure(
                ja: "\(info.title.ja): \(error.words.ja)", en: "\(info.title.en): \(error.words.en)", .usage)
        }
    }

    func holds(for entry: Entry) -> Bool {
        let text = entry.values[index]
        switch sign {
        case "=": return (text ?? "") == value || (text ?? "").split(separator: " ").contains(value[...])
        case "!=": return (text ?? "") != value
        case "~": return halfWidth(text ?? "").lowercased().contains(halfWidth(value).lowercased())
        case "<": return text != nil && compare(text, value, isNumber: isNumber) < 0
        default: return text != nil && compare(text, value, isNumber: isNumber) > 0
        }
    }
}
