/// Brings down what a choice passes its limits by, and no other limit is passed on the way: each of these limits is set a
/// little below its load in turn, the choice is mended, and so on until less is not found.
struct Lowering {
    let problem: LevellingProblem
    let seed: UInt64

    /// The first cut and the last one that is tried, as parts of what is above the limit.
    private static let firstPart = 4, lastPart = 128
    /// Steps of mending after each cut.
    private static let steps = 300

    /// Positions of a choice that passes its limits by less; the same choice where none is found.
    func lowered(_ start: [Int]) -> [Int] {
        // Every choice costs the same here.
        let cost = Array(repeating: 0.0, count: problem.alternativeCount)
        var best = Mender(problem, picks: start, cost: cost, seed: seed)
        let rows = best.passed
        best.hold(rows)
        var part = Lowering.firstPart
        var turn: UInt64 = 0
        while part <= Lowering.lastPart {
            let before = rows.map { best.load($0) }
            for row in rows {
                turn += 1
                best = cut(best, row, rows, part: part, seed: seed &+ turn) ?? best
            }
            if before == rows.map({ best.load($0) }) { part *= 2 }
        }
        return best.picks
    }

    /// The choice with a part less of what one limit is passed by; nil where it is not passed or mending does not get there.
    private func cut(_ best: Mender, _ row: Int, _ rows: [Int], part: Int, seed: UInt64) -> Mender? {
        let excess = best.load(row) - problem.limits[row]
        guard excess > 0 else { return nil }
        var mender = best
        mender.random = SplitMix(seed: seed)
        mender.limit(row, to: best.load(row) - max(1, excess / part))
        mender.run(steps: Lowering.steps)
        guard mender.isMended else { return nil }
        mender.hold(rows)
        return mender
    }
}

/// A choice that passes by less the limits that it passes, and no others; the same where none is found quickly, or where
/// its ties do not hold.
///
/// - Parameter picks: The number of each activity's alternative.
public func lowering(_ picks: [Int], in problem: LevellingProblem, seed: UInt64) -> [Int] {
    guard let start = problem.positions(of: picks),
        problem.constraints.allSatisfy({ problem.holds($0, with: start) })
    else { return picks }
    return zip(Lowering(problem: problem, seed: seed).lowered(start), problem.firstAlternative).map {
        $0 - $1
    }
}
