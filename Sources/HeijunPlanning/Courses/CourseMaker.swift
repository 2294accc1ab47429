import HeijunModel

/// Makes the course of a system from a decision: its rebuilds and renewals, the years of extension and every payment.
struct CourseMaker {
    let facts: SystemFacts
    let basis: PlanningBasis
    /// Whether nothing is done to the platforms that it stands on either.
    var isNatural = false

    func course(_ decision: Decision) -> Course {
        var course = Course(decision: decision)
        course.rebuilds = decision.ends ? [] : rebuilds(from: decision.rebuild)
        var extended: Set<FiscalYear> = []
        course.renewals = renewals(decision, rebuilds: course.rebuilds, extended: &extended)
        extended.formUnion(delay(decision))
        extended.formUnion(decidedExtension(decision))
        let end = end(decision)
        course.extensionYears = extended.filter { basis.first <= $0 && $0 <= end }.sorted()
        course.payments = payments(of: course)
        FundingSplit(facts.fundingRules).apply(to: &course)
        return course
    }

    /// The last year that the system is paid for: an ending takes effect within its year.
    func end(_ decision: Decision) -> FiscalYear {
        let last = min(basis.last, facts.lastYear ?? basis.last)
        guard decision.ends, let year = decision.rebuild else { return last }
        return min(last, facts.monthsBefore == 0 ? year.advanced(by: -1) : year)
    }

    /// The first rebuild, then by life, as far as the horizon reaches in every alternative.
    private func rebuilds(from first: FiscalYear?) -> [FiscalYear] {
        guard var year = first else { return [] }
        let reach = facts.reach(first, last: basis.last)
        var result = [year]
        guard let life = facts.life, life > 0 else { return result }
        while true {
            year = year.advanced(by: life)
            guard year.advanced(by: -facts.buildYears) <= reach, isInUse(year) else { return result }
            result.append(year)
        }
    }

    private func isInUse(_ year: FiscalYear) -> Bool { facts.lastYear.map { year <= $0 } ?? true }

    /// Renewals before the first rebuild, between rebuilds, and after the last.
    private func renewals(
        _ decision: Decision, rebuilds: [FiscalYear], extended: inout Set<FiscalYear>
    ) -> [FiscalYear] {
        var result: [FiscalYear] = []
        var due = facts.equipmentDue
        if let renewal = decision.renewal {
            result.append(renewal)
            if let natural = facts.equipmentDue, natural < renewal { extended.formUnion(natural..<renewal) }
            due = facts.cycle.map { renewal.advanced(by: $0) }
        }
        let reach = facts.reach(rebuilds.first, last: basis.last)
        for (index, rebuild) in rebuilds.enumerated() {
            if index > 0 { due = facts.cycle.map { rebuilds[index - 1].advanced(by: $0) } }
            result += renewals(from: due, until: rebuild, reach: reach, extended: &extended)
        }
        if decision.ends, let end = decision.rebuild {
            return result + renewals(from: due, until: end, reach: reach, extended: &extended)
        }
        if let last = rebuilds.last { due = facts.cycle.map { last.advanced(by: $0) } }
        return result + renewals(from: due, until: nil, reach: reach, extended: &extended)
    }

    /// Renewals by cycle until a rebuild; equipment that may wait for it on re-lease is not renewed.
    private func renewals(
        from due: FiscalYear?, until rebuild: FiscalYear?, reach: FiscalYear, extended: inout Set<FiscalYear>
    ) -> [FiscalYear] {
        guard var year = due, renews else { return [] }
        var result: [FiscalYear] = []
        while year < rebuild ?? reach.advanced(by: 1), year <= reach, isInUse(year) {
            if let rebuild, year.distance(to: rebuild) <= basis.rules.maxExtension {
                extended.formUnion(year..<rebuild)
                break
            }
            result.append(year)
            guard let cycle = facts.cycle, cycle > 0 else { break }
            year = year.advanced(by: cycle)
        }
        return result
    }

    private var renews: Bool {
        facts.system.stage != .retiring && (facts.equipment > 0 || facts.room != nil)
    }

    /// The years of extension that an applied plan decided, as far as the system still waits for its rebuild in them.
    private func decidedExtension(_ decision: Decision) -> [FiscalYear] {
        guard let from = facts.decided?.extendedFrom, let through = facts.decided?.extendedThrough,
            from <= through
        else { return [] }
        return (from...through).filter { year in decision.rebuild.map { year < $0 } ?? true }
    }

    /// The years between the natural rebuild and the decided one, or until the system is retired.
    private func delay(_ decision: Decision) -> Range<FiscalYear> {
        let none = basis.first..<basis.first
        guard !facts.isNew else { return none }
        if facts.fixed == .retiring {
            let last = end(decision)
            guard let natural = facts.system.naturalYear, natural <= last else { return none }
            return natural..<last.advanced(by: 1)
        }
        guard let natural = facts.naturalRebuild, let rebuild = decision.rebuild, natural < rebuild else {
            return none
        }
        return natural..<rebuild
    }
}

extension CourseMaker {
    /// The building years of a rebuild with their parts of its cost.
    func buildParts(_ rebuild: FiscalYear, amount: Int? = nil) -> [(year: FiscalYear, amount: Int)] {
        let years = facts.buildYears == 0 ? [rebuild] : buildingYears(rebuild)
        return Array(zip(years, equalParts(amount ?? facts.build, count: years.count)))
    }

    /// The fiscal years in which a rebuild is built; the go-live year where it takes none before.
    func buildingYears(_ rebuild: FiscalYear) -> [FiscalYear] {
        guard facts.buildYears > 0 else { return [rebuild] }
        return Array(rebuild.advanced(by: -facts.buildYears)..<rebuild)
    }

    /// Whether a move happens apart from every rebuild and renewal.
    func isSeparate(_ move: FiscalYear, _ course: Course) -> Bool {
        !course.rebuilds.contains(move) && !course.renewals.contains(move)
    }
}
