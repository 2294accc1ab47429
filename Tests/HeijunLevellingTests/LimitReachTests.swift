import Testing

@testable import HeijunLevelling

/// What limits rule out, held against trying every choice.
struct LimitReachTests {
    /// Three activities over two periods, and limits of 9 and 6. `large` loads 6 in the first period or 5 in the second;
    /// `fixed` loads 4 in the first: so `large` does not fit there. Then it takes 5 of 6 in the second, and `small`, which
    /// loads 2 in either, must go to the first.
    private func chain() throws -> LevellingProblem {
        var builder = try LevellingProblem.Builder(periods: 2)
        try builder.addResource("r", levelled: true)
        try builder.setLimit(9, resource: 0, period: 0)
        try builder.setLimit(6, resource: 0, period: 1)
        for (name, loads) in [("large", [6, 5]), ("fixed", [4]), ("small", [2, 2])] {
            try builder.addActivity(name)
            for (period, load) in loads.enumerated() {
                try builder.addAlternative(penalty: 0, start: period)
                try builder.addLoad(resource: 0, period: period, value: load)
            }
        }
        return try builder.build()
    }

    @Test func oneFindingFollowsFromTheOther() throws {
        let problem = try chain()
        var domain = Domain(of: problem)
        let findings = LimitReach(problem, limitRows: [0, 1]).close(&domain)
        #expect(findings.map(\.row) == [0, 1])
        #expect(
            findings.map(\.choices) == [
                [Exclusion(activity: 0, alternatives: [0])], [Exclusion(activity: 2, alternatives: [1])],
            ])
        #expect((0..<5).filter { domain.isOpen($0) } == [1, 2, 3])
    }

    @Test func aRowThatIsNoneOfTheLimitedRulesOutNothing() throws {
        let problem = try chain()
        var domain = Domain(of: problem)
        #expect(LimitReach(problem, limitRows: [1]).close(&domain).isEmpty)
        #expect(domain == Domain(of: problem))
    }

    /// A search that begins at a choice rules out from the first node on, and its proof is verified.
    @Test(arguments: 0..<6 as Range<UInt64>)
    func searchesFromAChoiceEndAtTheOptimumWithAProof(group: UInt64) async throws {
        var ruledOut = 0
        for seed in group * 200..<(group + 1) * 200 {
            let tiny = try TinyProblem(seed: seed)
            guard let start = tiny.feasible else { continue }
            let options = LevellingOptions(start: start)
            guard case .solved(let solution, let certificate) = await level(tiny.problem, options: options)
            else {
                Issue.record("seed \(seed) is not solved")
                continue
            }
            #expect(solution.objective == tiny.optimum && solution.bound == tiny.optimum, "seed \(seed)")
            var walk = try ProofWalk(tiny.problem, certificate)
            #expect(try walk.bound(of: certificate.root) ?? .max >= Int128(solution.bound), "seed \(seed)")
            ruledOut += certificate.root.exclusions { certificate.duals[$0].isRay }
        }
        #expect(ruledOut > 0)
    }

    @Test(arguments: 0..<600 as Range<UInt64>)
    func noFeasibleChoiceIsRuledOut(seed: UInt64) throws {
        let tiny = try TinyProblem(seed: seed)
        var domain = Domain(of: tiny.problem)
        _ = LimitReach(tiny.problem, limitRows: tiny.problem.bindingRows()).close(&domain)
        guard let picks = tiny.feasible.flatMap({ tiny.problem.positions(of: $0) }) else { return }
        #expect(picks.allSatisfy { domain.isOpen($0) })
    }
}

extension CertificateNode {
    /// How many exclusions of the tree stand on duals of a kind.
    fileprivate func exclusions(_ isCounted: (Int) -> Bool) -> Int {
        switch self {
        case .leaf, .refuted: 0
        case .branch(_, _, let children): children.reduce(0) { $0 + $1.exclusions(isCounted) }
        case .exclude(let duals, _, let child): (isCounted(duals) ? 1 : 0) + child.exclusions(isCounted)
        }
    }
}
