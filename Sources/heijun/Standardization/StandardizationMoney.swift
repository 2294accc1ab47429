import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports

/// `standardization costs`: running cost before and after the migration, by official item.
struct StandardizationCosts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "costs",
        abstract: say("移行前後の運用経費と3割削減目標を示します。", "Running cost before and after, and the 30 % target."),
        discussion: say("例:", "Examples:") + """

              heijun standardization costs
              heijun standardization costs --computed
              heijun standardization costs --scope \(say("税", "taxes")) --csv
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Option(help: ArgumentHelp(say("この範囲だけ。", "Only this scope."), valueName: "scope"))
    var scope: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "台帳のシステム経費から計算した比較も示す（団体の試算がなければ常に示す）。",
                "Also compute it from the ledger's systems; without a comparison of the body's own it always is."
            )))
    var computed = false

    func run() throws {
        let portfolio = try common.ledger()
        let all = RunningCostAnalysis.all(of: portfolio, withLedger: computed).filter {
            scope == nil || $0.scope.text == scope
        }
        guard !all.isEmpty else {
            throw Failure(
                ja: "経費の比較がありません。cost_comparison（費目別の5年間）か running_cost（年度別）を登録してください。",
                en:
                    "No cost comparison is recorded. Enter cost_comparison (by item) or running_cost (by year).",
                .refused)
        }
        let format = listing.format(of: portfolio.organization)
        if listing.json {
            return try Console.write(
                JSONValue.object([("scopes", .array(all.map { .costs($0, format) }))]).text)
        }
        for analysis in all {
            if !listing.csv {
                try Console.line("\(analysis.scope.text)  \(analysis.label ?? "")")
            }
            let years = Table.costYears(analysis, format)
            if !analysis.items.isEmpty { try listing.print(Table.costComparison(analysis, format)) }
            if !listing.csv, !years.rows.isEmpty { try Console.write("\n" + listing.drawn(years)) }
            if !listing.csv { try Console.line("\n" + Headlines(format: format).costs(analysis) + "\n") }
        }
    }
}

/// `standardization grants`: the subsidy by system.
struct StandardizationGrants: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grants",
        abstract: say("デジタル基盤改革支援補助金の申請から実績までを示します。", "The subsidy by system, from limit to report."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    func run() throws {
        let portfolio = try common.ledger()
        let format = listing.format(of: portfolio.organization)
        try listing.print(Table.grants(portfolio, format))
    }
}

/// `standardization revisions`: revisions of the standard specifications and who has yet to follow.
struct StandardizationRevisions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revisions",
        abstract: say("標準仕様書の改定と適用日、未対応のシステムを示します。", "Revisions of the specifications, and who lags."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let format = listing.format(of: portfolio.organization)
        let table = Table.revisions(RevisionWork.all(in: context), format)
        let years = Table.recurring(RecurringYear.all(in: context), format)
        guard !listing.json else {
            return try Console.write(
                JSONValue.object([(table.key, table.json), (years.key, years.json)]).text)
        }
        try listing.print(table)
        guard !listing.csv, !years.rows.isEmpty else { return }
        try Console.line("\n" + years.title[spoken] + say("（千円）", " (thousand yen)"))
        try Console.write(listing.drawn(years))
    }
}

/// `standardization deadlines`: how the deadlines came to be what they are.
struct StandardizationDeadlines: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines", abstract: say("期限の根拠と改定の経緯を示します。", "The deadlines' sources and revisions."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let format = listing.format(of: portfolio.organization)
        try listing.print(
            Table.deadlines(context.deadlineHistory, format),
            summary: say(
                "deadline の記録を加えると、その対象の公表値に代わります。標準化法そのものに期日の定めはありません。",
                "A deadline record takes the place of the published ones of its scope. The law itself names no day."
            ))
    }
}
