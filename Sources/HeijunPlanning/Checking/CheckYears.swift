import HeijunModel

/// What the plan says of each year and account is what its courses, and those if nothing is done, come to.
extension PlanCheck {
    /// The scope's years: running and one-time cost, ceiling, large rebuilds, before and after.
    func yearSums() -> [Finding] {
        mismatches(plan.years, expectedYears(basis.scopeAccounts, isScope: true)) { year in
            finding(
                "plan-sum", "plan", Key(plan.id),
                "\(year.ja) の経費・上限・大規模件数が各システムの合計と合わない。",
                "The cost, ceiling or large rebuilds of \(year.en) are not those of its systems.")
        }
    }

    /// The same of every account beside the scope.
    func accountSums() -> [Finding] {
        let bearing = systems.flatMap { basis.parts(0, of: $0.facts.system).map(\.account) }
        let known = Set(bearing + basis.portfolio.ceilings.map(\.account)).subtracting(basis.scopeAccounts)
        guard plan.accounts.map(\.account) == known.sorted() else {
            return [
                finding(
                    "plan-account", "plan", Key(plan.id), "スコープ外の会計が台帳と合わない。",
                    "The accounts beside the scope are not those of the ledger.")
            ]
        }
        return plan.accounts.flatMap { account in
            mismatches(account.years, expectedYears([account.account], isScope: false)) { year in
                finding(
                    "plan-account", "account", account.account,
                    "\(year.ja) の経費・上限が各システムの合計と合わない。",
                    "The cost or ceiling of \(year.en) is not that of its systems.")
            }
        }
    }

    /// One finding per year that differs; one for all where the years themselves do.
    private func mismatches(
        _ stated: [Plan.YearLoad], _ expected: [Plan.YearLoad], _ finding: (Words) -> Finding
    ) -> [Finding] {
        guard stated.map(\.year) == expected.map(\.year) else {
            let horizon = Words(
                ja: "\(year(basis.first).ja)〜\(year(basis.last).ja)",
                en: "\(year(basis.first).en)–\(year(basis.last).en)")
            return [finding(horizon)]
        }
        return zip(stated, expected).filter { $0 != $1 }.map { finding(year($0.0.year)) }
    }

    private func expectedYears(_ accounts: Set<Key>, isScope: Bool) -> [Plan.YearLoad] {
        basis.years.map { year in
            var load = Plan.YearLoad(year: year)
            let (before, after) = (
                spent.before.sums(of: accounts, in: year), spent.after.sums(of: accounts, in: year)
            )
            let isGeneral = isScope && basis.rules.levelsGeneral
            load.runningBefore = Yen(thousands: isGeneral ? before.generalRunning : before.running)
            load.oneTimeBefore = Yen(thousands: isGeneral ? before.generalOneTime : before.oneTime)
            load.runningAfter = Yen(thousands: isGeneral ? after.generalRunning : after.running)
            load.oneTimeAfter = Yen(thousands: isGeneral ? after.generalOneTime : after.oneTime)
            let ceiling = isScope ? basis.scopeCeiling(in: year) : basis.ceiling(of: accounts, in: year)
            (load.ceiling, load.ceilingSetBy) = (ceiling?.amount, ceiling?.setBy)
            guard isScope else { return load }
            load.largeBefore = large(natural, in: year)
            load.largeAfter = large(chosen, in: year)
            return load
        }
    }

    private func large(_ courses: [(facts: SystemFacts, course: Course)], in year: FiscalYear) -> Int {
        courses.reduce(0) { sum, system in
            system.facts.system.size == .large
                ? sum + system.course.rebuilds.count { $0 == year } : sum
        }
    }

    /// What the plan says that each source pays, with the memo of the allocation tax.
    func fundingSums() -> [Finding] {
        let used = spent.before.usedSources.union(spent.after.usedSources)
        guard used.contains(where: { $0 != .general }) else {
            return plan.fundings == nil ? [] : [wrongFundings]
        }
        let expected = basis.years.flatMap { year in
            Funding.allCases.filter(used.contains).map { funding in
                func paid(_ spending: CheckSpending) -> Yen {
                    Yen(thousands: spending.paid(by: funding, basis.scopeAccounts, in: year))
                }
                return Plan.FundingUse(
                    year: year, funding: funding, before: paid(spent.before), after: paid(spent.after),
                    taxMemoBefore: spent.before.memo(of: funding, in: year),
                    taxMemoAfter: spent.after.memo(of: funding, in: year))
            }
        }
        return plan.fundings == expected ? [] : [wrongFundings]
    }

    private var wrongFundings: Finding {
        finding(
            "plan-sources", "plan", Key(plan.id), "財源内訳が各システムの充当の合計と合わない。",
            "What the sources pay is not what they pay for its systems.")
    }
}
