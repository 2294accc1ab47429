import HeijunLevelling

/// Who solves the levelling problem: the engine, or in tests something that tries everything.
struct Solver: Sendable {
    /// Solves a problem as asked.
    let solve: @Sendable (LevellingProblem, Request) async -> Answer

    /// How a problem is to be solved.
    struct Request: Sendable {
        var options: PlanOptions
        /// Number of each activity's alternative to begin from.
        let start: [Int]?
        /// At most so many nodes of branch and bound; nil leaves them to the effort.
        var nodes: Int?
        let progress: @Sendable (PlanProgress) -> Void
        let isCancelled: @Sendable () -> Bool
    }

    /// What came of it, with the proof where there is one.
    enum Answer: Sendable {
        case solved(LevellingSolution, Certificate?)
        case infeasible(Certificate?)
        case undecided
    }
}
