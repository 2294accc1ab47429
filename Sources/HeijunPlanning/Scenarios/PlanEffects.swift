public import HeijunModel
import HeijunPolicy

/// What two plans do to the rules' findings and to the indicators, where they do not do the same.
public struct PlanEffects: Sendable {
    /// Findings of the policy's rules that only the ledger with the first plan, or the second one, has.
    public let onlyFirst: [Finding], onlySecond: [Finding]
    /// Indicators that the ledger computes, where their values differ.
    public let indicators: [IndicatorChange]

    /// One indicator under both plans.
    public struct IndicatorChange: Hashable, Sendable {
        /// The indicator's name and unit.
        public let name: String, unit: String?
        /// Its computed value; nil where there is none.
        public let value: PlanDifference.Pair<Figure?>
    }
}

/// What differs between the ledger under one plan and under another.
///
/// - Parameter ledgers: The ledgers that the plans were made under, with their scenarios' changes.
public func planEffects(_ first: Plan, _ second: Plan, ledgers: (first: Portfolio, second: Portfolio))
    -> PlanEffects
{
    let one = Context(ledgers.first.applying(first), asOf: first.asOf)
    let other = Context(ledgers.second.applying(second), asOf: second.asOf)
    let (before, after) = (findings(in: one), findings(in: other))
    let (old, new) = (Set(before.map(FindingName.init)), Set(after.map(FindingName.init)))
    let values = Dictionary(
        indicatorTable(other).map { ($0.id, $0.computed?.value) }, uniquingKeysWith: { first, _ in first })
    return PlanEffects(
        onlyFirst: before.filter { !new.contains(FindingName($0)) },
        onlySecond: after.filter { !old.contains(FindingName($0)) },
        indicators: indicatorTable(one).compactMap { row in
            let pair = PlanDifference.Pair(first: row.computed?.value, second: values[row.id] ?? nil)
            return pair.isEqual ? nil : .init(name: row.name, unit: row.unit, value: pair)
        })
}

/// What makes two findings the same one: their code and place, not their figures.
private struct FindingName: Hashable {
    let code: String, kind: String, key: String, field: String?, value: String?

    init(_ finding: Finding) {
        (code, kind, key, field) = (finding.code, finding.kind, finding.key, finding.field)
        value = finding.kind == "system" ? nil : finding.value
    }
}
