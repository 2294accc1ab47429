/// Takes back what a choice changes without gain: activities that may as well pick as they do in another choice.
public struct Homeward {
    private var joint: JointState
    private let home: [Int]
    /// More changes than this are taken back one by one only, not in pairs.
    private static let pairLimit = 80

    /// - Parameters:
    ///   - picks: A feasible choice, by number of each activity's alternative.
    ///   - home: The choice to come near to; it need not be feasible.
    ///   - pairs: What counts beside the problem's objective.
    /// - Returns: nil where either is no choice of the problem.
    public init?(
        _ picks: [Int], toward home: [Int], in problem: LevellingProblem, pairs: PairCosts = PairCosts()
    ) {
        guard let joint = JointState(picks, in: problem, pairs), let to = problem.positions(of: home) else {
            return nil
        }
        self.joint = joint
        self.home = to
    }

    /// The objective of the choice as it is now, with what its pairs cost.
    public var objective: Int { joint.objective }

    /// The choice as it is now, by number of each activity's alternative.
    public var picks: [Int] { joint.picks }

    /// Takes changes back, each time those that lower the objective most, as long as it gets lower: first one activity
    /// at a time, then two.
    public mutating func run() {
        while let picks = better() { joint.accept(picks) }
    }

    private mutating func better() -> [TieList.Pick]? {
        let away = home.indices.filter { joint.state.picks[$0] != home[$0] }
        if let single = best(away.map { [$0] }) { return single }
        guard away.count <= Homeward.pairLimit else { return nil }
        return best(away.indices.flatMap { one in away[(one + 1)...].map { [away[one], $0] } })
    }

    private mutating func best(_ groups: [[Int]]) -> [TieList.Pick]? {
        var best: (picks: [TieList.Pick], objective: Int)?
        for group in groups {
            let picks = group.map { TieList.Pick(activity: $0, alternative: home[$0]) }
            guard let objective = joint.objective(with: picks), objective < best?.objective ?? joint.objective
            else { continue }
            best = (picks, objective)
        }
        return best?.picks
    }
}
