import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `budget replan`: a cut of the budget, answered by a plan with few changes.
struct BudgetReplan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replan",
        abstract: say(
            "内示・査定・議決の減額を反映し、変更の少ない計画を作り直します。",
            "Makes the plan again with few changes, for the amounts that were granted."),
        discussion: say("例:", "Examples:") + """

              heijun budget set SYS-0002 R10 \(say("内示 委託料=0", "notified commission=0"))
              heijun budget replan R10
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var budget: BudgetYear

    @Flag(help: ArgumentHelp(say("保存せず、結果だけを示す。", "Show the result and store nothing.")))
    var dryRun = false

    func run() async throws {
        let entries = try common.entries()
        let view = try budget.view(common)
        guard let plan = view.plan, let stored = try budget.under.stored(common) else {
            throw Failure(
                ja: "もとになる計画がありません。heijun plan で作ってください。",
                en: "There is no plan to change. Make one with heijun plan.", .refused)
        }
        let cuts = cutChanges(view.portfolio, plan: plan, fiscalYear: view.year, asOf: view.day)
        guard !cuts.cuts.isEmpty else {
            return try Console.line(
                say("必要額に足りない内示・査定・議決はありません。", "Nothing was granted less than the plan needs."))
        }
        if !listing.json && !listing.csv { try printCuts(cuts, view) }
        guard !cuts.changes.isEmpty else { return }
        let ledger = try typed(entries)
        let variant = try varying { () throws(VariantProblem) in
            try PlanVariant(
                stored: [stored.scenario, cuts.changes.joined(separator: " ")].compactMap { $0 }.joined(
                    separator: " "))
        }
        let made = try await PlanInput.parse([]).plan(of: ledger, entries, from: plan, under: variant)
        try Interruption.check()
        var replanned = made.plan
        if !dryRun {
            let store = try common.store()
            replanned.id = try refusing { () throws(StoreError) in
                try store.save(replanned, time: Clock.now, scenario: made.scenario)
            }
        }
        try PlanPrinter(replanned, made.portfolio, listing, isTrial: dryRun).printEffect(since: plan)
        if replanned.outcome != .feasible { throw PlanPrinter.noPlan(replanned) }
    }

    private func printCuts(_ cuts: CutChanges, _ view: BudgetYear.View) throws {
        let names = Dictionary(view.portfolio.systems.map { ($0.id, $0.name) }) { first, _ in first }
        try Console.line(say("減額とその対応", "Cuts and what follows"))
        for cut in cuts.cuts {
            let name = names[cut.system] ?? cut.system.text
            try Console.line(
                "  - \(cut.system.text) \(name): \(grouped(cut.needed.thousands)) → \(grouped(cut.granted.thousands)) "
                    + say("千円、", "thousand yen, ") + cut.effect.words[spoken])
        }
        try Console.line()
    }
}
