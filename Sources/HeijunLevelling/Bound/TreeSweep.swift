/// A kind of number that block minima are computed in.
protocol SweepNumber: Comparable, AdditiveArithmetic, Sendable {
    /// Larger than every sum; nothing is added to it.
    static var none: Self { get }
}

extension Double: SweepNumber {
    static var none: Double { .infinity }
}

extension Int128: SweepNumber {
    static var none: Int128 { .max }
}

/// Least costs over the trees of a forest, by a sweep from the leaves to the root, and back where asked.
struct TreeSweep<Number: SweepNumber> {
    /// Cost of each element, then the least cost of its subtree with that element.
    private var upward: [Number]
    /// What each node's subtree adds to each element of its parent, at most.
    private var message: [Number] = []
    /// Where each node's messages begin.
    private var firstMessage: [Int] = []
    private let first: Int
    private let tree: Range<Int>

    /// Sweeps one tree upwards.
    ///
    /// - Parameter cost: Cost of each alternative, given its activity and its number within it; ``SweepNumber/none``
    ///   closes it.
    init(_ index: Int, of forest: Forest, cost: (_ activity: Int, _ number: Int) -> Number) {
        tree = forest.tree(index)
        first = forest.nodes[tree.lowerBound].firstElement
        upward = []
        for node in forest.nodes[tree] {
            for element in 0..<node.elementCount {
                upward.append(node.activity < 0 ? .zero : cost(node.activity, element))
            }
        }
        sweepUp(forest)
    }

    /// The least cost of the tree.
    func minimum(_ forest: Forest) -> Number {
        let root = forest.nodes[tree.lowerBound]
        return upward[..<root.elementCount].min() ?? .none
    }

    private mutating func sweepUp(_ forest: Forest) {
        firstMessage = Array(repeating: 0, count: tree.count)
        for index in tree.reversed() where forest.nodes[index].parent >= 0 {
            let node = forest.nodes[index]
            let parent = forest.nodes[node.parent]
            firstMessage[index - tree.lowerBound] = message.count
            for above in parent.firstElement..<parent.firstElement + parent.elementCount {
                let least = leastBelow(node, above, forest)
                message.append(least)
                upward[above - first] = Self.sum(upward[above - first], least)
            }
        }
    }

    private func leastBelow(_ node: Forest.Node, _ above: Int, _ forest: Forest) -> Number {
        var least = Number.none
        for below in node.firstElement..<node.firstElement + node.elementCount
        where upward[below - first] < least && forest.agrees(node.edge, child: below, parent: above) {
            least = upward[below - first]
        }
        return least
    }

    static func sum(_ a: Number, _ b: Number) -> Number { a == .none || b == .none ? .none : a + b }
}

extension TreeSweep {
    /// For each element of the tree, in the forest's order, the least cost of the tree with that element.
    func marginals(_ forest: Forest) -> [Number] {
        var total = upward
        for index in tree.dropFirst() {
            let node = forest.nodes[index]
            let parent = forest.nodes[node.parent]
            let offset = firstMessage[index - tree.lowerBound]
            let above = (0..<parent.elementCount).map { element -> Number in
                without(message[offset + element], parent.firstElement + element, total, node, forest)
            }
            for below in node.firstElement..<node.firstElement + node.elementCount {
                let least = leastAbove(above, node, parent, below, forest)
                total[below - first] = Self.sum(total[below - first], least)
            }
        }
        return total
    }

    /// The least cost of all but a node's subtree, with an element of its parent.
    private func without(
        _ part: Number, _ element: Int, _ total: [Number], _ node: Forest.Node, _ forest: Forest
    ) -> Number {
        let whole = total[element - first]
        return whole == .none ? .none : whole - part
    }

    private func leastAbove(
        _ costs: [Number], _ node: Forest.Node, _ parent: Forest.Node, _ below: Int, _ forest: Forest
    ) -> Number {
        var least = Number.none
        for (element, cost) in costs.enumerated()
        where cost < least && forest.agrees(node.edge, child: below, parent: parent.firstElement + element) {
            least = cost
        }
        return least
    }

    /// The choice that reaches the minimum: for each node of the tree its element, counted from the node's first; nil
    /// if there is none. The first of equals is taken.
    func best(_ forest: Forest) -> [Int]? {
        var chosen: [Int] = []
        for index in tree {
            let node = forest.nodes[index]
            var best: Int?
            for element in node.firstElement..<node.firstElement + node.elementCount {
                if upward[element - first] == .none { continue }
                if node.parent >= 0 {
                    let parent = forest.nodes[node.parent]
                    let above = parent.firstElement + chosen[node.parent - tree.lowerBound]
                    if !forest.agrees(node.edge, child: element, parent: above) { continue }
                }
                if best.map({ upward[element - first] < upward[$0 - first] }) ?? true { best = element }
            }
            guard let best else { return nil }
            chosen.append(best - node.firstElement)
        }
        return chosen
    }
}
