import HeijunModel

extension PlanCheck {
    /// The objective is what the plan's years and courses come to, and the bound is not above it.
    ///
    /// A plan that was made to stay near an earlier one counts its changes from that plan, which is not kept; then the
    /// objective may be lower or higher by the change penalty and is compared without it.
    func value() -> [Finding] {
        guard let objective = plan.objective, let bound = plan.bound else { return [] }
        if bound > objective {
            return [
                finding(
                    "plan-bound-above", "plan", Key(plan.id), "下限が目的値を上回る。",
                    "The bound is above the objective.")
            ]
        }
        let levelled =
            basis.rules.peakWeight * (plan.peak(\.after)?.after.thousands ?? 0)
            + basis.rules.roughnessWeight * plan.roughness(\.after).thousands
        let computed = levelled + penalties()
        let slack = changes()
        guard objective < computed - slack || objective > computed + slack else { return [] }
        return [
            finding(
                "plan-objective", "plan", Key(plan.id), "目的値 \(objective) が再計算 \(computed) と合わない。",
                "The objective \(objective) is not the recomputed \(computed).")
        ]
    }

    /// Cost above each system's cheapest course, broken guides, and distance from the natural years.
    private func penalties() -> Int {
        systems.reduce(0) { sum, system in
            guard let course = system.course else { return sum }
            let alternatives = AlternativeMaker(facts: system.facts, basis: basis, reference: nil).make()
            let listed = alternatives.list.first { $0.course.decision == course.decision }
            return sum + (listed?.penalty ?? 0)
        }
    }

    /// The most that counting changes from another plan can matter.
    private func changes() -> Int {
        guard basis.rules.changePenalty > 0, plan.isReplan else { return 0 }
        return systems.count * 3 * basis.rules.years * basis.rules.changePenalty
    }
}
