public import HeijunModel
public import HeijunPolicy

extension JSONValue {
    /// A plan: what was reached, every year, and every system whose year or room changes.
    public static func plan(_ plan: Plan, _ portfolio: Portfolio, _ format: Format) -> JSONValue {
        let changed = Table.changedYears(plan, portfolio, format)
        let moves = Table.moves(plan, portfolio, format)
        let isFeasible = plan.outcome == .feasible
        return .object([
            ("plan", JSONValue(plan.id.isEmpty ? nil : plan.id)), ("seed", .int(Int(clamping: plan.seed))),
            ("inputHash", JSONValue(plan.inputHash)), ("asOf", JSONValue(plan.asOf)),
            ("scope", JSONValue(plan.scope)), ("objective", JSONValue(plan.objective)),
            ("bound", JSONValue(plan.bound)), ("gapPercent", gap(plan)),
            ("feasible", .bool(isFeasible)), ("outcome", JSONValue(plan.outcome.rawValue)),
            ("peak", peak(plan)), ("years", Table.planYears(plan, format).json),
            ("moved", .array(changed.objects + moves.objects)),
            ("options", Table.options(plan, portfolio, format).json),
            ("fundings", Table.fundings(plan, format).json),
            ("accounts", Table.accounts(plan, format).json),
            ("limits", Table.limits(plan, portfolio, format).json),
            ("restricted", .bool(plan.isRestricted == true)),
            ("levelledLoad", .string(plan.levelsGeneral == true ? "general" : "total")),
            ("extensionCost", JSONValue(plan.extensionCost)), ("pushedBeyond", JSONValue(plan.pushedBeyond)),
            ("beforeHorizon", change(plan.beforeHorizon)), ("softLinks", change(plan.softLinks)),
            ("replan", .bool(plan.isReplan)), ("proof", proof(plan)),
            ("settings", .object((plan.settings ?? []).map { ($0.key.text, .int($0.value)) })),
            ("conflicts", .array(plan.conflicts.map { .string(format($0)) })),
            ("remarks", .array(plan.remarks.map { .string(format($0)) })),
        ])
    }

    /// The size of the proof of the bound, or that no plan exists; null without one.
    private static func proof(_ plan: Plan) -> JSONValue {
        plan.proof.map { .object([("parts", .int($0.parts)), ("bytes", .int($0.text.utf8.count))]) } ?? .null
    }

    /// An amount if nothing is done and under the plan; null where there is none.
    private static func change(_ change: Plan.Change?) -> JSONValue {
        change.map { .object([("before", JSONValue($0.before)), ("after", JSONValue($0.after))]) } ?? .null
    }

    /// The gap in thousandths of a percent, rounded up.
    private static func gap(_ plan: Plan) -> JSONValue {
        plan.gapPercent.map { .decimal(Int(($0 * 1000).rounded()), places: 3) } ?? .null
    }

    private static func peak(_ plan: Plan) -> JSONValue {
        let after = plan.peak(\.after)
        return .object([
            ("before", JSONValue(plan.peak(\.before)?.before)), ("after", JSONValue(after?.after)),
            ("year", JSONValue(after?.year)), ("yearBefore", JSONValue(plan.peak(\.before)?.year)),
        ])
    }

    /// The standardized businesses.
    public static func standardization(_ table: StandardizationTable, _ format: Format) -> JSONValue {
        .object([
            ("asOf", JSONValue(table.asOf)), ("overallRate", JSONValue(table.overallRate)),
            ("businesses", Table.standardization(table, format).json),
            ("counts", .array(table.counts.map { count($0, format) })),
        ])
    }

    private static func count(_ count: StandardizationTable.Count, _ format: Format) -> JSONValue {
        .object([
            ("label", JSONValue(format(count.label))), ("done", .int(count.done)),
            ("total", .int(count.total)),
        ])
    }

    /// The indicators.
    public static func indicators(_ rows: [IndicatorRow], _ format: Format) -> JSONValue {
        .object([("indicators", Table.indicators(rows, format).json)])
    }

    /// The findings, with the number of each grade and of each rule.
    public static func findings(_ findings: [Finding], _ format: Format) -> JSONValue {
        let codes = Dictionary(grouping: findings, by: \.code).mapValues(\.count)
        let grades = Finding.Severity.allCases.map { grade in
            (grade.rawValue, JSONValue.int(findings.count { $0.severity == grade }))
        }
        let rules = codes.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.int($0.value)) }
        return .object([
            ("findings", Table.findings(findings, format).json),
            ("counts", .object([("total", .int(findings.count))] + grades + [("codes", .object(rules))])),
        ])
    }
}
