/// What a choice of one alternative per activity comes to, computed exactly from the problem alone.
public struct Evaluation: Sendable, Equatable {
    /// Load per row, base included.
    public let loads: [Int]
    /// Highest period of the levelled resource; 0 without one.
    public let peak: Int
    /// Sum of the changes from period to period of the levelled resource; 0 without one.
    public let roughness: Int
    /// Sum of the picked penalties.
    public let penalty: Int
    /// `peakWeight · peak + roughnessWeight · roughness + penalty`.
    public let objective: Int
    /// Everything the choice breaks, in the order of rows, then before, apart and together.
    public let breaches: [Breach]

    /// Whether nothing is broken.
    public var isFeasible: Bool { breaches.isEmpty }

    /// One thing a choice breaks.
    public enum Breach: Sendable, Equatable {
        /// A row's load is above its limit by this much.
        case limit(row: Int, excess: Int)
        /// A constraint between activities does not hold.
        case constraint(ConstraintID)
    }

    /// Evaluates a choice.
    ///
    /// - Parameter picks: For each activity the number of its alternative, from 0; nil is returned if a pick is
    ///   missing or no alternative has that number.
    public init?(of picks: [Int], in problem: LevellingProblem) {
        guard let chosen = problem.positions(of: picks) else { return nil }
        var loads = problem.base
        var penalty = 0
        for alternative in chosen {
            penalty += problem.penalties[alternative]
            for load in problem.loads(of: alternative) { loads[load.row] += load.value }
        }
        let levelled = problem.levelledLoads(in: loads)
        peak = levelled.max() ?? 0
        roughness = zip(levelled, levelled.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
        objective = problem.peakWeight * peak + problem.roughnessWeight * roughness + penalty
        breaches = problem.breaches(of: chosen, loads: loads)
        self.loads = loads
        self.penalty = penalty
    }
}

extension LevellingProblem {
    /// Positions of the picked alternatives, or nil if a pick is missing or out of range.
    func positions(of picks: [Int]) -> [Int]? {
        guard picks.count == activityCount else { return nil }
        var positions: [Int] = []
        positions.reserveCapacity(picks.count)
        for (activity, pick) in picks.enumerated() {
            let range = alternatives(of: activity)
            guard pick >= 0, pick < range.count else { return nil }
            positions.append(range.lowerBound + pick)
        }
        return positions
    }

    /// The levelled resource's part of a load per row; empty without one.
    func levelledLoads(in loads: [Int]) -> ArraySlice<Int> {
        guard let levelled else { return [] }
        return loads[levelled * periods..<(levelled + 1) * periods]
    }

    fileprivate func breaches(of chosen: [Int], loads: [Int]) -> [Evaluation.Breach] {
        var breaches: [Evaluation.Breach] = []
        for row in loads.indices where loads[row] > limits[row] {
            breaches.append(.limit(row: row, excess: loads[row] - limits[row]))
        }
        let broken = constraints.filter { !holds($0, with: chosen) }
        return breaches + broken.map(Evaluation.Breach.constraint)
    }

    /// All constraints between activities: before, apart, together.
    public var constraints: [ConstraintID] {
        before.indices.map(ConstraintID.before) + apart.indices.map(ConstraintID.apart)
            + together.indices.map(ConstraintID.together)
    }

    /// Whether a constraint holds for the alternatives at these positions, one per activity.
    func holds(_ constraint: ConstraintID, with chosen: [Int]) -> Bool {
        switch constraint {
        case .before(let index):
            let pair = before[index]
            let (first, second) = (starts[chosen[pair.first]], starts[chosen[pair.second]])
            return first < 0 || second < 0 || first <= second
        case .apart(let index):
            let pair = apart[index]
            let first = starts[chosen[pair.first]]
            return first < 0 || first != starts[chosen[pair.second]]
        case .together(let index):
            guard let first = together[index].first else { return true }
            return together[index].allSatisfy { keys[chosen[$0]] == keys[chosen[first]] }
        }
    }
}
