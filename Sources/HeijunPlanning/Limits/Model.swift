import HeijunLevelling
import HeijunModel

/// The planning problem of a portfolio: every system's courses, and the limits they share.
struct PlanModel {
    let basis: PlanningBasis
    let table: ResourceTable
    /// The systems, by key, each with its courses.
    let systems: [SystemAlternatives]
    /// The loads of each system's courses, in their order.
    let loads: [[[ResourceLoad]]]
    /// The loads of each system if nothing is done.
    let naturalLoads: [[ResourceLoad]]
    let position: [Key: Int]
    let ties: Ties
    /// What soft links cost beside the penalties.
    let links: SoftLinks
    /// The choices that changes are counted from; nil where they are counted from the natural years.
    let reference: [Plan.Choice]?

    /// - Parameter reference: The choices that changes are counted from; nil takes the natural years.
    init(_ basis: PlanningBasis, reference: [Plan.Choice]? = nil) {
        self.basis = basis
        self.reference = reference
        let table = ResourceTable(basis)
        let choices = Dictionary((reference ?? []).map { ($0.system, $0) }) { first, _ in first }
        let facts = basis.coveredSystems.map { SystemFacts($0, in: basis) }
        let listed = facts.map { facts in
            AlternativeMaker(facts: facts, basis: basis, reference: choices[facts.system.id]).make()
        }
        let position = Dictionary(facts.enumerated().map { ($1.system.id, $0) }) { first, _ in first }
        links = SoftLinks(listed, position: position, basis: basis)
        let systems = zip(listed, links.sure).map { $0.costing($1) }
        let maker = LoadMaker(basis: basis, table: table)
        loads = systems.map { system in system.list.map { maker.loads(of: $0.course, system.facts) } }
        naturalLoads = systems.map { maker.loads(of: $0.naturalCourse, $0.facts) }
        self.position = position
        ties = Ties(basis, systems: systems, position: position)
        self.table = table
        self.systems = systems
    }

    /// Systems without any course that the hard bounds allow.
    var stuck: [SystemAlternatives] { systems.filter(\.list.isEmpty) }

    /// Number of courses of all systems.
    var courseCount: Int { systems.reduce(0) { $0 + $1.list.count } }

    /// The natural course of every system; nil where a hard bound forbids one.
    var naturalPicks: [Int]? {
        let natural = systems.compactMap(\.natural)
        return natural.count == systems.count ? natural : nil
    }

    /// Each system's course that is nearest to the reference: the one with the least penalty.
    var nearest: [Int] {
        systems.map { system in
            system.list.indices.min { (system.list[$0].penalty, $0) < (system.list[$1].penalty, $1) } ?? 0
        }
    }

    /// Load per resource and period of loads taken together.
    func sums(_ loads: some Sequence<[ResourceLoad]>) -> [[Int]] {
        var result = table.limits.map { $0.map { _ in 0 } }
        for system in loads { for load in system { result[load.resource][load.period] += load.value } }
        return result
    }

    /// Load per resource and period of one course per system.
    func sums(picks: [Int]) -> [[Int]] { sums(zip(loads, picks).lazy.map { $0[$1] }) }
}
