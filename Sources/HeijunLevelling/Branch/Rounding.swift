/// Makes choices of relaxed picks: each part picks what the relaxation likes most, then exchanges improve the choice.
final class Rounding {
    private let problem: LevellingProblem
    private let parts: Parts
    private let moves: [Move]
    private let excessWeight: [Int]
    private let limitRows: [Int]

    init(_ problem: LevellingProblem, _ parts: Parts) {
        self.problem = problem
        self.parts = parts
        excessWeight = LoadState.excessWeights(of: problem)
        limitRows = problem.bindingRows()
        let domain = Domain(of: problem)
        var alone: [(activity: Int, alternative: Int)] = []
        for activity in 0..<problem.activityCount {
            for alternative in domain.open(problem.alternatives(of: activity)) {
                alone.append((activity, alternative))
            }
        }
        var moves = parts.moves(among: alone)
        for tree in 0..<parts.forest.treeCount {
            moves += parts.moves(tree, parts.choices(of: tree, domain, limit: 200))
        }
        self.moves = moves
    }

    /// What the relaxation likes most; nil if some part has no choice.
    func rounded(_ domain: Domain, weight: (Int) -> Double) -> [Int]? { parts.round(domain, weight) }

    /// A choice better than the best known, if the relaxed picks lead to one.
    ///
    /// - Parameters:
    ///   - bound: A lower bound, which tells the peak to aim at.
    ///   - tries: Exchanges to begin; 0 for none.
    func improve(
        _ domain: Domain, weight: (Int) -> Double, best: Int, bound: Int, tries: Int, seed: UInt64
    ) -> (picks: [Int], objective: Int)? {
        guard let picks = parts.round(domain, weight) else { return nil }
        return improve(picks, best: best, bound: bound, tries: tries, seed: seed)
    }

    /// A choice better than the best known, if exchanges lead to one from these picks.
    func improve(
        _ picks: [Int], best: Int, bound: Int, tries: Int, seed: UInt64
    ) -> (picks: [Int], objective: Int)? {
        var state = LoadState(problem, picks: picks, excessWeight: excessWeight)
        if tries > 0, moves.count > 1 {
            let rest = Double(bound) - Double(state.penalty)
            if problem.peakWeight > 0, rest.magnitude < 0x1p60 {
                state.aim(at: Int(rest / Double(problem.peakWeight)))
            }
            var scan = ExchangeScan(state, moves: moves, limitRows: limitRows, seed: seed)
            scan.run(tries: tries)
            state = scan.state
        }
        guard state.excess == 0, state.objective < best, parts.holds(state.picks) else { return nil }
        return (state.picks, state.objective)
    }
}

extension Parts {
    /// What the relaxation likes most, part by part; nil if some part has no choice.
    func round(_ domain: Domain, _ weight: (Int) -> Double) -> [Int]? {
        var picks: [Int] = []
        for activity in 0..<problem.activityCount {
            let open = domain.open(problem.alternatives(of: activity))
            guard var best = open.first else { return nil }
            for alternative in open where weight(alternative) > weight(best) { best = alternative }
            picks.append(best)
        }
        for tree in 0..<forest.treeCount {
            let sweep = TreeSweep<Double>(tree, of: forest) { activity, number in
                let alternative = problem.firstAlternative[activity] + number
                return domain.isOpen(alternative) ? -weight(alternative) : .none
            }
            guard let choice = sweep.best(forest) else { return nil }
            for (node, element) in zip(forest.nodes[forest.tree(tree)], choice) where node.activity >= 0 {
                picks[node.activity] = problem.firstAlternative[node.activity] + element
            }
        }
        return picks
    }

    /// Whether the constraints that the forest leaves out hold.
    func holds(_ picks: [Int]) -> Bool { forest.relaxed.allSatisfy { problem.holds($0, with: picks) } }

    /// Choices of a tree: for each alternative of each member, one that goes with it.
    func choices(of tree: Int, _ domain: Domain, limit: Int) -> [[Int]] {
        var choices: [[Int]] = []
        for member in members(of: tree) {
            for number in problem.alternatives(of: member).indices where choices.count < limit {
                let wanted = number - problem.firstAlternative[member]
                let sweep = TreeSweep<Double>(tree, of: forest) { activity, element in
                    let alternative = problem.firstAlternative[activity] + element
                    guard domain.isOpen(alternative), activity != member || element == wanted else {
                        return .none
                    }
                    return Double(problem.penalties[alternative])
                }
                guard let choice = sweep.best(forest) else { continue }
                let picks = zip(forest.nodes[forest.tree(tree)], choice).compactMap { node, element in
                    node.activity < 0 ? nil : problem.firstAlternative[node.activity] + element
                }
                if !choices.contains(picks) { choices.append(picks) }
            }
        }
        return choices
    }
}

extension LoadState {
    /// Weights that make a unit of excess count alike in all rows, relative to the limit.
    static func excessWeights(of problem: LevellingProblem) -> [Int] {
        let largest = problem.limits.reduce(1) { $1 == LevellingProblem.noLimit ? $0 : max($0, abs($1)) }
        return problem.limits.map { limit in
            limit == LevellingProblem.noLimit ? 1 : min(1 << 16, max(1, largest / max(1, abs(limit))))
        }
    }
}
