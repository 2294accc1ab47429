import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan pin`: fixes a system's go-live year, and shows what that does to the plan.
struct PlanPin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin",
        abstract: say("再構築の稼働年度を固定し、影響を示します。", "Fixes a system's go-live year and shows the effect."),
        discussion: say("例:", "Examples:") + """

              heijun plan pin SYS-0002 R11 --reason \(say("庁議決定", "decided"))
              heijun plan pin SYS-0002 R11 --dry-run
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var input: PlanInput

    @Argument(help: ArgumentHelp(say("システムID。", "A system's key."), valueName: "system"))
    var system: String

    @Argument(help: ArgumentHelp(say("稼働年度。", "Go-live fiscal year."), valueName: "year"))
    var year: String

    @Option(help: ArgumentHelp(say("固定の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            say(
                "決定済みの年度や締め切った予算を変える手続（supplementary 補正予算 / carryOver 繰越）。",
                "What allows a change of a decided year or a closed budget: supplementary or carryOver."),
            valueName: "kind"))
    var by: String?

    @Flag(help: ArgumentHelp(say("保存せず、影響だけを示す。", "Show the effect and store nothing.")))
    var dryRun = false

    func validate() throws {
        if let by, PlanTerms.BudgetException(rawValue: by) == nil {
            throw ValidationError(
                say("--by は supplementary か carryOver です。", "--by takes supplementary or carryOver."))
        }
    }

    func run() async throws {
        try await PinEdit(
            common: common, listing: listing, input: input, reason: reason, isDryRun: dryRun,
            exception: by.flatMap(PlanTerms.BudgetException.init)
        )
        .run(system, "pinned_year=\(year)", command: "plan pin \(system) \(year)")
    }
}

/// `plan unpin`: opens the year again.
struct PlanUnpin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unpin", abstract: say("年度の固定を外します。", "Opens a fixed year again."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var input: PlanInput

    @Argument(help: ArgumentHelp(say("システムID。", "A system's key."), valueName: "system"))
    var system: String

    @Option(help: ArgumentHelp(say("理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() async throws {
        try checkPinned()
        try await PinEdit(common: common, listing: listing, input: input, reason: reason, isDryRun: false)
            .run(system, "pinned_year=", command: "plan unpin \(system)")
    }
}

extension PlanUnpin {
    /// Refuses to open a year that is not fixed: a plan made again would say nothing.
    private func checkPinned() throws {
        let found = try common.ledger().systems.first { $0.id.text == system }
        guard let found, found.pinnedYear == nil else { return }
        throw Failure(
            ja: "\(system) \(found.name)の年度は固定されていません。何も変えていません。",
            en: "The year of \(system) \(found.name) is not pinned. Nothing was changed.", .refused)
    }
}

/// A pin put or taken: the change of the ledger, the new plan, and what differs from the latest one.
struct PinEdit {
    let common: Common
    let listing: Listing
    let input: PlanInput
    let reason: String?
    let isDryRun: Bool
    /// What allows a closed year to change.
    var exception: PlanTerms.BudgetException?

    func run(_ system: String, _ assignment: String, command: String) async throws {
        let store = try common.store()
        var entries = try refusing { () throws(StoreError) in try store.entries() }
        let edit = try RecordEdit(system, [assignment], in: entries)
        let unpinned = try typed(entries)
        let stored = try comparable(in: store, try input.variant(in: unpinned).text)
        let latest = stored?.plan
        if let index = entries.firstIndex(where: {
            $0.kind == edit.change.kind && $0.values == edit.change.before
        }) {
            entries[index].values = edit.change.after ?? entries[index].values
        }
        let allowed = allowance(edit, &entries)
        let portfolio = try typed(entries)
        try checkHorizon(edit, portfolio)
        if let stored {
            try printPin(edit, stored.plan, try common.ledger(under: stored), pinned: portfolio)
        }
        let made = try await input.plan(of: portfolio, entries, from: latest)
        var plan = made.plan
        try Interruption.check()
        try checkFollowed(edit, plan, made.portfolio)
        if !isDryRun, isKept(edit, plan) {
            let header = BatchHeader(author: Clock.author, time: Clock.now, command: command, reason: reason)
            let changes = [edit.change].filter { !$0.differences.isEmpty } + [allowed].compactMap { $0 }
            if !changes.isEmpty {
                _ = try refusing { () throws(StoreError) in try store.apply(changes, header) }
            }
            plan.id = try refusing { () throws(StoreError) in
                try store.save(plan, time: Clock.now, scenario: made.scenario)
            }
        }
        do {
            try PlanPrinter(plan, made.portfolio, listing, isTrial: isDryRun).printEffect(since: latest)
        } catch is Failure where plan.outcome != .feasible {
            throw PlanPrinter.noPlan(plan, isStored: !isDryRun && isKept(edit, plan))
        }
        if plan.outcome != .feasible {
            throw PlanPrinter.noPlan(plan, isStored: !isDryRun && isKept(edit, plan))
        }
    }
}

extension PinEdit {
    /// Whether the edit is stored: a pin under which no plan is found is not, taking one away always is.
    private func isKept(_ edit: RecordEdit, _ plan: Plan) -> Bool {
        plan.outcome == .feasible
            || !(edit.change.differences.contains { $0.field.key == "pinned_year" && $0.after != nil })
    }

    /// Notes in the system's planning terms what allows a closed year to change; nil where nothing was given.
    private func allowance(_ edit: RecordEdit, _ entries: inout [Entry]) -> Change? {
        let kind = PlanTerms.kind
        guard let exception, let position = kind.position["budget_exception"] else { return nil }
        let key = edit.change.key
        guard
            let index = entries.firstIndex(where: { $0.kind == kind.name && kind.key(of: $0.values) == key })
        else {
            var terms = PlanTerms()
            (terms.system, terms.budgetException) = (Key(key), exception)
            entries.append(terms.entry)
            return Change(kind: kind.name, key: key, before: nil, after: terms.entry.values)
        }
        let before = entries[index].values
        entries[index].values[position] = exception.rawValue
        guard entries[index].values != before else { return nil }
        return Change(kind: kind.name, key: key, before: before, after: entries[index].values)
    }

    /// Refuses a pin that the plan does not follow, since it would change a decided year or a closed budget.
    private func checkFollowed(_ edit: RecordEdit, _ plan: Plan, _ portfolio: Portfolio) throws {
        guard plan.outcome == .feasible,
            let system = portfolio.systems.first(where: { $0.id.text == edit.change.key }),
            let pin = system.pinnedYear,
            let choice = plan.choices.first(where: { $0.system == system.id }), choice.fixed != .pinned,
            choice.firstRebuild != pin
        else { return }
        throw Failure(
            ja: "\(system.name)の年度は決定済みか予算を締め切っているため、固定だけでは変わりません。補正予算によるときは --by supplementary、"
                + "繰越によるときは --by carryOver を付けてください。何も保存していません。",
            en:
                "The year of \(system.name) is decided, or its budget is closed; a pin alone does not change it. Add --by "
                + "supplementary or --by carryOver where the assembly allows it. Nothing was stored.",
            .refused)
    }

    /// Refuses a year that the plan does not reach.
    private func checkHorizon(_ edit: RecordEdit, _ portfolio: Portfolio) throws {
        let pinned = portfolio.systems.first { $0.id.text == edit.change.key }?.pinnedYear
        let first = FiscalYear(of: try input.today.day(in: portfolio)).advanced(by: 1)
        let last = first.advanced(by: portfolio.value(of: .horizonYears) - 1)
        guard let pinned, !(first...last).contains(pinned) else { return }
        let format = listing.format(of: portfolio.organization)
        let range = "\(format.year(first))–\(format.year(last))"
        throw Failure(
            ja: "\(format.year(pinned)) は計画期間（\(range)）の外です。期間内の年度を指定してください。",
            en: "\(format.year(pinned)) is outside the plan's years (\(range)). Give a year within them.",
            .usage)
    }

    /// Says what the pinned year would mean if every other system stayed as planned.
    private func printPin(
        _ edit: RecordEdit, _ plan: Plan, _ portfolio: Portfolio, pinned: Portfolio
    ) throws {
        guard !listing.json, !listing.csv,
            let system = pinned.systems.first(where: { $0.id.text == edit.change.key }),
            let year = system.pinnedYear,
            let option = pinOption(of: system.id, to: year, plan: plan, portfolio: portfolio)
        else { return }
        let peak = signed(option.peakChange.thousands), total = signed(option.totalChange.thousands)
        let format = listing.format(of: portfolio.organization)
        try Console.line(
            say(
                "\(system.name)を \(format.year(year)) とし、他を計画 \(plan.id) のままとした場合の増減: ピーク \(peak) 千円、総額 \(total) 千円",
                "\(system.name) in \(format.year(year)), all others as in \(plan.id): peak \(peak), total \(total) thousand yen"
            ))
        for words in option.breaks { try Console.line("  - " + words[spoken]) }
        if option.breaks.isEmpty {
            try Console.line("  " + say("超える制約はありません。", "No limit is exceeded."))
        }
        try Console.line()
    }

    /// The latest plan made under the same scenario.
    private func comparable(in store: Store, _ scenario: String?) throws -> StoredPlan? {
        let plans = try refusing { () throws(StoreError) in try store.plans() }
        return plans.last { $0.scenario == scenario && $0.plan.outcome == .feasible }
    }
}
