import HeijunModel
import HeijunPolicy

/// A small town without a single finding; every case of the tests changes it a little.
enum Town {
    static let asOf = Day(year: 2026, month: 11, day: 21)

    static let portfolio: Portfolio = {
        var town = Portfolio()
        town.organizations = [organization]
        town.sections = [section("A"), section("B")]
        town.facilities = [
            facility("hall", .hall) { ($0.isBaseIsolated, $0.hasRedundantPower) = (true, true) },
            facility("idc", .idc),
            facility("third", .third) { $0.closes = Day(year: 2031, month: 3, day: 31) },
            facility("annex", .other),
        ]
        town.rooms = ["hall", "idc", "third", "annex"].map { room(Key("\($0)-room"), in: Key($0)) }
        town.vendors = [vendor("V1", carries: 2)]
        town.accounts = [account("一般会計")]
        town.systems = [system("S1")]
        return town
    }()

    /// The town after a change.
    static func changed(_ change: (inout Portfolio) -> Void) -> Portfolio {
        var town = portfolio
        change(&town)
        return town
    }

    /// Codes of the town's findings after a change.
    static func codes(asOf: Day = Town.asOf, _ change: (inout Portfolio) -> Void) -> [String] {
        findings(in: changed(change), asOf: asOf).map(\.code)
    }

    private static var organization: Organization {
        var body = Organization()
        body.name = "架空市"
        body.category = .city
        body.asOf = asOf
        body.networkModel = .alpha
        return body
    }

    private static func section(_ id: Key) -> OrganizationSection {
        var section = OrganizationSection()
        (section.id, section.name) = (id, "\(id.text)課")
        return section
    }

    private static func facility(
        _ id: Key, _ role: Facility.Role, _ change: (inout Facility) -> Void = { _ in }
    ) -> Facility {
        var facility = Facility()
        (facility.id, facility.name, facility.role) = (id, role.title.ja, role)
        change(&facility)
        return facility
    }

    private static func room(_ id: Key, in facility: Key) -> Room {
        var room = Room()
        (room.id, room.facility, room.name) = (id, facility, "\(facility.text)のマシン室")
        return room
    }

    private static func vendor(_ id: Key, carries limit: Int) -> Vendor {
        var vendor = Vendor()
        (vendor.id, vendor.name, vendor.maxParallelRebuilds) = (id, "事業者\(id.text)", limit)
        return vendor
    }

    private static func account(_ id: Key) -> Account {
        var account = Account()
        account.id = id
        return account
    }

    /// An internal, medium-sized system in the new hall, due in FY2030.
    static func system(_ id: Key, _ change: (inout ITSystem) -> Void = { _ in }) -> ITSystem {
        var system = ITSystem()
        (system.id, system.name) = (id, "システム\(id.text)")
        (system.businessSection, system.systemSection) = ("A", "B")
        (system.systemClass, system.audience, system.serviceHours) = (.internal_, .internal_, .office)
        (system.tier, system.form, system.size, system.stage) = (.lgwan, .package, .medium, .operating)
        (system.inService, system.lifeYears) = (FiscalYear(2022), 8)
        (system.renewalYear, system.rebuildYear) = (FiscalYear(2027), FiscalYear(2030))
        system.buildYears = 2
        (system.hosting, system.room) = (.onPremises, "hall-room")
        system.units = RackUnits(halves: 4)
        (system.account, system.vendor) = ("一般会計", "V1")
        (system.buildCost, system.annualRunCost) = (Yen(100_000_000), Yen.zero)
        change(&system)
        return system
    }
}

extension Portfolio {
    /// Changes its first system.
    mutating func first(_ change: (inout ITSystem) -> Void) { change(&systems[0]) }

    /// Adds a link between two systems.
    mutating func link(_ from: Key, _ to: Key, _ change: (inout Link) -> Void = { _ in }) {
        var link = Link()
        (link.system, link.to, link.content, link.method, link.isViaPlatform) = (from, to, "宛名", .file, true)
        change(&link)
        links.append(link)
    }

    /// Adds a review of S1.
    mutating func gate(_ review: Gate.Review, _ change: (inout Gate) -> Void = { _ in }) {
        var gate = Gate()
        (gate.system, gate.review, gate.done) = ("S1", review, Day(year: 2026, month: 8, day: 1))
        change(&gate)
        gates.append(gate)
    }

    /// Adds a contract of S1 with V1.
    mutating func contract(_ id: Key, _ kind: Contract.Kind, from first: Int, to last: Int) {
        var contract = Contract()
        (contract.system, contract.id, contract.contractKind, contract.vendor) = ("S1", id, kind, "V1")
        (contract.starts, contract.ends) = (FiscalYear(first).firstDay, FiscalYear(last).lastDay)
        contracts.append(contract)
    }

    /// Adds an amount of S1.
    mutating func cost(_ year: Int, _ item: CostItem, _ stage: CostStage, _ amount: Int) {
        var cost = Cost()
        (cost.system, cost.year, cost.item, cost.stage) = ("S1", FiscalYear(year), item, stage)
        cost.amount = Yen(amount)
        costs.append(cost)
    }

    /// Adds all 20 businesses, migrated and served by S1, and then changes the first.
    mutating func businesses(_ change: (inout Business) -> Void) {
        businesses = StandardBusiness.expected(of: .city).map { business($0.key, .migrated) }
        systems[0].businesses = businesses.map(\.id)
        systems[0].tier = .mynumber
        change(&businesses[0])
    }

    /// Adds steps 1 to 40 of a business, in one state but for the exceptions.
    mutating func steps(of key: Key, _ state: Step.State, except others: [Int: Step.State] = [:]) {
        for number in 1...40 {
            var step = Step()
            (step.business, step.number, step.state) = (key, number, others[number] ?? state)
            step.reason = step.state == .notApplicable ? "事務なし" : nil
            steps.append(step)
        }
    }

    private func business(_ key: Key, _ state: Business.State) -> Business {
        var business = Business()
        (business.id, business.state) = (key, state)
        return business
    }
}

func day(_ text: String) throws -> Day { try Day(fieldText: text) }
