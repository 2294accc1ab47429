import HeijunModel

/// The years of common platforms that systems which join or leave them take for granted: what such a tenant pays follows
/// from its own course and the platform's, and the engine weighs one system's courses at a time.
struct PlatformYears {
    /// What is taken for granted of each; the natural years of any other.
    var decisions: [Key: Decision] = [:]
    /// The platforms that keep to it.
    var held: Set<Key> = []
}

extension PlanningBasis {
    /// The basis of a plan that is made already: its platforms' years are those of its choices.
    init(_ portfolio: Portfolio, under plan: Plan) {
        var platforms = PlatformYears(held: Set(plan.heldPlatforms ?? []))
        let named = portfolio.platformsWithChangingTenants
        for choice in plan.choices where named.contains(choice.system) {
            platforms.decisions[choice.system] = choice.decision
        }
        self.init(portfolio, asOf: plan.asOf, platforms: platforms)
    }

    /// When platforms are renewed or rebuilt, as their tenants take it for granted.
    ///
    /// - Parameter isNatural: Whether nothing is done to the platforms either.
    func platformEvents(of keys: Set<Key>, isNatural: Bool) -> [Key: [FiscalYear]] {
        var result: [Key: [FiscalYear]] = [:]
        for key in keys {
            guard let platform = portfolio.systems.first(where: { $0.id == key }) else { continue }
            // A platform stands on none itself here: only its own years count.
            var bare = self
            bare.hostingOptions[key] = nil
            bare.terms[key]?.platform = nil
            let facts = SystemFacts(platform, in: bare)
            let natural = LaterYears(facts: facts, basis: bare).decided(
                of: Decision(rebuild: facts.naturalRebuild, renewal: facts.naturalRenewal))
            let decision = isNatural ? natural : platforms.decisions[key] ?? natural
            result[key] = CourseMaker(facts: facts, basis: bare).course(decision).events
        }
        return result
    }
}

extension Course {
    /// Its rebuilds and renewals, in order.
    var events: [FiscalYear] { (rebuilds + renewals).sorted() }
}

extension Portfolio {
    /// What the systems that cannot leave each platform pay when it is renewed, in 千円, and the last year of those that are
    /// to be retired.
    var tenants: [Key: [(cost: Int, until: FiscalYear?)]] {
        let live = Dictionary(systems.filter(\.isLive).map { ($0.id, $0) }) { first, _ in first }
        let leaving = mayLeavePlatforms
        return planTerms.reduce(into: [:]) { tenants, terms in
            guard let platform = terms.platform, let system = live[terms.system],
                !leaving.contains(system.id),
                let cost = terms.tenantCost?.thousands
            else { return }
            tenants[platform, default: []].append((cost, system.retiresAfter))
        }
    }

    /// Systems that may leave the platform that they stand on: they may take another hosting or end.
    var mayLeavePlatforms: Set<Key> {
        let standing = planTerms.filter { $0.platform != nil && $0.platform != $0.system }.map(\.system)
        let ending = consolidations.filter { $0.ending != .joint }.map(\.system)
        return Set(standing).intersection(hostingOptions.map(\.system) + ending)
    }

    /// Platforms that some system may leave or join at a charge.
    var platformsWithChangingTenants: Set<Key> {
        let leaving = mayLeavePlatforms
        let terms = Dictionary(planTerms.map { ($0.system, $0) }) { first, _ in first }
        let left = leaving.compactMap { key in
            (terms[key]?.tenantCost?.thousands ?? 0) > 0 ? terms[key]?.platform : nil
        }
        let joined = hostingOptions.compactMap { option in
            (option.tenantCost ?? terms[option.system]?.tenantCost)?.thousands ?? 0 > 0
                ? option.platform : nil
        }
        return Set(left + joined)
    }
}

extension PlanModel {
    /// The covered platforms that some system may leave or join at a charge, and that have more than one set of years, or
    /// were held to one.
    var platformsTakenForGranted: Set<Key> {
        basis.portfolio.platformsWithChangingTenants.filter { key in
            basis.platforms.held.contains(key) || hasManyYears(key)
        }
    }

    /// Whether a system's courses have more than one set of years.
    func hasManyYears(_ key: Key) -> Bool {
        position[key].map { Set(systems[$0].list.map(\.course.events)).count > 1 } ?? false
    }

    /// When a platform is renewed or rebuilt under a decision.
    func events(of key: Key, _ decision: Decision) -> [FiscalYear] {
        guard let index = position[key] else { return [] }
        return CourseMaker(facts: systems[index].facts, basis: basis).course(decision).events
    }

    /// When its tenants take for granted that it is.
    func takenEvents(of key: Key) -> [FiscalYear] {
        basis.platformEvents(of: [key], isNatural: false)[key] ?? []
    }
}
