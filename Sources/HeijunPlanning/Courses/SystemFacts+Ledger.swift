import HeijunModel

extension SystemFacts {
    /// Reads a system of the ledger.
    init(_ system: ITSystem, in basis: PlanningBasis) {
        let rules = basis.rules
        self.system = system
        func thousands(_ yen: Yen?) -> Int { yen?.thousands ?? 0 }
        build = thousands(system.buildCost)
        equipment = thousands(system.equipmentCost)
        migration = thousands(system.migrationCost)
        let running = system.annualRunCost ?? basis.latestRunCost[system.id]
        let current = FiscalYear(of: basis.asOf)
        let isBeingRebuilt = system.naturalYear == current
        terms = basis.terms[system.id] ?? PlanTerms()
        let after = thousands(system.runCostAfter ?? running)
        runBefore = isBeingRebuilt ? after : thousands(running)
        rent = min(runBefore, SystemFacts.rent(of: system, terms, in: basis))
        runAfter = max(0, after - rent)
        decided = basis.decisions[system.id]
        extensionYearly = SystemFacts.extensionYearly(system, terms, rules)
        hostingOptions = basis.hostingOptions[system.id] ?? []
        procurementOptions = basis.procurementOptions[system.id] ?? []
        consolidations = basis.consolidations[system.id] ?? []
        fundingRules = basis.fundingRules[system.id] ?? []
        monthsBefore = ((terms.goLiveMonth ?? rules.goLiveMonth) + 8) % 12
        dualMonths = max(0, terms.dualMonths ?? rules.dualMonths)
        commitments = (basis.contractPayments[system.id] ?? []).map { ($0.year, $0.amount.thousands) }
        presentForm = basis.presentForms[system.id] ?? .purchase
        leases = basis.leases(of: system.id).compactMap(\.rent)
        tenants = basis.tenants[system.id] ?? []
        mayLeavePlatform = basis.leavingPlatforms.contains(system.id)
        let platforms = hostingOptions.map(\.platform) + [mayLeavePlatform ? terms.platform : nil]
        let others = Set(platforms.compactMap { $0 }).subtracting([system.id])
        platformEvents = basis.platformEvents(of: others, isNatural: false)
        naturalPlatformEvents =
            basis.platforms.decisions.isEmpty
            ? platformEvents : basis.platformEvents(of: others, isNatural: true)
        life = system.lifeYears ?? system.cycleYears
        cycle = system.cycleYears
        buildYears = max(0, system.buildYears ?? 1)
        isNew = SystemFacts.isNew(system)
        lastYear = system.retiresAfter
        (room, destination, isMoving) = SystemFacts.place(of: system, terms, in: basis)
        mayStayInCentre = rules.centreStays && room.map(basis.isCentre) ?? false

        let years = NaturalYears(
            system, life: life, cycle: cycle, buildYears: buildYears, isNew: isNew, in: basis)
        naturalRebuild = years.rebuild
        isOverdue = years.isOverdue
        equipmentDue = years.equipmentDue
        naturalRenewal = years.renewal
        isContracted = SystemFacts.isContracted(
            basis.contracts[system.id] ?? [], natural: years.rebuild, buildYears: buildYears, basis.asOf)
        fixed = SystemFacts.fixed(
            system, natural: years.rebuild, buildYears: buildYears, isContracted: isContracted, in: basis)
        let earliest = basis.earliestOpen(buildYears)
        let deadline = PlanDeadline(
            system, goLiveMonth: terms.goLiveMonth ?? rules.goLiveMonth, earliest: earliest, in: basis)
        self.deadline = deadline.flatMap { $0.year >= earliest ? $0 : nil }
        missedDeadline = deadline.flatMap { $0.year >= earliest ? nil : $0 }
        rebuildYears = SystemFacts.rebuildYears(
            system, natural: years.rebuild, fixed: fixed, buildYears: buildYears,
            deadline: self.deadline?.year,
            in: basis)
        renewalYears = SystemFacts.renewalYears(
            natural: years.renewal, pinned: system.pinnedRenewal,
            matters: (system.equipmentCost?.amount ?? 0) > 0 || destination != .stays,
            in: basis)
    }

    /// The ledger's yearly extension cost; else re-lease and extended upkeep; else a share of the equipment.
    private static func extensionYearly(_ system: ITSystem, _ terms: PlanTerms, _ rules: PlanRules) -> Int {
        if let cost = system.extensionCost { return cost.thousands }
        if terms.yearlyRent != nil || terms.extendedUpkeep != nil {
            return (terms.yearlyRent?.thousands ?? 0) * rules.reLeasePermille / 1000
                + (terms.extendedUpkeep?.thousands ?? 0)
        }
        return (system.equipmentCost?.thousands ?? 0) * rules.extensionPermille / 1000
    }

    /// The rent of the equipment in use that the running cost holds, in 千円 a year; nothing where no equipment replaces it.
    private static func rent(of system: ITSystem, _ terms: PlanTerms, in basis: PlanningBasis) -> Int {
        guard basis.rules.rentInRunning, !isNew(system), system.equipmentCost ?? .zero > .zero else {
            return 0
        }
        if let rent = terms.yearlyRent { return rent.thousands }
        let running = basis.leases(of: system.id).filter { $0.starts.map { $0 <= basis.asOf } ?? false }
        let monthly = running.compactMap(\.rent).filter { basis.asOf <= $0.ends }.map(\.monthly)
        return (monthly.reduce(0, +) * 12 + 500) / 1000
    }

    private static func isNew(_ system: ITSystem) -> Bool {
        switch system.stage {
        case .planned, .procuring, .building: system.inService == nil
        case .operating, .retiring, .retired, nil: false
        }
    }

    /// Where it stands and where it goes. What is rebuilt in the year of the as-of date, or was to move in it by an applied
    /// plan, moves with that (M01) and counts as moved where the target is open: the next occasion would come years later.
    private static func place(
        of system: ITSystem, _ terms: PlanTerms, in basis: PlanningBasis
    ) -> (room: Key?, destination: Destination, isMoving: Bool) {
        let room = system.hosting?.needsRoom == false ? nil : system.room
        let destination = destination(of: system)
        let current = FiscalYear(of: basis.asOf), decided = basis.decisions[system.id]
        let isDecidedNow = decided?.moveYear == current
        if isDecidedNow, decided?.hosting?.needsRoom == false { return (nil, .stays, true) }
        guard destination != .stays, system.naturalYear == current || isDecidedNow,
            !basis.moveQuarters(of: system, terms, from: room, to: destination, in: current).isEmpty
        else { return (room, destination, false) }
        if case .room(let target) = destination { return (target, .stays, true) }
        return (nil, .stays, true)
    }

    private static func destination(of system: ITSystem) -> Destination {
        guard system.hosting?.needsRoom != false, let room = system.room else { return .stays }
        if let target = system.targetRoom { return target == room ? .stays : .room(target) }
        guard let hosting = system.allowedHostings.first, !hosting.needsRoom,
            system.allowedHostings.allSatisfy({ !$0.needsRoom })
        else { return .stays }
        return .hosting(hosting)
    }

    private static func fixed(
        _ system: ITSystem, natural: FiscalYear?, buildYears: Int, isContracted: Bool, in basis: PlanningBasis
    ) -> Plan.FixedBy? {
        if system.stage == .retiring || (natural == nil && system.retiresAfter != nil) { return .retiring }
        let isDecided = system.isYearDecided || isContracted
        if let pin = system.pinnedYear, isFollowed(pin, system, natural, buildYears, isDecided, basis) {
            return .pinned
        }
        guard let natural else { return .noYear }
        if isDecided { return .decided }
        return natural.advanced(by: -buildYears) <= basis.closedThrough ? .budgetClosed : nil
    }

    /// Whether a contract for building is signed, or a debt burden act (債務負担行為) for it is set, that runs into the years in
    /// which the natural rebuild is built or goes live.
    private static func isContracted(
        _ contracts: [Contract], natural: FiscalYear?, buildYears: Int, _ asOf: Day
    ) -> Bool {
        guard let natural else { return false }
        let building = natural.advanced(by: -buildYears)...natural
        return contracts.contains { contract in
            guard contract.subject == .build, let ends = contract.ends, ends >= asOf else { return false }
            let isSet = contract.contractKind == .debtBurden || contract.starts.map { $0 <= asOf } ?? false
            let starts = FiscalYear(of: contract.starts ?? asOf)
            return isSet && starts <= building.upperBound && building.lowerBound <= FiscalYear(of: ends)
        }
    }

    /// A pin alone does not change a year that is decided, or spend in one that is closed: that takes a supplementary
    /// budget or a carry-over (`budget_exception`).
    private static func isFollowed(
        _ pin: FiscalYear, _ system: ITSystem, _ natural: FiscalYear?, _ buildYears: Int,
        _ isDecided: Bool, _ basis: PlanningBasis
    ) -> Bool {
        guard pin != natural, basis.terms[system.id]?.budgetException == nil else { return true }
        let starts = [pin, natural].compactMap { $0?.advanced(by: -buildYears) }
        return !(isDecided && natural != nil) && starts.allSatisfy { $0 > basis.closedThrough }
    }

    private static func rebuildYears(
        _ system: ITSystem, natural: FiscalYear?, fixed: Plan.FixedBy?, buildYears: Int,
        deadline: FiscalYear?, in basis: PlanningBasis
    ) -> ClosedRange<FiscalYear>? {
        switch fixed {
        case .retiring, .noYear: return nil
        case .pinned: return (system.pinnedYear ?? natural).map { $0...$0 }
        case .decided, .budgetClosed: return natural.map { $0...$0 }
        case nil: break
        }
        guard let natural else { return nil }
        let open = basis.earliestOpen(buildYears)
        let window = natural.advanced(by: -(system.windowEarly ?? basis.rules.windowEarly))
        let early = min(window, deadline ?? window)
        let late = natural.advanced(by: system.windowLate ?? basis.rules.windowLate)
        // Only a system whose natural year lies beyond the horizon may stay beyond it.
        let limit = max(natural, system.retiresAfter ?? late)
        let end = min(limit, natural > basis.last ? late : min(late, basis.last))
        return max(early, min(open, natural))...max(natural, end)
    }

    private static func renewalYears(
        natural: FiscalYear?, pinned: FiscalYear?, matters: Bool, in basis: PlanningBasis
    ) -> ClosedRange<FiscalYear>? {
        guard let natural else { return nil }
        if let pinned, min(pinned, natural) > basis.closedThrough { return pinned...pinned }
        guard matters, natural > basis.closedThrough else { return natural...natural }
        let early = natural.advanced(by: -basis.rules.renewalEarly)
        let late = natural.advanced(by: basis.rules.renewalLate)
        // Only a renewal whose natural year lies beyond the horizon may leave it.
        let end = natural > basis.last ? late : min(late, basis.last)
        return max(early, basis.closedThrough.advanced(by: 1))...end
    }
}

/// The years of a system if nothing is done: the ledger's, then by cycle.
private struct NaturalYears {
    var rebuild: FiscalYear?
    var renewal: FiscalYear?
    var equipmentDue: FiscalYear?
    var isOverdue = false

    init(
        _ system: ITSystem, life: Int?, cycle: Int?, buildYears: Int, isNew: Bool, in basis: PlanningBasis
    ) {
        let current = FiscalYear(of: basis.asOf)
        rebuild = system.stage == .retiring ? nil : system.naturalYear
        if let year = rebuild, year == current {
            rebuild = life.flatMap { $0 > 0 ? year.advanced(by: $0) : nil }
            equipmentDue = cycle.map { year.advanced(by: $0) }
        } else if let year = rebuild, year < current {
            isOverdue = true
            rebuild = basis.earliestOpen(buildYears)
        }
        if let limit = system.retiresAfter, let year = rebuild, year > limit { rebuild = nil }
        guard !isNew, (system.equipmentCost?.amount ?? 0) > 0 || system.hosting?.needsRoom == true else {
            return
        }
        equipmentDue = equipmentDue ?? due(system, cycle: cycle, after: current)
        if let limit = system.retiresAfter, let due = equipmentDue, due > limit { equipmentDue = nil }
        guard system.stage != .retiring, let due = equipmentDue, due < rebuild ?? due.advanced(by: 1) else {
            return
        }
        renewal = due
    }

    /// The ledger's renewal year, or the start of use by cycle, rolled on until it lies ahead.
    private func due(_ system: ITSystem, cycle: Int?, after current: FiscalYear) -> FiscalYear? {
        var start = system.renewalYear
        if start == nil, let inService = system.inService, let cycle { start = inService.advanced(by: cycle) }
        guard var year = start else { return nil }
        guard let cycle, cycle > 0 else { return year > current ? year : nil }
        while year <= current { year = year.advanced(by: cycle) }
        return year
    }
}

extension PlanningBasis {
    /// The first go-live year whose whole spending is still open.
    func earliestOpen(_ buildYears: Int) -> FiscalYear { closedThrough.advanced(by: 1 + buildYears) }
}

extension Business {
    /// Whether the business still has to reach the standard.
    var isOpen: Bool {
        switch state {
        case .notStarted, .working, .transitionSupport, .undecided: true
        case .migrated, .migratedInterim, .notApplicable: false
        }
    }
}

extension PlanningBasis {
    /// Leases of a system's equipment; what contracted payments stand for is paid by these, whatever is chosen.
    fileprivate func leases(of system: Key) -> [Contract] {
        let paid = Set((contractPayments[system] ?? []).map(\.contract))
        return (contracts[system] ?? []).filter { $0.isLease && !paid.contains($0.id) }
    }
}

extension Contract {
    /// The rent of a month, in yen, and the last day of a lease; nil for unknown terms.
    fileprivate var rent: (ends: Day, monthly: Int)? {
        guard let starts, let ends, let amount else { return nil }
        let months = ends.year * 12 + ends.month - starts.year * 12 - starts.month + 1
        return months > 0 ? (ends, amount.amount / months) : nil
    }
}
