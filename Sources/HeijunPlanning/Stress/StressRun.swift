import HeijunModel

/// One course of the portfolio (a plan's, or the natural one) made ready for runs.
struct StressCourse {
    let loads: [StressLoads]
    /// Orders among the systems whose rebuilds lie in the horizon, by the planned year of the first; members of a
    /// decision group that go live in one year stand there both ways, and slip together.
    private let orders: [(first: Int, then: Int)]
    /// Years by which the event alone delays each system.
    let eventDelay: [Int]

    init(_ decisions: [Decision], _ facts: [SystemFacts], _ ranges: [StressRange], _ world: StressWorld) {
        let positions = Dictionary(facts.enumerated().map { ($1.system.id, $0) }) { first, _ in first }
        let starts = decisions.map { $0.rebuild.flatMap(world.basis.period) }
        var orders = world.basis.portfolio.precedences.compactMap { order -> (first: Int, then: Int)? in
            guard let first = positions[order.first], let then = positions[order.then], first != then,
                let one = starts[first], let other = starts[then], one <= other
            else { return nil }
            return (first, then)
        }
        for group in world.basis.portfolio.decisionGroups {
            let members = group.members.compactMap { positions[$0] }.filter { starts[$0] != nil }
            for (one, other) in zip(members, members.dropFirst()) where starts[one] == starts[other] {
                orders += [(one, other), (other, one)]
            }
        }
        orders.sort {
            (starts[$0.first] ?? 0, $0.first, $0.then) < (starts[$1.first] ?? 0, $1.first, $1.then)
        }
        self.orders = orders
        eventDelay = facts.map { world.delay(of: $0.system) }
        var longest = zip(ranges, eventDelay).map { $0.delay.most + $1 }
        StressCourse.push(&longest, starts, orders)
        loads = facts.indices.map { index in
            StressLoads(
                facts[index], decisions[index], longest: min(longest[index], world.basis.rules.years), world)
        }
    }

    /// Shifts successors until every order holds again: the same year satisfies one.
    private static func push(_ delays: inout [Int], _ starts: [Int?], _ orders: [(first: Int, then: Int)]) {
        for _ in 0...orders.count {
            var changed = false
            for order in orders {
                guard let first = starts[order.first], let then = starts[order.then] else { continue }
                let needed = first + delays[order.first] - then
                if needed > delays[order.then] { (delays[order.then], changed) = (needed, true) }
            }
            if !changed { return }
        }
    }

    /// The delays of one run, successors shifted.
    func settled(_ drawn: [Int]) -> [Int] {
        var delays = zip(drawn, eventDelay).map { $0 + $1 }
        StressCourse.push(&delays, loads.map(\.start), orders)
        return zip(delays, loads).map { min($0, $1.longest) }
    }

    /// Sums per account and period of one run.
    func sums(delays: [Int], percents: [Int], _ world: StressWorld) -> [[Int]] {
        var sums = world.accounts.map { _ in [Int](repeating: 0, count: world.basis.rules.years) }
        for index in loads.indices {
            loads[index].add(delay: delays[index], percent: percents[index], to: &sums)
        }
        return sums
    }
}

/// Counts over the runs of one course.
struct StressTally {
    /// Values per account and period, one a run.
    private(set) var values: [[[Int]]]
    private(set) var broken: [[Int]], anyBroken: [Int], late: [Int]
    private let ceilings: [[Int?]]

    init(_ world: StressWorld, systems: Int) {
        let years = world.basis.years
        ceilings = world.accounts.indices.map { row in years.map { world.ceiling(row, in: $0) } }
        values = world.accounts.map { _ in years.map { _ in [] } }
        broken = world.accounts.map { _ in years.map { _ in 0 } }
        anyBroken = world.accounts.map { _ in 0 }
        late = [Int](repeating: 0, count: systems)
    }

    mutating func count(_ sums: [[Int]], delays: [Int], _ course: StressCourse) {
        for row in sums.indices {
            var isBroken = false
            for period in sums[row].indices {
                values[row][period].append(sums[row][period])
                guard let ceiling = ceilings[row][period], sums[row][period] > ceiling else { continue }
                broken[row][period] += 1
                isBroken = true
            }
            if isBroken { anyBroken[row] += 1 }
        }
        for index in late.indices where course.loads[index].late[delays[index]] { late[index] += 1 }
    }

    /// Whether an account has any ceiling.
    func hasCeiling(_ row: Int) -> Bool { ceilings[row].contains { $0 != nil } }
    /// The ceiling of an account and period.
    func ceiling(_ row: Int, _ period: Int) -> Int? { ceilings[row][period] }
}
