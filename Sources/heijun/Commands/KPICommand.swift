import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `kpi`: the indicators; with its subcommands records figures and compares with other bodies.
struct KPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kpi",
        abstract: say("成果指標の目標・実績・判定を示します。", "Shows indicators with targets, actuals and verdicts."),
        discussion: say("例:", "Examples:") + """

              heijun kpi
              heijun kpi --check
              heijun kpi set open-datasets R7 actual=512
              heijun kpi import \(say("成果指標.xlsx", "kpi.xlsx")) --dry-run
              heijun kpi peers
              heijun kpi --csv > \(say("成果指標.csv", "kpi.csv"))
            """,
        subcommands: [KPIShow.self, KPISet.self, KPIImport.self, KPIPeers.self],
        defaultSubcommand: KPIShow.self)
}

/// `kpi show`, the default: the table, or with `--check` what an assembly would ask about it.
struct KPIShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("指標の表を示します（既定）。", "Shows the table of indicators (default)."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    @Flag(help: ArgumentHelp(say("施策や事務事業の指標もすべて示す。", "Show those of measures and programmes too.")))
    var all = false

    @Flag(
        help: ArgumentHelp(
            say(
                "指標を点検し、要確認以上の指摘があれば終了状態を 1 にする。",
                "Check the indicators; exit with 1 where there are warnings or errors.")))
    var check = false

    func run() throws {
        let portfolio = try common.ledger()
        let input = EvaluationInput(Context(portfolio, asOf: try today.day(in: portfolio)))
        let rows = all ? input.indicators : ownIndicators(input.indicators)
        let format = listing.format(of: portfolio.organization)
        guard !check else { return try printFindings(of: rows, input, format) }
        if listing.json { return try Console.write(JSONValue.indicators(rows, format).text) }
        try listing.print(Table.indicators(rows, format), summary: summary(rows, input.indicators, format))
    }

    private func summary(_ rows: [IndicatorRow], _ every: [IndicatorRow], _ format: Format) -> String {
        let hidden = every.count - rows.count
        let more =
            hidden == 0
            ? ""
            : say("（ほか施策・事務事業の指標 \(hidden)：--all）", " (\(hidden) more of measures and programmes: --all)")
        let lines =
            Headlines(format: format).ledgerValues(rows) + [Headlines(format: format).indicators(rows) + more]
        return lines.joined(separator: "\n")
    }

    private func printFindings(of rows: [IndicatorRow], _ input: EvaluationInput, _ format: Format) throws {
        let keys = Set(rows.map(\.id.text))
        let found = indicatorFindings(input).filter { keys.contains($0.key) }
        try listing.printFindings(found, format)
        if found.contains(where: { $0.severity != .info }) { throw ExitCode(Status.refused.rawValue) }
    }
}

extension Listing {
    /// Prints findings, with their number by grade as the last line.
    func printFindings(_ found: [Finding], _ format: Format) throws {
        if json { return try Console.write(JSONValue.findings(found, format).text) }
        let tally = Finding.Severity.allCases.map { grade in
            "\(grade.title[spoken]) \(found.count { $0.severity == grade })"
        }
        try print(Table.findings(found, format), summary: tally.joined(separator: " / "))
    }
}

/// `kpi set`: records a target or an actual of one indicator and year.
struct KPISet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("指標の目標・実績を登録します。", "Records a target or an actual."),
        discussion: say("例:", "Examples:") + """

              heijun kpi set open-datasets R7 actual=512 --reason \(say("所管課の報告", "reported"))
              heijun kpi set total-cost R7 target-text=\(say("現状経費を可能な限り上回らないこと", "not more than now"))
              heijun kpi set video-meetings R7 not-set=\(say("日常的に活用が進んでいるため", "in daily use"))
              heijun kpi set 01-1 R1 result=partial
            """)

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("指標ID。", "The indicator's key."), valueName: "indicator"))
    var indicator: String

    @Argument(help: ArgumentHelp(say("年度。", "The fiscal year."), valueName: "year"))
    var year: String

    @Argument(
        help: ArgumentHelp(
            say(
                "target= actual=（数値）、target-text= actual-text=（文章）、not-set=（設定しない理由）、result=met|partial|missed。値が空なら消去。",
                "target= actual= (figures), target-text= actual-text= (words), not-set= (why not), result=met|partial|missed; an empty value empties it."
            ), valueName: "field=value"))
    var assignments: [String]

    @Option(help: ArgumentHelp(say("変更の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        let store = try common.store()
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        guard
            stored.contains(where: {
                $0.kind == Indicator.kind.name && Indicator.kind.key(of: $0.values) == indicator
            })
        else { throw RecordEdit.unknown(indicator, Indicator.kind, stored) }
        let words = "kpi set \(indicator) \(year) \(assignments.joined(separator: " "))"
        var run = EditRun(store: store, command: words)
        run.reason = reason
        run.isDryRun = dryRun
        try run.apply(try edits(in: stored), in: stored)
    }

    private func edits(in stored: [Entry]) throws -> [RecordEdit] {
        let year = try fiscalYear(year, say("年度", "year"))
        var byRole: [String: [String]] = [:]
        for assignment in assignments {
            let (role, field) = try part(assignment)
            byRole[role, default: []].append(field)
        }
        return try byRole.sorted { $0.key < $1.key }.map { role, fields in
            try RecordEdit(
                "value:\(RecordKind.escaped(indicator))/\(year.fieldText)/\(role)", fields, in: stored)
        }
    }

    /// The role and the field that an assignment means.
    private func part(_ assignment: String) throws -> (role: String, field: String) {
        let pieces = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let names = [
            "target": ("target", "value"), "actual": ("actual", "value"), "target-text": ("target", "text"),
            "actual-text": ("actual", "text"), "not-set": ("target", "not_set"),
            "result": ("actual", "attainment"),
        ]
        guard pieces.count == 2, let (role, field) = names[pieces[0]] else {
            let list = names.keys.sorted().map { $0 + "=" }.joined(separator: say("、", ", "))
            throw Failure(
                ja: "「\(assignment)」は使えません。次のように書いてください: \(list)",
                en: "“\(assignment)” cannot be used. Write one of: \(list)",
                .usage)
        }
        if field == "value", !pieces[1].isEmpty, (try? Figure(fieldText: pieces[1])) == nil {
            throw Failure(
                ja: "「\(pieces[1])」は数値として読めません。文章は \(role)-text=\(pieces[1]) と書いてください。数値に置き換えることはしません。",
                en:
                    "“\(pieces[1])” is no number. Give words as \(role)-text=\(pieces[1]); they are never made numbers.",
                .usage)
        }
        return (role, "\(field)=\(pieces[1])")
    }
}

/// `kpi peers`: other bodies' figures, per resident and per system.
struct KPIPeers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peers",
        abstract: say(
            "他団体と人口1人当たり・1システム当たりで比較します。", "Compares with other bodies per resident and per system."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    func run() throws {
        let portfolio = try common.ledger()
        let comparisons = figureComparisons(Context(portfolio, asOf: try today.day(in: portfolio)))
        let format = listing.format(of: portfolio.organization)
        let tables = comparisons.map { Table.figureComparison($0, format) }
        guard var all = tables.first else {
            return try Console.line(
                say(
                    "比較する他団体の値が登録されていません（種別 peer_figure）。",
                    "No figures of other bodies are recorded (kind peer_figure)."))
        }
        for table in tables.dropFirst() { all.rows += table.rows }
        if listing.json || listing.csv { return try listing.print(all) }
        for table in tables {
            try Console.write("\n" + table.title[spoken] + "\n" + listing.drawn(table))
        }
        try Console.line(
            "\n"
                + say(
                    "金額は千円、人口1人当たりは円。順位は少ない順。範囲か年度の違う金額は比較しない。",
                    "In thousand yen, per resident in yen; rank 1 is the lowest. Amounts of another scope or year are not compared."
                ))
    }
}
