/// A part picks differently: an activity that stands alone, or a tree as a whole.
struct Move: Sendable {
    let part: Int
    let activities: [Int]
    /// Position of each activity's new pick.
    let alternatives: [Int]
}

/// The parts of a problem: activities that stand alone by their number, trees after them.
struct Parts: Sendable {
    let problem: LevellingProblem
    let forest: Forest
    /// Whether an activity is tied by a constraint the forest leaves out; such activities are not moved.
    let isHeld: [Bool]

    init(_ problem: LevellingProblem, _ forest: Forest) {
        self.problem = problem
        self.forest = forest
        var held = Array(repeating: false, count: problem.activityCount)
        for constraint in forest.relaxed {
            switch constraint {
            case .before(let index):
                held[problem.before[index].first] = true; held[problem.before[index].second] = true
            case .apart(let index):
                held[problem.apart[index].first] = true; held[problem.apart[index].second] = true
            case .together: continue
            }
        }
        isHeld = held
    }

    func members(of tree: Int) -> [Int] { forest.nodes[forest.tree(tree)].map(\.activity).filter { $0 >= 0 } }

    /// Moves of activities that stand alone.
    func moves(among alternatives: some Sequence<(activity: Int, alternative: Int)>) -> [Move] {
        alternatives.compactMap { item in
            guard forest.nodeOfActivity[item.activity] < 0, !isHeld[item.activity] else { return nil }
            return Move(part: item.activity, activities: [item.activity], alternatives: [item.alternative])
        }
    }

    /// Moves of a tree to these choices, each a position per member.
    func moves(_ tree: Int, _ choices: [[Int]]) -> [Move] {
        let members = members(of: tree)
        guard !members.contains(where: { isHeld[$0] }) else { return [] }
        return choices.map { Move(part: problem.activityCount + tree, activities: members, alternatives: $0) }
    }
}
