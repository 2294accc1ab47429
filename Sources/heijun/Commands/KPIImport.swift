import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunStore

/// `kpi import`: takes a table of indicators from a workbook or CSV, as offices keep it.
struct KPIImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("指標の一覧表（Excel、CSV）を取り込みます。", "Takes a table of indicators in (xlsx, CSV)."),
        discussion: say(
            "見出しは 取組分野、指標名、単位、方向、基準値（H29年度）、目標値（R7年度）、実績値（R7年度）、範囲、出典、備考。数値（と単位）だけのセルを数値とし、「13システム以上」などは文章のまま残します。",
            "Headings: 取組分野, 指標名, 単位, 方向, 基準値（H29年度）, 目標値（R7年度）, 実績値（R7年度）, 範囲, 出典, 備考. Only cells that are a number, alone or with the unit, become figures; words stay words."
        ) + "\n\n" + say("例:", "Examples:") + """

              heijun kpi import \(say("成果指標.xlsx", "kpi.xlsx")) --dry-run
              heijun kpi import kpi.csv --reason \(say("所管課の報告", "reported"))
            """)

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("Excel または CSV のファイル。", "A workbook or CSV file."), valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp(say("シート名。既定は先頭。", "Name of the sheet; the first unless given.")))
    var sheet: String?

    @Option(help: ArgumentHelp(say("取込の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "台帳の指標に似た名前でも、新しい指標として取り込む。",
                "Take names that are nearly those of recorded indicators as new ones.")))
    var new = false

    @Flag(help: ArgumentHelp(say("保存せず、何が変わるかだけを示す。", "Show what would change and store nothing.")))
    var dryRun = false

    func run() throws {
        let store = try common.store()
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let table = IndicatorTable(try read(), stored: stored, allowsNew: new)
        guard table.problems.isEmpty else { throw refusal(of: table.problems) }
        var run = EditRun(store: store, command: "kpi import \(file)")
        run.reason = reason
        run.isDryRun = dryRun
        try run.apply(changes(table.entries, stored), in: stored)
    }

    private func read() throws -> Sheet {
        let bytes = try readAll(file)
        do throws(SheetError) {
            let book = try SheetFile(bytes)
            guard let sheet else { return try book.read(0) }
            return try book.read(try book.sheet(named: sheet))
        } catch {
            throw Failure(
                Words(ja: "\(file): \(error.words.ja)", en: "\(file): \(error.words.en)"), .unreadable)
        }
    }

    private func refusal(of problems: [IndicatorTable.Problem]) -> Failure {
        func lines(_ language: Language) -> String {
            problems.map { problem in
                let place = problem.place.description
                return "\(file):\(place.isEmpty ? "" : place + ":") \(problem.words[language])"
            }.joined(separator: "\n")
        }
        return Failure(Words(ja: lines(.ja), en: lines(.en)), .unreadable)
    }

    private func changes(_ entries: [Entry], _ stored: [Entry]) -> [Change] {
        var before: [String: [String?]] = [:]
        for entry in stored {
            guard let kind = RecordKind.named(entry.kind) else { continue }
            before[entry.kind + ":" + kind.key(of: entry.values)] = entry.values
        }
        return entries.compactMap { entry in
            guard let kind = RecordKind.named(entry.kind) else { return nil }
            let key = kind.key(of: entry.values)
            return Change(
                kind: entry.kind, key: key, before: before[entry.kind + ":" + key], after: entry.values)
        }
    }
}
