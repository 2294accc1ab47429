import HeijunModel

/// What a system's rebuilds and renewals cost under one decision, in 千円.
struct CourseCosts {
    var build: Int, equipment: Int, migration: Int
    /// One fiscal year of running before the first rebuild, and from it on.
    var runBefore: Int, runAfter: Int
    /// One-time cost of an ending or a joint procurement.
    var ending = 0
    /// How it is procured.
    let form: ProcurementForm
    /// Years over which a lease or a service contract is paid, and its premium in ten-thousandths.
    var termYears = 0, premium = 0

    init(_ facts: SystemFacts, _ decision: Decision, _ rules: PlanRules) {
        (build, equipment, migration) = (facts.build, facts.equipment, facts.migration)
        (runBefore, runAfter) = (facts.runBefore, facts.runAfter)
        form = decision.form ?? facts.presentForm
        take(facts.hostingOption(decision))
        take(facts.consolidation(decision), decision)
        takeTerms(facts, rules)
    }

    private mutating func take(_ option: HostingOption?) {
        guard let option else { return }
        build = option.buildCost?.thousands ?? build
        equipment = option.equipmentCost?.thousands ?? equipment
        migration = option.migrationCost?.thousands ?? migration
        runAfter = option.runCost?.thousands ?? runAfter
    }

    /// The body bears its share of what is procured jointly; one-time and added cost come on top.
    private mutating func take(_ option: Consolidation?, _ decision: Decision) {
        guard let option else { return }
        ending = option.oneOffCost?.thousands ?? 0
        if decision.ends {
            runAfter = option.addedRunCost?.thousands ?? 0
        } else {
            let share = option.share?.tenThousandths ?? 10_000
            func part(_ amount: Int) -> Int { (amount * share + 5000) / 10_000 }
            (build, equipment, migration) = (part(build), part(equipment), part(migration))
            runAfter = part(runAfter)
        }
    }

    /// As the ledger's option of that form says; the present form needs none.
    private mutating func takeTerms(_ facts: SystemFacts, _ rules: PlanRules) {
        let option = facts.procurementOptions.first { $0.form == form }
        switch form {
        case .purchase: return
        case .lease:
            termYears = option?.years ?? facts.cycle ?? 5
            premium = option?.premium?.tenThousandths ?? rules.leasePermille * 10
        case .service:
            termYears = option?.years ?? facts.life ?? facts.cycle ?? 5
            premium = option?.premium?.tenThousandths ?? rules.servicePermille * 10
        }
        termYears = max(1, termYears)
    }

    /// An amount with the premium, rounded half up.
    func withPremium(_ amount: Int) -> Int { (amount * (10_000 + premium) + 5000) / 10_000 }
}

extension SystemFacts {
    func hostingOption(_ decision: Decision) -> HostingOption? {
        decision.hosting.flatMap { hosting in hostingOptions.first { $0.hosting == hosting } }
    }

    func consolidation(_ decision: Decision) -> Consolidation? {
        decision.ending.flatMap { ending in consolidations.first { $0.ending == ending } }
    }

    /// Where it goes under a decision: a chosen hosting goes before the target room.
    func destination(_ decision: Decision) -> Destination {
        guard let option = hostingOption(decision), let room else { return destination }
        guard option.hosting.needsRoom else { return .hosting(option.hosting) }
        guard let target = option.room, target != room else { return .stays }
        return .room(target)
    }
}
