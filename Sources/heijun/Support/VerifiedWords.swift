import HeijunModel
import HeijunPlanning
import HeijunReports

/// What `plan verify` says of a plan in which it found nothing wrong.
struct VerifiedWords {
    let plan: Plan
    let verification: PlanVerification

    init(_ plan: Plan, _ verification: PlanVerification) {
        self.plan = plan
        self.verification = verification
    }

    /// A line of what was computed again, and one of the proof.
    var lines: [String] {
        switch plan.outcome {
        case .feasible: [agreed, proven]
        case .infeasible: [impossible]
        case .undecided: [open]
        }
    }

    private var agreed: String {
        say(
            "計画 \(plan.id): 年度別経費・制約・年度・目的関数のすべてが台帳からの再計算と一致しました。",
            "Plan \(plan.id): every cost, limit, year and the objective agree with the ledger.")
    }

    private var proven: String {
        guard let bound = verification.provenBound else {
            return say("  下限の証明は計画にありません。", "  The plan carries no proof of its bound.")
        }
        let (value, parts) = (grouped(bound), grouped(verification.proofParts))
        let (systems, courses) = (grouped(verification.systems), grouped(verification.courses))
        return say(
            "  下限 \(value) は証明書（\(parts) 部分）から整数で再計算し、\(systems) システム・\(courses) 案のすべてに成り立つことを確かめました。",
            "  The bound \(value) was computed again in whole numbers from the proof (\(parts) parts); it holds for all "
                + "\(courses) courses of \(systems) systems.")
    }

    private var impossible: String {
        guard verification.provesNoPlan else {
            return say(
                "計画 \(plan.id): 計画が成立しないことの証明は記録されていません。",
                "Plan \(plan.id): no proof that no plan exists was kept.")
        }
        let parts = grouped(verification.proofParts)
        return say(
            "計画 \(plan.id): 計画が成立しないことを証明書（\(parts) 部分）から再計算して確かめました。",
            "Plan \(plan.id): that no plan exists follows from its proof (\(parts) parts).")
    }

    private var open: String {
        say(
            "計画 \(plan.id): 計画が見つかっていないため、確かめるものがありません。",
            "Plan \(plan.id): no plan was found, so there is nothing to verify.")
    }
}
