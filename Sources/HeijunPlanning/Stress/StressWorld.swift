import HeijunModel

/// What a stress test looks at: a ledger, the accounts that are summed, and the case under which it is priced.
struct StressWorld {
    let basis: PlanningBasis
    /// The scope first, then the accounts with ceilings beside it.
    let accounts: [Set<Key>]
    let event: StressCase?

    init(_ basis: PlanningBasis, event: StressCase?) {
        self.basis = basis
        self.event = event
        let others = Set(basis.portfolio.ceilings.map(\.account)).subtracting(basis.scopeAccounts).sorted()
        accounts = [basis.scopeAccounts] + others.map { [$0] }
    }

    /// The row that an account is summed in; nil where it has no ceiling and is not in the scope.
    func row(of account: Key) -> Int? { accounts.firstIndex { $0.contains(account) } }

    /// The ceiling of a row in a year, in 千円; nil in years that are closed or have none.
    func ceiling(_ row: Int, in year: FiscalYear) -> Int? {
        guard year > basis.closedThrough else { return nil }
        let ceiling = row == 0 ? basis.scopeCeiling(in: year) : basis.ceiling(of: accounts[row], in: year)
        return ceiling?.amount.thousandsRoundedDown
    }

    /// Years by which the case delays a system's rebuild.
    func delay(of system: ITSystem) -> Int {
        guard let event, event.effect == .vendorWithdrawal, concerns(system, event) else { return 0 }
        return max(0, event.delay ?? 1)
    }

    /// A course with the amounts that the case makes of its payments, and what the sources pay of them.
    func priced(_ course: Course, _ facts: SystemFacts) -> Course {
        guard event != nil else { return course }
        var result = course
        result.fundings = []
        result.payments = course.payments.map {
            Course.Payment(year: $0.year, kind: $0.kind, amount: amount($0, facts, course))
        }
        FundingSplit(facts.fundingRules).apply(to: &result)
        return result
    }

    /// A payment under the case, in 千円, half rounded away from zero.
    private func amount(_ payment: Course.Payment, _ facts: SystemFacts, _ course: Course) -> Int {
        guard let event, payment.year >= event.from ?? basis.first,
            payment.year > basis.closedThrough || payment.kind.isRunning,
            event.effect == .tax || !payment.kind.isContracted
        else { return payment.amount }
        let percent = event.percent
        switch event.effect {
        case .wages:
            let years = (event.from ?? basis.first).distance(to: payment.year) + 1
            return (0..<years).reduce(payment.amount) { amount, _ in
                StressWorld.raised(amount, percent, of: 100)
            }
        case .tax:
            // Amounts hold 10 % tax; another rate replaces it.
            return StressWorld.raised(payment.amount, percent, of: 110)
        case .exchange:
            guard payment.kind == .running || payment.kind == .service, isInCloud(facts, course, payment.year)
            else {
                return payment.amount
            }
            return StressWorld.raised(payment.amount, percent, of: 100)
        case .vendorPrice, .vendorWithdrawal:
            guard concerns(facts.system, event) else { return payment.amount }
            return StressWorld.raised(payment.amount, percent, of: 100)
        }
    }

    private static func raised(_ amount: Int, _ percent: Int, of whole: Int) -> Int {
        let change = amount * percent
        return amount + (change + (change < 0 ? -whole : whole) / 2) / whole
    }

    private func concerns(_ system: ITSystem, _ event: StressCase) -> Bool {
        event.vendor.map { $0 == system.vendor } ?? true
    }

    /// Whether its running cost is a cloud's: it stands in one, or does from the rebuild on that takes it there.
    private func isInCloud(_ facts: SystemFacts, _ course: Course, _ year: FiscalYear) -> Bool {
        var hosting = facts.system.hosting
        if let chosen = course.decision.hosting, let rebuild = course.rebuilds.first, year >= rebuild {
            hosting = chosen
        } else if case .hosting(let target) = facts.destination, let move = course.decision.move, year >= move
        {
            hosting = target
        }
        return switch hosting {
        case .iaas, .saas, .governmentCloud: true
        case .onPremises, .commonPlatform, .sharedRack, .housing, nil: false
        }
    }
}

extension Course.Kind {
    /// What a contract fixes already: no price of others changes it, only the tax on it does.
    fileprivate var isContracted: Bool { self == .commitment || self == .remainingLease }
}
