public import HeijunModel

/// What evaluations are checked on: everything computed once.
public struct EvaluationInput: Sendable {
    /// The ledger and the day.
    public let context: Context
    /// The indicators with rates and verdicts.
    public let indicators: [IndicatorRow]
    /// The measures with rates and grades.
    public let measures: [MeasureRow]
    /// Grades counted by field.
    public let summary: FieldSummary
    /// The programme sheets.
    public let sheets: [SheetRow]

    /// Computes indicators, measures, summary and sheets of a ledger.
    public init(_ context: Context) {
        self.context = context
        indicators = indicatorTable(context)
        measures = measureTable(context)
        summary = FieldSummary(measures, context.portfolio)
        sheets = sheetTable(context, indicators: indicators)
    }

    /// Whether there is anything to evaluate.
    public var isEmpty: Bool {
        measures.isEmpty && sheets.isEmpty && context.portfolio.summaryReviews.isEmpty
            && context.portfolio.agreementCounts.isEmpty
    }
}

/// A check of indicators or evaluations: what documents say against what their own figures give.
public struct EvaluationCheck: Sendable {
    /// Stable code, such as `rate-differs`.
    public let code: String
    /// How much its findings matter.
    public let severity: Finding.Severity
    /// What to do.
    public let remedy: Words
    let breaches: @Sendable (EvaluationInput) -> [Breach]

    init(
        _ code: String, _ severity: Finding.Severity, fix: Words,
        _ breaches: @escaping @Sendable (EvaluationInput) -> [Breach]
    ) {
        self.code = code
        self.severity = severity
        remedy = fix
        self.breaches = breaches
    }

    /// Every check of evaluations. A new one is one entry in its subject's file.
    public static let all =
        measures + names + summaries + sheets + projects + questions + agreements + remarks

    /// The findings of some checks, gravest first.
    public static func findings(_ checks: [EvaluationCheck], in input: EvaluationInput) -> [Finding] {
        sorted(
            checks.flatMap { check in
                let grade = Grade(
                    code: check.code, rule: "", severity: check.severity, remedy: check.remedy, source: "")
                return check.breaches(input).map(grade.finding)
            })
    }
}

/// Findings on measures, summaries, sheets, answers and recorded doubts.
public func evaluationFindings(_ input: EvaluationInput) -> [Finding] {
    EvaluationCheck.findings(EvaluationCheck.all, in: input)
}

/// Findings on the indicators alone.
public func indicatorFindings(_ input: EvaluationInput) -> [Finding] {
    EvaluationCheck.findings(EvaluationCheck.indicators, in: input)
}
