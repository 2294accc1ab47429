/// What a choice comes to, counted again from the problem alone for ``Verifier``: no code of the search, nothing kept
/// up to date, one pass.
public struct Recount: Equatable, Sendable {
    /// Load per row, base included.
    public let loads: [Int]
    /// Highest period of the levelled resource; 0 without one.
    public let peak: Int
    /// Sum of changes between neighbouring periods of the levelled resource; 0 without one.
    public let roughness: Int
    /// Sum of the picked penalties.
    public let penalty: Int
    /// Weighted sum of the three.
    public let objective: Int
    /// What the choice breaks: rows in order, then `before`, `together`, `apart`.
    public let faults: [ProofFault]

    /// - Parameter picks: One existing alternative of each activity.
    init(picks: [Int], of problem: LevellingProblem) {
        var sums = problem.base
        var penalties = 0
        let chosen = picks.enumerated().map { problem.firstAlternative[$0.offset] + $0.element }
        for position in chosen {
            penalties += problem.penalties[position]
            for load in problem.loads(of: position) { sums[load.row] += load.value }
        }
        var highest: Int?
        var changes = 0
        for period in 0..<(problem.levelled == nil ? 0 : problem.periods) {
            let row = (problem.levelled ?? 0) * problem.periods + period
            highest = max(highest ?? sums[row], sums[row])
            if period > 0 { changes += abs(sums[row] - sums[row - 1]) }
        }
        loads = sums
        peak = highest ?? 0
        roughness = changes
        penalty = penalties
        objective = problem.peakWeight * peak + problem.roughnessWeight * changes + penalties
        faults = Self.excesses(sums, problem) + Self.broken(chosen, problem)
    }

    private static func excesses(_ loads: [Int], _ problem: LevellingProblem) -> [ProofFault] {
        loads.indices
            .filter { loads[$0] > problem.limits[$0] }
            .map { .overLimit(row: $0, load: loads[$0], limit: problem.limits[$0]) }
    }

    private static func broken(_ chosen: [Int], _ problem: LevellingProblem) -> [ProofFault] {
        let starts = { (activity: Int) in problem.starts[chosen[activity]] }
        var faults: [ProofFault] = []
        for (number, pair) in problem.before.enumerated() {
            let (first, second) = (starts(pair.first), starts(pair.second))
            if first >= 0, second >= 0, first > second { faults.append(.broken(.before(number))) }
        }
        for (number, group) in problem.together.enumerated()
        where Set(group.map { problem.keys[chosen[$0]] }).count > 1 {
            faults.append(.broken(.together(number)))
        }
        for (number, pair) in problem.apart.enumerated() {
            let (first, second) = (starts(pair.first), starts(pair.second))
            if first >= 0, first == second { faults.append(.broken(.apart(number))) }
        }
        return faults
    }
}
