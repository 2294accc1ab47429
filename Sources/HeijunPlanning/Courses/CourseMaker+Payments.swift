import HeijunModel

/// What a course costs. The cost rules stand here and nowhere else; `docs/planning.md` lists them.
extension CourseMaker {
    func payments(of course: Course) -> [Course.Payment] {
        var ledger = PaymentList(first: basis.first)
        let costs = CourseCosts(facts, course.decision, basis.rules)
        addRunning(course, costs, to: &ledger)
        for year in course.extensionYears { ledger.pay(facts.extensionYearly, .extension, year) }
        for rebuild in course.rebuilds { addRebuild(rebuild, course, costs, to: &ledger) }
        for renewal in course.renewals { addRenewal(renewal, course, costs, to: &ledger) }
        addJoined(course, to: &ledger)
        addTenancy(course, to: &ledger)
        addMove(course, to: &ledger)
        addChangeover(course, costs, to: &ledger)
        for (year, amount) in facts.commitments { ledger.pay(amount, .commitment, year) }
        if let year = course.decision.rebuild, course.decision.ending != nil {
            ledger.pay(costs.ending, .ending, year)
        }
        return ledger.payments
    }

    // MARK: running

    /// The present cost before the go-live month of the first rebuild, the one after it from then on.
    private func addRunning(_ course: Course, _ costs: CourseCosts, to ledger: inout PaymentList) {
        let last = course.decision.ends && costs.runAfter > 0 ? basis.last : end(course.decision)
        guard basis.first <= last else { return }
        for year in basis.first...last { ledger.pay(running(course, costs, year), .running, year) }
    }

    private func running(_ course: Course, _ costs: CourseCosts, _ year: FiscalYear) -> Int {
        let change = course.decision.ends ? course.decision.rebuild : course.rebuilds.first
        let before = runningBefore(course, costs, year, change)
        guard let change, change <= year else { return before }
        let after = served(course, costs, year) ? costs.withPremium(costs.runAfter) : costs.runAfter
        guard change == year else { return after }
        let months = facts.monthsBefore
        return (before * months + after * (12 - months) + 6) / 12
    }

    /// The present cost: without rent once the equipment in use is replaced or kept on re-lease, until go-live where that
    /// replaces it.
    private func runningBefore(
        _ course: Course, _ costs: CourseCosts, _ year: FiscalYear, _ change: FiscalYear?
    ) -> Int {
        guard !facts.isNew else { return 0 }
        let ends = [course.extensionYears.first, course.renewals.first, change].compactMap { $0 }.min()
        guard let ends, year >= ends, year != change || ends != change else { return costs.runBefore }
        return costs.runBefore - facts.rent
    }

    /// Whether a service contract bears the year.
    private func served(_ course: Course, _ costs: CourseCosts, _ year: FiscalYear) -> Bool {
        guard costs.form == .service else { return false }
        return course.rebuilds.contains { $0 <= year && $0.distance(to: year) < costs.termYears }
    }

    // MARK: rebuilds and renewals

    private func addRebuild(
        _ rebuild: FiscalYear, _ course: Course, _ costs: CourseCosts, to ledger: inout PaymentList
    ) {
        guard costs.form != .service else {
            return addService(rebuild, course, costs, to: &ledger)
        }
        for (year, part) in buildParts(rebuild, amount: costs.build) {
            ledger.pay(part, .build, year, from: rebuild >= basis.first ? year : basis.first)
        }
        guard rebuild >= basis.first else { return }
        addEquipment(rebuild, costs, to: &ledger)
        ledger.pay(costs.migration, .migration, rebuild)
        ledger.pay(facts.tenantsCost(in: rebuild), .tenants, rebuild)
    }

    /// A renewal before the first rebuild is of the present equipment; a service contract bears those in its term, the
    /// present one those before the first rebuild.
    private func addRenewal(
        _ renewal: FiscalYear, _ course: Course, _ costs: CourseCosts, to ledger: inout PaymentList
    ) {
        ledger.pay(facts.tenantsCost(in: renewal), .tenants, renewal)
        if course.rebuilds.first.map({ renewal < $0 }) ?? true {
            guard facts.presentForm != .service else { return }
            var present = costs
            present.equipment = facts.equipment
            return addEquipment(renewal, present, to: &ledger)
        }
        if !served(course, costs, renewal) { addEquipment(renewal, costs, to: &ledger) }
    }

    /// Equipment bought in its year, or leased in equal parts from it on.
    private func addEquipment(_ year: FiscalYear, _ costs: CourseCosts, to ledger: inout PaymentList) {
        guard costs.form == .lease else { return ledger.pay(costs.equipment, .equipment, year) }
        let parts = equalParts(costs.withPremium(costs.equipment), count: costs.termYears)
        for (index, part) in parts.enumerated() { ledger.pay(part, .lease, year.advanced(by: index)) }
    }

    /// Development, migration and all equipment of the term, with the premium, in equal parts from go-live on.
    private func addService(
        _ rebuild: FiscalYear, _ course: Course, _ costs: CourseCosts, to ledger: inout PaymentList
    ) {
        for (index, part) in serviceFees(rebuild, course, costs).enumerated() {
            ledger.pay(part, .service, rebuild.advanced(by: index))
        }
        addPremium(rebuild, course, costs, to: &ledger)
        if rebuild >= basis.first { ledger.pay(facts.tenantsCost(in: rebuild), .tenants, rebuild) }
    }

    /// The yearly fees of a service contract from go-live on, without running.
    func serviceFees(_ rebuild: FiscalYear, _ course: Course, _ costs: CourseCosts) -> [Int] {
        let renewals = renewals(from: rebuild, course, years: costs.termYears)
        let whole = costs.build + costs.migration + costs.equipment * (1 + renewals)
        return equalParts(costs.withPremium(whole), count: costs.termYears)
    }

    /// How often equipment is renewed in a term that begins with a rebuild: as the course says, and by its cycle where the
    /// term goes on past the events that the course counts.
    private func renewals(from rebuild: FiscalYear, _ course: Course, years: Int) -> Int {
        let listed = course.renewals.filter { rebuild < $0 && rebuild.distance(to: $0) < years }
        guard let cycle = facts.cycle, cycle > 0 else { return listed.count }
        let next = course.rebuilds.first { $0 > rebuild } ?? facts.life.map { rebuild.advanced(by: $0) }
        var count = listed.count
        var year = (listed.last ?? rebuild).advanced(by: cycle)
        while rebuild.distance(to: year) < years, facts.lastYear.map({ year <= $0 }) ?? true {
            if let next, year.distance(to: next) <= basis.rules.maxExtension { break }
            count += 1
            year = year.advanced(by: cycle)
        }
        return count
    }

    /// The premium on the running that a service contract bears past the horizon: the running itself is paid whatever is
    /// chosen and counts within the horizon alone.
    private func addPremium(
        _ rebuild: FiscalYear, _ course: Course, _ costs: CourseCosts, to ledger: inout PaymentList
    ) {
        let ends = rebuild.advanced(by: costs.termYears)
        let next = course.rebuilds.first { $0 > rebuild } ?? ends
        var year = max(rebuild, basis.last.advanced(by: 1))
        while year < min(ends, next), facts.lastYear.map({ year <= $0 }) ?? true {
            ledger.pay(costs.withPremium(costs.runAfter) - costs.runAfter, .service, year)
            year = year.advanced(by: 1)
        }
    }

    /// What a system pays as a tenant of the platform that it joins, at the platform's renewals and rebuilds after that.
    private func addJoined(_ course: Course, to ledger: inout PaymentList) {
        guard let option = facts.hostingOption(course.decision), let platform = option.platform,
            platform != facts.terms.platform, let joined = course.rebuilds.first,
            let cost = option.tenantCost ?? facts.terms.tenantCost
        else { return }
        for year in platformEvents[platform] ?? [] where year > joined && year <= basis.last {
            ledger.pay(cost.thousands, .tenants, year)
        }
    }

    /// What a system that may leave its platform pays as a tenant at the platform's renewals and rebuilds, as long as it
    /// stands on it. Tenants that stay pay with the platform's own course.
    private func addTenancy(_ course: Course, to ledger: inout PaymentList) {
        guard facts.mayLeavePlatform, let platform = facts.terms.platform,
            let cost = facts.terms.tenantCost?.thousands
        else { return }
        for year in platformEvents[platform] ?? [] where year <= basis.last {
            guard facts.platform(course, in: year)?.0 == platform else { continue }
            ledger.pay(cost, .tenants, year)
        }
    }

    private var platformEvents: [Key: [FiscalYear]] {
        isNatural ? facts.naturalPlatformEvents : facts.platformEvents
    }

    // MARK: moves and changeovers

    private func addMove(_ course: Course, to ledger: inout PaymentList) {
        guard let move = course.decision.move else { return }
        let rules = basis.rules
        let cost =
            isSeparate(move, course)
            ? facts.terms.moveCost?.thousands ?? facts.equipment * rules.separateMovePermille / 1000
            : facts.terms.eventMoveCost?.thousands ?? facts.equipment * rules.eventMovePermille / 1000
        ledger.pay(cost, .move, move)
    }

    /// The old system beside the new one after every go-live, and what is left of its lease where its equipment is first
    /// replaced.
    private func addChangeover(_ course: Course, _ costs: CourseCosts, to ledger: inout PaymentList) {
        for (index, rebuild) in course.rebuilds.enumerated() where rebuild >= basis.first {
            if index == 0 && facts.isNew { continue }
            addDual(rebuild, yearly: index == 0 ? costs.runBefore : costs.runAfter, to: &ledger)
        }
        if let renewal = course.renewals.first, course.decision.rebuild.map({ renewal < $0 }) ?? true {
            ledger.pay(facts.remainingLease(atRenewal: renewal), .remainingLease, renewal)
        } else if let year = course.decision.rebuild {
            ledger.pay(facts.remainingLease(at: year), .remainingLease, year)
        }
    }

    /// Dual months that do not fit into the go-live year fall into the ones after it.
    private func addDual(_ rebuild: FiscalYear, yearly: Int, to ledger: inout PaymentList) {
        var months = facts.dualMonths
        var year = rebuild
        var room = 12 - facts.monthsBefore
        while months > 0 {
            let here = min(months, room)
            ledger.pay((yearly * here + 6) / 12, .dual, year)
            months -= here
            (year, room) = (year.advanced(by: 1), 12)
        }
    }
}

/// Payments from the first year of the horizon on, and earlier ones where told; nothing is paid where the amount is
/// nothing.
private struct PaymentList {
    let first: FiscalYear
    private(set) var payments: [Course.Payment] = []

    init(first: FiscalYear) { self.first = first }

    /// - Parameter from: The first year in which such a payment counts; nil takes the horizon's first.
    mutating func pay(_ amount: Int, _ kind: Course.Kind, _ year: FiscalYear, from: FiscalYear? = nil) {
        guard amount != 0, year >= from ?? first else { return }
        payments.append(Course.Payment(year: year, kind: kind, amount: amount))
    }
}
