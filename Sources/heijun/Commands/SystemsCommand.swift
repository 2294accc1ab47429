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
                "A condition: field=value, field!=value, field~part, field<value, field>value. Several must all hold."
            ),
            valueName: "condition"))
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp(
            say("並べ替える項目。先頭に - で降順。", "Field to sort by; - before it turns the order."), valueName: "field"))
    var sort: String?

    @Option(
        help: ArgumentHelp(say("表示する項目（コンマ区切り）。", "Fields to show, comma-separated."), valueName: "fields"))
    var columns = Table.standardSystemColumns.joined(separator: ",")

    func run() throws {
        let entries = try common.entries()
        let all = entries.filter { $0.kind == ITSystem.kind.name }
        let tests = try conditions.map { try Condition($0, of: ITSystem.kind) }
        let shown = try columns.split(separator: ",").map { name in
            ITSystem.kind.fields[try field(named: String(name), of: ITSystem.kind)].key
        }
        var rows = all.filter { entry in tests.allSatisfy { $0.holds(for: entry) } }
        if let sort { try order(&rows, by: sort) }
        let format = listing.format(of: try organization(in: entries))
        try listing.print(
            Table.records(rows, of: ITSystem.kind, columns: shown, format),
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
