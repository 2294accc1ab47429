import HeijunModel

/// Something that systems use up together, year by year.
enum Resource: Hashable {
    /// Cost of the levelled scope, in 千円.
    case scope
    /// Cost of an account beside the scope, in 千円.
    case account(Key)
    /// Work of a section, in tenths of a person-month.
    case staff(Key)
    /// Rebuilds under way at a vendor.
    case vendor(Key)
    /// Large rebuilds that go live.
    case large
    /// Half rack units, watts and kilograms in a room.
    case units(Key), power(Key), weight(Key)

    /// The name in problem files: a word without blanks.
    var name: String {
        switch self {
        case .scope: "cost"
        case .account(let key): "cost:\(key.text)"
        case .staff(let key): "staff:\(key.text)"
        case .vendor(let key): "vendor:\(key.text)"
        case .large: "large"
        case .units(let key): "units:\(key.text)"
        case .power(let key): "power:\(key.text)"
        case .weight(let key): "weight:\(key.text)"
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
        add(.scope, basis) { basis.scopeLimit(in: $0) }
        for account in Set(portfolio.ceilings.map(\.account)).subtracting(basis.scopeAccounts).sorted() {
            add(.account(account), basis) {
                basis.ceiling(of: [account], in: $0)?.amount.thousandsRoundedDown
            }
        }
        addWork(basis)
        addRooms(basis)
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
            add(.units(key), basis) { room.capacity(in: $0)?.units?.halves }
            add(.power(key), basis) { room.capacity(in: $0)?.power?.amount }
            add(.weight(key), basis) { room.capacity(in: $0)?.weight?.amount }
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

extension PlanningBasis {
    /// The most that the scope may spend in a year, in 千円: its ceiling and the setting for every year, whichever is
    /// less; nil where neither is set.
    func scopeLimit(in year: FiscalYear) -> Int? {
        let every = portfolio.value(of: .peakLimit)
        let ceiling = ceiling(of: scopeAccounts, in: year)?.amount.thousandsRoundedDown
        return [ceiling, every > 0 ? every : nil].compactMap { $0 }.min()
    }

    /// The joint ceiling of accounts in a year with who set it; nil unless one of them has one.
    func ceiling(of accounts: Set<Key>, in year: FiscalYear) -> (amount: Yen, setBy: String?)? {
        let found = portfolio.ceilings.filter { $0.year == year && accounts.contains($0.account) }
        guard !found.isEmpty else { return nil }
        return (found.map(\.amount).total(), found.lazy.compactMap(\.setBy).first)
    }
}
