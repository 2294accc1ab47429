/// Which ties between activities the bound keeps, by the rule of ``Certificate``: those that join the forest in the
/// order of groups, `before`, `apart`. Worked out here anew, not taken from the search.
struct ProofForest {
    /// One tie that joined; activities come first among the nodes, merged groups after them.
    struct Edge: Equatable {
        let kind: Kind
        /// `before`: the earlier one. `member`: the group.
        let first: Int
        let second: Int

        enum Kind {
            case member, before, apart
        }
    }

    /// One tree: its nodes in an order in which each follows its parent, and the edge to the parent (nil first).
    struct Tree {
        var nodes: [Int] = []
        var edges: [Edge?] = []
        /// Position in `nodes` of each node's parent; −1 for the first.
        var parents: [Int] = []
    }

    /// Members of each merged group, ascending.
    let groups: [[Int]]
    /// Trees of two nodes and more, by their smallest node.
    private(set) var trees: [Tree] = []
    /// The tree of each activity, nil for an activity that stands alone.
    private(set) var treeOfActivity: [Int?]

    init(_ problem: LevellingProblem) {
        let count = problem.activityCount
        groups = Self.mergedGroups(problem)
        treeOfActivity = Array(repeating: nil, count: count)
        var joined = ProofSets(count: count + groups.count)
        var edges: [Edge] = []
        for (number, members) in groups.enumerated() {
            for member in members {
                Self.join(Edge(kind: .member, first: count + number, second: member), &joined, &edges)
            }
        }
        for pair in problem.before {
            Self.join(Edge(kind: .before, first: pair.first, second: pair.second), &joined, &edges)
        }
        for pair in problem.apart {
            Self.join(Edge(kind: .apart, first: pair.first, second: pair.second), &joined, &edges)
        }
        grow(edges, nodeCount: count + groups.count, activityCount: count)
    }

    private static func join(_ edge: Edge, _ sets: inout ProofSets, _ edges: inout [Edge]) {
        if sets.join(edge.first, edge.second) { edges.append(edge) }
    }

    /// Groups that share members become one; ordered by smallest member.
    private static func mergedGroups(_ problem: LevellingProblem) -> [[Int]] {
        var sets = ProofSets(count: problem.activityCount)
        for group in problem.together {
            for member in group.dropFirst() { _ = sets.join(group[0], member) }
        }
        var members: [Int: [Int]] = [:]
        for activity in Set(problem.together.joined()).sorted() {
            members[sets.root(of: activity), default: []].append(activity)
        }
        return members.values.sorted { $0[0] < $1[0] }
    }

    private mutating func grow(_ edges: [Edge], nodeCount: Int, activityCount: Int) {
        var touching = [[Int]](repeating: [], count: edges.isEmpty ? 0 : nodeCount)
        for (number, edge) in edges.enumerated() {
            touching[edge.first].append(number)
            touching[edge.second].append(number)
        }
        var seen = [Bool](repeating: false, count: touching.count)
        for start in touching.indices where !seen[start] && !touching[start].isEmpty {
            let tree = Self.tree(from: start, edges, touching, &seen)
            for node in tree.nodes where node < activityCount { treeOfActivity[node] = trees.count }
            trees.append(tree)
        }
    }

    private static func tree(
        from start: Int, _ edges: [Edge], _ touching: [[Int]], _ seen: inout [Bool]
    ) -> Tree {
        var tree = Tree(nodes: [start], edges: [nil], parents: [-1])
        seen[start] = true
        var position = 0
        while position < tree.nodes.count {
            let node = tree.nodes[position]
            for number in touching[node] {
                let other = edges[number].first == node ? edges[number].second : edges[number].first
                guard !seen[other] else { continue }
                seen[other] = true
                tree.nodes.append(other)
                tree.edges.append(edges[number])
                tree.parents.append(position)
            }
            position += 1
        }
        return tree
    }
}

/// Sets that join, by their roots.
struct ProofSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    /// - Returns: Whether the two were apart before.
    mutating func join(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (root(of: a), root(of: b))
        if a != b { parents[max(a, b)] = min(a, b) }
        return a != b
    }
}
