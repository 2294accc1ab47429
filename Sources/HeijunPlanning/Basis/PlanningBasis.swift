import HeijunModel
import HeijunPolicy

/// Everything that planning reads of a portfolio, looked up once.
struct PlanningBasis {
    let portfolio: Portfolio
    let rules: PlanRules
    let asOf: Day
    /// First and last fiscal year of the horizon.
    let first: FiscalYear, last: FiscalYear
    /// The last year whose spending can no longer change.
    let closedThrough: FiscalYear
    /// The accounts of the levelled scope, and its name.
    let scopeAccounts: Set<Key>
    let scope: String
    /// The accounts that pay for some system.
    let payingAccounts: Set<Key>
    /// The account of systems that name none.
    let mainAccount: Key
    let rooms: [Key: RoomFacts]
    let shares: [Key: [AccountShare]]
    /// Everything whose support ends, by system.
    let supported: [Key: [SupportedPart]]
    let contracts: [Key: [Contract]]
    let businesses: [Key: Business]
    let latestRunCost: [Key: Yen]
    /// How each system's running cost divides among the items of the budget, in its latest year of costs.
    let runningWeights: [Key: [BudgetItem: Int]]
    let names: [Key: String]
    var terms: [Key: PlanTerms]
    let decisions: [Key: PlanDecision]
    var hostingOptions: [Key: [HostingOption]]
    let procurementOptions: [Key: [ProcurementOption]]
    let presentForms: [Key: ProcurementForm]
    let consolidations: [Key: [Consolidation]]
    let fundingRules: [Key: [FundingRule]]
    let contractPayments: [Key: [ContractPayment]]
    /// What the tenants that cannot leave each platform pay at a renewal or rebuild of it, in 千円, and until when.
    let tenants: [Key: [(cost: Int, until: FiscalYear?)]]
    /// The years that tenants who come and go take for granted of platforms; a platform not named has its natural ones.
    var platforms: PlatformYears
    /// Systems that may leave the platform that they stand on.
    let leavingPlatforms: Set<Key>

    /// - Parameter asOf: The day planned from; nil takes the portfolio's own.
    init(_ portfolio: Portfolio, asOf day: Day? = nil, platforms: PlatformYears = PlatformYears()) {
        self.portfolio = portfolio
        self.platforms = platforms
        rules = PlanRules(portfolio)
        asOf = day ?? portfolio.referenceDay
        first = FiscalYear(of: asOf).advanced(by: 1)
        last = first.advanced(by: rules.years - 1)
        closedThrough = rules.closedThrough(asOf)
        let general = portfolio.accounts.filter { $0.category == .general }.map(\.id)
        mainAccount = general.first ?? "一般会計"
        scopeAccounts = Set(general.isEmpty ? [mainAccount] : general)
        let name = general.count > 1 ? Account.Category.general.title.ja : mainAccount.text
        scope = rules.levelsGeneral ? name + "（一般財源）" : name
        rooms = RoomFacts.all(portfolio)
        shares = Dictionary(grouping: portfolio.accountShares, by: \.system)
        supported = portfolio.supportedParts
        let main = mainAccount
        payingAccounts = Set(portfolio.systems.map { $0.account ?? main }).union(
            portfolio.accountShares.map(\.account))
        contracts = Dictionary(grouping: portfolio.contracts, by: \.system)
        businesses = Dictionary(portfolio.businesses.map { ($0.id, $0) }) { first, _ in first }
        let latest = portfolio.latestRunning
        latestRunCost = latest.mapValues(\.sum)
        runningWeights = latest.mapValues(\.items)
        terms = Dictionary(portfolio.planTerms.map { ($0.system, $0) }) { first, _ in first }
        decisions = Dictionary(portfolio.planDecisions.map { ($0.system, $0) }) { first, _ in first }
        hostingOptions = Dictionary(grouping: portfolio.hostingOptions, by: \.system)
        procurementOptions = Dictionary(grouping: portfolio.procurementOptions, by: \.system)
        presentForms = portfolio.presentForms
        consolidations = Dictionary(grouping: portfolio.consolidations, by: \.system)
        fundingRules = Dictionary(grouping: portfolio.fundingRules, by: \.system)
        contractPayments = Dictionary(grouping: portfolio.contractPayments, by: \.system)
        tenants = portfolio.tenants
        leavingPlatforms = portfolio.mayLeavePlatforms
        names = Dictionary(portfolio.systems.map { ($0.id, $0.shortName ?? $0.name) }) { first, _ in first }
    }

    /// The horizon's years in order.
    var years: [FiscalYear] { Array(first...last) }

    /// The position of a year in the horizon; nil outside.
    func period(_ year: FiscalYear) -> Int? {
        first <= year && year <= last ? first.distance(to: year) : nil
    }

    /// The systems that a plan covers, by key: those in use or to come, and in the ledger on the as-of date.
    var coveredSystems: [ITSystem] {
        portfolio.systems
            .filter { $0.isLive && ($0.validTo.map { $0 >= asOf } ?? true) }
            .sorted { $0.id < $1.id }
    }

    /// The short name of a system.
    func name(_ key: Key) -> String { names[key] ?? key.text }
}

extension Portfolio {
    /// The day planned from: the body's as-of date, or 1 April of the latest year with costs, or of the year
    /// before the earliest rebuild.
    var referenceDay: Day {
        if let day = organization.asOf { return day }
        if let year = costs.map(\.year).max() { return year.firstDay }
        let earliest = systems.compactMap(\.naturalYear).min() ?? FiscalYear(2026)
        return earliest.advanced(by: -1).firstDay
    }

    /// Running cost of each system in the latest year that has any, settled before revised before budget before
    /// planned: its sum stands where the ledger has no yearly running cost.
    var latestRunning: [Key: (sum: Yen, items: [BudgetItem: Int])] {
        let order: [CostStage] = [.settled, .revised, .budget, .planned]
        var best: [Key: (year: FiscalYear, rank: Int, sum: Yen, items: [BudgetItem: Int])] = [:]
        for cost in costs where cost.item.isRunning {
            let rank = order.firstIndex(of: cost.stage) ?? 0
            var now = best[cost.system] ?? (cost.year, rank, .zero, [:])
            if (now.year, -now.rank) > (cost.year, -rank) { continue }
            if (now.year, now.rank) != (cost.year, rank) { now = (cost.year, rank, .zero, [:]) }
            now.sum += cost.amount
            now.items[cost.item.budgetItem, default: 0] += cost.amount.amount
            best[cost.system] = now
        }
        return best.mapValues { ($0.sum, $0.items) }
    }
}
