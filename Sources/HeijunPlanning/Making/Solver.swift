import HeijunLevelling

/// Who solves the levelling problem: the engine, or in tests something that tries everything.
struct Solver: Sendable {
    /// Solves a problem with a seed and an effort; the last argument asks whether to stop.
    let solve: @Sendable (LevellingProblem, UInt64, Int, () -> Bool) -> Answer

    /// What came of it.
    enum Answer {
        case solved(LevellingSolution)
        case infeasible
        case undecided
    }
}
