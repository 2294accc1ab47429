import Testing

@testable import HeijunLevelling

/// What is kept step by step, and what is solved piece by piece, equals what is computed from scratch.
struct RecomputationTests {
    /// After any changes, proposed, dropped or made, the kept loads and values are those of a fresh evaluation.
    @Test(arguments: UInt64(1)...150)
    func changesStepByStepEqualAnEvaluation(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        let sizes = (0..<problem.activityCount).map { problem.alternatives(of: $0).count }
        guard sizes.allSatisfy({ $0 > 0 }), !sizes.isEmpty else { return }
        var dice = Dice(seed)
        var picks = sizes.map { _ in 0 }
        let positions = try #require(problem.positions(of: picks))
        let weights = Array(repeating: 3, count: problem.rowCount)
        var state = LoadState(problem, picks: positions, excessWeight: weights)
        for _ in 0..<25 {
            let activity = dice.roll(0...sizes.count - 1)
            let pick = dice.roll(0...sizes[activity] - 1)
            let position = problem.alternatives(of: activity).lowerBound + pick
            let move = Move(part: activity, activities: [activity], alternatives: [position])
            state.propose(move)
            let promised = state.proposed(penalty: state.penalty(of: move))
            if dice.happens(30) {
                state.forget()
            } else {
                picks[activity] = pick
                state.accept([move])
                #expect(state.energy == promised)
            }
            let fresh = try #require(Evaluation(of: picks, in: problem))
            #expect(state.loads == fresh.loads && state.objective == fresh.objective)
            #expect(state.excess == 3 * excess(fresh))
        }
    }

    private func excess(_ evaluation: Evaluation) -> Int {
        evaluation.breaches.reduce(0) { sum, breach in
            if case .limit(_, let excess) = breach { sum + excess } else { sum }
        }
    }

    /// The bound at the root, from prices on a few columns at a time, is that of Clp on all columns at once.
    @Test(arguments: [UInt64(1), 2, 3])
    func boundEqualsTheFullRelaxationByClp(seed: UInt64) async throws {
        let lines = try SampleTests.text(120, seed: seed).split(separator: "\n")
            .filter { !$0.hasPrefix("before") && !$0.hasPrefix("together") && !$0.hasPrefix("apart") }
        let problem = try ShapedProblem.read(lines.joined(separator: "\n"))
        let all = Array(0..<problem.activityCount)
        let relaxation = Relaxation(
            problem, activities: all, open: all.map { Array(problem.alternatives(of: $0)) },
            fixed: problem.base, limitRows: problem.limits.indices.filter { problem.limits[$0] < Int.max })
        #expect(relaxation.program.solveDual() == .optimal)
        let value = relaxation.program.objective
        let outcome = await level(problem, options: .init(gapPercent: 90, effort: 1))
        guard case .solved(let solution, _) = outcome else {
            Issue.record("a sample was not solved")
            return
        }
        #expect(abs(Double(solution.bound) - value) < max(2, value * 1e-6))
    }
}
