import Testing

@testable import HeijunLevelling

@Suite("The engine against trying everything")
struct EngineTests {
    @Test("Every tiny problem is solved to its optimum, or proven to have none", arguments: UInt64(0)..<3000)
    func tinyProblems(seed: UInt64) async throws {
        let problem = try ShapedProblem.problem(seed)
        let best = problem.bestByTrying
        switch await level(problem) {
        case .solved(let solution, let proof):
            #expect(solution.objective == best?.objective)
            #expect(solution.bound == solution.objective)
            let stated = problem.stating(.atLeast(solution.bound), proof)
            #expect(Verifier(problem).verify(StatedSolution(solution), stated).faults == [])
        case .infeasible(let proof, let conflict):
            #expect(best == nil)
            #expect(Verifier(problem).verify(nil, problem.stating(.infeasible, proof)).faults == [])
            try expectMinimal(conflict, problem)
        case .undecided:
            Issue.record("undecided, though every choice can be tried")
        }
    }

    @Test("Threads change nothing", arguments: [UInt64(1), 2])
    func threads(seed: UInt64) async throws {
        let problem = try ShapedProblem.read(SampleTests.text(80, seed: seed))
        var options = LevellingOptions(seed: seed, effort: 1)
        var answers: [(LevellingSolution, Certificate)] = []
        for threads in [1, 2, 8] {
            options.threads = threads
            guard case .solved(let solution, let proof) = await level(problem, options: options) else {
                Issue.record("a sample was not solved")
                return
            }
            answers.append((solution, proof))
        }
        #expect(answers.allSatisfy { $0.0 == answers[0].0 && $0.1 == answers[0].1 })
    }

    @Test("Samples are solved, and their proofs verified", arguments: [12, 40, 150], [UInt64(1), 2])
    func samples(activities: Int, seed: UInt64) async throws {
        let problem = try ShapedProblem.read(SampleTests.text(activities, seed: seed))
        guard case .solved(let solution, let proof) = await level(problem, options: .init(effort: 2)) else {
            Issue.record("a sample was not solved")
            return
        }
        let stated = problem.stating(.atLeast(solution.bound), proof)
        #expect(Verifier(problem).verify(StatedSolution(solution), stated).faults == [])
        #expect(solution.gapPercent.map { $0 < 5 } == true)
    }

    @Test(
        "The root's bound is that of the full relaxation, or better by the ties",
        arguments: [UInt64(1), 2, 3])
    func rootBound(seed: UInt64) async throws {
        guard OtherSolver.glpsol.path != nil else { return }
        let text = try SampleTests.text(120, seed: seed)
        let free = text.split(separator: "\n").filter { !$0.hasPrefix("before") && !$0.hasPrefix("together") }
        for (lines, isTied) in [(text, true), (free.joined(separator: "\n"), false)] {
            let problem = try ShapedProblem.read(lines)
            let value = try #require(try OtherSolver.relaxation(of: problem))
            guard
                case .solved(let solution, _) = await level(
                    problem, options: .init(gapPercent: 90, effort: 1))
            else {
                Issue.record("a sample was not solved")
                return
            }
            let bound = Double(solution.bound)
            #expect(bound > value - max(1, value * 1e-6))
            #expect(isTied || bound < value + 1 + value * 1e-6)
        }
    }

    /// The named demands cannot hold together, each limit is needed, and needs to give exactly what is said.
    private func expectMinimal(_ conflict: LevellingConflict, _ problem: LevellingProblem) throws {
        guard conflict.activities.isEmpty else {
            let open = ProofDomain(problem).isOpen
            #expect(conflict.activities.allSatisfy { problem.alternatives(of: $0).allSatisfy { !open[$0] } })
            return
        }
        let choices = problem.everyChoice.compactMap { Evaluation(of: $0, in: problem) }.map(\.breaches)
        let can = { (rows: [Int: Int], constraints: [ConstraintID]) in
            choices.contains { breaches in
                breaches.allSatisfy { breach in
                    switch breach {
                    case .limit(let row, let excess): rows[row].map { excess <= $0 } ?? true
                    case .constraint(let constraint): !constraints.contains(constraint)
                    }
                }
            }
        }
        let held = Dictionary(uniqueKeysWithValues: conflict.rows.map { ($0, 0) })
        #expect(!can(held, conflict.constraints))
        for (row, excess) in zip(conflict.rows, conflict.excess) {
            #expect(can(held.filter { $0.key != row }, conflict.constraints), "limit \(row) is not needed")
            guard let excess else { continue }
            #expect(can(held.merging([row: excess]) { $1 }, conflict.constraints), "\(excess) is too little")
            #expect(
                !can(held.merging([row: excess - 1]) { $1 }, conflict.constraints), "\(excess) is too much")
        }
    }
}
