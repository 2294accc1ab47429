/// Prices of the whole problem, a bound from them, and a first choice.
extension LevelSearch {
    /// The root's duals and bound; nil if there is no usable bound.
    mutating func descend(_ limitRows: [Int], _ isCancelled: () -> Bool) async -> (duals: Duals, bound: Int)?
    {
        let finder = RootPrices(problem: problem, forest: parts.forest, threads: options.threads)
        let sifting = await finder.find(limitRows: limitRows)
        let duals = sifting.prices.rounded(for: problem)
        let total = ExactValue(problem, parts.forest).parts(of: duals, isOpen: domain.isOpen).total
        certificate = Certificate(duals: [duals], root: .leaf(duals: 0))
        let root = total == .none ? Int.max : total.dividedRoundingUp(by: duals.scale)
        bound = root
        _ = await sifting.list.fill(sifting.prices)
        if let simplex = sifting.simplex { dive(simplex, sifting, limitRows, isCancelled) }
        return (duals, root)
    }

    private mutating func dive(
        _ simplex: BlockSimplex, _ sifting: Sifting, _ limitRows: [Int], _ isCancelled: () -> Bool
    ) {
        let sizes = sifting.restricted.parts.map { part in
            part < problem.activityCount
                ? sifting.size[part]
                : parts.members(of: part - problem.activityCount).reduce(0) { $0 + sifting.size[$1] }
        }
        var dive = Dive(simplex, sizes: sizes)
        let moves = moves(sifting)
        let tries = max(50, 1_200_000 / max(1, moves.count))
        var best: LoadState?
        if let given, !isEnough {
            best = scanned(given, moves, limitRows, tries: 4 * tries, turn: 500)
        }
        for turn in 0..<(2 + 2 * options.effort) where !isCancelled() && !isEnough {
            let columns = dive.run(work: 5_000_000)
            let state = scanned(
                choice(sifting.restricted, columns), moves, limitRows, tries: 2 * tries, turn: turn)
            if best.map({ state.rank < $0.rank }) ?? true { best = state }
            if dive.isDone { break }
        }
        for turn in 0..<(1 << options.effort) where !isCancelled() && !isEnough {
            guard let state = best else { return }
            let next = scanned(state, moves, limitRows, tries: tries, turn: 1_000 + turn)
            if next.rank < state.rank { best = next }
        }
        if let state = best { repair(state, sifting, limitRows, isCancelled) }
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
