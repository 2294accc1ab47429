import HeijunModel

extension PlanCheck {
    /// No open year's spending is above a ceiling.
    func ceilings() -> [Finding] {
        let all = Set(basis.portfolio.ceilings.map(\.account))
        let others = all.subtracting(basis.scopeAccounts.count > 1 ? [] : basis.scopeAccounts).sorted()
        return peakLimit()
            + ([basis.scopeAccounts] + others.map { [$0] }).flatMap { accounts in
                openYears.compactMap { year in
                    guard let ceiling = basis.ceiling(of: accounts, in: year) else { return nil }
                    let spent = Yen(thousands: spent.after.sums(of: accounts, in: year).whole)
                    return spent > ceiling.amount ? over("ceiling", accounts.min() ?? "", year) : nil
                }
            }
    }

    /// No open year's spending is above the setting's limit for every year.
    private func peakLimit() -> [Finding] {
        let limit = basis.portfolio.value(of: .peakLimit)
        guard limit > 0 else { return [] }
        return openYears.filter { year in
            let sums = spent.after.sums(of: basis.scopeAccounts, in: year)
            return (basis.rules.levelsGeneral ? sums.general : sums.whole) > limit
        }.map { over("peak-limit", Setting.peakLimit.key, $0) }
    }

    /// No source pays more for the scope, or for an account beside it, in an open year than its ceiling.
    func fundingCeilings() -> [Finding] {
        let all = Set(basis.portfolio.fundingCeilings.map(\.account))
        let scopes = [basis.scopeAccounts] + all.subtracting(basis.scopeAccounts).sorted().map { [$0] }
        return scopes.flatMap { accounts in
            Funding.allCases.flatMap { funding in
                openYears.compactMap { year in
                    guard let ceiling = basis.ceiling(of: funding, accounts, in: year) else { return nil }
                    let paid = Yen(thousands: spent.after.paid(by: funding, accounts, in: year))
                    return paid > ceiling.amount ? over("funding", Key(funding.rawValue), year) : nil
                }
            }
        }
    }

    private func over(_ what: String, _ key: Key, _ over: FiscalYear) -> Finding {
        finding(
            "plan-\(what)", what, key, "\(year(over).ja) の上限を超える。",
            "It exceeds the limit of \(year(over).en).")
    }

    /// Staff, vendors, large rebuilds, rooms and platforms hold what the plan asks of them in every open year.
    func overUses() -> [Finding] {
        uses.filter { $0.after > $0.limit }.compactMap { use in
            guard let (kind, key) = use.resource.use else { return nil }
            let words = Sentences.overLimit(
                year(use.year), use.resource, limit: use.limit, excess: use.after - use.limit, basis)
            let what = PlanCheck.kinds[kind] ?? ("plan-limit", kind.rawValue)
            return finding(what.code, what.record, key, words.ja, words.en)
        }
    }

    /// The finding's code and the kind of record that each limit belongs to.
    private static let kinds: [Plan.LimitKind: (code: String, record: String)] = [
        .staff: ("plan-staff", "section"), .vendor: ("plan-vendor", "vendor"),
        .large: ("plan-large", "large"), .platform: ("plan-platform", "system"),
        .roomUnits: ("plan-room", "room"), .roomPower: ("plan-room", "room"),
        .roomWeight: ("plan-room", "room"),
    ]
}
