import HeijunModel

/// Circles in a set of orders: each a list of systems in order, beginning with its least key; sorted by that key.
///
/// Every circle of the orders is in the result, or shares a system with one that is.
/// - Complexity: O(n log n) without circles; then O(n) for each system that is left.
func cycles(in orders: [Precedence]) -> [[Key]] {
    let successors = core(of: orders)
    var done: Set<Key> = []
    var result: [[Key]] = []
    for start in successors.keys.sorted() where !done.contains(start) {
        guard let circle = shortestCircle(through: start, successors) else { continue }
        result.append(circle)
        done.formUnion(circle)
    }
    return result
}

/// The orders that are left when systems without predecessors are taken away again and again; sorted successors.
private func core(of orders: [Precedence]) -> [Key: [Key]] {
    var successors: [Key: [Key]] = [:]
    var predecessors: [Key: Int] = [:]
    for order in orders {
        successors[order.first, default: []].append(order.then)
        predecessors[order.then, default: 0] += 1
    }
    var free = successors.keys.filter { predecessors[$0] == nil }
    while let key = free.popLast() {
        for successor in successors.removeValue(forKey: key) ?? [] {
            predecessors[successor, default: 0] -= 1
            if predecessors[successor] == 0 { free.append(successor) }
        }
    }
    return successors.mapValues { $0.sorted() }
}

/// The shortest way from `start` back to itself; nil where there is none.
private func shortestCircle(through start: Key, _ successors: [Key: [Key]]) -> [Key]? {
    var parent: [Key: Key] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
        let key = queue[next]
        next += 1
        for successor in successors[key] ?? [] {
            if successor == start { return path(to: key, from: start, parent) }
            guard parent[successor] == nil else { continue }
            parent[successor] = key
            queue.append(successor)
        }
    }
    return nil
}

private func path(to end: Key, from start: Key, _ parent: [Key: Key]) -> [Key] {
    var result = [end]
    while let last = result.last, last != start, let before = parent[last] { result.append(before) }
    return result.reversed()
}
