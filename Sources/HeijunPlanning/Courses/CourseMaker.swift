import HeijunModel

/// Makes the course of a system from a decision: its rebuilds and renewals, the years of extension and every payment.
struct CourseMaker {
    let facts: SystemFacts
    let basis: PlanningBasis
    /// Whether nothing is done to the platforms that it stands on either.
    var isNatural = false
    /// A rebuild or renewal by cycle that waits for something outside the plan; a plan itself puts none off so.
    var waiting: Waiting?

    /// An event, where it falls and until when it waits.
    struct Waiting {
        let event: FiscalYear, until: FiscalYear
    }

    /// When an event takes place.
    private func held(_ event: FiscalYear) -> FiscalYear {
        waiting.map { $0.event == event ? $0.until : event } ?? event
    }

    func course(_ decision: Decision) -> Course {
        var course = Course(decision: decision)
        var extended: Set<FiscalYear> = []
        (course.rebuilds, course.renewals) = events(decision, extended: &extended)
        extended.formUnion(delay(decision))
        extended.formUnion(laterDelays(course.rebuilds))
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

    /// Rebuilds and renewals, and the years in which equipment waits for one.
    func events(
        _ decision: Decision, extended: inout Set<FiscalYear>
    ) -> (rebuilds: [FiscalYear], renewals: [FiscalYear]) {
        let rebuilds = decision.ends ? [] : rebuilds(decision)
        return (rebuilds, renewals(decision, rebuilds: rebuilds, extended: &extended))
    }

    /// The first rebuild, then by life, as far as the horizon reaches in every alternative; the second one where the
    /// decision puts it, and later ones by life from it.
    private func rebuilds(_ decision: Decision) -> [FiscalYear] {
        guard var year = decision.rebuild else { return [] }
        var result = [year]
        guard let life = facts.life, life > 0 else { return result }
        let reach = facts.reach(decision.rebuild, last: basis.last)
            .advanced(by: slack(decision.laterRebuild, facts.laterRebuildDue(decision)))
        while true {
            let due = year.advanced(by: life)
            year = result.count == 1 ? decision.laterRebuild ?? due : due
            guard year.advanced(by: -facts.buildYears) <= reach, isInUse(year) else { return result }
            year = held(year)
            result.append(year)
        }
    }

    /// By how much further spending belongs to the horizon where a later event is moved: whatever is chosen, the same
    /// events are counted.
    private func slack(_ year: FiscalYear?, _ due: FiscalYear?) -> Int {
        guard let due, basis.rules.laterShift > 0 else { return 0 }
        return basis.rules.laterShift + due.distance(to: year ?? due)
    }

    /// The years past the life in which each rebuild waits for the next.
    private func laterDelays(_ rebuilds: [FiscalYear]) -> [FiscalYear] {
        guard let life = facts.life, life > 0 else { return [] }
        return zip(rebuilds, rebuilds.dropFirst()).flatMap { rebuild, next in
            let due = rebuild.advanced(by: life)
            return due < next ? Array(due..<next) : []
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
        if decision.ends, let end = decision.rebuild {
            return result + renewals(from: due, until: end, reach: reach, extended: &extended)
        }
        // Before the first rebuild, then from each rebuild to the next.
        for part in 0...rebuilds.count {
            if part > 0 { due = facts.cycle.map { rebuilds[part - 1].advanced(by: $0) } }
            let until = part < rebuilds.count ? rebuilds[part] : nil
            let isLater = part == (facts.rebuildsInside(decision, last: basis.last) ? 1 : 0)
            let later = isLater ? decision.laterRenewal : nil
            let more =
                isLater
                ? slack(later, due)
                : part > 1 ? slack(decision.laterRebuild, facts.laterRebuildDue(decision)) : 0
            result += renewals(
                from: due, at: later, until: until, reach: reach.advanced(by: more), extended: &extended)
        }
        return result
    }

    /// Renewals by cycle until a rebuild; equipment that may wait for it on re-lease is not renewed.
    ///
    /// - Parameter moved: The year of the first one, where it is not the one in which it falls due.
    private func renewals(
        from due: FiscalYear?, at moved: FiscalYear? = nil, until rebuild: FiscalYear?, reach: FiscalYear,
        extended: inout Set<FiscalYear>
    ) -> [FiscalYear] {
        guard let due, renews else { return [] }
        var year = moved ?? due
        var result: [FiscalYear] = []
        while year < rebuild ?? reach.advanced(by: 1), year <= reach, isInUse(year) {
            let falls = result.isEmpty ? due : year
            if let rebuild, falls.distance(to: rebuild) <= basis.rules.maxExtension {
                extended.formUnion(falls..<max(rebuild, falls))
                break
            }
            year = held(year)
            if falls < year { extended.formUnion(falls..<year) }
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
        (facts.decided?.allExtendedYears ?? []).filter { year in decision.rebuild.map { year < $0 } ?? true }
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
