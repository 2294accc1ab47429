import HeijunModel

/// Something that systems use up together, year by year.
enum Resource: Hashable {
    /// Cost of the levelled scope, in 千円.
    case scope
    /// The whole cost of the scope, where general revenue is levelled, in 千円.
    case whole
    /// What one source pays for the scope, or for one account beside it, in 千円.
    case funding(Funding, Key?)
    /// Cost of an account beside the scope, in 千円.
    case account(Key)
    /// Work of a section, in tenths of a person-month.
    case staff(Key)
    /// Rebuilds under way at a vendor.
    case vendor(Key)
    /// Large rebuilds that go live.
    case large
    /// Half rack units, watts and kilograms in a room, in a quarter from 1 to 4; 0 is the whole year.
    case units(Key, Int), power(Key, Int), weight(Key, Int)
    /// Units of a common platform.
    case platform(Key)

    /// The name in problem files: a word without blanks.
    var name: String {
        switch self {
        case .scope: "cost"
        case .whole: "whole"
        case .funding(let funding, let account):
            "funding:\(funding.rawValue)" + (account.map { ":\($0.text)" } ?? "")
        case .account(let key): "cost:\(key.text)"
        case .staff(let key): "staff:\(key.text)"
        case .vendor(let key): "vendor:\(key.text)"
        case .large: "large"
        case .units(let key, let quarter): "units:\(key.text)" + Resource.suffix(quarter)
        case .power(let key, let quarter): "power:\(key.text)" + Resource.suffix(quarter)
        case .weight(let key, let quarter): "weight:\(key.text)" + Resource.suffix(quarter)
        case .platform(let key): "platform:\(key.text)"
        }
    }
}

/// Every resource of a portfolio with its limit in each year of the horizon.
struct ResourceTable {
    /// The scope first, then accounts, sections, vendors, the large count and rooms, each by key.
    private(set) var resources: [Resource] = []
    /// Limit per resource and period; nil is none.
    private(set) var limits: [[Int?]] = []
    private(set) var position: [Resource: Int] = [:]

    init(_ basis: PlanningBasis) {
        let portfolio = basis.portfolio
        addScope(basis)
        // Several general accounts keep their ceilings one by one too.
        let single = basis.scopeAccounts.count > 1 ? [] : basis.scopeAccounts
        for account in Set(portfolio.ceilings.map(\.account)).subtracting(single).sorted() {
            add(.account(account), basis) {
                basis.ceiling(of: [account], in: $0)?.amount.thousandsRoundedDown
            }
        }
        addFundings(basis)
        addWork(basis)
        addRooms(basis)
    }

    private mutating func addScope(_ basis: PlanningBasis) {
        let general = basis.rules.levelsGeneral
        add(.scope, basis) { basis.scopeLimit(in: $0) }
        if general, basis.portfolio.ceilings.contains(where: { basis.scopeAccounts.contains($0.account) }) {
            add(.whole, basis) {
                basis.ceiling(of: basis.scopeAccounts, in: $0)?.amount.thousandsRoundedDown
            }
        }
        for funding in Funding.allCases where !(general && funding == .general) {
            guard
                basis.portfolio.fundingCeilings.contains(where: {
                    $0.funding == funding && basis.scopeAccounts.contains($0.account)
                })
            else { continue }
            add(.funding(funding, nil), basis) {
                basis.ceiling(of: funding, in: $0)?.amount.thousandsRoundedDown
            }
        }
    }

    /// What sources may pay for the accounts beside the scope.
    private mutating func addFundings(_ basis: PlanningBasis) {
        let beside = basis.portfolio.fundingCeilings.filter { !basis.scopeAccounts.contains($0.account) }
        for account in Set(beside.map(\.account)).sorted() {
            for funding in Funding.allCases
            where beside.contains(where: { $0.account == account && $0.funding == funding }) {
                add(.funding(funding, account), basis) {
                    basis.ceiling(of: funding, [account], in: $0)?.amount.thousandsRoundedDown
                }
            }
        }
    }

    private mutating func addWork(_ basis: PlanningBasis) {
        let staff = Dictionary(grouping: basis.portfolio.staffCapacities, by: \.section)
        for section in staff.keys.sorted() {
            add(.staff(section), basis) { year in staff[section]?.first { $0.year == year }?.effort.tenths }
        }
        for vendor in basis.portfolio.vendors.sorted(by: { $0.id < $1.id }) {
            guard let limit = vendor.maxParallelRebuilds else { continue }
            add(.vendor(vendor.id), basis) { _ in limit }
        }
        add(.large, basis) { _ in basis.rules.largePerYear }
    }

    private mutating func addRooms(_ basis: PlanningBasis) {
        for (key, room) in basis.rooms.sorted(by: { $0.key < $1.key }) where !room.capacities.isEmpty {
            for quarter in basis.roomQuarters {
                add(.units(key, quarter), basis) { room.capacity(in: $0)?.units?.halves }
                add(.power(key, quarter), basis) { room.capacity(in: $0)?.power?.amount }
                add(.weight(key, quarter), basis) { room.capacity(in: $0)?.weight?.amount }
            }
        }
        let platforms = Dictionary(grouping: basis.portfolio.platformCapacities, by: \.system)
        for key in platforms.keys.sorted() {
            let capacities = (platforms[key] ?? []).sorted { $0.year < $1.year }
            add(.platform(key), basis) { year in capacities.last { $0.year <= year }?.units }
        }
    }

    private mutating func add(_ resource: Resource, _ basis: PlanningBasis, limit: (FiscalYear) -> Int?) {
        position[resource] = resources.count
        resources.append(resource)
        // What is decided already is not limited any more.
        limits.append(basis.years.map { $0 > basis.closedThrough ? limit($0) : nil })
    }
}

extension Yen {
    /// The amount in thousand yen, rounded down: for ceilings.
    var thousandsRoundedDown: Int { amount >= 0 ? amount / 1000 : -((999 - amount) / 1000) }
}

extension Resource {
    fileprivate static func suffix(_ quarter: Int) -> String { quarter == 0 ? "" : ":Q\(quarter)" }
}

extension PlanningBasis {
    /// The quarters in which rooms must fit, from 1 on; 0 where moves are planned by year.
    var roomQuarters: [Int] { rules.byQuarter ? [1, 2, 3, 4] : [0] }

    /// The ceiling of the levelled load: of the whole cost, or of general revenue.
    func scopeCeiling(in year: FiscalYear) -> (amount: Yen, setBy: String?)? {
        rules.levelsGeneral ? ceiling(of: .general, in: year) : ceiling(of: scopeAccounts, in: year)
    }

    /// The joint ceiling of some accounts on one source; of the scope's where none are named.
    func ceiling(
        of funding: Funding, _ accounts: Set<Key>? = nil, in year: FiscalYear
    ) -> (amount: Yen, setBy: String?)? {
        let accounts = accounts ?? scopeAccounts
        let found = portfolio.fundingCeilings.filter {
            $0.year == year && $0.funding == funding && accounts.contains($0.account)
        }
        guard !found.isEmpty else { return nil }
        return (found.map(\.amount).total(), found.lazy.compactMap(\.setBy).first)
    }

    /// The most that the levelled load may reach in a year, in 千円: its ceiling and the setting for every year,
    /// whichever is less; nil where neither is set.
    func scopeLimit(in year: FiscalYear) -> Int? {
        let every = portfolio.value(of: .peakLimit)
        let ceiling = scopeCeiling(in: year)?.amount.thousandsRoundedDown
        return [ceiling, every > 0 ? every : nil].compactMap { $0 }.min()
    }

    /// The joint ceiling of accounts in a year with who set it; nil where one of them that pays for systems has none.
    func ceiling(of accounts: Set<Key>, in year: FiscalYear) -> (amount: Yen, setBy: String?)? {
        let found = portfolio.ceilings.filter { $0.year == year && accounts.contains($0.account) }
        let isWhole =
            accounts.count < 2 || accounts.intersection(payingAccounts).isSubset(of: found.map(\.account))
        guard !found.isEmpty, isWhole else { return nil }
        return (found.map(\.amount).total(), found.lazy.compactMap(\.setBy).first)
    }
}
