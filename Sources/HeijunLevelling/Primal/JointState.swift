/// A choice with its loads and with what its pairs cost together.
struct JointState {
    private(set) var state: LoadState
    let ties: TieList
    let pairs: PairCosts
    private var together: Int

    /// - Parameter picks: By number of each activity's alternative.
    /// - Returns: nil where that is no choice of the problem.
    init?(_ picks: [Int], in problem: LevellingProblem, _ pairs: PairCosts) {
        guard let positions = problem.positions(of: picks) else { return nil }
        state = LoadState(problem, picks: positions, excessWeight: LoadState.excessWeights(of: problem))
        ties = TieList(problem)
        self.pairs = pairs
        together = pairs.total(picks)
    }

    var problem: LevellingProblem { state.problem }
    /// The problem's objective and what pairs cost.
    var objective: Int { state.objective + together }
    /// By number of each activity's alternative.
    var picks: [Int] { state.picks.indices.map(number) }

    private func number(_ activity: Int) -> Int { state.picks[activity] - problem.firstAlternative[activity] }

    /// The objective with other picks; nil where they break a tie or a limit.
    mutating func objective(with picks: [TieList.Pick]) -> Int? {
        guard ties.hold(after: picks, state.picks) else { return nil }
        let moves = picks.map(move)
        for move in moves { state.propose(move) }
        let energy = state.proposed(penalty: moves.reduce(0) { $0 + state.penalty(of: $1) })
        state.forget()
        return energy.excess == 0 ? energy.cost + together + change(picks) : nil
    }

    /// What other picks add to what pairs cost.
    func change(_ picks: [TieList.Pick]) -> Int {
        guard !pairs.pairs.isEmpty else { return 0 }
        let numbers = picks.map { ($0.activity, $0.alternative - problem.firstAlternative[$0.activity]) }
        return pairs.change(Dictionary(numbers) { $1 }, from: state.picks, first: problem.firstAlternative)
    }

    mutating func accept(_ picks: [TieList.Pick]) {
        together += change(picks)
        let moves = picks.map(move)
        for move in moves { state.propose(move) }
        state.accept(moves)
    }

    private func move(_ pick: TieList.Pick) -> Move {
        Move(part: pick.activity, activities: [pick.activity], alternatives: [pick.alternative])
    }
}
