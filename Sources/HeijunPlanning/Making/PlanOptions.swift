public import HeijunModel

/// What varies from one run of the planner to the next.
public struct PlanOptions: Sendable {
    /// Seed of the search: the same seed gives the same plan.
    public var seed: UInt64
    /// How much work the search may take, from 1 to 10; each step doubles it. Counted in work, not in time.
    public var effort: Int
    /// The search stops at this distance from the bound, in percent; 0 asks for the proven best.
    public var gapPercent: Double
    /// Threads to use; they change nothing but the time.
    public var threads: Int
    /// The plan that changes are counted from; nil counts from the natural years.
    public var startFrom: Plan?
    /// The day planned from; nil takes the portfolio's as-of date.
    public var asOf: Day?

    /// Makes options; all have defaults.
    public init(
        seed: UInt64 = 1, effort: Int = 2, gapPercent: Double = 1, threads: Int = 1, startFrom: Plan? = nil,
        asOf: Day? = nil
    ) {
        self.seed = seed
        self.effort = effort
        self.gapPercent = gapPercent
        self.threads = threads
        self.startFrom = startFrom
        self.asOf = asOf
    }
}
