/// The pairs and groups of a problem as rows of a linear program over binaries.
///
/// - `before a b`: for every start s of a, picks of a from s on and picks of b before s exclude each other. One
///   row per start is the tightest description of the two activities alone.
/// - `apart a b`: for every start s of both, at most one of the two.
/// - `together`: for every key, the first member takes it exactly as often as each other member.
struct MPSTies {
    enum Kind {
        case before, apart, together
    }

    /// One row; `value` is the start or key it is about.
    struct Row {
        let kind: Kind
        let name: String
        let first: Int
        let second: Int
        let value: Int
    }

    private(set) var rows: [Row] = []
    /// The rows of each activity, as positions in `rows`.
    private(set) var ofActivity: [[Int]]

    init(_ problem: LevellingProblem) {
        ofActivity = Array(repeating: [], count: problem.activityCount)
        for (number, pair) in problem.before.enumerated() {
            let starts = Self.starts(of: pair.first, in: problem)
            for start in starts { add(.before, "before.\(number)", pair.first, pair.second, start) }
        }
        for (number, pair) in problem.apart.enumerated() {
            let others = Set(Self.starts(of: pair.second, in: problem))
            for start in Self.starts(of: pair.first, in: problem) where others.contains(start) {
                add(.apart, "apart.\(number)", pair.first, pair.second, start)
            }
        }
        for (number, group) in problem.together.enumerated() { addGroup(group, number, problem) }
    }

    /// What one unit of an alternative counts in a row: 0, 1, 2 (an activity apart from itself) or −1.
    func coefficient(of alternative: Int, activity: Int, in row: Row, _ problem: LevellingProblem) -> Int {
        let start = problem.starts[alternative]
        switch row.kind {
        case .before where start < 0: return 0
        case .before: return count(row, activity, start >= row.value, start < row.value)
        case .apart: return count(row, activity, start == row.value, start == row.value)
        case .together:
            guard problem.keys[alternative] == row.value else { return 0 }
            return activity == row.first ? 1 : -1
        }
    }

    private func count(_ row: Row, _ activity: Int, _ asFirst: Bool, _ asSecond: Bool) -> Int {
        (activity == row.first && asFirst ? 1 : 0) + (activity == row.second && asSecond ? 1 : 0)
    }

    private mutating func addGroup(_ group: [Int], _ number: Int, _ problem: LevellingProblem) {
        guard let first = group.first else { return }
        for (member, activity) in group.enumerated().dropFirst() where activity != first {
            let keys = Set(problem.keys[problem.alternatives(of: first)])
                .union(problem.keys[problem.alternatives(of: activity)])
            for key in keys.sorted() { add(.together, "together.\(number).\(member)", first, activity, key) }
        }
    }

    private mutating func add(_ kind: Kind, _ name: String, _ first: Int, _ second: Int, _ value: Int) {
        let text = value < 0 ? "m\(value.magnitude)" : "\(value)"
        ofActivity[first].append(rows.count)
        if second != first { ofActivity[second].append(rows.count) }
        rows.append(Row(kind: kind, name: "\(name).\(text)", first: first, second: second, value: value))
    }

    /// The different starts of an activity that are not negative, in order.
    private static func starts(of activity: Int, in problem: LevellingProblem) -> [Int] {
        Set(problem.starts[problem.alternatives(of: activity)]).filter { $0 >= 0 }.sorted()
    }
}
