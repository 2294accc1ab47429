/// How a problem is to be solved. The same options give the same solution on every machine.
public struct LevellingOptions: Sendable {
    /// Where random choices begin.
    public var seed: UInt64
    /// Stop as soon as the gap is this small, in percent; 0 asks for a proven optimum.
    public var gapPercent: Double
    /// How much work to spend, from 1 to 10: each step up doubles it. What is counted is work, not time.
    public var effort: Int
    /// At most so many nodes of branch and bound; nil leaves them to the effort.
    public var nodes: Int?
    /// Threads to use; changes nothing but the time.
    public var threads: Int
    /// Number of each activity's alternative to begin from, if a choice is already known.
    public var start: [Int]?
    /// Whether a problem without a feasible choice is asked again and again, until only demands that are needed for the
    /// conflict are left.
    public var narrowsConflicts: Bool

    /// Default options: seed 1, proven optimum, effort 4, one thread.
    public init(
        seed: UInt64 = 1, gapPercent: Double = 0, effort: Int = 4, nodes: Int? = nil, threads: Int = 1,
        start: [Int]? = nil, narrowsConflicts: Bool = true
    ) {
        self.seed = seed
        self.gapPercent = gapPercent
        self.effort = min(max(effort, 1), 10)
        self.nodes = nodes
        self.threads = max(1, threads)
        self.start = start
        self.narrowsConflicts = narrowsConflicts
    }
}

/// How far a search has come.
public struct LevellingProgress: Sendable, Equatable {
    /// Objective of the best choice so far.
    public let objective: Int?
    /// Proven lower bound so far.
    public let bound: Int?

    /// In percent, if both are known and the bound is not 0.
    public var gapPercent: Double? {
        guard let objective, let bound, bound != 0 else { return nil }
        return 100 * Double(objective - bound) / Double(bound.magnitude)
    }
}

/// What became of a problem.
public enum LevellingOutcome: Sendable {
    /// A feasible choice, a lower bound and its proof.
    case solved(LevellingSolution, Certificate)
    /// No choice is feasible, as the proof shows; and a small set of demands that cannot hold together.
    case infeasible(Certificate, LevellingConflict)
    /// Neither a feasible choice nor a proof was found; the choice that breaks least.
    case undecided([Int])
}

/// Demands that cannot hold together, although they could if any one of them were given up; more than needed where the
/// options do not ask for them to be narrowed.
public struct LevellingConflict: Sendable, Equatable {
    /// Rows whose limits take part.
    public var rows: [Int]
    /// Constraints between activities that take part.
    public var constraints: [ConstraintID]
    /// How much each limit of ``rows`` would have to give if it alone gave way; nil where that is not known.
    public var excess: [Int?]
    /// Activities without any alternative.
    public var activities: [Int]

    /// Demands that cannot hold together.
    public init(rows: [Int], constraints: [ConstraintID], excess: [Int?], activities: [Int]) {
        self.rows = rows
        self.constraints = constraints
        self.excess = excess
        self.activities = activities
    }
}
