import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports

/// What a plan is made under.
struct PlanInput: ParsableArguments {
    @Option(help: ArgumentHelp(say("乱数の種。", "Seed."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(say("基準日。既定は台帳の基準日。", "As-of date; the ledger's unless given."), valueName: "date"))
    var asOf: String?

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
    func plan(of portfolio: Portfolio, _ entries: [Entry], from reference: Plan? = nil) throws -> Made {
        var portfolio = portfolio
        for change in ceiling { try CeilingChange(change).apply(to: &portfolio) }
        let day = try asOfDay(asOf, in: portfolio)
        let options = PlanOptions(seed: seed, startFrom: reference, asOf: day)
        let inputs = PlanInputs(seed: seed, asOf: day, scenario: scenario, reference: reference?.inputHash)
        let progress = ProgressLine()
        Interruption.listen()
        var plan = makePlan(
            for: portfolio, options: options, inputHash: try inputs.hash(with: entries),
            progress: { progress.show($0) }, isCancelled: { Interruption.happened })
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

/// The as-of date of a reading command: as asked, else the ledger's.
func asOfDay(_ text: String?, in portfolio: Portfolio) throws -> Day {
    if let text {
        do {
            return try Day(fieldText: text)
        } catch {
            throw Failure(ja: "--as-of: \(error.words.ja)", en: "--as-of: \(error.words.en)", .usage)
        }
    }
    guard let day = portfolio.organization.asOf else {
        throw Failure(
            ja: "台帳に基準日（as_of）がありません。--as-of 2026-11-21 のように指定するか、heijun set organization:団体名 as_of=… で登録してください。",
            en: "The ledger has no as-of date. Give --as-of 2026-11-21, or set organization:NAME as_of=….", .usage)
    }
    return day
}
