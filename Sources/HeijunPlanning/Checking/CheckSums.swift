import HeijunModel

extension PlanCheck {
    /// What an account of the scope, or one beside it, pays in a year under the plan.
    private func spending(
        in year: FiscalYear, running: Bool?, general: Bool = false, _ isCounted: (Key) -> Bool
    ) -> Int {
        var sum = 0
        for (facts, _, course) in systems {
            for payment in course?.payments ?? [] where payment.year == year {
                guard running == nil || payment.kind.isRunning == running else { continue }
                let amount = general ? payment.general : payment.amount
                for part in basis.parts(amount, of: facts.system) where isCounted(part.account) {
                    sum += part.amount
                }
            }
        }
        return sum
    }

    /// The plan's yearly figures are the sums of its systems' costs.
    func yearSums() -> [Finding] {
        plan.years.filter { load in
            let general = basis.rules.levelsGeneral
            let running = spending(
                in: load.year, running: true, general: general, basis.scopeAccounts.contains)
            let oneTime = spending(
                in: load.year, running: false, general: general, basis.scopeAccounts.contains)
            return load.runningAfter != Yen(thousands: running)
                || load.oneTimeAfter != Yen(thousands: oneTime)
        }.map { load in
            finding(
                "plan-sum", "plan", Key(plan.id), "\(year(load.year).ja) の経費が各システムの合計と合わない。",
                "The cost of \(year(load.year).en) is not the sum of its systems'.")
        }
    }

    /// No open year's spending is above a ceiling.
    func ceilings() -> [Finding] {
        let others = Set(basis.portfolio.ceilings.map(\.account)).subtracting(basis.scopeAccounts).sorted()
        return peakLimit()
            + ([basis.scopeAccounts] + others.map { [$0] }).flatMap { accounts in
                openYears.compactMap { year in
                    guard let ceiling = basis.ceiling(of: accounts, in: year) else { return nil }
                    let spent = Yen(thousands: spending(in: year, running: nil, accounts.contains))
                    return spent > ceiling.amount ? over("ceiling", accounts.min() ?? "", year) : nil
                }
            }
    }

    /// No open year's spending is above the setting's limit for every year.
    private func peakLimit() -> [Finding] {
        let limit = basis.portfolio.value(of: .peakLimit)
        guard limit > 0 else { return [] }
        let general = basis.rules.levelsGeneral
        return openYears.filter {
            spending(in: $0, running: nil, general: general, basis.scopeAccounts.contains) > limit
        }.map { over("peak-limit", Setting.peakLimit.key, $0) }
    }

    /// No source pays more for the scope in an open year than its ceiling.
    func fundingCeilings() -> [Finding] {
        Funding.allCases.flatMap { funding in
            openYears.compactMap { year in
                guard let ceiling = basis.ceiling(of: funding, in: year) else { return nil }
                let paid = Yen(thousands: paid(by: funding, in: year))
                return paid > ceiling.amount ? over("funding", Key(funding.rawValue), year) : nil
            }
        }
    }

    private func paid(by funding: Funding, in year: FiscalYear) -> Int {
        guard funding != .general else {
            return spending(in: year, running: nil, general: true, basis.scopeAccounts.contains)
        }
        return systems.reduce(0) { sum, system in
            (system.course?.fundings ?? []).filter { $0.funding == funding && $0.year == year }.reduce(sum) {
                $0 + basis.scopePart($1.amount, of: system.facts.system)
            }
        }
    }

    private func over(_ what: String, _ key: Key, _ over: FiscalYear) -> Finding {
        finding(
            "plan-\(what)", what, key, "\(year(over).ja) の上限を超える。",
            "It exceeds the limit of \(year(over).en).")
    }

    /// Each section's work in building years fits its staff.
    func staff() -> [Finding] {
        basis.portfolio.staffCapacities.filter { openYears.contains($0.year) }.compactMap { capacity in
            let used = systems.reduce(0) { sum, system in
                let ledger = system.facts.system
                let owner = ledger.systemSection ?? ledger.businessSection
                let own = owner == capacity.section ? ledger.effort?.tenths ?? 0 : 0
                let helps = ledger.businessSection == capacity.section
                let helped = helps ? basis.terms[ledger.id]?.businessEffort?.tenths ?? 0 : 0
                return [own, helped].reduce(sum) {
                    $0 + work($1, of: system.facts, system.course, in: capacity.year)
                }
            }
            return used > capacity.effort.tenths ? over("staff", capacity.section, capacity.year) : nil
        }
    }

    private func work(
        _ effort: Int, of facts: SystemFacts, _ course: Course?, in year: FiscalYear
    ) -> Int {
        let years = max(1, facts.buildYears)
        return (course?.rebuilds ?? []).reduce(0) { sum, rebuild in
            guard isBuilding(rebuild, facts, in: year) else { return sum }
            let isLast = facts.buildYears == 0 || year.distance(to: rebuild) == 1
            return sum + (isLast ? effort - effort / years * (years - 1) : effort / years)
        }
    }

    /// Whether a rebuild that goes live in `rebuild` is built in `year`.
    private func isBuilding(_ rebuild: FiscalYear, _ facts: SystemFacts, in year: FiscalYear) -> Bool {
        let before = year.distance(to: rebuild)
        return facts.buildYears == 0 ? before == 0 : before >= 1 && before <= facts.buildYears
    }

    /// No vendor builds more at once than it can.
    func vendors() -> [Finding] {
        basis.portfolio.vendors.flatMap { vendor -> [Finding] in
            guard let limit = vendor.maxParallelRebuilds else { return [] }
            let own = systems.filter { $0.facts.system.vendor == vendor.id }
            return openYears.filter { year in
                own.reduce(0) { sum, system in
                    sum + (system.course?.rebuilds ?? []).count { isBuilding($0, system.facts, in: year) }
                } > limit
            }.map { over("vendor", vendor.id, $0) }
        }
    }

    /// No year has more large rebuilds than the setting allows.
    func largeCounts() -> [Finding] {
        let years = systems.filter { $0.facts.system.size == .large }.flatMap { $0.course?.rebuilds ?? [] }
        return openYears.filter { year in years.count { $0 == year } > basis.rules.largePerYear }
            .map { over("large", "", $0) }
    }
}
