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
        let entries = try common.entries()
        let portfolio = try stored.basis(of: try typed(entries))
        guard let choice = plan.choices.first(where: { $0.system.text == system }) else {
            throw RecordEdit.unknown(system, ITSystem.kind, entries)
        }
        let format = listing.format(of: portfolio.organization)
        let options = yearOptions(of: choice.system, plan: plan, portfolio: portfolio)
        let tables = YearOptionTables(options: options, format: format)
        if listing.json { return try Console.write(tables.json(choice).text) }
        if listing.csv { return try listing.print(tables.effects) }
        try printHead(choice, portfolio, format)
        try Console.write(listing.drawn(tables.effects))
        try Console.line("\n" + tables.changes.title[spoken])
        try Console.write(listing.drawn(tables.changes))
    }

    private func printHead(_ choice: Plan.Choice, _ portfolio: Portfolio, _ format: Format) throws {
        let name = portfolio.systems.first { $0.id == choice.system }?.name ?? system
        let years = [choice.natural, choice.planned].map { $0.map(format.year) ?? say("期間外", "outside") }
        try Console.line(
            "\(system) \(name)  "
                + say("当初 \(years[0]) → 計画 \(years[1])", "natural \(years[0]) → planned \(years[1])"))
        if let reason = choice.reason { try Console.line(reason[spoken]) }
        try Console.line()
    }
}
