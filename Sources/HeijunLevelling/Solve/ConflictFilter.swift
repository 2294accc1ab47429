/// Finds a small set of demands that cannot hold together: each is taken away in turn, and stays away if the rest still
/// cannot hold (deletion filter; Chinneck and Dravnieks 1991).
struct ConflictFilter {
    let problem: LevellingProblem
    let threads: Int
    /// Nodes one question may take; a question not answered by then counts as "can hold".
    private let nodes = 400

    /// A conflict among these limits and constraints, which together are known not to hold.
    func reduce(rows: [Int], constraints: [ConstraintID]) async -> LevellingConflict {
        var rows = rows
        var constraints = constraints
        if await !canHold(rows, []) { constraints = [] }
        if await !canHold([], constraints) { rows = [] }
        let ties = constraints
        rows = await needed(rows) { await !canHold($0, ties) }
        let limits = rows
        constraints = await needed(constraints) { await !canHold(limits, $0) }
        var excess: [Int?] = []
        for row in rows { excess.append(await leastExcess(row, rows, constraints)) }
        return LevellingConflict(rows: rows, constraints: constraints, excess: excess, activities: [])
    }

    /// What is left of a list when all that the contradiction does not need is taken away: first halves, then quarters,
    /// in the end one by one.
    private func needed<Item>(_ items: [Item], _ contradicts: ([Item]) async -> Bool) async -> [Item] {
        var items = items
        var size = items.count / 2
        while size > 0 {
            var first = 0
            while first < items.count {
                var rest = items
                rest.removeSubrange(first..<min(first + size, items.count))
                if await contradicts(rest) { items = rest } else { first += size }
            }
            size /= 2
        }
        if items.count == 1, await contradicts([]) { items = [] }
        return items
    }

    /// Whether some choice holds these, or none was shown not to.
    private func canHold(_ rows: [Int], _ constraints: [ConstraintID]) async -> Bool {
        let part = problem.reduced(toRows: rows, constraints: constraints, penalizing: nil)
        var search = LevelSearch(part, LevellingOptions(threads: threads))
        return await !search.isImpossible(nodes: nodes)
    }

    /// How far a row's load must pass its limit if the others hold.
    private func leastExcess(_ row: Int, _ rows: [Int], _ constraints: [ConstraintID]) async -> Int? {
        let others = rows.filter { $0 != row }
        let part = problem.reduced(toRows: others, constraints: constraints, penalizing: row)
        var search = LevelSearch(part, LevellingOptions(threads: threads))
        guard let load = await search.provenOptimum(nodes: 4 * nodes) else { return nil }
        return load + problem.base[row] - problem.limits[row]
    }
}

extension LevelSearch {
    /// Whether it is shown within some nodes that no choice is feasible.
    mutating func isImpossible(nodes: Int) async -> Bool {
        if obviousConflict() != nil { return true }
        var tree = tree()
        while !tree.isDone, tree.best == nil, tree.nodes < nodes { await tree.advance() }
        return tree.isDone && tree.best == nil
    }

    /// The least objective, if it is proven within some nodes.
    mutating func provenOptimum(nodes: Int) async -> Int? {
        if obviousConflict() != nil { return nil }
        var tree = tree()
        while !tree.isDone, tree.nodes < nodes { await tree.advance() }
        return tree.isDone ? tree.best?.objective : nil
    }

    private func tree() -> BranchSearch {
        BranchSearch(
            problem, parts, limitRows: problem.bindingRows(), root: nil, best: nil, seed: options.seed,
            threads: options.threads, tries: 20)
    }
}

extension LevellingProblem {
    /// The same activities with only some limits and constraints, and no objective but the load of one row.
    func reduced(toRows rows: [Int], constraints: [ConstraintID], penalizing row: Int?) -> LevellingProblem {
        var limits = Array(repeating: Self.noLimit, count: rowCount)
        for row in rows { limits[row] = self.limits[row] }
        let kept = Set(constraints)
        let penalties = penalties.indices.map { alternative in
            loads(of: alternative).first { $0.row == row }?.value ?? 0
        }
        return LevellingProblem(
            periods: periods, resources: resources, levelled: nil, peakWeight: 0, roughnessWeight: 0,
            limits: limits, base: base, names: names, firstAlternative: firstAlternative,
            penalties: penalties, starts: starts, keys: keys, firstLoad: firstLoad, loads: loads,
            before: before.indices.filter { kept.contains(.before($0)) }.map { before[$0] },
            apart: apart.indices.filter { kept.contains(.apart($0)) }.map { apart[$0] },
            together: together.indices.filter { kept.contains(.together($0)) }.map { together[$0] })
    }
}
