import HeijunModel

/// What each account and each source pays in every year, added up payment by payment from one course of each system.
struct CheckSpending {
    /// One account's year, in 千円: all of it, and the part that general revenue pays.
    struct Sums {
        var running = 0, oneTime = 0
        var generalRunning = 0, generalOneTime = 0
        var whole: Int { running + oneTime }
        var general: Int { generalRunning + generalOneTime }
    }

    /// What a source pays for an account in a year.
    struct Source: Hashable {
        let account: Key
        let funding: Funding
        let year: FiscalYear
    }

    private var accounts: [Key: [FiscalYear: Sums]] = [:]
    /// What sources pay, general revenue included, in 千円.
    private var sources: [Source: Int] = [:]
    /// The memo of the allocation tax for the scope, by source and year, in 千円.
    private var memos: [FiscalYear: [Funding: Int]] = [:]
    /// Sums over all accounts and years, in 千円: extension in the horizon, spending before it and after it.
    private(set) var extensions = 0, before = 0, beyond = 0
    private let basis: PlanningBasis

    init(_ courses: [(facts: SystemFacts, course: Course)], _ basis: PlanningBasis) {
        self.basis = basis
        for (facts, course) in courses {
            for payment in course.payments { add(payment, facts.system) }
            for part in course.fundings { add(part, facts.system) }
        }
    }

    private mutating func add(_ payment: Course.Payment, _ system: ITSystem) {
        if payment.kind == .extension { extensions += payment.amount }
        if payment.year < basis.first { before += payment.amount }
        if payment.year > basis.last { beyond += payment.amount }
        for part in basis.parts(payment.amount, of: system) {
            let path = payment.kind.isRunning ? \Sums.running : \Sums.oneTime
            accounts[part.account, default: [:]][payment.year, default: Sums()][keyPath: path] += part.amount
        }
        for part in basis.parts(payment.general, of: system) {
            let path = payment.kind.isRunning ? \Sums.generalRunning : \Sums.generalOneTime
            accounts[part.account, default: [:]][payment.year, default: Sums()][keyPath: path] += part.amount
            add(part.amount, from: .general, part.account, payment.year)
        }
    }

    private mutating func add(_ part: Course.FundingPart, _ system: ITSystem) {
        for share in basis.parts(part.amount, of: system) {
            add(share.amount, from: part.funding, share.account, part.year)
        }
        memos[part.year, default: [:]][part.funding, default: 0] += basis.scopePart(part.taxMemo, of: system)
    }

    private mutating func add(_ amount: Int, from funding: Funding, _ account: Key, _ year: FiscalYear) {
        sources[Source(account: account, funding: funding, year: year), default: 0] += amount
    }

    /// The sums of some accounts in a year.
    func sums(of accounts: Set<Key>, in year: FiscalYear) -> Sums {
        accounts.reduce(into: Sums()) { sum, account in
            guard let part = self.accounts[account]?[year] else { return }
            sum.running += part.running
            sum.oneTime += part.oneTime
            sum.generalRunning += part.generalRunning
            sum.generalOneTime += part.generalOneTime
        }
    }

    /// What a source pays for some accounts in a year.
    func paid(by funding: Funding, _ accounts: Set<Key>, in year: FiscalYear) -> Int {
        accounts.reduce(0) {
            $0 + sources[Source(account: $1, funding: funding, year: year), default: 0]
        }
    }

    /// The memo of a source's part for the scope; nil where there is none.
    func memo(of funding: Funding, in year: FiscalYear) -> Yen? {
        guard let amount = memos[year]?[funding], amount != 0 else { return nil }
        return Yen(thousands: amount)
    }

    /// The sources that pay for the scope in some year of the horizon.
    var usedSources: Set<Funding> {
        Set(Funding.allCases).filter { funding in
            basis.years.contains { paid(by: funding, basis.scopeAccounts, in: $0) != 0 }
        }
    }
}
