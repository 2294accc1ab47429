import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports

/// What a plan is made under.
struct PlanInput: ParsableArguments {
    @Option(help: ArgumentHelp(say("乱数の種。", "Seed."), valueName: "n"))
    var seed: UInt64 = 1

    @OptionGroup var today: AsOf

    @Option(
        help: ArgumentHelp(
            say(
                "この計画に限り上限を変える。R11=-15%、R11=9500000千円、特別会計は 会計/R11=…。",
                "Change a ceiling for this plan only: R11=-15%, R11=9500000千円, or ACCOUNT/R11=…"),
            valueName: "year=change"))
    var ceiling: [String] = []

    /// A made plan, with the portfolio that it was made of.
    struct Made {
        let plan: Plan
        let portfolio: Portfolio
        let scenario: String?
    }

    /// Makes the plan of a portfolio under these settings.
    ///
    /// - Parameter reference: The plan that changes are counted from; nil counts from the natural years.
    func plan(of portfolio: Portfolio, _ entries: [Entry], from reference: Plan? = nil) async throws -> Made {
        var portfolio = portfolio
        for change in ceiling { try CeilingChange(change).apply(to: &portfolio) }
        let day = try today.day(in: portfolio)
        let options = PlanOptions(seed: seed, threads: 2, startFrom: reference, asOf: day)
        let inputs = PlanInputs(seed: seed, asOf: day, scenario: scenario, reference: reference?.inputHash)
        let progress = ProgressLine()
        Interruption.catchSignals()
        var plan = await makePlan(
            for: portfolio, options: options, inputHash: try inputs.hash(with: entries),
            progress: { progress.show($0) }, isCancelled: { Interruption.isAsked })
        progress.end()
        plan.referenceHash = reference?.inputHash
        return Made(plan: plan, portfolio: portfolio, scenario: scenario)
    }

    private var scenario: String? { ceiling.isEmpty ? nil : ceiling.joined(separator: " ") }
}

/// Everything that a plan depends on beside the ledger.
struct PlanInputs {
    let seed: UInt64
    let asOf: Day
    let scenario: String?
    let reference: String?

    /// The fingerprint of the ledger as exported and of these settings.
    func hash(with entries: [Entry]) throws -> String {
        let hash = SHA256()
        try exchanging { () throws(ExchangeProblem) in try inventoryXML(of: entries) }.withUnsafeBytes(hash.feed)
        let rest = ["\(seed)", asOf.fieldText, scenario ?? "", reference ?? ""].joined(separator: "\n")
        Array(rest.utf8).withUnsafeBytes(hash.feed)
        return hash.finish()
    }
}
