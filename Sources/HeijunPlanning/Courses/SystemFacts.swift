import HeijunModel

/// What planning knows of one system: the ledger's values with every default filled in.
struct SystemFacts {
    let system: ITSystem
    /// Amounts in 千円.
    let build: Int, equipment: Int, migration: Int, runBefore: Int, runAfter: Int, extensionYearly: Int
    let life: Int?, cycle: Int?
    let buildYears: Int
    /// A system that is still to come: it costs nothing to run before its first rebuild.
    let isNew: Bool
    /// Year of the first rebuild and of the first renewal before it if nothing is done.
    let naturalRebuild: FiscalYear?, naturalRenewal: FiscalYear?
    /// When the equipment in use falls due.
    let equipmentDue: FiscalYear?
    /// Whether its rebuild is contracted, or a debt burden act for it is set.
    let isContracted: Bool
    /// Why the rebuild year is not open.
    let fixed: Plan.FixedBy?
    /// The years open to the first rebuild, windows and pins observed but not the limits.
    let rebuildYears: ClosedRange<FiscalYear>?
    let renewalYears: ClosedRange<FiscalYear>?
    /// The last year of use.
    let lastYear: FiscalYear?
    /// The room it stands in, and where it goes from there.
    let room: Key?
    let destination: Destination
    /// By when a standardized system must go live; nil without a deadline that can still be met.
    let deadline: PlanDeadline?
    /// A deadline that no open year can meet any more: it guides.
    let missedDeadline: PlanDeadline?
    /// Whether its ledger year had passed without a rebuild.
    let isOverdue: Bool
    /// Whether it moves in the year of the as-of date, and counts as moved.
    let isMoving: Bool
    /// The ledger's further terms, options and funding.
    let terms: PlanTerms
    /// What an applied plan decided beside the years.
    let decided: PlanDecision?
    let hostingOptions: [HostingOption], procurementOptions: [ProcurementOption]
    let consolidations: [Consolidation], fundingRules: [FundingRule]
    /// Months of the go-live year before go-live, and months of dual running after it.
    let monthsBefore: Int, dualMonths: Int
    /// What contracts bind beside every other figure, in 千円.
    let commitments: [(year: FiscalYear, amount: Int)]
    /// How its equipment is procured today.
    let presentForm: ProcurementForm
    /// Leases of its equipment that no contracted payment stands for: last day, and rent of a month in yen.
    let leases: [(ends: Day, monthly: Int)]
    /// The part of the running cost before the first rebuild that is rent of the equipment in use, in 千円.
    let rent: Int
    /// What the tenants of a platform that cannot leave it pay at each of its renewals and rebuilds, in 千円, and the last
    /// year of those that are to be retired.
    let tenants: [(cost: Int, until: FiscalYear?)]
    /// Whether it may leave the platform that it stands on: it then pays as a tenant by itself.
    let mayLeavePlatform: Bool
    /// The years in which each platform that it may join or leave is renewed or rebuilt: as taken for granted, and if
    /// nothing is done.
    let platformEvents: [Key: [FiscalYear]], naturalPlatformEvents: [Key: [FiscalYear]]

    /// Where a system goes when it leaves its room.
    enum Destination: Hashable {
        case stays
        case room(Key)
        /// Out of every room, at a rebuild, to a hosting that needs none.
        case hosting(Hosting)
    }

    /// What its tenants pay when it is renewed or rebuilt in a year, in 千円.
    func tenantsCost(in year: FiscalYear) -> Int {
        tenants.reduce(0) { sum, tenant in tenant.until.map { year <= $0 } ?? true ? sum + tenant.cost : sum }
    }

    /// Whether it leaves its room unless another hosting is chosen.
    var moves: Bool { destination != .stays }

    /// Whether it leaves its room in any case that is still open.
    var mayMove: Bool {
        moves || variants.contains { $0.hosting != nil && destination($0) != .stays }
    }

    /// What is left of its leases when a rebuild goes live in a year: the months after the go-live month, in 千円.
    func remainingLease(at year: FiscalYear) -> Int {
        let start = year.startYear * 12 + 3 + monthsBefore
        let yen = leases.reduce(0) { sum, lease in
            sum + lease.monthly * max(0, lease.ends.year * 12 + lease.ends.month - start)
        }
        return (yen + 500) / 1000
    }

    /// What is left of its leases when its equipment is renewed in a year: a year's rent for each fiscal year before the one
    /// in which the lease ends, in 千円. In that year the exchange waits for the end.
    func remainingLease(atRenewal year: FiscalYear) -> Int {
        let yen = leases.reduce(0) { sum, lease in
            sum + lease.monthly * 12 * max(0, year.distance(to: FiscalYear(of: lease.ends)))
        }
        return (yen + 500) / 1000
    }

    /// Whether it stands in an iDC and its target room is a wish: it stays where the room has no space for it.
    let mayStayInCentre: Bool

    /// The first day of its go-live month in a fiscal year.
    func goLive(in year: FiscalYear) -> Day {
        let month = (monthsBefore + 3) % 12 + 1
        return Day(year: month < 4 ? year.startYear + 1 : year.startYear, month: month, day: 1)
    }

    /// The year that its life gives the second rebuild.
    func laterRebuildDue(_ decision: Decision) -> FiscalYear? {
        guard let life, life > 0, !decision.ends else { return nil }
        return decision.rebuild?.advanced(by: life)
    }

    /// The year that its cycle gives the renewal after the first rebuild, or after the first renewal where no rebuild lies
    /// in the horizon.
    func laterRenewalDue(_ decision: Decision, last: FiscalYear) -> FiscalYear? {
        guard let cycle, cycle > 0, !decision.ends else { return nil }
        let from = rebuildsInside(decision, last: last) ? decision.rebuild : decision.renewal
        return from?.advanced(by: cycle)
    }

    /// Whether the first rebuild goes live in the horizon.
    func rebuildsInside(_ decision: Decision, last: FiscalYear) -> Bool {
        decision.rebuild.map { $0 <= last } ?? false
    }

    /// The last year in which spending belongs to the horizon for a course whose first rebuild is `rebuild`: the
    /// same rebuilds and renewals are counted in every alternative, however far it shifts them.
    func reach(_ rebuild: FiscalYear?, last: FiscalYear) -> FiscalYear {
        guard let rebuild, let earliest = rebuildYears?.lowerBound else { return last }
        return last.advanced(by: max(0, earliest.distance(to: rebuild)))
    }
}
