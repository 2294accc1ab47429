import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports

/// `standardization export`: the monthly progress sheet in the ministry's layout.
struct StandardizationExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("月次の進捗表を総務省の様式で書き出します。", "Writes the monthly progress sheet in the ministry's layout."),
        discussion: say("例:", "Examples:") + """

              heijun standardization export --output \(say("進捗", "progress")).xlsx
              heijun standardization export --csv > \(say("進捗", "progress")).csv
            """)

    @OptionGroup var common: Common
    @OptionGroup var today: AsOf

    @Option(
        help: ArgumentHelp(
            say("書き出すファイル（.xlsx）。既定は標準出力。", "File to write (.xlsx); standard output unless given.")))
    var output: String?

    @Flag(help: ArgumentHelp(say("ステップ表をCSVで標準出力に出す。", "Print the step sheet as CSV.")))
    var csv = false

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let sheets = ProgressSheets(context, standardizationTable(context))
        if csv { return try Console.write("\u{FEFF}" + sheets.steps.table.csv(.ja)) }
        let format = Format(language: .ja, years: portfolio.organization.yearStyle ?? .era)
        let bytes = try exchanging { () throws(ExchangeProblem) in
            try Workbook([sheets.rates, sheets.steps], format).bytes()
        }
        guard let output else { return try Console.write(bytes) }
        try writeFile(bytes, to: output)
    }
}

/// `standardization compare`: rank and distribution among other bodies, and where we are behind.
struct StandardizationCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: say(
            "他団体（同区分・同一都道府県・全国）と比べます。", "Compares with other bodies: category, prefecture, nation."),
        discussion: say("例:", "Examples:") + """

              heijun standardization compare
              heijun standardization compare --scope nation --behind 20
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    @Option(
        help: ArgumentHelp(
            say("比べる範囲（category / prefecture / nation）。", "Bodies: category, prefecture or nation."),
            valueName: "scope"))
    var scope = PeerScope.category

    @Option(
        help: ArgumentHelp(
            say("遅れている作業ステップを何件示すか。", "How many steps to show where we are behind."), valueName: "n"))
    var behind = 10

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let table = standardizationTable(context)
        let peers = PeerTable(portfolio.peers)
        let comparison = PeerComparison(table, context, peers, scope: scope.scope)
        guard comparison.peers > 0 else { throw nobody(comparison, portfolio) }
        let format = listing.format(of: portfolio.organization)
        if listing.json {
            return try Console.write(JSONValue.comparison(comparison, limit: behind, format).text)
        }
        try listing.print(
            Table.comparison(comparison, format), summary: summary(comparison, portfolio, format))
        let gaps = Table.stepGaps(comparison, limit: behind, format)
        guard !listing.csv, !gaps.rows.isEmpty else { return }
        try Console.line(
            "\n" + say("多くの団体が終えていて、まだ終わっていない作業ステップ", "Steps that most others have settled and we have not"))
        try Console.write(listing.drawn(gaps))
    }

    private func summary(_ comparison: PeerComparison, _ portfolio: Portfolio, _ format: Format) -> String {
        let days = portfolio.peers.compactMap(\.asOf)
        let span =
            days.min().map { first in
                let last = days.max() ?? first
                return first == last
                    ? format.shortDay(first) : "\(format.shortDay(first))–\(format.shortDay(last))"
            } ?? ""
        return say(
            "比較: \(comparison.group.ja) \(grouped(comparison.peers)) 団体（他団体の時点 \(span)）。進捗率は（完了済み＋対象外）÷40 の手続進捗率です。",
            "Compared with \(grouped(comparison.peers)) bodies (\(comparison.group.en), as of \(span)). The rate is the procedure's, (done + not applicable) ÷ 40."
        )
    }

    private func nobody(_ comparison: PeerComparison, _ portfolio: Portfolio) -> Failure {
        portfolio.peers.isEmpty
            ? Failure(
                ja: "他団体の進捗がありません。heijun standardization import で公表された進捗表を取り込んでください。",
                en: "No other body's progress is known. Read a published sheet with standardization import.",
                .refused)
            : Failure(
                ja: "\(comparison.group.ja)の団体がありません。--scope nation で全国と比べられます。",
                en: "There is no other body in this group (\(comparison.group.en)). Try --scope nation.",
                .refused)
    }
}

/// The scopes of a comparison as an argument.
enum PeerScope: String, ExpressibleByArgument, CaseIterable {
    case category, prefecture, nation

    var scope: PeerComparison.Scope {
        switch self {
        case .category: .category
        case .prefecture: .prefecture
        case .nation: .nation
        }
    }
}
