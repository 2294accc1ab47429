import HeijunModel

/// One course of a system with what the engine must know of it.
struct Alternative {
    let course: Course
    /// Cost above the system's cheapest course, broken guides, what its soft links cost in any case, and distance from the
    /// reference, in 千円.
    private(set) var penalty: Int
    /// Position of the first rebuild, past the horizon too, and of the move in it; −1 where there is none.
    let start: Int, key: Int

    /// The same with more penalty.
    func costing(_ more: Int) -> Alternative {
        var result = self
        result.penalty += more
        return result
    }
}

/// All courses of one system that the settings allow.
struct SystemAlternatives {
    let facts: SystemFacts
    private(set) var list: [Alternative]
    /// Position of the course if nothing is done; nil where a hard bound forbids it.
    let natural: Int?
    /// The course if nothing is done, allowed or not.
    let naturalCourse: Course
    /// Whether the settings allowed more courses than are listed.
    let isCapped: Bool
    /// The bounds that left no course at all.
    let blocking: [YearBound]
    /// The bounds that close courses, and how far each may be broken.
    let limits: [YearLimit]

    /// A bound that does more than guide.
    struct YearLimit {
        let bound: YearBound
        let most: Int

        func allows(_ course: Course, last: FiscalYear) -> Bool {
            bound.excess(of: course, last: last) <= most
        }
    }

    /// The same with more penalty on each course.
    func costing(_ more: [Int]) -> SystemAlternatives {
        var result = self
        result.list = zip(list, more).map { $0.costing($1) }
        return result
    }
}

/// Lists the courses of a system.
struct AlternativeMaker {
    let facts: SystemFacts
    let basis: PlanningBasis
    /// The years that a re-plan stays close to; nil takes the natural ones.
    let reference: Plan.Choice?

    func make() -> SystemAlternatives {
        let maker = CourseMaker(facts: facts, basis: basis)
        let bounds = basis.bounds(of: facts)
        let all = decisions(maker).map(maker.course)
        var idle = maker
        idle.isNatural = true
        let naturalCourse = idle.course(naturalDecision(maker))
        let limits = bounds.filter(binds).compactMap { bound in
            bound.tolerance(among: all, natural: naturalCourse, last: basis.last).map {
                SystemAlternatives.YearLimit(bound: bound, most: $0)
            }
        }
        let allowed = all.filter { course in
            keepsYears(course) && limits.allSatisfy { $0.allows(course, last: basis.last) }
        }
        let (kept, isCapped) = capped(weighed(allowed, bounds), natural: naturalCourse.decision)
        return SystemAlternatives(
            facts: facts, list: kept,
            natural: kept.firstIndex { $0.course.decision == naturalCourse.decision },
            naturalCourse: naturalCourse, isCapped: isCapped,
            blocking: kept.isEmpty ? blocking(all, limits) : [], limits: limits)
    }

    /// A platform whose years its tenants take for granted keeps to them, where it is held to.
    private func keepsYears(_ course: Course) -> Bool {
        let key = facts.system.id
        guard basis.platforms.held.contains(key), let decision = basis.platforms.decisions[key] else {
            return true
        }
        return course.events == CourseMaker(facts: facts, basis: basis).course(decision).events
    }

    /// What is already decided is not bound: nothing can be chosen there.
    private func binds(_ bound: YearBound) -> Bool {
        switch bound.kind {
        case .closing: return true
        case .reLease: return facts.fixed == nil
        case .deadline, .support, .contract, .lease, .freeze:
            switch facts.fixed {
            case .decided, .budgetClosed, .retiring, .noYear: return false
            case .pinned, nil: return true
            }
        }
    }

    private func blocking(_ all: [Course], _ limits: [SystemAlternatives.YearLimit]) -> [YearBound] {
        let each = limits.filter { limit in !all.contains { limit.allows($0, last: basis.last) } }
        return (each.isEmpty ? limits : each).map(\.bound)
    }

    private func weighed(_ courses: [Course], _ bounds: [YearBound]) -> [Alternative] {
        let totals = courses.map { basis.rules.levelsGeneral ? $0.generalTotal : $0.total }
        let cheapest = totals.min() ?? 0
        let mayMove = courses.contains { $0.decision.move != nil }
        return zip(courses, totals).map { course, total in
            let over = bounds.excess(of: course, last: basis.last)
            return Alternative(
                course: course,
                penalty: total - cheapest + (over + (mayMove ? stays(course) : 0)) * basis.rules.softPenalty
                    + changeWeight(course),
                start: basis.start(of: course.decision),
                key: basis.key(of: course.decision))
        }
    }

    /// 1 where a system stays in its iDC although it could move to its target: it weighs as a guide broken by a year.
    private func stays(_ course: Course) -> Int {
        let isMeant = facts.mayStayInCentre && facts.destination(course.decision) != .stays
        return isMeant && course.decision.move == nil && !course.decision.ends ? 1 : 0
    }

    /// What it weighs that a course departs from the reference: its years, and once that anything changes at all
    /// where the reference is an earlier plan.
    private func changeWeight(_ course: Course) -> Int {
        let years = distance(course) * basis.rules.changePenalty
        guard let reference, reference.decision != course.decision else { return years }
        return years + basis.rules.systemPenalty
    }

    /// Years of difference from the reference.
    private func distance(_ course: Course) -> Int {
        func years(_ from: FiscalYear?, _ to: FiscalYear?) -> Int {
            guard let from, let to else { return 0 }
            return abs(from.distance(to: to))
        }
        let rebuild = reference.map { $0.firstRebuild } ?? facts.naturalRebuild
        let renewal = reference.map { $0.plannedRenewal } ?? facts.naturalRenewal
        return years(rebuild, course.decision.rebuild) + years(renewal, course.decision.renewal)
            + years(reference?.moveYear, course.decision.move) + laterDistance(course.decision)
    }

    /// Years by which later rebuilds and renewals depart from the reference, or from their cycles without one.
    private func laterDistance(_ decision: Decision) -> Int {
        func years(_ year: FiscalYear?, _ earlier: FiscalYear?, _ due: FiscalYear?) -> Int {
            due.map { abs((earlier ?? $0).distance(to: year ?? $0)) } ?? 0
        }
        return years(decision.laterRebuild, reference?.laterRebuild, facts.laterRebuildDue(decision))
            + years(
                decision.laterRenewal, reference?.laterRenewal,
                facts.laterRenewalDue(decision, last: basis.last))
    }

    /// The alternatives, cut to the allowed number: the cheapest and the natural one, in their order.
    private func capped(_ all: [Alternative], natural: Decision) -> ([Alternative], Bool) {
        let limit = basis.rules.maxAlternatives
        guard all.count > limit else { return (all, false) }
        let ranked = all.indices.sorted { (all[$0].penalty, $0) < (all[$1].penalty, $1) }
        var kept = Set(ranked.prefix(limit))
        if let index = all.firstIndex(where: { $0.course.decision == natural }) { kept.insert(index) }
        return (kept.sorted().map { all[$0] }, true)
    }
}

extension PlanningBasis {
    /// When the first rebuild goes live, in years from the horizon's first one on; past its last one too, so that orders
    /// hold there as well. −1 where there is none, or it lies before the horizon.
    func start(of decision: Decision) -> Int {
        guard !decision.ends, let year = decision.rebuild else { return -1 }
        return max(-1, first.distance(to: year))
    }

    /// The period in which a system leaves its room, quarters counted where moves are planned by them; −1 for none.
    func key(of decision: Decision) -> Int {
        guard let period = decision.move.flatMap(period) else { return -1 }
        return decision.quarter.map { period * 4 + $0 } ?? period
    }
}
