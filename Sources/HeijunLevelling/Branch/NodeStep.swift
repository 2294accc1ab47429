/// What one look at a node brought.
struct NodeStep: Sendable {
    enum Result: Sendable {
        /// Nothing better than the best choice known is in the node, or the duals show that nothing is.
        case closed
        case refuted(ConstraintID)
        case branched(activity: Int, groups: [[Int]], children: [Domain], excluded: [Exclusion])
    }

    /// Duals of this node; nil if those of its parent are all there is.
    var duals: Duals?
    var bound: Int
    var result: Result
    /// Alternatives that the limits rule out here, before the relaxation is asked.
    var ruledOut: [LimitReach.Finding] = []
    /// A better choice, as positions, and its objective.
    var found: (picks: [Int], objective: Int)?
    /// While no choice is known: what the relaxation likes most, which passes some limits.
    var rounded: [Int]?
    /// Where the relaxation stood, for the children.
    var basis: [UInt8] = []
    /// The child that the next step looks at.
    var next: Int?
}

/// One of a fixed number of workers that look at nodes, each with a relaxation of its own. What a worker answers
/// depends only on what it was asked before, never on the thread it runs on.
final class SearchLane: @unchecked Sendable {
    private let solver: NodeSolver
    private let chooser: BranchChooser
    private let rounding: Rounding
    private let last: LastChoice
    private let reach: LimitReach
    private var seed: UInt64

    init(_ problem: LevellingProblem, _ parts: Parts, limitRows: [Int], size: [Double], seed: UInt64) {
        solver = NodeSolver(problem, parts.forest, limitRows: limitRows)
        chooser = BranchChooser(problem, parts.forest, size: size)
        rounding = Rounding(problem, parts)
        last = LastChoice(problem: problem, forest: parts.forest)
        reach = LimitReach(problem, limitRows: limitRows)
        self.seed = seed
    }

    /// A feasible choice with exchanges, where that is better than the best known.
    func polished(_ picks: [Int], best: Int, bound: Int, tries: Int) -> (picks: [Int], objective: Int)? {
        rounding.improve(picks, best: best, bound: bound, tries: tries, seed: seed)
    }

    /// Looks at a node and then at up to `depth` descendants, always at the child the relaxation likes most.
    func dive(from node: SearchNode, depth: Int, best: Int, tries: Int) -> [NodeStep] {
        var steps: [NodeStep] = []
        var domain = node.domain
        var bound = node.bound
        var basis = node.basis
        var best = best
        for level in 0...depth {
            let isLast = level == depth
            var step = look(
                domain, bound: bound, basis: basis, best: best, tries: isLast && depth > 1 ? tries : 0)
            if let found = step.found { best = min(best, found.objective) }
            guard case .branched(_, _, let children, _) = step.result, level < depth else {
                steps.append(step)
                break
            }
            step.next = children.count - 1
            domain = children[children.count - 1]
            bound = step.bound
            basis = []
            steps.append(step)
        }
        return steps
    }

    /// Looks at a node without the alternatives that the limits rule out there. A first choice is found sooner without
    /// that, and a proof that there is none speaks of fewer limits.
    private func look(_ domain: Domain, bound: Int, basis: [UInt8], best: Int, tries: Int) -> NodeStep {
        guard best < Int.max else { return judged(domain, bound, basis, best, tries) }
        var narrowed = domain
        let ruledOut = reach.close(&narrowed)
        var step = judged(narrowed, bound, basis, best, tries)
        step.ruledOut = ruledOut
        return step
    }

    private func judged(
        _ domain: Domain, _ bound: Int, _ basis: [UInt8], _ best: Int, _ tries: Int
    ) -> NodeStep {
        switch solver.solve(domain, basis: basis) {
        case .empty(let duals):
            return NodeStep(duals: duals, bound: Int.max, result: .closed)
        case .unclear:
            return unclear(domain, bound)
        case .bound(let value, let duals, let values):
            let bound = max(bound, value)
            if value >= best { return NodeStep(duals: duals, bound: bound, result: .closed) }
            return bounded(domain, bound, duals, values, best, tries)
        }
    }

    private func bounded(
        _ domain: Domain, _ bound: Int, _ duals: Duals, _ values: ExactValue.Parts, _ best: Int, _ tries: Int
    ) -> NodeStep {
        seed &+= 1
        let found = rounding.improve(
            domain, weight: solver.weight, best: best, bound: bound, tries: tries, seed: seed)
        let isUnknown = best == Int.max && found == nil
        let best = min(best, found?.objective ?? best)
        var narrowed = domain
        let excluded = bound < best ? exclude(&narrowed, values, best) : []
        var step = NodeStep(duals: duals, bound: bound, result: .closed, found: found, basis: solver.basis)
        if isUnknown { step.rounded = rounding.rounded(domain, weight: solver.weight) }
        guard bound < best else { return step }
        guard let result = branched(narrowed, excluded) ?? branched(domain, []) else {
            return single(domain, found)
        }
        step.result = result
        return step
    }

    /// Closes alternatives that alone already cost as much as the best choice known.
    private func exclude(_ domain: inout Domain, _ values: ExactValue.Parts, _ best: Int) -> [Exclusion] {
        guard best < Int.max else { return [] }
        let problem = solver.problem
        let limit = Int128(best - 1) * Int128(values.scale)
        var excluded: [Exclusion] = []
        for activity in 0..<problem.activityCount {
            let first = problem.firstAlternative[activity]
            let gone = solver.values(of: activity, values).filter { $0.value > limit }.map(\.alternative)
            if gone.isEmpty { continue }
            for alternative in gone { domain.close(alternative) }
            excluded.append(Exclusion(activity: activity, alternatives: gone.map { $0 - first }))
        }
        return excluded
    }

    private func unclear(_ domain: Domain, _ bound: Int) -> NodeStep {
        if let constraint = chooser.refuted(domain) {
            return NodeStep(duals: nil, bound: Int.max, result: .refuted(constraint))
        }
        guard let result = branched(domain, []) else { return single(domain, nil) }
        return NodeStep(duals: nil, bound: bound, result: result)
    }

    /// A node with a single choice, which may be better than what was found on the way to it.
    private func single(_ domain: Domain, _ found: (picks: [Int], objective: Int)?) -> NodeStep {
        let problem = solver.problem
        var step = last.step(
            (0..<problem.activityCount).map { domain.open(problem.alternatives(of: $0)).first })
        if let found, found.objective < step.found?.objective ?? Int.max { step.found = found }
        return step
    }

    /// nil if there is a single choice left.
    private func branched(_ domain: Domain, _ excluded: [Exclusion]) -> NodeStep.Result? {
        if let choice = chooser.choose(domain, weight: solver.weight) {
            let problem = solver.problem
            let range = problem.alternatives(of: choice.activity)
            let children = choice.groups.map { group in
                var child = domain
                child.keep(group, of: range)
                return child
            }
            let groups = choice.groups.map { $0.map { $0 - range.lowerBound } }
            return .branched(
                activity: choice.activity, groups: groups, children: children, excluded: excluded)
        }
        return nil
    }
}
