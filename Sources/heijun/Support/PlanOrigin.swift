import HeijunModel
import HeijunStore

/// Whether a stored plan's fingerprint is that of the ledger and of what it says it was made under.
struct PlanOrigin {
    /// Where the head was changed after the plan was made.
    let findings: [Finding]
    /// Whether the ledger has changed since, in what plans are made from.
    let hasChanged: Bool
    /// What is said beside a plan that is right.
    let lines: [String]

    /// - Parameter common: Opens the ledger that holds the plan; the batch that applied the plan is no change since.
    init(_ stored: StoredPlan, _ store: Store, _ common: Common) throws {
        let plan = stored.plan
        let agrees = try stored.inputs.hash(with: try common.entries(under: stored)) == plan.inputHash
        hasChanged = try !laterChanges(since: stored, in: store).isEmpty
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
