/// Lowers a choice's objective and what its pairs cost together, by other picks of one activity or of both of a pair.
public struct PairDescent {
    private var joint: JointState
    private let penalties: [Double]

    /// - Parameter picks: A feasible choice, by number of each activity's alternative.
    /// - Returns: nil where it is no choice of the problem.
    public init?(_ picks: [Int], in problem: LevellingProblem, pairs: PairCosts) {
        guard let joint = JointState(picks, in: problem, pairs) else { return nil }
        self.joint = joint
        penalties = problem.penalties.map(Double.init)
    }

    /// The choice as it is now, by number of each activity's alternative.
    public var picks: [Int] { joint.picks }

    /// Goes over all activities and pairs as long as something gets lower, so many times at most.
    public mutating func run(rounds: Int) {
        for _ in 0..<rounds {
            let before = joint.objective
            for activity in 0..<joint.problem.activityCount { improve(activity) }
            for pair in joint.pairs.pairs { improve(pair) }
            if joint.objective == before { return }
        }
    }

    /// The best other pick of one activity, with those that it is tied to.
    private mutating func improve(_ activity: Int) {
        take(
            joint.problem.alternatives(of: activity).compactMap { alternative in
                joint.ties.moves(activity, to: alternative, picks: joint.state.picks, cost: penalties)
            })
    }

    /// The best other picks of both ends under which the pair costs no more.
    private mutating func improve(_ pair: PairCosts.Pair) {
        let problem = joint.problem
        let (one, other) = (problem.alternatives(of: pair.first), problem.alternatives(of: pair.second))
        let picks = joint.state.picks
        let now = pair.cost(picks[pair.first] - one.lowerBound, picks[pair.second] - other.lowerBound)
        take(
            one.flatMap { first in
                other.compactMap { second in
                    guard pair.cost(first - one.lowerBound, second - other.lowerBound) <= now else {
                        return nil
                    }
                    return [
                        TieList.Pick(activity: pair.first, alternative: first),
                        TieList.Pick(activity: pair.second, alternative: second),
                    ]
                }
            })
    }

    /// Makes the best of some changes, where it lowers the objective.
    private mutating func take(_ candidates: [[TieList.Pick]]) {
        var best: (picks: [TieList.Pick], objective: Int)?
        for picks in candidates {
            guard let objective = joint.objective(with: picks), objective < best?.objective ?? joint.objective
            else { continue }
            best = (picks, objective)
        }
        if let best { joint.accept(best.picks) }
    }
}
