import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// What a plan is made under.
struct PlanInput: ParsableArguments {
    @Option(help: ArgumentHelp(say("乱数の種。", "Seed."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            say("探索の量（1〜10）。1増えると約2倍かけて探す。", "Amount of search, 1 to 10; each step doubles it."),
            valueName: "n"))
    var effort = 1

    @Option(
        help: ArgumentHelp(
            say(
                "理論上の最小値との差がこの％以内と証明できたら探索を終える。",
                "Search ends once the gap is proven to be at most so many percent."), valueName: "percent"))
    var gap = 1.0

    @OptionGroup var today: AsOf

    @Option(
        help: ArgumentHelp(
            say(
                "この計画に限り上限を変える。R11=-15%、R11=9500000千円、特別会計は 会計/R11=…。",
                "Change a ceiling for this plan only: R11=-15%, R11=9500000千円, or ACCOUNT/R11=…"),
            valueName: "year=change"))
    var ceiling: [String] = []

    @Option(
        name: .customLong("scenario"),
        help: ArgumentHelp(
            say(
                "このシナリオの設定・上限・固定年度で作る（heijun plan scenario）。",
                "Plan under this scenario (heijun plan scenario)."),
            valueName: "name"))
    var scenarioName: String?

    /// A made plan, with the portfolio that it was made of.
    struct Made {
        let plan: Plan
        let portfolio: Portfolio
        let scenario: String?
    }

    /// What the plan is made under beside the ledger.
    func variant(in portfolio: Portfolio) throws -> PlanVariant {
        try varying { () throws(VariantProblem) in
            try PlanVariant(scenario: scenarioName.map { Key($0) }, changes: ceiling, in: portfolio)
        }
    }

    /// Makes the plan of a portfolio under these settings.
    ///
    /// - Parameters:
    ///   - reference: The plan that changes are counted from; nil counts from the natural years.
    ///   - variant: What it is made under; nil takes what the command line says.
    func plan(
        of portfolio: Portfolio, _ entries: [Entry], from reference: Plan? = nil,
        under asked: PlanVariant? = nil
    ) async throws -> Made {
        let variant = try asked ?? variant(in: portfolio)
        let scenario = variant.text
        let portfolio = try varying { () throws(VariantProblem) in try variant.applied(to: portfolio) }
        let day = try today.day(in: portfolio)
        var options = try options(in: portfolio)
        options.startFrom = reference
        let inputs = PlanInputs(
            search: search, asOf: day, scenario: scenario, reference: reference?.inputHash)
        let progress = ProgressLine()
        Interruption.catchSignals()
        var plan = await makePlan(
            for: portfolio, options: options, inputHash: try inputs.hash(with: entries),
            progress: { progress.show($0) }, isCancelled: { Interruption.isAsked })
        progress.end()
        plan.referenceHash = reference?.inputHash
        plan.search = search
        plan.version = Version.text
        if Interruption.isAsked { try note(interruptionOf: &plan, of: entries, scenario) }
        return Made(plan: plan, portfolio: portfolio, scenario: scenario)
    }

    /// Marks a plan as the best of a search that was broken off, so that its input is not taken for that of a whole one.
    private func note(interruptionOf plan: inout Plan, of entries: [Entry], _ scenario: String?) throws {
        let broken = search + PlanInput.interrupted
        plan.search = broken
        plan.inputHash = try PlanInputs(
            search: broken, asOf: plan.asOf, scenario: scenario, reference: plan.referenceHash
        ).hash(with: entries)
    }

    /// What ends the note on a search that was broken off.
    static let interrupted = " interrupted"

    /// How a plan of a portfolio is searched.
    func options(in portfolio: Portfolio) throws -> PlanOptions {
        let day = try today.day(in: portfolio)
        guard !portfolio.systems.isEmpty else {
            throw Failure(
                ja: "台帳に情報システムがありません。heijun import で目録を取り込んでください。",
                en: "The ledger holds no system. Import an inventory with heijun import.", .refused)
        }
        try checkPins(portfolio, day)
        return PlanOptions(seed: seed, effort: effort, gapPercent: gap, threads: 2, asOf: day)
    }

    /// Refuses a pin beyond the horizon of a system whose natural year lies within it: only a natural year may lie beyond.
    private func checkPins(_ portfolio: Portfolio, _ day: Day) throws {
        let first = FiscalYear(of: day).advanced(by: 1)
        let last = first.advanced(by: portfolio.value(of: .horizonYears) - 1)
        for system in portfolio.systems {
            guard let pin = system.pinnedYear, pin > last, let natural = system.naturalYear, natural <= last
            else { continue }
            let range = "\(first.short(.era))–\(last.short(.era))"
            throw Failure(
                ja: "\(system.id.text) \(system.name)の固定年度 \(pin.short(.era)) は計画期間（\(range)）の外です。"
                    + "期間内の年度にするか、固定を外してください。",
                en:
                    "\(system.id.text) \(system.name) is pinned to \(pin.startYear), outside the plan's years "
                    + "(\(first.startYear)–\(last.startYear)). Pin it within them, or take the pin away.",
                .refused)
        }
    }

    func validate() throws {
        guard gap >= 0, gap.isFinite else {
            throw ValidationError(say("--gap は 0 以上の数です。", "--gap is a number of 0 or more."))
        }
        guard (1...10).contains(effort) else {
            throw ValidationError(say("--effort は 1〜10 の数です。", "--effort is a number from 1 to 10."))
        }
    }

    /// How plans are searched for, as they keep it.
    var search: String { "seed \(seed) effort \(effort) gap \(gap)" }
}

/// Everything that a plan depends on beside the ledger.
struct PlanInputs {
    /// Seed, effort and gap of the search, as one text.
    let search: String
    let asOf: Day
    let scenario: String?
    let reference: String?

    /// The fingerprint of the ledger as exported, without the kinds that no plan is made from, and of these settings.
    func hash(with entries: [Entry]) throws -> String {
        let hash = SHA256()
        let entries = entries.filter { !RecordKind.besidePlanning.contains($0.kind) }
        try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) }.withUnsafeBytes(
            hash.feed)
        let rest = [search, asOf.fieldText, scenario ?? "", reference ?? ""].joined(separator: "\n")
        Array(rest.utf8).withUnsafeBytes(hash.feed)
        return hash.finish()
    }
}

extension StoredPlan {
    /// What the plan was made under, as it keeps it.
    var inputs: PlanInputs {
        PlanInputs(search: plan.search, asOf: plan.asOf, scenario: scenario, reference: plan.referenceHash)
    }
}
