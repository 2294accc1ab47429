/// The ties of each activity, and what else must change when one activity picks differently.
struct TieList: Sendable {
    /// An activity with the position of its new pick.
    struct Pick: Sendable {
        let activity: Int
        let alternative: Int
    }

    private let problem: LevellingProblem
    private let constraints: [[ConstraintID]]
    /// Merged groups of activities that share their key; the group of each activity, or −1.
    private let groups: [[Int]]
    private let groupOf: [Int]

    init(_ problem: LevellingProblem) {
        self.problem = problem
        var constraints = Array(repeating: [ConstraintID](), count: problem.activityCount)
        for (index, pair) in problem.before.enumerated() {
            for activity in Set([pair.first, pair.second]) { constraints[activity].append(.before(index)) }
        }
        for (index, pair) in problem.apart.enumerated() {
            for activity in Set([pair.first, pair.second]) { constraints[activity].append(.apart(index)) }
        }
        self.constraints = constraints
        let groups = TieGraph(of: problem).groups
        var groupOf = Array(repeating: -1, count: problem.activityCount)
        for (index, members) in groups.enumerated() { for member in members { groupOf[member] = index } }
        (self.groups, self.groupOf) = (groups, groupOf)
    }

    /// The changes that come with one: members of its groups take their cheapest alternative of the same key.
    ///
    /// - Returns: nil where a tie would be broken.
    func moves(_ activity: Int, to alternative: Int, picks: [Int], cost: [Double]) -> [Pick]? {
        var moves = [Pick(activity: activity, alternative: alternative)]
        let key = problem.keys[alternative]
        if groupOf[activity] >= 0, key != problem.keys[picks[activity]] {
            for member in groups[groupOf[activity]] where member != activity {
                let same = problem.alternatives(of: member).filter { problem.keys[$0] == key }
                guard let best = same.min(by: { cost[$0] < cost[$1] }) else { return nil }
                moves.append(Pick(activity: member, alternative: best))
            }
        }
        for _ in 0..<2 {
            guard let broken = broken(moves, picks) else { return moves }
            guard let follower = follower(of: broken, moves, picks, cost) else { return nil }
            moves.append(follower)
        }
        return broken(moves, picks) == nil ? moves : nil
    }

    /// Whether every tie of the changed activities holds, their keys included.
    func hold(after moves: [Pick], _ picks: [Int]) -> Bool {
        func key(_ activity: Int) -> Int {
            problem.keys[moves.first { $0.activity == activity }?.alternative ?? picks[activity]]
        }
        return broken(moves, picks) == nil
            && moves.allSatisfy { move in
                groupOf[move.activity] < 0
                    || groups[groupOf[move.activity]].allSatisfy { key($0) == problem.keys[move.alternative] }
            }
    }

    /// A tie that the changes break.
    private func broken(_ moves: [Pick], _ picks: [Int]) -> ConstraintID? {
        for move in moves {
            if let tie = constraints[move.activity].first(where: { !holds($0, moves, picks) }) { return tie }
        }
        return nil
    }

    /// The cheapest alternative of the same key with which a broken tie's other activity keeps it.
    private func follower(
        of tie: ConstraintID, _ moves: [Pick], _ picks: [Int], _ cost: [Double]
    ) -> Pick? {
        let pair: ActivityPair
        switch tie {
        case .before(let index): pair = problem.before[index]
        case .apart(let index): pair = problem.apart[index]
        case .together: return nil
        }
        let moved = moves.map(\.activity)
        guard let other = [pair.first, pair.second].first(where: { !moved.contains($0) }) else { return nil }
        let key = problem.keys[picks[other]]
        return problem.alternatives(of: other)
            .filter { groupOf[other] < 0 || problem.keys[$0] == key }
            .map { Pick(activity: other, alternative: $0) }
            .filter { holds(tie, moves + [$0], picks) }
            .min { cost[$0.alternative] < cost[$1.alternative] }
    }

    private func holds(_ tie: ConstraintID, _ moves: [Pick], _ picks: [Int]) -> Bool {
        func start(_ activity: Int) -> Int {
            problem.starts[moves.first { $0.activity == activity }?.alternative ?? picks[activity]]
        }
        switch tie {
        case .before(let index):
            let (first, second) = (start(problem.before[index].first), start(problem.before[index].second))
            return first < 0 || second < 0 || first <= second
        case .apart(let index):
            let (first, second) = (start(problem.apart[index].first), start(problem.apart[index].second))
            return first < 0 || first != second
        case .together: return true
        }
    }
}
