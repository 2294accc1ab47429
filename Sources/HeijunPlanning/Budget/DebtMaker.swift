import HeijunModel

/// Makes the debt burden lines of one system.
struct DebtMaker {
    let facts: SystemFacts
    let course: Course
    let basis: PlanningBasis
    /// The budget year.
    let year: FiscalYear
    let ledger: BudgetLedger

    var lines: [DebtLine] {
        let contracts = (basis.contracts[facts.system.id] ?? []).filter { $0.contractKind == .debtBurden }
        return course.rebuilds.compactMap { planned($0, contracts) } + instalments
            + contracts.compactMap(existing)
    }

    /// The leases and service contracts that the plan concludes, where they need a debt burden act: the by-law allows
    /// no long-term contract of that kind, or not for so many years.
    private var instalments: [DebtLine] {
        let costs = CourseCosts(facts, course.decision, basis.rules)
        switch costs.form {
        case .lease:
            guard needsAct(.longTermGoods, costs.termYears) else { return [] }
            return (course.rebuilds + course.renewals).sorted().compactMap { start in
                lease(from: start, costs)
            }
        case .service:
            guard needsAct(.longTermBuild, costs.termYears) else { return [] }
            return course.rebuilds.compactMap { service(from: $0, costs) }
        case .purchase: return []
        }
    }

    private func needsAct(_ setting: Setting, _ years: Int) -> Bool {
        basis.portfolio.value(of: setting) == 0 || years > basis.portfolio.value(of: .longTermYears)
    }

    private func lease(from start: FiscalYear, _ costs: CourseCosts) -> DebtLine? {
        var costs = costs
        if course.rebuilds.first.map({ start < $0 }) ?? true { costs.equipment = facts.equipment }
        let parts = equalParts(costs.withPremium(costs.equipment), count: costs.termYears)
        let name = facts.system.name
        return contract(
            Words(ja: "\(name)機器賃貸借", en: "Equipment lease of \(name)"), set: start,
            parts.enumerated().map { (start.advanced(by: $0), $1) })
    }

    /// A service contract is concluded when building begins, and paid from go-live on with the running that it holds.
    private func service(from rebuild: FiscalYear, _ costs: CourseCosts) -> DebtLine? {
        let parts = CourseMaker(facts: facts, basis: basis).serviceFees(rebuild, course, costs)
        let running = costs.withPremium(costs.runAfter)
        let name = facts.system.name
        return contract(
            Words(ja: "\(name)サービス提供契約", en: "Service contract of \(name)"),
            set: rebuild.advanced(by: -max(0, facts.buildYears)),
            parts.enumerated().map { (rebuild.advanced(by: $0), $1 + running) })
    }

    /// The line of a contract that is concluded in a year and paid as told; nil before that, and where nothing is left.
    private func contract(
        _ subject: Words, set: FiscalYear, _ all: [(year: FiscalYear, amount: Int)]
    ) -> DebtLine? {
        let amounts = all.filter { $0.year > set && $0.amount != 0 }
        let later = amounts.reduce(0) { $0 + $1.amount }
        guard set > basis.closedThrough, set <= year, later >= basis.portfolio.value(of: .debtMinimum),
            let from = amounts.first?.year, let to = amounts.last?.year, to >= year
        else { return nil }
        return line(subject, isNew: set == year, isZero: false, from...to, amounts)
    }

    /// A rebuild that is promised over more than one year; nil where a contract of the ledger stands for it already.
    private func planned(_ rebuild: FiscalYear, _ contracts: [Contract]) -> DebtLine? {
        let first = rebuild.advanced(by: -facts.buildYears)
        let set = isZero ? first.advanced(by: -1) : first
        guard !contracts.contains(where: { covers($0, first...max(first, rebuild)) }) else { return nil }
        let amounts = payments(first, rebuild).filter { $0.year > set }
        let later = amounts.reduce(0) { $0 + $1.amount }
        guard later >= basis.portfolio.value(of: .debtMinimum), set <= year, let from = amounts.first?.year,
            let to = amounts.last?.year, to >= year
        else {
            return nil
        }
        return line(
            Words(ja: "\(facts.system.name)再構築事業", en: "Rebuild of \(facts.system.name)"), isNew: set == year,
            isZero: isZero,
            from...to,
            amounts)
    }

    private var isZero: Bool {
        switch basis.portfolio.value(of: .zeroDebt) {
        case 1: facts.system.size == .large
        case 2: true
        default: false
        }
    }

    /// What the contract of a rebuild pays, by year, in 千円: building, then migration at go-live. Equipment is bought or
    /// leased apart.
    private func payments(_ first: FiscalYear, _ rebuild: FiscalYear) -> [(year: FiscalYear, amount: Int)] {
        let maker = CourseMaker(facts: facts, basis: basis)
        let costs = CourseCosts(facts, course.decision, basis.rules)
        guard costs.form != .service else { return [] }
        var sums: [FiscalYear: Int] = [:]
        for part in maker.buildParts(rebuild, amount: costs.build) {
            sums[part.year, default: 0] += part.amount
        }
        sums[rebuild, default: 0] += costs.migration
        return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func covers(_ contract: Contract, _ years: ClosedRange<FiscalYear>) -> Bool {
        guard let starts = contract.starts, let ends = contract.ends else { return false }
        return (FiscalYear(of: starts)...max(FiscalYear(of: starts), FiscalYear(of: ends))).overlaps(years)
    }

    /// A contract of the ledger that still has years to pay in the budget year or later.
    private func existing(_ contract: Contract) -> DebtLine? {
        guard let starts = contract.starts, let ends = contract.ends, starts <= ends,
            let amounts = scheduled(contract, starts, ends), FiscalYear(of: ends) >= year
        else { return nil }
        // The act is set in the budget of the year in which the contract is made; its own year is that year's budget.
        let later = amounts.filter { $0.year > FiscalYear(of: starts) }
        guard let from = later.first?.year, let to = later.last?.year else { return nil }
        let system = facts.system.name
        let name = contract.name ?? contract.id.text
        let title = name.contains(system) ? name : "\(system) \(name)"
        return line(
            Words(ja: title, en: title), isNew: FiscalYear(of: starts) == year, isZero: false, from...to,
            later)
    }

    /// What a contract pays by year: its recorded payments, else its amount spread over its months.
    private func scheduled(
        _ contract: Contract, _ starts: Day, _ ends: Day
    ) -> [(year: FiscalYear, amount: Int)]? {
        let recorded = (basis.contractPayments[facts.system.id] ?? []).filter { $0.contract == contract.id }
        guard recorded.isEmpty else {
            return recorded.sorted { $0.year < $1.year }.map { ($0.year, $0.amount.thousands) }
        }
        return contract.amount.map { DebtMaker.byMonths($0.thousands, starts, ends) }
    }

    /// An amount over the fiscal years of a term, by its months in each; the parts add up.
    static func byMonths(_ amount: Int, _ starts: Day, _ ends: Day) -> [(year: FiscalYear, amount: Int)] {
        func month(_ day: Day) -> Int { day.year * 12 + day.month - 1 }
        let (first, last) = (month(starts), month(ends))
        let whole = last - first + 1
        var before = 0
        return (FiscalYear(of: starts)...FiscalYear(of: ends)).map { year in
            let done = min(last, month(year.lastDay)) - first + 1
            let upTo = (amount * done + whole / 2) / whole
            defer { before = upTo }
            return (year, upTo - before)
        }
    }

    private func line(
        _ subject: Words, isNew: Bool, isZero: Bool, _ period: ClosedRange<FiscalYear>,
        _ amounts: [(year: FiscalYear, amount: Int)]
    ) -> DebtLine {
        let past = amounts.filter { $0.year < year }, coming = amounts.filter { $0.year >= year }
        let rest = coming.reduce(0) { $0 + $1.amount }
        return DebtLine(
            system: facts.system.id, subject: subject, isNew: isNew, isZero: isZero, period: period,
            limit: Yen(thousands: amounts.reduce(0) { $0 + $1.amount }), before: part(past),
            after: part(coming),
            funding: funding(rest, coming.map(\.year)))
    }

    private func part(_ amounts: [(year: FiscalYear, amount: Int)]) -> DebtLine.Part? {
        guard let first = amounts.first?.year, let last = amounts.last?.year else { return nil }
        return DebtLine.Part(
            years: first...last, amount: Yen(thousands: amounts.reduce(0) { $0 + $1.amount }))
    }

    /// By source of money, as the funding rules divide the course's one-time payments of those years; without rules in
    /// the proportion of the ledger's planned amounts, and 一般財源 without either. The parts add up to the amount.
    private func funding(_ amount: Int, _ years: [FiscalYear]) -> [BudgetLine.FundingPart] {
        if !facts.fundingRules.isEmpty {
            let parts = course.fundingParts { payment in
                years.contains(payment.year)
                    && [.build, .migration, .lease, .service].contains(payment.kind)
            }
            return dividedParts(amount, parts.map { ($0.funding, $0.amount.thousands) })
        }
        let planned = (ledger.costs[facts.system.id] ?? []).filter {
            years.contains($0.year) && !$0.item.isRunning && $0.stage == .planned
        }
        return fundingParts(amount, planned)
    }
}
