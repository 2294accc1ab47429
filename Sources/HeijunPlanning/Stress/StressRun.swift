import HeijunModel

/// One course of the portfolio (a plan's, or the natural one) made ready for runs.
struct StressCourse {
    let systems: [StressSystem]
    let ties: StressTies
    let loads: [StressLoads]
    /// Years by which the event alone delays each system.
    let eventDelay: [Int]
    private let years: Int

    init(_ decisions: [Decision], _ facts: [SystemFacts], _ ranges: [StressRange], _ world: StressWorld) {
        let years = world.basis.rules.years
        let systems = zip(facts, decisions).map { StressSystem($0, $1, world.basis) }
        let ties = StressTies(systems, world.basis)
        let delays = facts.map { world.delay(of: $0.system) }
        let longest = systems.indices.map { index in
            systems[index].isDrawn ? min(years, ranges[index].delay.most + delays[index]) : 0
        }
        let most = ties.most(longest, years: years)
        loads = zip(systems, most).map { StressLoads($0, most: $1, world) }
        (self.systems, self.ties, eventDelay, self.years) = (systems, ties, delays, years)
    }

    /// How every system slips in one run: successors, and partners of a move, with those that were drawn late.
    func settled(_ drawn: [Int]) -> [StressSlip] {
        var slips = systems.indices.map { index in
            StressSlip(rebuild: systems[index].isDrawn ? min(years, drawn[index] + eventDelay[index]) : 0)
        }
        ties.settle(&slips, most: loads.map(\.most)) { loads[$0].delay($1) }
        return slips
    }

    /// Sums per account and period of one run.
    func sums(_ slips: [StressSlip], percents: [Int], _ world: StressWorld) -> [[Int]] {
        var sums = world.accounts.map { _ in [Int](repeating: 0, count: world.basis.rules.years) }
        for index in loads.indices {
            loads[index].add(slips[index], percent: percents[index], to: &sums)
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

    mutating func count(_ sums: [[Int]], _ slips: [StressSlip], _ course: StressCourse) {
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
        for index in late.indices where course.loads[index].isLate(slips[index]) { late[index] += 1 }
    }

    /// Whether an account has any ceiling.
    func hasCeiling(_ row: Int) -> Bool { ceilings[row].contains { $0 != nil } }
    /// The ceiling of an account and period.
    func ceiling(_ row: Int, _ period: Int) -> Int? { ceilings[row][period] }
}
