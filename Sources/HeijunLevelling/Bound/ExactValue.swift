/// The value of duals at a node of a proof, in whole numbers (see ``Certificate``).
struct ExactValue {
    private let problem: LevellingProblem
    private let forest: Forest

    init(_ problem: LevellingProblem, _ forest: Forest) {
        self.problem = problem
        self.forest = forest
    }

    /// Parts that belong together: every activity alone, or a tree.
    struct Parts {
        let weights: [Int]
        let scale: Int
        var constant: Int128
        /// Least cost of each activity that stands alone.
        var alone: [Int128]
        var trees: [Int128]

        /// The value; ``SweepNumber/none`` if some part has no choice.
        var total: Int128 {
            var sum = constant
            for part in alone where part != 0 {
                if part == .none { return .none }
                sum += part
            }
            for part in trees {
                if part == .none { return .none }
                sum += part
            }
            return sum
        }
    }

    /// Least costs of all parts.
    ///
    /// - Parameter isOpen: Whether the alternative at a position is in the node's domain.
    func parts(of duals: Duals, isOpen: (Int) -> Bool) -> Parts {
        let weights = duals.rowWeights(for: problem)
        let scale = duals.isRay ? 0 : duals.scale
        var parts = Parts(
            weights: weights, scale: scale, constant: duals.constant(for: problem, weights: weights),
            alone: Array(repeating: 0, count: problem.activityCount), trees: [])
        for activity in 0..<problem.activityCount where forest.nodeOfActivity[activity] < 0 {
            parts.alone[activity] = least(activity, weights, scale, isOpen)
        }
        for tree in 0..<forest.treeCount { parts.trees.append(least(tree: tree, weights, scale, isOpen)) }
        return parts
    }

    private func least(_ activity: Int, _ weights: [Int], _ scale: Int, _ isOpen: (Int) -> Bool) -> Int128 {
        var least = Int128.none
        for alternative in problem.alternatives(of: activity) where isOpen(alternative) {
            least = min(least, cost(of: alternative, weights, scale))
        }
        return least
    }

    private func least(tree: Int, _ weights: [Int], _ scale: Int, _ isOpen: (Int) -> Bool) -> Int128 {
        let sweep = TreeSweep<Int128>(tree, of: forest) { activity, number in
            let alternative = problem.firstAlternative[activity] + number
            return isOpen(alternative) ? cost(of: alternative, weights, scale) : .none
        }
        return sweep.minimum(forest)
    }

    /// `scale · penalty + Σ load · w`.
    @inline(__always)
    func cost(of alternative: Int, _ weights: [Int], _ scale: Int) -> Int128 {
        var sum = wide(problem.penalties[alternative], scale)
        for index in problem.loadRange(of: alternative) {
            let load = problem.loads[index]
            sum += wide(load.value, weights[load.row])
        }
        return sum
    }

    @inline(__always)
    private func wide(_ a: Int, _ b: Int) -> Int128 {
        let product = a.multipliedFullWidth(by: b)
        return Int128(product.high) << 64 | Int128(product.low)
    }
}

extension Int128 {
    /// The quotient, rounded towards plus infinity, or the nearest `Int`: prices of a problem without a solution may
    /// grow beyond all bounds.
    func dividedRoundingUp(by divisor: Int) -> Int {
        let (quotient, rest) = quotientAndRemainder(dividingBy: Int128(divisor))
        return Int(clamping: quotient + (rest > 0 ? 1 : 0))
    }
}
