public import HeijunModel
public import HeijunPlanning
public import HeijunPolicy

/// Everything that reports are made of. No part is read from a clock, a file or the environment.
public struct ReportInput: Sendable {
    /// The ledger.
    public var portfolio: Portfolio
    /// The day that the report takes for today.
    public var asOf: Day
    /// Heijun's version, and the SHA-256 of what the report is made from.
    public var version: String
    /// Fingerprint of what the report was made from.
    public var inputHash: String
    /// The plan; reports without one show the indicators, the standardization and the facilities.
    public var plan: Plan?
    /// What the checks found.
    public var findings: [Finding] = []
    /// The policy's own indicators; those of measures and programmes stand in the evaluations.
    public var indicators: [IndicatorRow] = []
    /// Grades and sheets, where the ledger has any, and the findings on them.
    public var evaluation: EvaluationInput?
    /// What the checks of indicators and evaluations found.
    public var evaluationFindings: [Finding] = []
    /// The standardization table, where there is one.
    public var standardization: StandardizationTable?
    /// What ends or must be renewed soon, and what this autumn's budget request must hold.
    public var due: [DueItem] = []
    /// What must be requested in the coming autumn.
    public var autumn: AutumnDecisions?
    /// The next budget system by system, and its statement on debt burden acts.
    public var budget: [BudgetLine] = []
    /// Lines of the 債務負担行為調書.
    public var debts: [DebtLine] = []
    /// The plan under delays, overruns and events.
    public var stress: StressResult?
    /// Near-best plans; only where somebody asked for them, since they take a minute.
    public var frontier: Frontier?
    /// What the plan was made under beside the ledger: a scenario's name or its changes; nil for the ledger as it is.
    public var scenario: String?
    /// How figures and years are written.
    public var format: Format

    /// Starts the input; the language and the way of writing years are the portfolio's unless others are given.
    public init(
        portfolio: Portfolio, asOf: Day, version: String, inputHash: String, language: Language? = nil,
        years: YearStyle? = nil
    ) {
        self.portfolio = portfolio
        self.asOf = asOf
        self.version = version
        self.inputHash = inputHash
        let organization = portfolio.organization
        let spoken = language ?? organization.reportLanguage ?? .ja
        format = Format(
            language: spoken, years: years ?? organization.yearStyle ?? (spoken == .ja ? .era : .western))
    }

    /// The input of a portfolio and its plan with everything that follows from them: findings, indicators,
    /// standardization, what falls due in the two years from `asOf` on, and this autumn's budget request.
    public static func gathered(
        from portfolio: Portfolio, plan: Plan?, scenario: String? = nil, asOf: Day, version: String,
        inputHash: String, language: Language? = nil, years: YearStyle? = nil
    ) -> ReportInput {
        var input = ReportInput(
            portfolio: portfolio, asOf: asOf, version: version, inputHash: inputHash, language: language,
            years: years)
        let context = Context(portfolio, asOf: asOf)
        let found = plan.flatMap { $0.outcome == .feasible ? $0 : nil }
        input.plan = plan
        input.scenario = scenario
        let evaluation = EvaluationInput(context)
        input.indicators = ownIndicators(evaluation.indicators)
        if !evaluation.isEmpty {
            input.evaluation = evaluation
            input.evaluationFindings = HeijunPolicy.evaluationFindings(evaluation)
        }
        input.standardization = standardizationTable(context, plan: found)
        input.findings = everyFinding(
            in: context, plan: found, evaluation: evaluation, table: input.standardization)
        guard !portfolio.systems.isEmpty else { return input }
        let year = FiscalYear(of: asOf)
        input.due = dueList(portfolio, from: year, to: year.advanced(by: 1), plan: found, asOf: asOf)
        let autumn = decisionsThisAutumn(portfolio, plan: found, asOf: asOf)
        input.autumn = autumn
        input.budget = budgetSheet(portfolio, plan: found, fiscalYear: autumn.fiscalYear, asOf: asOf)
        input.debts = debtSheet(portfolio, plan: found, fiscalYear: autumn.fiscalYear, asOf: asOf)
        input.stress = found.map { stressTest($0, portfolio) }
        return input
    }

    /// The deadline of every business that has one and has not migrated.
    var deadlines: [Key: Deadline] {
        var result: [Key: Deadline] = [:]
        for row in standardization?.rows ?? [] where row.isOpen { result[row.key] = row.deadline }
        return result
    }
}
