import HeijunModel

/// What ties systems to one another, as positions among the covered systems.
struct Ties {
    var before: [(first: Int, then: Int)] = []
    var apart: [(Int, Int)] = []
    var together: [[Int]] = []
    /// Orders, separations and groups that cannot bind, and why.
    var remarks: [Words] = []

    init(_ portfolio: Portfolio, systems: [SystemAlternatives], position: [Key: Int]) {
        for order in portfolio.precedences.sorted(by: { ($0.first, $0.then) < ($1.first, $1.then) }) {
            guard let first = position[order.first], let then = position[order.then], first != then else {
                continue
            }
            if Ties.isOpen(systems[first], systems[then], { $0 <= $1 }) {
                before.append((first, then))
            } else {
                remarks.append(Sentences.decidedAgainstOrder(order))
            }
        }
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
}
