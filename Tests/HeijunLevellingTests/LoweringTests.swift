import Testing

@testable import HeijunLevelling

/// Bringing down what limits are passed by, held against evaluating the whole choice.
struct LoweringTests {
    private func loads(_ picks: [Int], in problem: LevellingProblem) -> [Int] {
        var loads = problem.base
        for (activity, pick) in picks.enumerated() {
            for load in problem.loads(of: problem.firstAlternative[activity] + pick) {
                loads[load.row] += load.value
            }
        }
        return loads
    }

    /// No limit is passed that was not, none by more than before, and ties that hold go on to hold.
    @Test(arguments: UInt64(1)...200)
    func nothingGetsWorse(seed: UInt64) throws {
        let problem = try TinyProblem(seed: seed).problem
        let parts = Parts(problem, Forest(of: problem))
        guard let first = parts.round(Domain(of: problem), { Double(problem.penalties[$0]) }) else { return }
        let picks = zip(first, problem.firstAlternative).map { $0 - $1 }
        let held = problem.constraints.map { problem.holds($0, with: first) }
        let lowered = lowering(picks, in: problem, seed: seed)
        let (before, after) = (loads(picks, in: problem), loads(lowered, in: problem))
        for row in before.indices { #expect(after[row] <= max(before[row], problem.limits[row])) }
        let positions = try #require(problem.positions(of: lowered))
        for (constraint, held) in zip(problem.constraints, held) where held {
            #expect(problem.holds(constraint, with: positions))
        }
    }

    /// Row 0 is limited to 1. Only the third activity can leave it for good: it fits into period 1 once the second has gone
    /// on to period 2. The first stays, and 5 of the 7 are left.
    @Test func aChainOfTwoIsFound() throws {
        var builder = try LevellingProblem.Builder(periods: 3)
        try builder.addResource("r", levelled: true)
        for (period, limit) in [1, 2, 2].enumerated() {
            try builder.setLimit(limit, resource: 0, period: period)
        }
        for (name, periods, load) in [("a", [0], 5), ("b", [1, 2], 2), ("c", [0, 1], 2)] {
            try builder.addActivity(name)
            for period in periods {
                try builder.addAlternative(penalty: 0, start: period)
                try builder.addLoad(resource: 0, period: period, value: load)
            }
        }
        let problem = try builder.build()
        #expect(lowering([0, 0, 0], in: problem, seed: 1) == [0, 1, 1])
        #expect(lowering([0, 1, 1], in: problem, seed: 1) == [0, 1, 1])
    }
}
