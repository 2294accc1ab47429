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
        let ledger = try common.ledger()
        let day = try today.day(in: ledger)
        let first = try from.map { try fiscalYear($0, "--from") } ?? FiscalYear(of: day)
        let last = try to.map { try fiscalYear($0, "--to") } ?? first.advanced(by: 2)
        guard first <= last else {
            throw Failure(ja: "--to は --from より後の年度にしてください。", en: "--to must not be before --from.", .usage)
        }
        let stored = try under.stored(common)
        let portfolio = try stored.map { try common.ledger(under: $0) } ?? ledger
        let items = dueList(portfolio, from: first, to: last, plan: stored?.plan, asOf: day)
        let format = listing.format(of: portfolio.organization)
        let byYear = Table.dueCosts(items, format)
        let summary = say("\(items.count) 件", "\(items.count) items") + under.note(stored?.plan)
        if !items.isEmpty { try listing.head(Table.due(items, portfolio, format)) }
        guard !listing.json, !listing.csv, !byYear.rows.isEmpty else {
            return try listing.print(
                Table.due(items, portfolio, format), summary: summary,
                wrapped: { .object([("due", $0), (byYear.key, byYear.json)]) })
        }
        try Console.write(listing.drawn(Table.due(items, portfolio, format)))
        try Console.line(
            "\n" + byYear.title[spoken]
                + say(
                    "（支出する年度による。稼働前の開発と契約の残りの支払を含む。単位: 千円）",
                    " (by the year of payment, with building before go-live and what contracts still pay; in thousand yen)"
                ))
        try listing.print(byYear, summary: summary)
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

    /// The plan to follow, or to tell why there is none; nil for the ledger as it is.
    func plan(_ common: Common) throws -> Plan? { try stored(common, mustExist: false)?.plan }

    /// The plan to follow as it was stored; nil for the ledger as it is.
    ///
    /// - Parameter mustExist: Whether one that found no plan is refused.
    func stored(_ common: Common, mustExist: Bool = true) throws -> StoredPlan? {
        guard !followsLedger, common.path != "-" else { return nil }
        let store = try common.readStore()
        let stored = try found(in: store, mustExist)
        if let stored { try common.noteLaterChanges(since: stored) }
        return stored
    }

    private func found(in store: Store, _ mustExist: Bool) throws -> StoredPlan? {
        guard let planID else {
            return try refusing { () throws(StoreError) in try store.plans() }.last {
                $0.plan.outcome == .feasible
            }
        }
        return mustExist
            ? try PlanPrinter.feasible(planID, in: store)
            : try refusing { () throws(StoreError) in try store.plan(planID) }
    }

    /// Which years the list follows, for its last line.
    func note(_ plan: Plan?) -> String {
        plan.map { say("（計画 \($0.id) による）", " (under plan \($0.id))") }
            ?? say("（台帳の年度による）", " (by the ledger's years)")
    }
}
