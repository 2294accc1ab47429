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
        var best: ExchangeScan?
        for _ in 0..<(2 + 2 * options.effort) where !isCancelled() && !isEnough {
            let columns = dive.run(work: 5_000_000)
            var scan = ExchangeScan(
                aimed(sifting.restricted, columns), moves: moves, limitRows: limitRows, seed: options.seed)
            for _ in 0..<4 where !isCancelled() { scan.run(tries: tries) }
            offer(scan.state)
            if best.map({ scan.state.rank < $0.state.rank }) ?? true { best = scan }
            if dive.isDone { break }
        }
        for _ in 0..<(2 << options.effort) where !isCancelled() && !isEnough {
            best?.run(tries: tries)
            if let best { offer(best.state) }
        }
    }

    /// The choice of some columns, with the peak to aim at.
    private func aimed(_ restricted: RestrictedSet, _ columns: [Int]) -> LoadState {
        var picks = Array(repeating: -1, count: problem.activityCount)
        place(restricted.fixedPicks, in: &picks)
        for column in columns { place(Array(restricted.picks(of: column)), in: &picks) }
        var state = LoadState(problem, picks: picks, excessWeight: LoadState.excessWeights(of: problem))
        let rest = Double(bound) - Double(state.penalty)
        if problem.peakWeight > 0, rest.magnitude < 0x1p60 {
            state.aim(at: Int(rest / Double(problem.peakWeight)))
        }
        return state
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

    /// Near ties first; at most some thousands.
    private func moves(_ sifting: Sifting) -> [Move] {
        let limit = sifting.list.regretLimit(count: 6_000) { _ in 1 }
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
