public import HeijunModel

/// What came of a stress test: chances counted over its runs, and each named event computed once.
public struct StressResult: Hashable, Sendable {
    /// Number of runs, and the seed that they were drawn with.
    public let runs: Int, seed: UInt64
    /// The event under which the runs were drawn; nil is none.
    public let event: StressEvent?
    /// The levelled scope first, then every account beside it that has a ceiling.
    public var accounts: [Account] = []
    /// Systems with a deadline or a closing room that some run misses, the likeliest first.
    public var late: [LateSystem] = []
    /// Every named event by itself, without delays and overruns.
    public var events: [EventResult] = []

    init(runs: Int, seed: UInt64, event: StressEvent?) {
        (self.runs, self.seed, self.event) = (runs, seed, event)
    }

    /// One account over the years of the plan.
    public struct Account: Hashable, Sendable {
        /// Its name, or the scope's.
        public let name: String
        /// Every year of the plan.
        public let years: [Year]
        /// Runs in which some year breaks its ceiling, under the plan and if nothing is done; nil without ceilings.
        public let broken: Int?, brokenBefore: Int?
    }

    /// One fiscal year of an account.
    public struct Year: Hashable, Sendable {
        /// The year.
        public let year: FiscalYear
        /// The load as planned.
        public let planned: Yen
        /// Mean of the runs; the load that a tenth, half and nine tenths of them do not exceed; the greatest.
        public let mean: Yen, low: Yen, median: Yen, high: Yen, greatest: Yen
        /// The ceiling; nil where none binds.
        public let ceiling: Yen?
        /// Runs that break the ceiling, under the plan and if nothing is done; nil without a ceiling.
        public let broken: Int?, brokenBefore: Int?
    }

    /// A system that may miss its deadline, or leave its room too late.
    public struct LateSystem: Hashable, Sendable {
        /// The system.
        public let system: Key
        /// Runs in which it is late, under the plan and if nothing is done.
        public let runs: Int, runsBefore: Int
    }

    /// A named event by itself: what the scope pays then.
    public struct EventResult: Hashable, Sendable {
        /// The event.
        public let event: StressEvent
        /// Load of each year of the plan.
        public let years: [YearAmount]
        /// Sum over the years, and its rise over the plan.
        public let total: Yen, rise: Yen
        /// The greatest year, and its year.
        public let peak: Yen, peakYear: FiscalYear
        /// The years that break their ceiling, with the excess.
        public let over: [YearAmount]
    }

    /// The share of the runs.
    public func chance(_ count: Int?) -> Rate? {
        count.map { Rate(tenThousandths: runs == 0 ? 0 : ($0 * 10_000 + runs / 2) / runs) }
    }
}
