import Testing

@testable import HeijunLevelling

@Suite("Proofs are computed again")
struct VerifierTests {
    @Test("Trying everything proves exactly the best objective", arguments: UInt64(0)..<600)
    func enumerationProvesTheOptimum(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        let proven = try Verifier(problem).bound(provenBy: Enumeration.certificate(of: problem))
        #expect(proven == problem.bestByTrying.map { .atLeast($0.objective) } ?? .infeasible)
    }

    @Test("No duals and no tree prove more than the best objective", arguments: UInt64(0)..<1500)
    func noProofPassesTheOptimum(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        guard let best = problem.bestByTrying else { return }
        var dice = Dice(seed)
        let duals = (0..<3).map { _ in Enumeration.randomDuals(problem, &dice) }
        let root = Enumeration.randomTree(problem, duals: 3, depth: 4, &dice)
        let proven = try Verifier(problem).bound(provenBy: Certificate(duals: duals, root: root))
        #expect(try #require(proven.value) <= best.objective)
    }

    @Test("One tree's minimum is that of all its choices", arguments: UInt64(0)..<600)
    func treeMinimumByTrying(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        var dice = Dice(seed)
        let minimum = ProofMinimum(problem)
        let costs = (0..<problem.alternativeCount).map { _ in Int128(dice.roll(-50...50)) }
        var domain = ProofDomain(problem)
        for position in 0..<problem.alternativeCount where dice.happens(15) { domain.close(position) }
        for (number, tree) in minimum.forest.trees.enumerated() {
            let found = minimum.ofTree(number, costs: costs, domain)
            #expect(found == problem.least(of: tree, minimum.forest, costs, domain) ?? ProofMinimum.infinite)
        }
    }

    @Test("A tree's cost through each alternative is that with the others closed", arguments: UInt64(0)..<600)
    func costThroughEachAlternative(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        var dice = Dice(seed)
        let minimum = ProofMinimum(problem)
        let costs = (0..<problem.alternativeCount).map { _ in Int128(dice.roll(-50...50)) }
        var domain = ProofDomain(problem)
        for position in 0..<problem.alternativeCount where dice.happens(25) { domain.close(position) }
        for tree in minimum.forest.trees.indices {
            for (activity, through) in minimum.throughEach(ofTree: tree, costs: costs, domain) {
                for (position, cost) in zip(problem.alternatives(of: activity), through) {
                    let mark = domain.mark
                    for other in problem.alternatives(of: activity) where other != position {
                        domain.close(other)
                    }
                    #expect(minimum.ofTree(tree, costs: costs, domain) == cost)
                    domain.reopen(to: mark)
                }
            }
        }
    }

    @Test("Counting again agrees with the evaluation", arguments: UInt64(0)..<300)
    func recountIsEvaluation(seed: UInt64) throws {
        let problem = try ShapedProblem.problem(seed)
        for picks in problem.everyChoice.prefix(50) {
            let evaluation = try #require(Evaluation(of: picks, in: problem))
            let recount = Recount(picks: picks, of: problem)
            #expect(recount.objective == evaluation.objective)
            #expect(recount.peak == evaluation.peak && recount.roughness == evaluation.roughness)
            #expect(recount.loads == evaluation.loads && recount.faults.isEmpty == evaluation.isFeasible)
        }
    }

    @Test("Sums stay exact at the largest numbers allowed")
    func largestNumbers() throws {
        let most = (1 << 40) - 1
        let problem = try ShapedProblem.read(
            "levelling 1\nperiods 1\nresource a levelled\nlimit 0 \(-most)\nweight peak 1048576\n"
                + "activity A\nalternative \(most) 0 -1 0:0:\(most)\nalternative \(most) 0 -1 0:0:\(-most)\n")
        let duals = Duals(
            isRay: false, scale: 1 << 40, lambda: [1 << 60], rho: [],
            pi: [RowPrice(row: 0, price: (1 << 61) - 1)])
        let proven = try Verifier(problem).bound(provenBy: Certificate(duals: [duals], root: .leaf(duals: 0)))
        #expect(proven == .atLeast(most - most << 20))
    }
}

extension LevellingProblem {
    /// The least cost over all open choices of a tree's activities that keep all its edges.
    func least(
        of tree: ProofForest.Tree, _ forest: ProofForest, _ costs: [Int128], _ domain: ProofDomain
    ) -> Int128? {
        let members = tree.nodes.filter { $0 < activityCount }
        let choices = members.reduce([[:]] as [[Int: Int]]) { partial, activity in
            partial.flatMap { choice in
                alternatives(of: activity).filter { domain.isOpen[$0] }.map {
                    choice.merging([activity: $0]) { $1 }
                }
            }
        }
        let kept = choices.filter { choice in tree.edges.allSatisfy { $0.map { keeps($0, choice) } ?? true } }
        return kept.filter { agree(tree, $0) }.map { $0.values.reduce(Int128(0)) { $0 + costs[$1] } }.min()
    }

    private func keeps(_ edge: ProofForest.Edge, _ choice: [Int: Int]) -> Bool {
        guard edge.kind != .member, let first = choice[edge.first], let second = choice[edge.second] else {
            return true
        }
        let (a, b) = (starts[first], starts[second])
        return a < 0 || b < 0 || (edge.kind == .before ? a <= b : a != b)
    }

    /// All members of one group in the tree have the same key.
    private func agree(_ tree: ProofForest.Tree, _ choice: [Int: Int]) -> Bool {
        let members = tree.edges.compactMap { $0 }.filter { $0.kind == .member }
        return Set(members.map(\.first)).allSatisfy { group in
            Set(members.filter { $0.first == group }.compactMap { choice[$0.second].map { keys[$0] } }).count
                <= 1
        }
    }
}
