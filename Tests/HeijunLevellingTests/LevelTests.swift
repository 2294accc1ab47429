import HeijunLevelling
import Testing

@Suite struct LevelTests {
    @Test(arguments: 0..<8) func smallProblemsAreSolvedToTheirOptimum(group: UInt64) async throws {
        for seed in group * 250..<(group + 1) * 250 {
            let tiny = try TinyProblem(seed: seed)
            switch await level(tiny.problem) {
            case .solved(let solution, _):
                let evaluation = try #require(Evaluation(of: solution.picks, in: tiny.problem))
                #expect(evaluation.isFeasible, "seed \(seed)")
                #expect(evaluation.objective == solution.objective, "seed \(seed)")
                #expect(solution.objective == tiny.optimum, "seed \(seed)")
                #expect(solution.bound == solution.objective, "seed \(seed)")
            case .infeasible: #expect(tiny.optimum == nil, "seed \(seed)")
            case .undecided: Issue.record("seed \(seed) undecided")
            }
        }
    }

    @Test(arguments: [1, 2, 8]) func threadsChangeNothing(threads: Int) async throws {
        for seed in 3000..<3100 as Range<UInt64> {
            let tiny = try TinyProblem(seed: seed)
            let alone = await level(tiny.problem)
            let shared = await level(tiny.problem, options: LevellingOptions(threads: threads))
            switch (alone, shared) {
            case (.solved(let a, let b), .solved(let c, let d)):
                #expect(a == c)
                #expect(b == d)
            case (.infeasible(let a, let b), .infeasible(let c, let d)):
                #expect(a == c)
                #expect(b == d)
            case (.undecided(let a), .undecided(let b)): #expect(a == b)
            default: Issue.record("seed \(seed) differs")
            }
        }
    }
}
