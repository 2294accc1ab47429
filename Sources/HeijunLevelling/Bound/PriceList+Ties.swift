extension PriceList {
    /// The activities of a tree, in its order.
    func members(of tree: Int) -> [Int] { forest.nodes[forest.tree(tree)].map(\.activity).filter { $0 >= 0 } }

    /// The cheapest choice for a tree with a given alternative of one member, as positions.
    func bestChoice(_ tree: Int, _ member: Int, _ number: Int) -> [Int]? {
        let sweep = TreeSweep<Double>(tree, of: forest) { activity, element in
            activity == member && element != number ? .none : cost(activity, element)
        }
        guard let choice = sweep.best(forest) else { return nil }
        return zip(forest.nodes[forest.tree(tree)], choice).compactMap { node, element in
            node.activity < 0 ? nil : problem.firstAlternative[node.activity] + element
        }
    }

    /// A number such that about `count` alternatives have a regret, taken by a unit of their activity, from above zero
    /// up to it; infinite if there are not that many. Found to within two per cent by counting, without sorting.
    func regretLimit(count: Int, unit: (Int) -> Double) -> Double {
        // Doubles above zero sort like their bits: exponent and six bits of the fraction are one bucket.
        var buckets = Array(repeating: 0, count: 1 << 17)
        for activity in 0..<problem.activityCount where forest.nodeOfActivity[activity] < 0 {
            let unit = unit(activity)
            for alternative in problem.alternatives(of: activity) where regret[alternative] > 0 {
                buckets[Int((regret[alternative] / unit).bitPattern >> 46)] += 1
            }
        }
        var seen = 0
        for (bucket, size) in buckets.enumerated() {
            seen += size
            if seen >= count { return Double(bitPattern: UInt64(bucket + 1) << 46) }
        }
        return .infinity
    }
}
