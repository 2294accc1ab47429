public import HeijunModel

/// What varies from one run of the planner to the next.
public struct PlanOptions: Sendable {
    /// Seed of the search: the same seed gives the same plan.
    public var seed: UInt64
    /// How long the search goes on, counted in work, not in time: 1 is the usual.
    public var effort: Int
    /// The plan that changes are counted from; nil counts from the natural years.
    public var startFrom: Plan?
    /// The day planned from; nil takes the portfolio's as-of date.
    public var asOf: Day?

    /// Makes options; all have defaults.
    public init(seed: UInt64 = 1, effort: Int = 1, startFrom: Plan? = nil, asOf: Day? = nil) {
        self.seed = seed
        self.effort = effort
        self.startFrom = startFrom
        self.asOf = asOf
    }
}
