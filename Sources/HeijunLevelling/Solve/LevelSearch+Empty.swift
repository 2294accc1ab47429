/// Problems too large to branch on, for which no feasible choice was found.
extension LevelSearch {
    /// Proven to have none where already the relaxation has none; otherwise undecided.
    ///
    /// Limits that the proof does not need are taken out where asking does not take too long.
    mutating func unbranched(_ limitRows: [Int], _ isCancelled: () -> Bool) async -> LevellingOutcome {
        guard best == nil, !isCancelled(), let first = await emptiness(rows: limitRows) else {
            return outcome()
        }
        var proof = first
        for row in first.rows
        where options.narrowsConflicts && problem.alternativeCount <= 400_000 && !isCancelled() {
            let rest = proof.rows.filter { $0 != row }
            if let smaller = await emptiness(rows: rest) { proof = smaller }
        }
        certificate = Certificate(duals: [proof.duals], root: .leaf(duals: 0))
        let conflict = LevellingConflict(
            rows: proof.rows, constraints: [], excess: proof.leastExcess, activities: [])
        return .infeasible(certificate, conflict)
    }

    /// Prices on some limits under which even the least possible load passes them; nil if none were found.
    private func emptiness(rows: [Int]) async -> Emptiness? {
        guard !rows.isEmpty else { return nil }
        let part = problem.reduced(toRows: rows, constraints: problem.constraints, penalizing: nil)
        let finder = RootPrices(problem: part, forest: parts.forest, threads: options.threads)
        let duals = await finder.find(limitRows: rows).prices.ray(for: part)
        let value = ExactValue(problem, parts.forest).parts(of: duals, isOpen: domain.isOpen).total
        return value > 0 && value != .none ? Emptiness(duals: duals, value: value) : nil
    }
}

/// A ray and its value, which is above zero.
private struct Emptiness {
    let duals: Duals
    let value: Int128

    var rows: [Int] { duals.pi.map(\.row) }

    /// How much each limit has to give at least if it alone gives way.
    var leastExcess: [Int?] { duals.pi.map { value.dividedRoundingUp(by: $0.price) } }
}

extension RowPrices {
    /// The prices of the limits alone, the largest of them 2³².
    fileprivate func ray(for problem: LevellingProblem) -> Duals {
        let largest = pi.max() ?? 0
        guard largest > 0 else { return .emptyRay }
        let entries = pi.indices.compactMap { row -> RowPrice? in
            let whole = Int((pi[row] / largest * 0x1p32).rounded())
            let isLimited = problem.limits[row] != LevellingProblem.noLimit
            return whole > 0 && isLimited ? RowPrice(row: row, price: whole) : nil
        }
        return Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: entries)
    }
}
