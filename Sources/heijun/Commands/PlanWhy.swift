import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan why`: why a system sits in its year, and what every other year would mean.
struct PlanWhy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: say(
            "その年度を選んだ理由と、他の年度にした場合の影響を示します。",
            "Says why a system sits in its year, and what other years would mean."),
        discussion: say("例:", "Examples:") + """

              heijun plan why SYS-0002
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(help: ArgumentHelp(say("システムID。", "A system's key."), valueName: "system"))
    var system: String

    @Option(
        name: .customLong("plan"),
        help: ArgumentHelp(say("計画。既定は最新。", "The plan; the latest unless given."), valueName: "plan"))
    var planID: String?

    func run() throws {
        let store = try common.readStore()
        let stored = try refusing { () throws(StoreError) in try store.plan(planID) }
        let plan = stored.plan
        guard plan.outcome == .feasible else { throw PlanPrinter.noPlan(plan) }
        let entries = try common.entries(under: stored)
        let portfolio = try stored.basis(of: try typed(entries))
        try common.noteLaterChanges(since: stored)
        guard let choice = plan.choices.first(where: { $0.system.text == system }) else {
            throw RecordEdit.unknown(system, ITSystem.kind, entries)
        }
        let format = listing.format(of: portfolio.organization)
        let options = yearOptions(of: choice.system, plan: plan, portfolio: portfolio)
        let tables = YearOptionTables(options: options, format: format)
        if listing.json { return try Console.write(tables.json(choice).text) }
        if listing.csv { return try listing.print(tables.effects) }
        try printHead(choice, portfolio, format)
        guard !options.isEmpty else { return }
        try Console.line()
        try Console.write(listing.drawn(tables.effects))
        try printClosed(
            plan.years.map(\.year).filter { year in !options.contains { $0.year == year } }, format)
        guard !tables.isStill else { return }
        try Console.line("\n" + tables.changes.title[spoken])
        try Console.write(listing.drawn(tables.changes))
    }

    /// Says why some years of the horizon are not among those that the system could have.
    private func printClosed(_ years: [FiscalYear], _ format: Format) throws {
        guard !years.isEmpty else { return }
        let list = years.map(format.year).joined(separator: say("・", ", "))
        try Console.line(
            say(
                "\(list) は、稼働までの開発の支出が予算を締め切った年度から始まるため、選べない。",
                "\(list): building would begin in a year whose budget is closed."))
    }

    private func printHead(_ choice: Plan.Choice, _ portfolio: Portfolio, _ format: Format) throws {
        let name = portfolio.systems.first { $0.id == choice.system }?.name ?? system
        let years = [choice.natural, choice.planned].map { $0.map(format.year) ?? say("期間外", "outside") }
        try Console.line(
            "\(system) \(name)  "
                + say("当初 \(years[0]) → 計画 \(years[1])", "natural \(years[0]) → planned \(years[1])"))
        try Console.line((choice.reason ?? PlanWhy.unchanged(choice))[spoken])
    }

    /// Why a system stays where it was.
    private static func unchanged(_ choice: Plan.Choice) -> Words {
        switch choice.fixed {
        case .decided:
            Words(ja: "年度は決定済みのため、当初のままとした。", en: "Its year is decided, so it stays.")
        case .budgetClosed:
            Words(
                ja: "支出の始まる年度の予算が締め切られているため、当初のままとした（変更には補正予算か繰越を要する）。",
                en:
                    "Its spending begins in a year whose budget is closed, so it stays (a change takes a supplementary "
                    + "budget or a carry-over).")
        case .pinned: Words(ja: "固定された年度が当初の年度と同じである。", en: "It is pinned to its natural year.")
        case .retiring: Words(ja: "廃止の予定のため、再構築しない。", en: "It is to be retired, and not rebuilt.")
        case .noYear:
            Words(
                ja: "再構築年度も、稼働年度と周期も台帳にないため、再構築を計画に含めていない。heijun set で記入すると計画に入る。",
                en:
                    "The ledger has neither its rebuild year nor a start and a cycle, so no rebuild is planned. Enter them "
                    + "with heijun set.")
        case nil where choice.natural == nil:
            Words(ja: "当初の再構築年度が計画期間より後にある。", en: "Its natural rebuild lies beyond the plan's years.")
        case nil:
            Words(
                ja: "当初の年度のままとした。ほかの年度にしても計画全体はよくならない（下表）。",
                en: "It stays in its natural year: no other one would make the plan better (see below).")
        }
    }
}
