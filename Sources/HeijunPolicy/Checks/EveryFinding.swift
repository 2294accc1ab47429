public import HeijunModel

/// Everything that a ledger and its plan are asked about: the rules and data checks, what indicators and
/// evaluations say against their own figures, and where the plan and the forecast of a business disagree; gravest first.
///
/// - Parameters:
///   - plan: Whose go-live years are held against the forecast; nil leaves that question out.
///   - evaluation: The evaluations of the same ledger and day, computed already.
///   - table: The businesses of the same ledger and day under `plan`, computed already.
public func everyFinding(
    in context: Context, plan: Plan? = nil, evaluation: EvaluationInput? = nil,
    table: StandardizationTable? = nil
) -> [Finding] {
    let input = evaluation ?? EvaluationInput(context)
    let businesses = plan.map { plan in table ?? standardizationTable(context, plan: plan) }
    return sorted(
        findings(in: context) + indicatorFindings(input) + evaluationFindings(input)
            + (businesses?.planFindings ?? []))
}
