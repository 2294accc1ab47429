/// Takes back what a choice changes without gain: activities that may as well pick as they do in another choice.
public struct Homeward {
    private var state: LoadState
    private let ties: TieList
    private let home: [Int]
    /// More changes than this are taken back one by one only, not in pairs.
    private static let pairLimit = 80

    /// - Parameters:
    ///   - picks: A feasible choice, by number of each activity's alternative.
    ///   - home: The choice to come near to; it need not be feasible.
    /// - Returns: nil where either is no choice of the problem.
    public init?(_ picks: [Int], toward home: [Int], in problem: LevellingProblem) {
        guard let from = problem.positions(of: picks), let to = problem.positions(of: home) else {
            return nil
        }
        state = LoadState(problem, picks: from, excessWeight: LoadState.excessWeights(of: problem))
        ties = TieList(problem)
        self.home = to
    }

    /// The objective of the choice as it is now.
    public var objective: Int { state.objective }

    /// The choice as it is now, by number of each activity's alternative.
    public var picks: [Int] { state.picks.enumerated().map { $1 - state.problem.firstAlternative[$0] } }

    /// Takes changes back, each time those that lower the objective most, as long as it gets lower: first one activity
    /// at a time, then two.
    public mutating func run() {
        while let moves = better() { accept(moves) }
    }

    private mutating func better() -> [Move]? {
        let away = home.indices.filter { state.picks[$0] != home[$0] }
        if let single = best(away.map { [$0] }) { return single }
        guard away.count <= Homeward.pairLimit else { return nil }
        return best(away.indices.flatMap { one in away[(one + 1)...].map { [away[one], $0] } })
    }

    private mutating func best(_ groups: [[Int]]) -> [Move]? {
        var best: (moves: [Move], objective: Int)?
        for group in groups {
            let picks = group.map { TieList.Pick(activity: $0, alternative: home[$0]) }
            guard ties.hold(after: picks, state.picks) else { continue }
            let moves = picks.map {
                Move(part: $0.activity, activities: [$0.activity], alternatives: [$0.alternative])
            }
            for move in moves { state.propose(move) }
            let energy = state.proposed(penalty: moves.reduce(0) { $0 + state.penalty(of: $1) })
            state.forget()
            if energy.excess == 0, energy.cost < best?.objective ?? state.objective {
                best = (moves, energy.cost)
            }
        }
        return best?.moves
    }

    private mutating func accept(_ moves: [Move]) {
        for move in moves { state.propose(move) }
        state.accept(moves)
    }
}
