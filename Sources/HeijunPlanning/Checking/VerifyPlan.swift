import HeijunLevelling
public import HeijunModel

/// Computes a plan's costs, limits and dates again from the ledger and says where the plan differs or breaks a limit.
///
/// Shares with the planner the ledger, the cost rules and the courses listed from them, nothing of the search: every
/// limit and every sum is stated a second time here, and the bound is computed again from the plan's proof. Reasons and
/// remarks are written again and compared.
///
/// - Returns: Nothing where the plan is right.
public func verifyPlan(_ plan: Plan, _ portfolio: Portfolio) -> [Finding] {
    planVerification(plan, portfolio).findings
}

/// What the verification of a plan came to.
public struct PlanVerification: Sendable {
    /// Where the plan differs from its recomputation; empty where it is right.
    public let findings: [Finding]
    /// The bound that the plan's proof proves; nil without a proof, or where it proves nothing.
    public let provenBound: Int?
    /// Whether the proof shows that no plan exists.
    public let provesNoPlan: Bool
    /// Parts of the proof that were computed again.
    public let proofParts: Int
    /// Systems and courses that the proof is about.
    public let systems: Int, courses: Int
}

/// Verifies a plan and says how far its proof reaches.
///
/// - Parameter saysTheSame: Whether reasons and remarks are compared word by word: false for a plan of another version,
///   which may have said the same otherwise.
public func planVerification(
    _ plan: Plan, _ portfolio: Portfolio, saysTheSame: Bool = true
) -> PlanVerification {
    let check = PlanCheck(plan, portfolio)
    let checks: [@Sendable (PlanCheck) -> [Finding]] =
        switch plan.outcome {
        case .feasible: PlanCheck.all + (saysTheSame ? [{ $0.words() }] : [])
        case .infeasible: PlanCheck.ofNoPlan
        case .undecided: []
        }
    let verification = check.verification
    return PlanVerification(
        findings: checks.flatMap { $0(check) }, provenBound: verification?.bound?.value,
        provesNoPlan: verification?.bound == .infeasible, proofParts: verification?.leaves ?? 0,
        systems: check.model.systems.count, courses: check.model.courseCount)
}

/// A plan beside its ledger, with each system's course computed again from the plan's years.
struct PlanCheck {
    let plan: Plan
    let basis: PlanningBasis
    /// The covered systems by key, with the course that the plan's years mean; nil where the plan has no choice.
    let systems: [(facts: SystemFacts, choice: Plan.Choice?, course: Course?)]
    /// The courses that the ledger allows, and the problem that they make; nil where it cannot be stated.
    let model: PlanModel
    let problem: LevellingProblem?
    /// What the plan's proof comes to; nil without one.
    let verification: Verification?
    /// One course of each system, if nothing is done and as the plan says.
    let natural: [(facts: SystemFacts, course: Course)], chosen: [(facts: SystemFacts, course: Course)]
    /// What they pay, and how they use every other limit.
    let spent: (before: CheckSpending, after: CheckSpending)
    let uses: [CheckedUse]

    init(_ plan: Plan, _ portfolio: Portfolio) {
        self.plan = plan
        let basis = PlanningBasis(portfolio, under: plan)
        self.basis = basis
        let choices = Dictionary(plan.choices.map { ($0.system, $0) }) { first, _ in first }
        systems = basis.coveredSystems.map { system in
            let facts = SystemFacts(system, in: basis)
            let choice = choices[system.id]
            let course = choice.map { choice in
                CourseMaker(facts: facts, basis: basis).course(choice.decision)
            }
            return (facts, choice, course)
        }
        model = PlanModel(basis, reference: plan.base)
        problem = try? model.problem()
        verification = PlanCheck.verified(plan, problem)
        natural = model.systems.map { ($0.facts, $0.naturalCourse) }
        chosen = systems.compactMap { facts, _, course in course.map { (facts, $0) } }
        spent = (CheckSpending(natural, basis), CheckSpending(chosen, basis))
        uses =
            UseCounter(
                basis: basis, before: natural, after: chosen,
                years: basis.years.filter { $0 > basis.closedThrough }
            ).uses
    }

    private static func verified(_ plan: Plan, _ problem: LevellingProblem?) -> Verification? {
        guard let problem, let stated = try? plan.proof?.certificate(for: problem) else { return nil }
        return Verifier(problem).verify(nil, stated)
    }

    /// Every check. A new one is one entry here.
    static let all: [@Sendable (PlanCheck) -> [Finding]] = [
        { $0.completeness() }, { $0.windows() }, { $0.yearBounds() }, { $0.supportEnds() }, { $0.goLives() },
        { $0.moves() },
        { $0.yearSums() },
        { $0.accountSums() }, { $0.fundingSums() }, { $0.totals() }, { $0.choices() }, { $0.limitUses() },
        { $0.ceilings() }, { $0.fundingCeilings() }, { $0.overUses() }, { $0.orders() },
        { $0.separations() }, { $0.groups() }, { $0.hardLinks() }, { $0.decisionGroups() },
        { $0.softLinks() }, { $0.value() }, { $0.head() }, { $0.proof() },
    ]

    /// What is checked where the plan says that none exists.
    static let ofNoPlan: [@Sendable (PlanCheck) -> [Finding]] = [{ $0.proof() }]

    /// The years in which something can still be chosen, and limits hold.
    var openYears: [FiscalYear] { basis.years.filter { $0 > basis.closedThrough } }

    func finding(_ code: String, _ kind: String, _ key: Key, _ ja: String, _ en: String) -> Finding {
        Finding(
            code: code, kind: kind, key: key.text, severity: .error, message: Words(ja: ja, en: en),
            remedy: Words(ja: "計画を作り直してください。", en: "Make the plan again."))
    }

    func year(_ year: FiscalYear) -> Words { Sentences.label(year, basis) }
}

extension PlanCheck {
    /// One choice for every covered system, and no other.
    func completeness() -> [Finding] {
        let covered = Set(systems.map(\.facts.system.id))
        let missing = systems.filter { $0.choice == nil }.map(\.facts.system.id)
        let surplus = plan.choices.map(\.system).filter { !covered.contains($0) }
        return missing.map { finding("plan-missing", "system", $0, "計画に含まれていない。", "The plan leaves it out.") }
            + surplus.map {
                finding("plan-surplus", "system", $0, "台帳にないシステムを含む。", "It is not in the ledger.")
            }
    }

    /// Each year within its window, pins and decided years kept.
    func windows() -> [Finding] {
        systems.compactMap { facts, choice, course in
            guard let choice, let course else { return nil }
            let isAllowed = [
                (facts.rebuildYears, choice.firstRebuild, true),
                (facts.renewalYears, choice.plannedRenewal, false),
            ].allSatisfy { range, year, isNeeded in
                guard let range else { return year == nil }
                return year.map(range.contains) ?? !isNeeded
            }
            let inside = course.renewals.filter { basis.period($0) != nil }
            if isAllowed, keepsCycles(choice, facts), inside == choice.renewals { return nil }
            return finding(
                "plan-window", "system", choice.system, "年度が選べる範囲にない。",
                "Its years are not among those allowed.")
        }
    }

    /// Later rebuilds and renewals no further from their cycles than the setting allows, and after the first rebuild.
    private func keepsCycles(_ choice: Plan.Choice, _ facts: SystemFacts) -> Bool {
        func keeps(_ year: FiscalYear?, _ from: FiscalYear?, _ interval: Int?) -> Bool {
            guard let year else { return true }
            guard let from, let interval else { return false }
            return year > from
                && abs(from.advanced(by: interval).distance(to: year)) <= basis.rules.laterShift
        }
        let isInside = choice.firstRebuild.map { $0 <= basis.last } ?? false
        return keeps(choice.laterRebuild, choice.firstRebuild, facts.life)
            && keeps(
                choice.laterRenewal, isInside ? choice.firstRebuild : choice.plannedRenewal, facts.cycle)
    }

    /// Deadlines, contracts and closings that must hold, and no more re-leases than allowed; ends of support and freezes
    /// apart.
    func yearBounds() -> [Finding] {
        systems.flatMap { facts, _, course -> [Finding] in
            guard let course else { return [] }
            return basis.bounds(of: facts)
                .filter { holds($0, facts) && $0.excess(of: course, last: basis.last) > 0 }
                .map {
                    let words = Sentences.bound($0, basis)
                    return finding("plan-bound", "system", facts.system.id, words.ja, words.en)
                }
        }
    }

    /// Only a closing holds for years that the ledger or a closed budget settles, and a pin may take more re-leases.
    private func holds(_ bound: YearBound, _ facts: SystemFacts) -> Bool {
        if bound.strength == .guides { return false }
        if case .support = bound.kind { return false }
        if case .freeze = bound.kind { return false }
        if case .closing = bound.kind { return true }
        guard let fixed = facts.fixed else { return true }
        if case .reLease = bound.kind { return false }
        return fixed == .pinned
    }
}
