import HeijunModel
import HeijunPlanning
import HeijunStore

/// Whether a stored plan's fingerprint is that of the ledger and of what it says it was made under.
struct PlanOrigin {
    /// Where the head was changed after the plan was made.
    let findings: [Finding]
    /// Whether the ledger has changed since, in what plans are made from.
    let hasChanged: Bool
    /// What is said beside a plan that is right.
    let lines: [String]

    init(_ stored: StoredPlan, _ store: Store) throws {
        let plan = stored.plan
        let entries = try refusing { () throws(StoreError) in try store.entries() }
        let agrees = try stored.inputs.hash(with: entries) == plan.inputHash
        let later = try refusing { () throws(StoreError) in try store.history(after: stored.afterBatch) }
        hasChanged = later.contains { !RecordKind.besidePlanning.contains($0.kind) }
        var findings: [Finding] = []
        if !agrees, !hasChanged {
            findings.append(
                PlanOrigin.finding(
                    plan, ja: "入力の指紋が台帳・基準日・探索条件と合わない。",
                    en: "Its fingerprint is not that of the ledger, the day and the search."))
        }
        if !plan.search.isEmpty, !plan.search.hasPrefix("seed \(plan.seed) ") {
            findings.append(
                PlanOrigin.finding(plan, ja: "種が探索条件と合わない。", en: "Its seed is not that of its search."))
        }
        self.findings = findings
        lines = [
            agrees
                ? say("  入力の指紋は現在の台帳と一致します。", "  Its fingerprint is that of the present ledger.")
                : say(
                    "  台帳はこの計画の後に変わっていますが、計画の内容には影響しません。",
                    "  The ledger has changed since, but nothing that the plan says.")
        ]
    }

    private static func finding(_ plan: Plan, ja: String, en: String) -> Finding {
        Finding(
            code: "plan-input", kind: "plan", key: plan.id, severity: .error, message: Words(ja: ja, en: en),
            remedy: Words(ja: "計画を作り直してください。", en: "Make the plan again."))
    }
}
