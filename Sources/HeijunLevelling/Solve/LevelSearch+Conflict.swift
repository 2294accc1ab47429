/// Problems without any feasible choice.
extension LevelSearch {
    /// What can be seen without a search: an activity without alternatives, ties without a choice, or a limit below
    /// the least load.
    func obviousConflict() -> Obvious? {
        let stuck = (0..<problem.activityCount).filter { domain.open(problem.alternatives(of: $0)).isEmpty }
        if !stuck.isEmpty { return emptied(stuck) }
        if let tree = (0..<parts.forest.treeCount).first(where: isEmpty) { return contradiction(tree) }
        let least = problem.extremeLoads(largest: false)
        guard let row = (0..<problem.rowCount).first(where: { least[$0] > problem.limits[$0] }) else {
            return nil
        }
        let ray = Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [RowPrice(row: row, price: 1)])
        let conflict = LevellingConflict(
            rows: [row], constraints: [], excess: [least[row] - problem.limits[row]], activities: [])
        return Obvious(duals: ray, conflict: conflict)
    }

    /// Activities that have no alternative at all, or else one that must not start at its own start.
    private func emptied(_ stuck: [Int]) -> Obvious {
        let bare = stuck.filter { problem.alternatives(of: $0).isEmpty }
        var conflict = LevellingConflict(rows: [], constraints: [], excess: [], activities: bare)
        if bare.isEmpty {
            let pair = ActivityPair(stuck[0], stuck[0])
            conflict.constraints = problem.apart.firstIndex(of: pair).map { [.apart($0)] } ?? []
        }
        return Obvious(duals: .emptyRay, conflict: conflict)
    }

    private func isEmpty(_ tree: Int) -> Bool {
        let sweep = TreeSweep<Double>(tree, of: parts.forest) { activity, number in
            domain.isOpen(problem.firstAlternative[activity] + number) ? 0 : .none
        }
        return sweep.minimum(parts.forest) == .none
    }

    /// Activities whose constraints alone leave no choice.
    private func contradiction(_ tree: Int) -> Obvious {
        let members = Set(parts.members(of: tree))
        let constraints = problem.constraints.filter { constraint in
            switch constraint {
            case .before(let index): members.contains(problem.before[index].first)
            case .apart(let index): members.contains(problem.apart[index].first)
            case .together(let index): problem.together[index].first.map(members.contains) ?? false
            }
        }
        let conflict = LevellingConflict(rows: [], constraints: constraints, excess: [], activities: [])
        return Obvious(duals: .emptyRay, conflict: conflict)
    }

    /// The outcome of a conflict that could be seen, with ties that are not needed taken out.
    func outcome(of obvious: Obvious) async -> LevellingOutcome {
        var conflict = obvious.conflict
        if conflict.constraints.count > 1, options.narrowsConflicts {
            let filter = ConflictFilter(problem: problem, threads: options.threads)
            conflict = await filter.reduce(rows: [], constraints: conflict.constraints)
        }
        return .infeasible(Certificate(duals: [obvious.duals], root: .leaf(duals: 0)), conflict)
    }

    /// The outcome of a search that has closed every node without a choice.
    func infeasible() async -> LevellingOutcome {
        let rows = Set(certificate.duals.flatMap { $0.pi.map(\.row) }).sorted()
        guard options.narrowsConflicts else {
            let whole = LevellingConflict(
                rows: rows, constraints: problem.constraints, excess: rows.map { _ in nil }, activities: [])
            return .infeasible(certificate, whole)
        }
        let filter = ConflictFilter(problem: problem, threads: options.threads)
        let conflict = await filter.reduce(
            rows: rows, constraints: problem.constraints)
        return .infeasible(certificate, conflict)
    }
}

/// A conflict that shows without a search, and the duals that prove it.
struct Obvious {
    let duals: Duals
    let conflict: LevellingConflict
}

extension LevellingProblem {
    /// Least or largest load each row can have, base included, whatever else holds.
    func extremeLoads(largest: Bool) -> [Int] {
        var total = base
        var extreme = Array(repeating: 0, count: rowCount)
        var seen = Array(repeating: 0, count: rowCount)
        for activity in 0..<activityCount {
            var rows: [Int] = []
            for alternative in alternatives(of: activity) {
                for index in loadRange(of: alternative) {
                    let (row, value) = (loads[index].row, loads[index].value)
                    if seen[row] == 0 { rows.append(row) }
                    extreme[row] =
                        seen[row] == 0 ? value : largest ? max(extreme[row], value) : min(extreme[row], value)
                    seen[row] += 1
                }
            }
            let count = alternatives(of: activity).count
            for row in rows {
                // An alternative without a load in the row adds nothing there.
                let value =
                    seen[row] < count ? (largest ? max(0, extreme[row]) : min(0, extreme[row])) : extreme[row]
                total[row] += value
                seen[row] = 0
            }
        }
        return total
    }

    /// Rows whose limit some choice could break.
    func bindingRows() -> [Int] {
        let largest = extremeLoads(largest: true)
        return (0..<rowCount).filter { largest[$0] > limits[$0] }
    }
}
