import HeijunModel

/// What ties systems to one another, as positions among the covered systems.
struct Ties {
    /// Orders, then the pairs of decision groups, each pair both ways.
    var before: [(first: Int, then: Int)] = []
    /// How many of `before` are orders.
    private(set) var orderCount = 0
    var apart: [(Int, Int)] = []
    /// Move groups, then the systems that hard links join.
    var together: [[Int]] = []
    private(set) var groupCount = 0
    /// Orders, separations and groups that cannot bind, and why.
    var remarks: [Words] = []

    init(_ basis: PlanningBasis, systems: [SystemAlternatives], position: [Key: Int]) {
        let portfolio = basis.portfolio
        addOrders(basis, systems, position)
        orderCount = before.count
        addDecisionGroups(basis, systems, position)
        for pair in portfolio.separations.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
            guard let first = position[pair.first], let second = position[pair.second], first != second else {
                continue
            }
            if Ties.isOpen(systems[first], systems[second], { $0 != $1 }) {
                apart.append((first, second))
            } else {
                remarks.append(Sentences.decidedTogether(pair))
            }
        }
        addGroups(portfolio, systems, position)
        groupCount = together.count
        if basis.rules.hardLinksBind { addLinks(basis, systems, position) }
    }

    private mutating func addOrders(
        _ basis: PlanningBasis, _ systems: [SystemAlternatives], _ position: [Key: Int]
    ) {
        for order in basis.portfolio.precedences.sorted(by: { ($0.first, $0.then) < ($1.first, $1.then) }) {
            guard let first = position[order.first], let then = position[order.then], first != then else {
                continue
            }
            guard Ties.isOpen(systems[first], systems[then], { $0 <= $1 }) else {
                remarks.append(Sentences.decidedAgainstOrder(order))
                continue
            }
            if Ties.isBeyond(systems[first], basis),
                !Ties.canHold(systems[first], systems[then], { $0 <= $1 })
            {
                remarks.append(Sentences.orderBeyond(order))
            } else {
                before.append((first, then))
            }
        }
    }

    /// Each member and the next go live in one year: neither comes before the other.
    private mutating func addDecisionGroups(
        _ basis: PlanningBasis, _ systems: [SystemAlternatives], _ position: [Key: Int]
    ) {
        for group in basis.portfolio.decisionGroups.sorted(by: { $0.id < $1.id }) {
            let members = Set(group.members.compactMap { position[$0] }).sorted()
            for (one, other) in zip(members, members.dropFirst()) {
                guard Ties.isOpen(systems[one], systems[other], { $0 == $1 }) else {
                    remarks.append(Sentences.decidedApart(group))
                    continue
                }
                let isBeyond = [one, other].contains { Ties.isBeyond(systems[$0], basis) }
                if isBeyond, !Ties.canHold(systems[one], systems[other], { $0 == $1 }) {
                    remarks.append(Sentences.groupBeyond(group))
                } else {
                    before += [(one, other), (other, one)]
                }
            }
        }
    }

    /// False where both systems' years are decided and break the tie: nothing is left to choose.
    private static func isOpen(
        _ first: SystemAlternatives, _ second: SystemAlternatives, _ holds: (Int, Int) -> Bool
    ) -> Bool {
        let starts = (Set(first.list.map(\.start)), Set(second.list.map(\.start)))
        guard isDecided(first), isDecided(second), let one = starts.0.first, let other = starts.1.first else {
            return true
        }
        return starts.0.count > 1 || starts.1.count > 1 || one < 0 || other < 0 || holds(one, other)
    }

    /// Whether every first rebuild of a system lies past the horizon.
    private static func isBeyond(_ system: SystemAlternatives, _ basis: PlanningBasis) -> Bool {
        system.list.allSatisfy { $0.start >= basis.rules.years }
    }

    /// Whether two courses that both systems may take keep the tie.
    private static func canHold(
        _ first: SystemAlternatives, _ second: SystemAlternatives, _ holds: (Int, Int) -> Bool
    ) -> Bool {
        let (ones, others) = (Set(first.list.map(\.start)), Set(second.list.map(\.start)))
        return ones.contains { one in others.contains { one < 0 || $0 < 0 || holds(one, $0) } }
    }

    private static func isDecided(_ system: SystemAlternatives) -> Bool {
        switch system.facts.fixed {
        case .decided, .budgetClosed, .retiring, .noYear: true
        case .pinned, nil: false
        }
    }

    /// Members that move nowhere in the horizon do not bind their group.
    private mutating func addGroups(
        _ portfolio: Portfolio, _ systems: [SystemAlternatives], _ position: [Key: Int]
    ) {
        for group in portfolio.moveGroups.sorted(by: { $0.id < $1.id }) {
            let members = group.members.compactMap { position[$0] }
            let moving = members.filter { systems[$0].list.contains { $0.key >= 0 } }
            if moving.count > 1 { together.append(Array(Set(moving)).sorted()) }
            let left = members.filter { !moving.contains($0) && systems[$0].facts.moves }
            if !left.isEmpty {
                remarks.append(Sentences.leftOutOfGroup(group, left.map { systems[$0].facts.system.id }))
            }
        }
    }

    /// Systems with a hard link between them move together, where they have a time in common.
    private mutating func addLinks(
        _ basis: PlanningBasis, _ systems: [SystemAlternatives], _ position: [Key: Int]
    ) {
        for group in basis.linkGroups(systems, position) {
            let times = group.map { member in Set(systems[member].list.map(\.key)) }
            let common = times.dropFirst().reduce(times[0]) { $0.intersection($1) }
            if common.isEmpty {
                remarks.append(Sentences.linkedApart(group.map { systems[$0].facts.system.id }, basis))
            } else {
                together.append(group)
            }
        }
    }
}

extension PlanningBasis {
    /// The systems that hard links join, of those that always move: each group of two or more, by position.
    func linkGroups(_ systems: [SystemAlternatives], _ position: [Key: Int]) -> [[Int]] {
        let moving = systems.indices.filter { index in
            !systems[index].list.isEmpty && systems[index].list.allSatisfy { $0.key >= 0 }
        }
        var leader = Dictionary(uniqueKeysWithValues: moving.map { ($0, $0) })
        for link in portfolio.links where link.isHard {
            guard let one = position[link.system].flatMap({ leader[$0] }),
                let other = position[link.to].flatMap({ leader[$0] }), one != other
            else { continue }
            for member in moving where leader[member] == max(one, other) { leader[member] = min(one, other) }
        }
        let groups = Dictionary(grouping: moving) { leader[$0] ?? $0 }
        return groups.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
    }
}
