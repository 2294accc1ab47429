/// Activities and merged groups, joined by the constraints that close no cycle.
struct TieGraph {
    struct Visit {
        let node: Int
        /// Position in the visiting order, or −1.
        let parent: Int
        let edge: Forest.Edge
    }

    private(set) var relaxed: [ConstraintID] = []
    /// Members of each merged group, ascending; node number is activity count + position.
    private(set) var groups: [[Int]] = []
    /// Edges at a node that has any: the other end, and what this node is to it if it is the child.
    private var edges: [Int: [(other: Int, asParent: Forest.Edge)]] = [:]
    private var sets: DisjointSets

    init(of problem: LevellingProblem) {
        let count = problem.activityCount
        groups = Self.mergedGroups(of: problem)
        sets = DisjointSets(count: count + groups.count)
        for (index, members) in groups.enumerated() {
            for member in members { _ = join(count + index, member, .key, .key) }
        }
        for (index, pair) in problem.before.enumerated() where pair.first != pair.second {
            if !join(pair.first, pair.second, .parentFirst, .childFirst) { relaxed.append(.before(index)) }
        }
        for (index, pair) in problem.apart.enumerated() where pair.first != pair.second {
            if !join(pair.first, pair.second, .apart, .apart) { relaxed.append(.apart(index)) }
        }
    }

    /// Adds an edge unless it closes a cycle; `first` and `second` say what it is with that end as the parent.
    private mutating func join(_ a: Int, _ b: Int, _ first: Forest.Edge, _ second: Forest.Edge) -> Bool {
        guard sets.unite(a, b) else { return false }
        edges[a, default: []].append((b, first))
        edges[b, default: []].append((a, second))
        return true
    }

    private static func mergedGroups(of problem: LevellingProblem) -> [[Int]] {
        guard !problem.together.isEmpty else { return [] }
        var sets = DisjointSets(count: problem.activityCount)
        for group in problem.together {
            for member in group.dropFirst() { _ = sets.unite(group[0], member) }
        }
        var members: [Int: Set<Int>] = [:]
        for member in problem.together.joined() { members[sets.root(of: member), default: []].insert(member) }
        return members.values.map { $0.sorted() }.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// The smallest node of each tree of two nodes and more, ascending.
    mutating func roots() -> [Int] {
        var seen: Set<Int> = []
        var roots: [Int] = []
        for node in edges.keys.sorted() where seen.insert(sets.root(of: node)).inserted { roots.append(node) }
        return roots
    }

    /// A tree's nodes in breadth-first order.
    func outwards(from root: Int) -> [Visit] {
        var order = [Visit(node: root, parent: -1, edge: .key)]
        var next = 0
        while next < order.count {
            let visit = order[next]
            let above = visit.parent < 0 ? -1 : order[visit.parent].node
            for edge in edges[visit.node, default: []] where edge.other != above {
                order.append(Visit(node: edge.other, parent: next, edge: edge.asParent))
            }
            next += 1
        }
        return order
    }

    /// Keys of the member that has the fewest, ascending: no other key can be everybody's.
    func keys(ofGroup group: Int, in problem: LevellingProblem) -> [Int] {
        var fewest: [Int]?
        for member in groups[group] {
            let keys = Set(problem.keys[problem.alternatives(of: member)])
            if keys.count < fewest?.count ?? Int.max { fewest = keys.sorted() }
        }
        return fewest ?? []
    }
}

/// Sets that only ever grow together.
struct DisjointSets {
    private var parent: [Int32]

    init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

    /// The element that stands for the set of an element.
    mutating func root(of element: Int) -> Int {
        var at = element
        while Int(parent[at]) != at {
            parent[at] = parent[Int(parent[at])]
            at = Int(parent[at])
        }
        return at
    }

    /// Makes two sets one; false if they were one already.
    mutating func unite(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (root(of: a), root(of: b))
        guard first != second else { return false }
        parent[max(first, second)] = Int32(min(first, second))
        return true
    }
}
