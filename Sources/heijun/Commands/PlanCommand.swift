import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan`: levels the rebuild years; with its subcommands shows, explains, pins, compares, applies and verifies.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: say("再構築年度を平準化した計画を作ります。", "Levels rebuild years and moves into a plan."),
        discussion: say("例:", "Examples:") + """

              heijun plan
              heijun plan --from P-0001 --ceiling R10=-15%
              heijun plan show P-0001
              heijun plan pin SYS-0002 R11
              heijun plan compare P-0001 P-0002
              heijun plan apply P-0002
            """,
        subcommands: [
            PlanMake.self, PlanShow.self, PlanWaves.self, PlanWhy.self, PlanPin.self, PlanUnpin.self,
            PlanCompare.self, PlanApply.self, PlanSet.self, PlanScenario.self, PlanStress.self,
            PlanFrontier.self,
            PlanVerify.self, PlanList.self,
        ],
        defaultSubcommand: PlanMake.self)
}

/// `plan make`, the default: makes a plan, stores it, prints it.
struct PlanMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: say("計画を作り、保存して表示します（既定）。", "Makes, stores and prints a plan (default)."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var input: PlanInput

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            say(
                "この計画からの変更をなるべく少なくする。既定は、台帳に反映した最新の計画。",
                "Keep changes from this plan few; the plan applied last unless given."), valueName: "plan"))
    var earlier: String?

    @Flag(
        help: ArgumentHelp(say("前の計画によらず、台帳の年度から作る。", "Plan from the ledger's years, whatever was applied.")))
    var fresh = false

    func run() async throws {
        let entries = try common.entries()
        let made = try await input.plan(of: try typed(entries), entries, from: try reference)
        var plan = made.plan
        let isBroken = plan.search.hasSuffix(PlanInput.interrupted)
        guard plan.outcome != .undecided || !isBroken else {
            throw Failure(
                ja: "中断しました。計画はまだ見つかっていません。何も保存していません。",
                en: "Interrupted before a plan was found. Nothing was stored.", .interrupted)
        }
        if common.path != "-" {
            let store = try common.store()
            plan.id = try refusing { () throws(StoreError) in
                try store.save(plan, time: Clock.now, scenario: made.scenario)
            }
        }
        try PlanPrinter(plan, made.portfolio, listing).print()
        guard !isBroken else {
            throw Failure(
                ja: "中断したため、それまでに見つかった最も良い計画です。同じ命令をもう一度実行すると、最後まで探します。",
                en:
                    "Interrupted: this is the best plan found so far. The same command again searches to the end.",
                .interrupted)
        }
    }

    /// The plan that changes are counted from; nil counts from the natural years.
    private var reference: Plan? {
        get throws {
            guard common.path != "-" || earlier != nil else { return nil }
            let store = try common.readStore()
            if let earlier { return try refusing { () throws(StoreError) in try store.plan(earlier) }.plan }
            guard !fresh else { return nil }
            let plans = try refusing { () throws(StoreError) in try store.plans() }
            return plans.last { $0.appliedBatch != nil }?.plan
        }
    }
}
