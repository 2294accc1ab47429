import HeijunModel

/// The course of every covered system, by key: under a plan, or if nothing is done.
struct PlannedCourses {
    let basis: PlanningBasis
    let courses: [(facts: SystemFacts, course: Course)]

    /// A plan without choices (none was found) stands for the natural years; so does a system it leaves out.
    init(_ portfolio: Portfolio, plan: Plan?, asOf: Day? = nil) {
        let basis = plan.map { PlanningBasis(portfolio, under: $0) } ?? PlanningBasis(portfolio, asOf: asOf)
        self.basis = basis
        let choices = Dictionary((plan?.choices ?? []).map { ($0.system, $0) }) { first, _ in first }
        courses = basis.coveredSystems.map { system in
            let facts = SystemFacts(system, in: basis)
            let maker = CourseMaker(facts: facts, basis: basis)
            guard let choice = choices[system.id] else {
                let natural = AlternativeMaker(facts: facts, basis: basis, reference: nil).naturalDecision(
                    maker)
                return (facts, CourseMaker(facts: facts, basis: basis, isNatural: true).course(natural))
            }
            return (facts, maker.course(choice.decision))
        }
    }
}

extension Plan.Choice {
    /// The decision that the choice writes down.
    var decision: Decision {
        Decision(
            rebuild: firstRebuild, renewal: plannedRenewal, move: moveYear,
            quarter: moveQuarter.map { $0 - 1 }, hosting: newHosting, form: form, ending: ending,
            laterRebuild: laterRebuild, laterRenewal: laterRenewal)
    }
}
