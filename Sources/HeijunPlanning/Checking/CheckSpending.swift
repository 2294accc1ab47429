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

    /// A source in a year.
    struct Source: Hashable {
        let funding: Funding
        let year: FiscalYear
    }

    private var accounts: [Key: [FiscalYear: Sums]] = [:]
    /// What a source pays for the scope, general revenue included, and the memo of the allocation tax, in 千円.
    private(set) var sources: [Source: Int] = [:], memos: [Source: Int] = [:]
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
            guard basis.scopeAccounts.contains(part.account) else { continue }
            sources[Source(funding: .general, year: payment.year), default: 0] += part.amount
        }
    }

    private mutating func add(_ part: Course.FundingPart, _ system: ITSystem) {
        let source = Source(funding: part.funding, year: part.year)
        sources[source, default: 0] += basis.scopePart(part.amount, of: system)
        memos[source, default: 0] += basis.scopePart(part.taxMemo, of: system)
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

    /// What a source pays for the scope in a year.
    func paid(by funding: Funding, in year: FiscalYear) -> Int {
        sources[Source(funding: funding, year: year), default: 0]
    }

    /// The sources other than general revenue that pay in some year of the horizon.
    var usedSources: Set<Funding> {
        Set(sources.filter { basis.period($0.key.year) != nil && $0.value != 0 }.map(\.key.funding))
    }
}
