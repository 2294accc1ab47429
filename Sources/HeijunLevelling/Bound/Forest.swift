/// The ties between activities that a bound keeps, as trees (see ``Certificate`` for the rule).
///
/// Only trees of two nodes and more are listed; every other activity stands alone. A node is an activity, whose
/// elements are its alternatives, or a merged group, whose elements are its keys.
struct Forest: Sendable {
    enum Edge: Sendable {
        /// The child is a member of the group above it, or the group of the member above it.
        case key
        /// The child comes before its parent.
        case childFirst
        /// The parent comes before its child.
        case parentFirst
        case apart
    }

    struct Node: Sendable {
        /// Number of the activity, or −1 for a group.
        var activity: Int
        /// Position of the parent in the node list, or −1 at a root.
        var parent: Int
        var edge: Edge
        /// Where this node's elements begin.
        var firstElement: Int
        var elementCount: Int
    }

    /// Trees one after the other, each from its root outwards.
    private(set) var nodes: [Node] = []
    /// Where each tree begins in ``nodes``; one more entry than trees.
    private(set) var firstNode: [Int] = [0]
    /// Start of each element of an activity; unused for groups.
    private(set) var starts: [Int] = []
    /// Key of each element.
    private(set) var keys: [Int] = []
    /// Position of each activity's node, or −1 if it stands alone.
    private(set) var nodeOfActivity: [Int]
    /// Constraints that are left out of the bound.
    private(set) var relaxed: [ConstraintID] = []

    var treeCount: Int { firstNode.count - 1 }
    var elementCount: Int { starts.count }

    func tree(_ index: Int) -> Range<Int> { firstNode[index]..<firstNode[index + 1] }

    init(of problem: LevellingProblem) {
        var graph = TieGraph(of: problem)
        relaxed = graph.relaxed
        nodeOfActivity = Array(repeating: -1, count: problem.activityCount)
        for root in graph.roots() { append(graph.outwards(from: root), of: graph, in: problem) }
    }

    private mutating func append(_ order: [TieGraph.Visit], of graph: TieGraph, in problem: LevellingProblem)
    {
        let first = nodes.count
        for visit in order {
            let parent = visit.parent < 0 ? -1 : first + visit.parent
            let begin = starts.count
            if visit.node < problem.activityCount {
                let range = problem.alternatives(of: visit.node)
                starts += problem.starts[range]
                keys += problem.keys[range]
                nodeOfActivity[visit.node] = nodes.count
            } else {
                keys += graph.keys(ofGroup: visit.node - problem.activityCount, in: problem)
                starts += repeatElement(0, count: keys.count - starts.count)
            }
            nodes.append(
                Node(
                    activity: visit.node < problem.activityCount ? visit.node : -1, parent: parent,
                    edge: visit.edge, firstElement: begin, elementCount: starts.count - begin))
        }
        firstNode.append(nodes.count)
    }

    /// Whether a node's element and its parent's element can be chosen together.
    @inline(__always)
    func agrees(_ edge: Edge, child: Int, parent: Int) -> Bool {
        switch edge {
        case .key: return keys[child] == keys[parent]
        case .childFirst: return min(starts[child], starts[parent]) < 0 || starts[child] <= starts[parent]
        case .parentFirst: return min(starts[child], starts[parent]) < 0 || starts[parent] <= starts[child]
        case .apart: return starts[child] < 0 || starts[child] != starts[parent]
        }
    }
}
