import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `due`: what ends or must be renewed in a range of years.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: say(
            "期間内に期限を迎える契約・保守・更新・再構築を示します。", "Lists what ends or must be renewed in a range of years."),
        discussion: say("例:", "Examples:") + """

              heijun due --from R9 --to R11
              heijun due --ledger
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Option(
        help: ArgumentHelp(
            say("最初の年度。既定は基準日の年度。", "First fiscal year; that of the as-of date unless given."),
            valueName: "year"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            say("最後の年度。既定は2年後。", "Last fiscal year; two years later unless given."), valueName: "year"))
    var to: String?

    func run() throws {
        let portfolio = try common.ledger()
        let day = try today.day(in: portfolio)
        let first = try from.map { try fiscalYear($0, "--from") } ?? FiscalYear(of: day)
        let last = try to.map { try fiscalYear($0, "--to") } ?? first.advanced(by: 2)
        guard first <= last else {
            throw Failure(ja: "--to は --from より後の年度にしてください。", en: "--to must not be before --from.", .usage)
        }
        let plan = try under.plan(common)
        let items = dueList(portfolio, from: first, to: last, plan: plan, asOf: day)
        let format = listing.format(of: portfolio.organization)
        try listing.print(
            Table.due(items, portfolio, format),
            summary: say("\(items.count) 件", "\(items.count) items") + under.note(plan))
    }
}

/// `budget`: what must be requested for a fiscal year.
struct BudgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget",
        abstract: say("年度の予算要求に載せるものを節ごとに示します。", "Lists what must be requested for a fiscal year's budget."),
        discussion: say("例:", "Examples:") + """

              heijun budget
              heijun budget R10 --csv > \(say("R10要求.csv", "fy2028.csv"))
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Argument(
        help: ArgumentHelp(
            say("予算年度。既定はこの秋に要求する年度。", "Budget year; the one requested this autumn unless given."),
            valueName: "year"))
    var year: String?

    func run() throws {
        let portfolio = try common.ledger()
        let day = try today.day(in: portfolio)
        let plan = try under.plan(common)
        let autumn = decisionsThisAutumn(portfolio, plan: plan, asOf: day)
        let asked = try year.map { try fiscalYear($0, say("年度", "year")) } ?? autumn.fiscalYear
        let requests =
            asked == autumn.fiscalYear
            ? autumn.requests : budgetRequests(portfolio, plan: plan, fiscalYear: asked, asOf: day)
        let format = listing.format(of: portfolio.organization)
        let sum = grouped(requests.map(\.amount).total().thousands)
        try listing.print(
            Table.budget(requests, portfolio, format),
            summary: say(
                "\(asked.long(format.years)) 予算要求 \(requests.count) システム、一時経費等 \(sum) 千円",
                "Requests for \(format.sentenceYear(asked)): \(requests.count) systems, \(sum) thousand yen of one-time cost"
            )
                + under.note(plan))
    }
}

/// Whether a list follows a plan or the ledger as it is.
struct UnderPlan: ParsableArguments {
    @Option(
        name: .customLong("plan"),
        help: ArgumentHelp(
            say("従う計画。既定は最新の計画。", "The plan to follow; the latest unless given."), valueName: "plan"))
    var planID: String?

    @Flag(
        name: .customLong("ledger"),
        help: ArgumentHelp(say("計画によらず、台帳のままの年度で示す。", "Follow the ledger as it is, not a plan.")))
    var followsLedger = false

    /// The plan to follow; nil for the ledger as it is.
    func plan(_ common: Common) throws -> Plan? {
        guard !followsLedger, common.path != "-" else { return nil }
        let store = try common.readStore()
        guard let planID else {
            return try refusing { () throws(StoreError) in try store.plans() }.map(\.plan).last {
                $0.outcome == .feasible
            }
        }
        return try refusing { () throws(StoreError) in try store.plan(planID) }.plan
    }

    /// Which years the list follows, for its last line.
    func note(_ plan: Plan?) -> String {
        plan.map { say("（計画 \($0.id) による）", " (under plan \($0.id))") }
            ?? say("（台帳の年度による）", " (by the ledger's years)")
    }
}
