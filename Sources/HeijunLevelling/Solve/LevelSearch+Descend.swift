/// Prices of the whole problem, a bound from them, and a first choice.
extension LevelSearch {
    /// The root's duals and bound; nil if there is no usable bound, or no choice even of the relaxation.
    mutating func descend(_ limitRows: [Int], _ isCancelled: () -> Bool) async -> (duals: Duals, bound: Int)?
    {
        let finder = RootPrices(problem: problem, forest: parts.forest, threads: options.threads)
        guard !finder.isEmpty(limitRows) else { return nil }
        var sifting = await finder.find(limitRows: limitRows)
        let duals = sifting.prices.rounded(for: problem)
        let total = ExactValue(problem, parts.forest).parts(of: duals, isOpen: domain.isOpen).total
        let root = total.dividedRoundingUp(by: duals.scale)
        // No objective reaches 2⁶²: there is no choice, or the prices are of no use.
        guard root < 1 << 62 else { return nil }
        certificate = Certificate(duals: [duals], root: .leaf(duals: 0))
        bound = root
        _ = await sifting.list.fill(sifting.prices)
        regrets = (0..<problem.alternativeCount).map { sifting.list.regret[$0] }
        dive(&sifting, limitRows, isCancelled)
        if isBranched { mend(sifting, limitRows, isCancelled) }
        return (duals, root)
    }

    /// Steps of mending that an effort of 0 would take.
    private static let mendingSteps = 2_000

    /// Mends the choice that breaks least where none is feasible yet, and improves what comes of it.
    private mutating func mend(_ sifting: Sifting, _ limitRows: [Int], _ isCancelled: () -> Bool) {
        guard best == nil, !isCancelled(), let near = nearest?.picks,
            let picks = mendedPicks(of: near, steps: LevelSearch.mendingSteps << options.effort)
        else { return }
        let mended = LoadState(problem, picks: picks, excessWeight: LoadState.excessWeights(of: problem))
        offer(mended)
        let moves = moves(sifting)
        _ = scanned(mended, moves, limitRows, tries: max(50, 4_800_000 / max(1, moves.count)), turn: 700)
    }

    /// A feasible choice near to one that passes limits; nil where the ties do not hold, or mending does not get there.
    func mendedPicks(of picks: [Int], steps: Int) -> [Int]? {
        guard !regrets.isEmpty, parts.holds(picks),
            problem.constraints.allSatisfy({ problem.holds($0, with: picks) })
        else { return nil }
        var mender = Mender(problem, picks: picks, cost: regrets, seed: options.seed)
        mender.run(steps: steps)
        return mender.isMended ? mender.picks : nil
    }

    /// Whether branch and bound follows; its own dives are then the better ones.
    var isBranched: Bool { problem.alternativeCount <= 60_000 }
    var isSmall: Bool { problem.alternativeCount <= 20_000 }

    private mutating func dive(
        _ sifting: inout Sifting, _ limitRows: [Int], _ isCancelled: () -> Bool
    ) {
        // Branching finds the first choice of a small problem soonest, unless its limits are many.
        let isShort = problem.alternativeCount <= 5_000 && (given != nil || limitRows.count < 220)
        var dive = isShort ? nil : begun(&sifting, isCancelled)
        let moves = moves(sifting)
        let tries = max(50, 1_200_000 / max(1, moves.count))
        var best: LoadState?
        if let given, !isEnough {
            best = scanned(given, moves, limitRows, tries: 4 * tries, turn: 500)
        }
        let turns = isShort ? 0 : isSmall ? 2 : isBranched ? options.effort : 2 + 2 * options.effort
        for turn in 0..<turns where !isCancelled() && !isEnough {
            guard let columns = dive?.run(work: 5_000_000) else { break }
            let state = scanned(
                choice(sifting.restricted, columns), moves, limitRows, tries: 2 * tries, turn: turn)
            if best.map({ state.rank < $0.rank }) ?? true { best = state }
            if dive?.isDone == true { break }
        }
        guard !isBranched else { return }
        for turn in 0..<(1 << options.effort) where !isCancelled() && !isEnough {
            guard let state = best else { return }
            let next = scanned(state, moves, limitRows, tries: tries, turn: 1_000 + turn)
            if next.rank < state.rank { best = next }
        }
        if let state = best { repair(state, sifting, limitRows, isCancelled) }
    }

    /// A dive's first stretch. Fixing a large activity needs many small ones to make up for it: where that turns out
    /// dear, the stretch begins again with more near ties.
    private func begun(_ sifting: inout Sifting, _ isCancelled: () -> Bool) -> Dive {
        var columns = problem.activityCount / 10
        while true {
            let simplex = sifting.released(columns: columns)
            let before = simplex.total
            var dive = Dive(simplex, sizes: sizes(sifting))
            _ = dive.run(work: 5_000_000)
            let isDear = simplex.isOverloaded || simplex.total - before > 1e-5 * abs(sifting.bound)
            let isWide = simplex.set.columnCount > problem.alternativeCount / 8
            if !isDear || isWide || isCancelled() { return dive }
            columns = 4 * max(columns, simplex.set.columnCount / 4)
        }
    }

    /// How much room each block takes.
    private func sizes(_ sifting: Sifting) -> [Double] {
        sifting.restricted.parts.map { part in
            part < problem.activityCount
                ? sifting.size[part]
                : parts.members(of: part - problem.activityCount).reduce(0) { $0 + sifting.size[$1] }
        }
    }

    /// Looks further than near ties where no choice is feasible yet.
    private mutating func repair(
        _ state: LoadState, _ sifting: Sifting, _ limitRows: [Int], _ isCancelled: () -> Bool
    ) {
        guard best == nil else { return }
        let moves = moves(sifting, count: 100_000)
        var state = state
        for turn in 0..<8 where best == nil && !isCancelled() {
            state = scanned(state, moves, limitRows, tries: 200, turn: 2_000_000 + turn)
        }
    }

    /// Exchanges that aim at the relaxation's peak, then some for the objective alone.
    private mutating func scanned(
        _ state: LoadState, _ moves: [Move], _ limitRows: [Int], tries: Int, turn: Int
    ) -> LoadState {
        let seed = options.seed &+ UInt64(turn) << 32
        var state = state
        let rest = Double(bound) - Double(state.penalty)
        if problem.peakWeight > 0, rest.magnitude < 0x1p60 {
            state.aim(at: Int(rest / Double(problem.peakWeight)))
        }
        var scan = ExchangeScan(state, moves: moves, limitRows: limitRows, seed: seed)
        scan.run(tries: tries)
        offer(scan.state)
        state = scan.state
        state.aim(at: Int.max)
        scan = ExchangeScan(state, moves: moves, limitRows: limitRows, seed: ~seed)
        scan.run(tries: tries)
        offer(scan.state)
        return scan.state
    }

    /// The choice that picks some columns.
    private func choice(_ restricted: RestrictedSet, _ columns: [Int]) -> LoadState {
        var picks = Array(repeating: -1, count: problem.activityCount)
        place(restricted.fixedPicks, in: &picks)
        for column in columns { place(Array(restricted.picks(of: column)), in: &picks) }
        return LoadState(problem, picks: picks, excessWeight: LoadState.excessWeights(of: problem))
    }

    /// Puts picked positions where their activities are; positions of one activity are neighbours.
    private func place(_ positions: [Int], in picks: inout [Int]) {
        for position in positions {
            var low = 0
            var high = problem.activityCount
            while high - low > 1 {
                let middle = (low + high) / 2
                if problem.firstAlternative[middle] <= position { low = middle } else { high = middle }
            }
            picks[low] = position
        }
    }

    /// Near ties first; about `count` of them.
    private func moves(_ sifting: Sifting, count: Int = 6_000) -> [Move] {
        let limit = sifting.list.regretLimit(count: count) { _ in 1 }
        var near: [(activity: Int, alternative: Int)] = []
        for activity in 0..<problem.activityCount where parts.forest.nodeOfActivity[activity] < 0 {
            let range = problem.alternatives(of: activity)
            let close = range.filter { sifting.list.regret[$0] <= limit }
            if close.count > 1 { near += close.map { (activity, $0) } }
        }
        var moves = parts.moves(among: near)
        for tree in 0..<parts.forest.treeCount { moves += parts.moves(tree, sifting.treeChoices[tree]) }
        return moves
    }
}
