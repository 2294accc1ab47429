/// What every alternative costs more than the best choice of its part, at given prices.
///
/// Filled by one pass over all loads, in fixed chunks of activities that several threads share; every chunk writes only
/// its own places, and sums are taken in chunk order, so the number of threads changes nothing.
final class PriceList: @unchecked Sendable {
    let problem: LevellingProblem
    let forest: Forest
    private let threads: Int
    /// Cost of an alternative above its part's least; filled by ``fill(_:)``.
    let regret: UnsafeMutablePointer<Double>
    /// The best alternative of each activity, consistent within each tree.
    let best: UnsafeMutablePointer<Int32>
    /// Cost of each element of the forest.
    private let treeCost: UnsafeMutablePointer<Double>
    private let sums: UnsafeMutablePointer<Double>
    private let chunks: Int
    private static let chunkSize = 512

    init(_ problem: LevellingProblem, _ forest: Forest, threads: Int) {
        self.problem = problem
        self.forest = forest
        self.threads = max(1, threads)
        chunks = (problem.activityCount + Self.chunkSize - 1) / Self.chunkSize
        regret = .allocate(capacity: problem.alternativeCount + 1)
        best = .allocate(capacity: problem.activityCount + 1)
        sums = .allocate(capacity: chunks + 1)
        treeCost = .allocate(capacity: forest.elementCount + 1)
        treeCost.initialize(repeating: 0, count: forest.elementCount + 1)
        best.initialize(repeating: 0, count: problem.activityCount + 1)
        regret.initialize(repeating: 0, count: problem.alternativeCount + 1)
        sums.initialize(repeating: 0, count: chunks + 1)
    }

    deinit {
        regret.deallocate()
        best.deallocate()
        sums.deallocate()
        treeCost.deallocate()
    }

    /// Prices everything and gives the Lagrangian bound, in doubles.
    func fill(_ prices: RowPrices) async -> Double {
        let weights = prices.rowWeights(for: problem)
        await inParallel(chunks, threads: threads) { self.fill(chunk: $0, weights) }
        var total = prices.constant(for: problem, weights: weights)
        for chunk in 0..<chunks { total += sums[chunk] }
        for tree in 0..<forest.treeCount { total += settle(tree: tree) }
        return total
    }

    private func fill(chunk: Int, _ weights: [Double]) {
        let first = chunk * Self.chunkSize
        var sum = 0.0
        weights.withUnsafeBufferPointer { weights in
            problem.loads.withUnsafeBufferPointer { loads in
                for activity in first..<min(first + Self.chunkSize, problem.activityCount) {
                    sum += fill(activity, weights, loads)
                }
            }
        }
        sums[chunk] = sum
    }

    /// Costs of one activity's alternatives; what it adds to the bound if it stands alone.
    @inline(__always)
    private func fill(
        _ activity: Int, _ weights: UnsafeBufferPointer<Double>, _ loads: UnsafeBufferPointer<Load>
    ) -> Double {
        let range = problem.alternatives(of: activity)
        var least = Double.infinity
        for alternative in range {
            var cost = Double(problem.penalties[alternative])
            for index in problem.loadRange(of: alternative) {
                let load = loads[index]
                cost += Double(load.value) * weights[load.row]
            }
            regret[alternative] = cost
            if cost < least {
                least = cost
                best[activity] = Int32(alternative - range.lowerBound)
            }
        }
        let node = forest.nodeOfActivity[activity]
        guard node < 0 else {
            let first = forest.nodes[node].firstElement
            for alternative in range {
                treeCost[first + alternative - range.lowerBound] = regret[alternative]
            }
            return 0
        }
        for alternative in range { regret[alternative] -= least }
        return least
    }

    /// Cost of an alternative of an activity in a tree.
    func cost(_ activity: Int, _ number: Int) -> Double {
        treeCost[forest.nodes[forest.nodeOfActivity[activity]].firstElement + number]
    }

    /// Turns a tree's costs into regrets; its least cost.
    private func settle(tree: Int) -> Double {
        let sweep = TreeSweep<Double>(tree, of: forest) { activity, number in
            regret[problem.firstAlternative[activity] + number]
        }
        let least = sweep.minimum(forest)
        let marginals = sweep.marginals(forest)
        let choice = sweep.best(forest)
        let range = forest.tree(tree)
        let first = forest.nodes[range.lowerBound].firstElement
        for index in range where forest.nodes[index].activity >= 0 {
            let node = forest.nodes[index]
            let position = problem.firstAlternative[node.activity]
            for element in 0..<node.elementCount {
                regret[position + element] = max(0, marginals[node.firstElement - first + element] - least)
            }
            if let choice { best[node.activity] = Int32(choice[index - range.lowerBound]) }
        }
        return least
    }
}

/// Runs numbered jobs on some threads; job numbers are dealt out in turn.
func inParallel(_ jobs: Int, threads: Int, _ job: @escaping @Sendable (Int) -> Void) async {
    let lanes = min(threads, jobs)
    guard lanes > 1 else {
        for index in 0..<jobs { job(index) }
        return
    }
    await withTaskGroup(of: Void.self) { group in
        for lane in 0..<lanes {
            group.addTask {
                for index in stride(from: lane, to: jobs, by: lanes) { job(index) }
            }
        }
    }
}

extension RowPrices {
    /// What a unit of load costs in each row.
    func rowWeights(for problem: LevellingProblem) -> [Double] {
        var weights = pi
        guard let levelled = problem.levelled else { return weights }
        for period in 0..<problem.periods {
            let before = period > 0 ? rho[period - 1] : 0
            let after = period < problem.periods - 1 ? rho[period] : 0
            weights[levelled * problem.periods + period] += lambda[period] + before - after
        }
        return weights
    }

    /// The part of the bound that no choice changes.
    func constant(for problem: LevellingProblem, weights: [Double]) -> Double {
        var sum = 0.0
        for row in weights.indices {
            sum += weights[row] * Double(problem.base[row])
            if pi[row] > 0 { sum -= pi[row] * Double(problem.limits[row]) }
        }
        return sum
    }
}
