import HeijunLevelling
import HeijunModel

extension PlanCheck {
    /// The objective is what the plan's years and courses come to, and the bound is not above it.
    func value() -> [Finding] {
        guard let objective = plan.objective, let bound = plan.bound else { return [] }
        if bound > objective {
            return [
                finding(
                    "plan-bound-above", "plan", Key(plan.id), "下限が目的値を上回る。",
                    "The bound is above the objective.")
            ]
        }
        guard let penalty = penalties else {
            return [
                finding(
                    "plan-course", "plan", Key(plan.id), "台帳と設定から選べない案を含む。",
                    "It holds a course that the ledger and the settings do not allow.")
            ]
        }
        let computed =
            basis.rules.peakWeight * (plan.peak(\.after)?.after.thousands ?? 0)
            + basis.rules.roughnessWeight * plan.roughness(\.after).thousands + penalty
        guard objective != computed else { return [] }
        return [
            finding(
                "plan-objective", "plan", Key(plan.id), "目的値 \(objective) が再計算 \(computed) と合わない。",
                "The objective \(objective) is not the recomputed \(computed).")
        ]
    }

    /// Cost above each system's cheapest course, broken guides, changes, and soft links counted one by one; nil where a
    /// course is not allowed.
    private var penalties: Int? {
        guard let picks = model.picks(of: plan) else { return nil }
        let own = zip(model.systems.indices, picks).reduce(0) { sum, item in
            sum + model.systems[item.0].list[item.1].penalty - model.links.sure[item.0][item.1]
        }
        return own + linkCost(chosen)
    }

    /// What soft links cost under some courses.
    func linkCost(_ courses: [(facts: SystemFacts, course: Course)]) -> Int {
        let decisions = courses.map { ($0.facts.system.id, (facts: $0.facts, decision: $0.course.decision)) }
        return SoftLinks.cost(of: Dictionary(decisions) { first, _ in first }, basis)
    }

    /// The plan's bound, or that no plan exists, follows from its proof: computed again in whole numbers, on the problem
    /// stated anew from the ledger.
    func proof() -> [Finding] {
        guard let proof = plan.proof else { return [] }
        guard let problem, let stated = try? proof.certificate(for: problem) else {
            return [
                finding(
                    "plan-proof", "plan", Key(plan.id), "証明を読めないか、台帳と合わない。",
                    "Its proof cannot be read, or does not fit the ledger.")
            ]
        }
        let claimed = plan.outcome == .feasible ? plan.bound.map(ProvenBound.atLeast) : .infeasible
        guard verification?.isAccepted == true, stated.bound == claimed else {
            return [
                finding(
                    "plan-proof", "plan", Key(plan.id), "下限を証明から再計算できない。",
                    "The bound does not follow from its proof.")
            ]
        }
        return []
    }
}
