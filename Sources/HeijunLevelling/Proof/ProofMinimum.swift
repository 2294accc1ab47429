/// Least costs over the choices of a domain: of single activities, and of whole trees of the forest by passing sums
/// from the leaves to the root (dynamic programming; each node tells its parent what each of the parent's states
/// would cost below).
struct ProofMinimum {
    /// Stands for “there is no choice”; every real sum is smaller (see ``ProofDuals``).
    static let infinite = Int128(1) << 126

    private let problem: LevellingProblem
    let forest: ProofForest
    /// The keys that members of each merged group know, ascending: the group's states.
    private let groupKeys: [[Int]]

    init(_ problem: LevellingProblem) {
        self.problem = problem
        let forest = ProofForest(problem)
        self.forest = forest
        groupKeys = forest.groups.map { members in
            Set(members.flatMap { problem.keys[problem.alternatives(of: $0)] }).sorted()
        }
    }

    /// The least cost of one activity's open alternatives.
    func ofActivity(_ activity: Int, costs: [Int128], _ domain: ProofDomain) -> Int128 {
        var least = Self.infinite
        for position in problem.alternatives(of: activity)
        where domain.isOpen[position] && costs[position] < least {
            least = costs[position]
        }
        return least
    }

    /// The least cost of a tree's open choices that keep all its edges.
    func ofTree(_ number: Int, costs: [Int128], _ domain: ProofDomain) -> Int128 {
        let tree = forest.trees[number]
        var totals = tree.nodes.map { states(of: $0, costs, domain) }
        for place in tree.nodes.indices.dropFirst().reversed() {
            guard let edge = tree.edges[place] else { continue }
            let parent = tree.parents[place]
            let told = message(along: edge, from: tree.nodes[place], to: tree.nodes[parent], totals[place])
            for state in told.indices {
                totals[parent][state] = Self.sum(totals[parent][state], told[state])
            }
        }
        return totals[0].min() ?? Self.infinite
    }

    private static func sum(_ a: Int128, _ b: Int128) -> Int128 {
        a >= infinite || b >= infinite ? infinite : a + b
    }

    /// For each activity of a tree and each of its alternatives, the least cost of the tree's open choices that pick
    /// it: sums passed to the root, and from there back to every node.
    func throughEach(ofTree number: Int, costs: [Int128], _ domain: ProofDomain) -> [Int: [Int128]] {
        let tree = forest.trees[number]
        var totals = tree.nodes.map { states(of: $0, costs, domain).map(ProofSum.init) }
        var told = [[Int128]](repeating: [], count: tree.nodes.count)
        for place in tree.nodes.indices.dropFirst().reversed() {
            guard let edge = tree.edges[place] else { continue }
            let parent = tree.parents[place]
            told[place] = message(
                along: edge, from: tree.nodes[place], to: tree.nodes[parent], totals[place].map(\.value))
            for state in totals[parent].indices { totals[parent][state].add(told[place][state]) }
        }
        for place in tree.nodes.indices.dropFirst() {
            guard let edge = tree.edges[place] else { continue }
            let parent = tree.parents[place]
            var others = totals[parent]
            for state in others.indices { others[state].take(told[place][state]) }
            let back = message(
                along: edge, from: tree.nodes[parent], to: tree.nodes[place], others.map(\.value))
            for state in totals[place].indices { totals[place][state].add(back[state]) }
        }
        let members = zip(tree.nodes, totals).filter { $0.0 < problem.activityCount }
        return Dictionary(uniqueKeysWithValues: members.map { ($0.0, $0.1.map(\.value)) })
    }

    /// A node's own cost in each of its states: an activity's alternatives, or nothing for a group's keys.
    private func states(of node: Int, _ costs: [Int128], _ domain: ProofDomain) -> [Int128] {
        guard node < problem.activityCount else {
            return Array(repeating: 0, count: groupKeys[node - problem.activityCount].count)
        }
        return problem.alternatives(of: node).map { domain.isOpen[$0] ? costs[$0] : Self.infinite }
    }

    /// For each state of `parent`, the least total of a state of `child` that the edge allows beside it.
    private func message(
        along edge: ProofForest.Edge, from child: Int, to parent: Int, _ totals: [Int128]
    ) -> [Int128] {
        switch edge.kind {
        case .member where edge.first == parent:
            return byKey(totals, of: child, keys: groupKeys[parent - problem.activityCount])
        case .member:
            let keys = groupKeys[child - problem.activityCount]
            return problem.keys[problem.alternatives(of: parent)].map { totals[place(of: $0, in: keys)] }
        case .before, .apart:
            let minima = StartMinima(starts: problem.starts[problem.alternatives(of: child)], totals: totals)
            return problem.starts[problem.alternatives(of: parent)].map { start in
                guard start >= 0 else { return minima.all }
                if edge.kind == .apart { return minima.other(than: start) }
                return edge.first == parent ? minima.from(start) : minima.upTo(start)
            }
        }
    }

    private func byKey(_ totals: [Int128], of activity: Int, keys: [Int]) -> [Int128] {
        var least = [Int128](repeating: Self.infinite, count: keys.count)
        for (position, total) in zip(problem.alternatives(of: activity), totals) {
            let state = place(of: problem.keys[position], in: keys)
            least[state] = min(least[state], total)
        }
        return least
    }

    private func place(of key: Int, in keys: [Int]) -> Int { lowerBound(of: key, in: keys) }
}

/// Least totals by start; those that never start go with every start.
struct StartMinima {
    private var starts: [Int] = []
    /// Least of the totals before and from each place of `starts`.
    private var before: [Int128] = [ProofMinimum.infinite]
    private var from: [Int128] = []
    private var never = ProofMinimum.infinite

    init(starts: ArraySlice<Int>, totals: [Int128]) {
        for (start, total) in zip(starts, totals) where start < 0 { never = min(never, total) }
        let sorted = zip(starts, totals).filter { $0.0 >= 0 }.sorted { $0.0 < $1.0 }
        self.starts = sorted.map(\.0)
        for (_, total) in sorted { before.append(min(before[before.count - 1], total)) }
        var least = ProofMinimum.infinite
        from = [least]
        for (_, total) in sorted.reversed() {
            least = min(least, total)
            from.append(least)
        }
        from.reverse()
    }

    var all: Int128 { min(never, from[0]) }

    func from(_ start: Int) -> Int128 { min(never, from[lowerBound(of: start, in: starts)]) }

    func upTo(_ start: Int) -> Int128 { min(never, before[lowerBound(of: start + 1, in: starts)]) }

    func other(than start: Int) -> Int128 {
        let (low, high) = (lowerBound(of: start, in: starts), lowerBound(of: start + 1, in: starts))
        return min(never, min(before[low], from[high]))
    }
}

/// The first place of an ascending array whose element is not below `value`.
private func lowerBound(of value: Int, in array: [Int]) -> Int {
    var (low, high) = (0, array.count)
    while low < high {
        let middle = (low + high) / 2
        if array[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}
