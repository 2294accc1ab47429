/// Whether a pair or group can still hold in a domain.
struct ProofRefutation {
    private let problem: LevellingProblem
    private let domain: ProofDomain

    init(_ problem: LevellingProblem, _ domain: ProofDomain) {
        self.problem = problem
        self.domain = domain
    }

    /// - Returns: nil if the problem has no such constraint.
    func canHold(_ constraint: ConstraintID) -> Bool? {
        switch constraint {
        case .before(let number):
            guard problem.before.indices.contains(number) else { return nil }
            return canHoldBefore(problem.before[number])
        case .apart(let number):
            guard problem.apart.indices.contains(number) else { return nil }
            return canHoldApart(problem.apart[number])
        case .together(let number):
            guard problem.together.indices.contains(number) else { return nil }
            return canHoldTogether(problem.together[number])
        }
    }

    private func canHoldBefore(_ pair: ActivityPair) -> Bool {
        let (first, second) = (starts(of: pair.first), starts(of: pair.second))
        guard let earliest = first.min(), let latest = second.max() else { return false }
        if pair.first == pair.second || earliest < 0 { return true }
        return earliest <= latest || second.contains { $0 < 0 }
    }

    private func canHoldApart(_ pair: ActivityPair) -> Bool {
        let (first, second) = (Set(starts(of: pair.first)), Set(starts(of: pair.second)))
        if first.isEmpty || second.isEmpty { return false }
        if first.contains(where: { $0 < 0 }) || second.contains(where: { $0 < 0 }) { return true }
        return pair.first != pair.second && first.union(second).count > 1
    }

    private func canHoldTogether(_ group: [Int]) -> Bool {
        guard let first = group.first else { return true }
        var common = keys(of: first)
        for member in group.dropFirst() { common.formIntersection(keys(of: member)) }
        return !common.isEmpty
    }

    private func starts(of activity: Int) -> [Int] {
        problem.alternatives(of: activity).filter { domain.isOpen[$0] }.map { problem.starts[$0] }
    }

    private func keys(of activity: Int) -> Set<Int> {
        Set(problem.alternatives(of: activity).lazy.filter { domain.isOpen[$0] }.map { problem.keys[$0] })
    }
}

extension ProofDuals {
    /// What each alternative costs at these prices: `scale · penalty + Σ load · price`.
    func costs(of problem: LevellingProblem) -> [Int128] {
        (0..<problem.alternativeCount).map { position in
            isNarrow ? narrowCost(of: position, problem) : wideCost(of: position, problem)
        }
    }

    /// No step can pass 64 bits: that is what ``isNarrow`` says.
    private func narrowCost(of position: Int, _ problem: LevellingProblem) -> Int128 {
        var sum = scale &* problem.penalties[position]
        for place in problem.loadRange(of: position) {
            let load = problem.loads[place]
            sum &+= load.value &* prices[load.row]
        }
        return Int128(sum)
    }

    private func wideCost(of position: Int, _ problem: LevellingProblem) -> Int128 {
        var sum = Int128(scale) * Int128(problem.penalties[position])
        for load in problem.loads(of: position) { sum += Int128(load.value) * Int128(prices[load.row]) }
        return sum
    }
}
