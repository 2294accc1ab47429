import HeijunModel

/// What holds systems together while they slip: orders, decision groups, and moves at one time.
struct StressTies {
    private let systems: [StressSystem]
    /// Orders, by the planned year of the first; members of a decision group that go live in one year stand there both
    /// ways, and slip together.
    private var orders: [(first: Int, then: Int)] = []
    /// Systems that move at one time because a move group or hard links tie them.
    private(set) var groups: [[Int]] = []

    init(_ systems: [StressSystem], _ basis: PlanningBasis) {
        self.systems = systems
        let positions = Dictionary(systems.enumerated().map { ($1.facts.system.id, $0) }) { first, _ in first
        }
        orders = StressTies.orders(systems.map(\.start), positions, basis.portfolio)
        groups = StressTies.groups(systems.map(\.moveTime), positions, basis)
    }

    private static func orders(
        _ starts: [Int?], _ positions: [Key: Int], _ portfolio: Portfolio
    ) -> [(first: Int, then: Int)] {
        var orders = portfolio.precedences.compactMap { order -> (first: Int, then: Int)? in
            guard let first = positions[order.first], let then = positions[order.then], first != then,
                let one = starts[first], let other = starts[then], one <= other
            else { return nil }
            return (first, then)
        }
        for group in portfolio.decisionGroups {
            let members = group.members.compactMap { positions[$0] }.filter { starts[$0] != nil }
            for (one, other) in zip(members, members.dropFirst()) where starts[one] == starts[other] {
                orders += [(one, other), (other, one)]
            }
        }
        return orders.sorted {
            (starts[$0.first] ?? 0, $0.first, $0.then) < (starts[$1.first] ?? 0, $1.first, $1.then)
        }
    }

    /// Members of a move group, and systems that hard links join where these bind, as far as they move at one time.
    private static func groups(_ times: [Int], _ positions: [Key: Int], _ basis: PlanningBasis) -> [[Int]] {
        var leader = Array(times.indices)
        func join(_ one: Int, _ other: Int) {
            let (from, to) = (max(leader[one], leader[other]), min(leader[one], leader[other]))
            guard times[one] >= 0, times[one] == times[other], from != to else { return }
            for index in leader.indices where leader[index] == from { leader[index] = to }
        }
        for group in basis.portfolio.moveGroups {
            let members = Dictionary(grouping: group.members.compactMap { positions[$0] }) { times[$0] }
            for same in members.values { for other in same.dropFirst() { join(same[0], other) } }
        }
        for link in basis.portfolio.links where link.isHard && basis.rules.hardLinksBind {
            guard let one = positions[link.system], let other = positions[link.to] else { continue }
            join(one, other)
        }
        return Dictionary(grouping: times.indices) { leader[$0] }.sorted { $0.key < $1.key }
            .map(\.value).filter { $0.count > 1 }
    }

    /// How far each system can slip at most when its own rebuild slips so far.
    func most(_ delays: [Int], years: Int) -> [StressSlip] {
        var slips = delays.map { StressSlip(rebuild: $0) }
        let all = delays.map { _ in StressSlip(rebuild: years, move: years) }
        settle(&slips, most: all) { index, slip in
            systems[index].start == nil || systems[index].movesApart ? 0 : slip.move
        }
        return slips
    }

    /// Shifts successors, partners of a move and what waits with them until every tie holds again. Slips only grow, up to
    /// `most`, so the result does not depend on the order of the steps.
    ///
    /// - Parameter needed: By how many years a system's rebuild is late when it slips so.
    func settle(
        _ slips: inout [StressSlip], most: [StressSlip], _ needed: (Int, StressSlip) -> Int
    ) {
        while true {
            let pushed = push(&slips, most)
            let joined = join(&slips, most, needed)
            if !pushed && !joined { return }
        }
    }

    /// Shifts successors until every order holds: the same year satisfies one.
    private func push(_ slips: inout [StressSlip], _ most: [StressSlip]) -> Bool {
        var any = false, changed = true
        while changed {
            changed = false
            for order in orders {
                guard let first = systems[order.first].start, let then = systems[order.then].start else {
                    continue
                }
                let late = min(first + slips[order.first].rebuild - then, most[order.then].rebuild)
                guard late > slips[order.then].rebuild else { continue }
                (slips[order.then].rebuild, changed, any) = (late, true, true)
            }
        }
        return any
    }

    /// Moves every group at the time of its latest member.
    private func join(
        _ slips: inout [StressSlip], _ most: [StressSlip], _ needed: (Int, StressSlip) -> Int
    ) -> Bool {
        var changed = false
        for group in groups {
            let late = group.reduce(0) {
                max($0, slips[$1].move, systems[$1].ownMove(slips[$1].rebuild))
            }
            guard late > 0 else { continue }
            for index in group {
                var slip = slips[index]
                slip.move = min(late, most[index].move)
                slip.rebuild = max(slip.rebuild, min(needed(index, slip), most[index].rebuild))
                if slip != slips[index] { (slips[index], changed) = (slip, true) }
            }
        }
        return changed
    }
}
