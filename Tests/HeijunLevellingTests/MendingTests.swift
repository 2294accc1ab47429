import Testing

@testable import HeijunLevelling

/// Mending and taking back, held against evaluating the whole choice.
struct MendingTests {
    /// A choice that keeps every tie, if the first of each part's choices do.
    private func tied(_ problem: LevellingProblem) -> [Int]? {
        let parts = Parts(problem, Forest(of: problem))
        guard let picks = parts.round(Domain(of: problem), { Double(-problem.penalties[$0]) }),
            parts.holds(picks)
        else { return nil }
        return picks
    }

    @Test(arguments: UInt64(1)...200)
    func whatIsMendedIsFeasible(seed: UInt64) throws {
        let problem = try TinyProblem(seed: seed).problem
        guard let picks = tied(problem) else { return }
        var mender = Mender(
            problem, picks: picks, cost: problem.penalties.map { Double(max(0, $0)) }, seed: seed)
        mender.run(steps: 200)
        let numbers = mender.picks.enumerated().map { $1 - problem.firstAlternative[$0] }
        let value = try #require(Evaluation(of: numbers, in: problem))
        #expect(value.isFeasible == mender.isMended)
        let ties = value.breaches.filter { if case .constraint = $0 { true } else { false } }
        #expect(ties == [])
    }

    /// Two activities of load 2 in the first of two periods, whose limit is 3: one of them must go to the second.
    @Test func mendsByHand() throws {
        var builder = try LevellingProblem.Builder(periods: 2)
        try builder.addResource("r", levelled: true)
        try builder.setLimit(3, resource: 0, period: 0)
        for name in ["a", "b"] {
            try builder.addActivity(name)
            for period in 0..<2 {
                try builder.addAlternative(penalty: period, start: period)
                try builder.addLoad(resource: 0, period: period, value: 2)
            }
        }
        let problem = try builder.build()
        var mender = Mender(problem, picks: [0, 2], cost: [0, 1, 0, 1], seed: 1)
        #expect(!mender.isMended)
        mender.run(steps: 10)
        #expect(mender.isMended && Set(mender.picks.enumerated().map { $1 - 2 * $0 }) == [0, 1])
    }

    @Test(arguments: UInt64(1)...200)
    func takingBackNeverCosts(seed: UInt64) async throws {
        let problem = try TinyProblem(seed: seed).problem
        guard case .solved(let solution, _) = await level(problem) else { return }
        let home = (0..<problem.activityCount).map { Int(seed) % problem.alternatives(of: $0).count }
        var homeward = try #require(Homeward(solution.picks, toward: home, in: problem))
        homeward.run()
        let value = try #require(Evaluation(of: homeward.picks, in: problem))
        #expect(
            value.isFeasible && value.objective == homeward.objective
                && homeward.objective <= solution.objective)
        #expect(zip(homeward.picks, zip(solution.picks, home)).allSatisfy { $0 == $1.0 || $0 == $1.1 })
    }
}
