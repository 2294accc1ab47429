public import HeijunModel

/// What it would mean if one system went live in another year and all others stayed as planned.
public struct YearOption: Hashable, Sendable {
    /// The go-live year.
    public let year: FiscalYear
    /// Whether it is the planned year, the natural one, and one that the windows allow.
    public let isPlanned: Bool, isNatural: Bool, isAllowed: Bool
    /// Change of the levelled load in each year of the horizon.
    public let loadChanges: [YearAmount]
    /// Change of the peak, and of everything that the system costs, beyond the horizon too.
    public let peakChange: Yen, totalChange: Yen
    /// Change of the plan's objective; nil for a year that the windows do not allow.
    public let objectiveChange: Int?
    /// The limits and ties that it would break, in words.
    public let breaks: [Words]
}

/// Every year that a system could have, beside the plan's: those under the settings, and the other open years of the
/// horizon with what stands against them; empty where the plan or the ledger does not know the system.
public func yearOptions(of system: Key, plan: Plan, portfolio: Portfolio) -> [YearOption] {
    guard let weigher = OptionWeigher(system, plan, portfolio) else { return [] }
    return weigher.years.compactMap(weigher.option)
}

/// What a pin would mean: the same for one year, whether the windows allow it or not.
public func pinOption(of system: Key, to year: FiscalYear, plan: Plan, portfolio: Portfolio) -> YearOption? {
    OptionWeigher(system, plan, portfolio)?.option(year)
}

/// Weighs the years of one system against a plan.
private struct OptionWeigher {
    let model: PlanModel
    let evaluator: SwapEvaluator
    let index: Int
    let tenants: TenantChanges

    /// A course, what its tenants pay otherwise under it, and what changes with both.
    struct Weighed {
        let course: Course
        let tenants: TenantChanges.Change
        let swap: Swap
    }

    init?(_ key: Key, _ plan: Plan, _ portfolio: Portfolio) {
        guard plan.outcome == .feasible else { return nil }
        model = PlanModel(PlanningBasis(portfolio, under: plan), reference: plan.base)
        guard let index = model.position[key], let picks = model.picks(of: plan) else { return nil }
        self.index = index
        evaluator = SwapEvaluator(model: model, picks: picks)
        tenants = TenantChanges(of: key, model: model, picks: picks)
    }

    private var basis: PlanningBasis { model.basis }
    private var system: SystemAlternatives { model.systems[index] }
    private var present: Course { system.list[evaluator.picks[index]].course }
    private var allowedYears: Set<FiscalYear> { Set(system.list.compactMap(\.course.decision.rebuild)) }

    /// The years of its courses, and every other one in which all its spending would still be open.
    var years: [FiscalYear] {
        guard let natural = system.facts.naturalRebuild else { return allowedYears.sorted() }
        let open = basis.earliestOpen(system.facts.buildYears)
        let others = open <= basis.last ? Array(open...basis.last) : []
        return allowedYears.union(others).union([natural].filter { basis.period($0) != nil }).sorted()
    }

    /// The best course that goes live in a year.
    func option(_ year: FiscalYear) -> YearOption? {
        let listed = system.list.indices.filter { system.list[$0].course.decision.rebuild == year }
        let candidates = listed.map { position in
            weighed(system.list[position].course, loads: model.loads[index][position], listed: position)
        }
        let best = candidates.min { value($0) < value($1) } ?? forced(year)
        return shown(year, best, isAllowed: !listed.isEmpty)
    }

    private func weighed(_ course: Course, loads: [ResourceLoad], listed: Int?) -> Weighed {
        let tenants = tenants.change(under: course, instead: present)
        return Weighed(
            course: course, tenants: tenants,
            swap: evaluator.swap(index, course, loads: loads + tenants.loads, listed: listed))
    }

    /// A course for a year outside the windows: the renewal before it stays, and so does the move where it can.
    private func forced(_ year: FiscalYear) -> Weighed {
        var decision = present.decision
        decision.rebuild = year
        (decision.laterRebuild, decision.laterRenewal) = (nil, nil)
        decision.renewal = system.facts.naturalRenewal.flatMap { $0 < year ? $0 : nil }
        if let move = decision.move, present.rebuilds.contains(move) { decision.move = year }
        let course = CourseMaker(facts: system.facts, basis: basis).course(decision)
        let loads = LoadMaker(basis: basis, table: model.table).loads(of: course, system.facts)
        return weighed(course, loads: loads, listed: nil)
    }

    private func value(_ option: Weighed) -> (Int, Int) {
        (option.swap.breaches.count + option.swap.ties.count, objective(option) ?? 0)
    }

    private func objective(_ option: Weighed) -> Int? {
        let (rules, swap) = (basis.rules, option.swap)
        return swap.penalty.map {
            $0 + (rules.levelsGeneral ? option.tenants.general : option.tenants.total) + rules.peakWeight
                * (swap.peakAfter - swap.peakBefore) + rules.roughnessWeight
                * swap.roughness
        }
    }

    private func shown(_ year: FiscalYear, _ option: Weighed, isAllowed: Bool) -> YearOption {
        let (course, swap) = (option.course, option.swap)
        return YearOption(
            year: year, isPlanned: present.rebuilds.first == year,
            isNatural: system.facts.naturalRebuild == year,
            isAllowed: isAllowed, loadChanges: changes(option),
            peakChange: Yen(thousands: swap.peakAfter - swap.peakBefore),
            totalChange: Yen(thousands: course.total - present.total + option.tenants.total),
            objectiveChange: objective(option),
            breaks: (isAllowed ? [] : closed(to: year)) + limits(swap) + swap.ties + bounds(course))
    }

    /// Why a year is not among those to choose from.
    private func closed(to year: FiscalYear) -> [Words] {
        switch system.facts.fixed {
        case .decided: return [Sentences.yearDecided]
        case .budgetClosed: return [Sentences.yearClosed(Sentences.label(basis.closedThrough, basis))]
        case .pinned:
            return (system.facts.system.pinnedYear).map { [Sentences.pinned(Sentences.label($0, basis))] }
                ?? []
        case .retiring, .noYear: return []
        case nil: break
        }
        guard let range = system.facts.rebuildYears, !range.contains(year) else {
            return basis.platforms.held.contains(system.facts.system.id) ? [Sentences.heldPlatform] : []
        }
        return [
            Sentences.outsideWindow(
                Sentences.label(range.lowerBound, basis), Sentences.label(range.upperBound, basis))
        ]
    }

    private func limits(_ swap: Swap) -> [Words] {
        swap.breaches.map { breach in
            let label = Sentences.label(basis.years[breach.period], basis)
            let what = model.table.resources[breach.resource]
            let limit = model.table.limits[breach.resource][breach.period] ?? 0
            guard what.use == nil else {
                return Sentences.overLimit(label, what, limit: limit, excess: breach.excess, basis)
            }
            return Sentences.overCeiling(label, [], Sentences.account(what, basis), breach.excess)
        }
    }

    /// Bounds that the year breaks further than the plan does, and by how much.
    private func bounds(_ course: Course) -> [Words] {
        basis.bounds(of: system.facts).compactMap { bound in
            let excess = bound.excess(of: course, last: basis.last)
            guard excess > bound.excess(of: present, last: basis.last) else { return nil }
            let isClosed = system.limits.contains { $0.bound == bound && excess > $0.most }
            return Sentences.broken(bound, by: excess, isClosed: isClosed, basis)
        }
    }

    private func changes(_ option: Weighed) -> [YearAmount] {
        let maker = LoadMaker(basis: basis, table: model.table)
        var sums = basis.years.map { _ in 0 }
        for load in maker.loads(of: option.course, system.facts) + option.tenants.loads
        where load.resource == 0 {
            sums[load.period] += load.value
        }
        for load in maker.loads(of: present, system.facts) where load.resource == 0 {
            sums[load.period] -= load.value
        }
        return zip(basis.years, sums).map { YearAmount(year: $0, amount: Yen(thousands: $1)) }
    }
}

extension PlanModel {
    /// The positions of a plan's choices among each system's courses; nil where the ledger no longer allows one.
    func picks(of plan: Plan) -> [Int]? {
        let choices = Dictionary(plan.choices.map { ($0.system, $0) }) { first, _ in first }
        var result: [Int] = []
        for system in systems {
            guard let choice = choices[system.facts.system.id],
                let pick = system.list.firstIndex(where: { $0.course.decision == choice.decision })
            else { return nil }
            result.append(pick)
        }
        return result
    }
}
