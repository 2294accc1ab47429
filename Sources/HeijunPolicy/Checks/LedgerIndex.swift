public import HeijunModel

/// A portfolio with its records found by key in constant time, built once for all checks.
///
/// Where two records bear the same key, the first one is found. It never changes; it is a class for the same reason
/// as `Context`.
public final class LedgerIndex: Sendable {
    /// The portfolio itself.
    public let portfolio: Portfolio
    private let systems: [Key: Int]
    private let rooms: [Key: Int]
    private let facilities: [Key: Int]
    private let businesses: [Key: Int]
    private let costs: [Key: [Int]]
    private let contracts: [Key: [Int]]
    private let gates: [Key: [Int]]
    private let links: [Key: [Int]]
    private let steps: [Key: [Int]]
    private let systemsOfBusiness: [Key: [Int]]

    /// Indexes a portfolio.
    ///
    /// - Complexity: O(n) in the number of records.
    public init(_ portfolio: Portfolio) {
        self.portfolio = portfolio
        systems = firstPositions(portfolio.systems, \.id)
        rooms = firstPositions(portfolio.rooms, \.id)
        facilities = firstPositions(portfolio.facilities, \.id)
        businesses = firstPositions(portfolio.businesses, \.id)
        costs = positions(portfolio.costs, \.system)
        contracts = positions(portfolio.contracts, \.system)
        gates = positions(portfolio.gates, \.system)
        links = positions(portfolio.links, \.system)
        steps = positions(portfolio.steps, \.business)
        systemsOfBusiness = positionsByBusiness(portfolio.systems)
    }

    /// The position of the system of that key: to read one field of it without copying the whole record.
    func position(_ key: Key) -> Int? { systems[key] }
    /// The system of that key.
    public func system(_ key: Key) -> ITSystem? { systems[key].map { portfolio.systems[$0] } }
    /// The room of that key.
    public func room(_ key: Key) -> Room? { rooms[key].map { portfolio.rooms[$0] } }
    /// The facility of that key.
    public func facility(_ key: Key) -> Facility? { facilities[key].map { portfolio.facilities[$0] } }
    /// The standardized business of that key, as the body records it.
    public func business(_ key: Key) -> Business? { businesses[key].map { portfolio.businesses[$0] } }

    /// The amounts of a system, in ledger order; read in place, since ledgers have many.
    public func costs(of key: Key) -> some Collection<Cost> {
        (costs[key] ?? []).lazy.map { self.portfolio.costs[$0] }
    }
    /// The contracts of a system.
    public func contracts(of key: Key) -> [Contract] {
        (contracts[key] ?? []).map { portfolio.contracts[$0] }
    }
    /// The reviews of a system.
    public func gates(of key: Key) -> [Gate] { (gates[key] ?? []).map { portfolio.gates[$0] } }
    /// The links that a system sends over.
    public func links(from key: Key) -> [Link] { (links[key] ?? []).map { portfolio.links[$0] } }
    /// The steps of a business that are recorded.
    public func steps(of key: Key) -> [Step] { (steps[key] ?? []).map { portfolio.steps[$0] } }
    /// The systems that serve a business, in ledger order.
    public func systems(of business: Key) -> [ITSystem] {
        (systemsOfBusiness[business] ?? []).map { portfolio.systems[$0] }
    }
}

extension LedgerIndex {
    /// The facility that a room lies in.
    public func facility(ofRoom key: Key?) -> Facility? {
        key.flatMap(room).flatMap { facility($0.facility) }
    }

    /// The facility that a system stands in now; nil where it needs no room or none is known.
    public func site(of system: ITSystem) -> Facility? {
        needsRoom(system) ? facility(ofRoom: system.room) : nil
    }

    /// The facility that a system is meant to stand in: its target's, else its present one.
    public func finalSite(of system: ITSystem) -> Facility? {
        needsRoom(system) ? facility(ofRoom: system.targetRoom ?? system.room) : nil
    }

    /// Whether a system occupies a room of the body.
    public func needsRoom(_ system: ITSystem) -> Bool {
        system.hosting?.needsRoom ?? (system.room != nil)
    }

    /// The first day on which a room can be used, its facility's where the room says none.
    public func opens(_ room: Key) -> Day? { self.room(room)?.opens ?? facility(ofRoom: room)?.opens }

    /// The day by which a room must be empty, its facility's where the room says none.
    public func closes(_ room: Key) -> Day? { self.room(room)?.closes ?? facility(ofRoom: room)?.closes }
}

private func firstPositions<Record>(_ records: [Record], _ key: (Record) -> Key) -> [Key: Int] {
    Dictionary(zip(records.lazy.map(key), records.indices), uniquingKeysWith: { first, _ in first })
}

private func positions<Record>(_ records: [Record], _ key: (Record) -> Key) -> [Key: [Int]] {
    Dictionary(grouping: records.indices) { key(records[$0]) }
}

private func positionsByBusiness(_ systems: [ITSystem]) -> [Key: [Int]] {
    var result: [Key: [Int]] = [:]
    for index in systems.indices {
        for business in systems[index].businesses { result[business, default: []].append(index) }
    }
    return result
}
