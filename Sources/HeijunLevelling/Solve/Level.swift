/// Solves a levelling problem.
///
/// The same problem, seed, effort and gap give the same outcome on every machine and with any number of threads, unless
/// `isCancelled` ends the search.
///
/// - Parameters:
///   - progress: Called now and then, in order.
///   - isCancelled: Asked now and then; true ends the search with the best so far.
public func level(
    _ problem: LevellingProblem, options: LevellingOptions = LevellingOptions(),
    progress: @Sendable (LevellingProgress) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
) async -> LevellingOutcome {
    var search = LevelSearch(problem, options)
    return await search.run(progress: progress, isCancelled: isCancelled)
}

/// The parts of a search, one after the other: prices, a dive, exchanges, branch and bound.
struct LevelSearch {
    let problem: LevellingProblem
    let options: LevellingOptions
    let parts: Parts
    let domain: Domain
    /// Best choice so far, as positions.
    var best: (picks: [Int], objective: Int)?
    /// The choice that breaks least, while none is feasible.
    var nearest: LoadState?
    /// The choice that was given to begin from, whose limits may be broken.
    var given: LoadState?
    /// What each alternative costs at the root's prices; empty while there are none.
    var regrets: [Double] = []
    /// Proven bound, with its proof.
    var bound = Int.min
    /// Value of the linear relaxation of the whole problem.
    var relaxation: Int?
    var certificate = Certificate(duals: [], root: .leaf(duals: 0))

    init(_ problem: LevellingProblem, _ options: LevellingOptions) {
        self.problem = problem
        self.options = options
        parts = Parts(problem, Forest(of: problem))
        domain = Domain(of: problem)
    }

    mutating func run(
        progress: @Sendable (LevellingProgress) -> Void, isCancelled: @Sendable () -> Bool
    ) async -> LevellingOutcome {
        if let obvious = obviousConflict() { return await outcome(of: obvious) }
        takeStart()
        let limitRows = problem.bindingRows()
        var root: (duals: Duals, bound: Int)?
        if problem.activityCount > 60 {
            root = await descend(limitRows, isCancelled)
            relaxation = root?.bound
            tell(progress)
        }
        if isEnough || isCancelled() { return outcome() }
        guard isBranched else { return await unbranched(limitRows, isCancelled) }
        return await branch(limitRows, root, progress, isCancelled)
    }

    private func tell(_ progress: (LevellingProgress) -> Void) {
        progress(LevellingProgress(objective: best?.objective, bound: bound == Int.min ? nil : bound))
    }

    /// Whether the gap asked for is reached.
    var isEnough: Bool {
        guard let best, bound > Int.min else { return false }
        // What is too large to be branched on ends at two millionths; more work would not show.
        let least = problem.alternativeCount > 20_000 ? 0.0002 : 0
        return Double(best.objective - bound) * 100 <= max(least, options.gapPercent)
            * Double(bound.magnitude)
    }

    private mutating func takeStart() {
        guard let start = options.start, let evaluation = Evaluation(of: start, in: problem),
            let picks = problem.positions(of: start)
        else { return }
        if evaluation.isFeasible { best = (picks, evaluation.objective) }
        // Exchanges move trees as wholes and never mend a tie, so only limits may be broken at the start.
        guard problem.constraints.allSatisfy({ problem.holds($0, with: picks) }) else { return }
        given = LoadState(problem, picks: picks, excessWeight: LoadState.excessWeights(of: problem))
    }

    mutating func offer(_ state: LoadState) {
        if state.excess == 0, parts.holds(state.picks) {
            if state.objective < best?.objective ?? Int.max { best = (state.picks, state.objective) }
        } else if nearest.map({ state.energy < $0.energy }) ?? true {
            nearest = state
        }
    }

    private mutating func branch(
        _ limitRows: [Int], _ root: (duals: Duals, bound: Int)?, _ progress: (LevellingProgress) -> Void,
        _ isCancelled: () -> Bool
    ) async -> LevellingOutcome {
        var tree = BranchSearch(
            problem, parts, limitRows: limitRows, root: root, best: best, seed: options.seed,
            threads: options.threads, tries: problem.activityCount > 60 ? (isSmall ? 250 : 60) : 20)
        let budget = min(nodeBudget, options.nodes ?? .max)
        // Where the first nodes bring no choice, what they like is mended, ever more seldom.
        var mending = 30
        while !tree.isDone, tree.nodes < budget, !isCancelled(), !isEnough {
            await tree.advance()
            if tree.best == nil, tree.nodes >= mending, let near = tree.rounded {
                mending *= 4
                if let mended = mendedPicks(of: near, steps: 500 << options.effort) { tree.offer(mended) }
            }
            let before = (best?.objective, bound)
            best = tree.best
            relaxation = relaxation ?? tree.rootBound
            if tree.bound > bound { bound = tree.bound }
            if before.0 != best?.objective || before.1 != bound { tell(progress) }
        }
        bound = max(bound, tree.bound)
        certificate = tree.certificate
        if tree.isDone, best == nil { return await infeasible() }
        return outcome()
    }

    /// How many nodes the effort buys: about five million alternatives looked at by default. Large problems gain by the
    /// first few nodes alone.
    private var nodeBudget: Int {
        let work = (isSmall ? 312_500 : 78_125) << options.effort
        return max(isSmall ? 64 : 16, work / max(1, problem.alternativeCount))
    }

    /// What the search has come to.
    func outcome() -> LevellingOutcome {
        guard let best else {
            let picks = nearest?.picks ?? parts.round(domain) { _ in 0 } ?? []
            return .undecided(numbers(picks))
        }
        let solution = LevellingSolution(
            picks: numbers(best.picks), objective: best.objective, bound: min(bound, best.objective),
            relaxation: relaxation)
        return .solved(solution, certificate)
    }

    private func numbers(_ picks: [Int]) -> [Int] {
        picks.enumerated().map { $1 - problem.firstAlternative[$0] }
    }
}
