/// A levelled plan (計画): the chosen years, with bound, gap and reasons.
public struct Plan: Hashable, Codable, Sendable {
    /// `P-0001`; empty before it is stored.
    public var id = ""
    public var seed: UInt64 = 1
    /// SHA-256 of everything the plan was made from.
    public var inputHash = ""
    public var asOf: Day
    /// Name of the levelled scope, such as 一般会計.
    public var scope: String
    public var outcome: Outcome
    /// Value of the plan and the least value that any plan could have, in 千円 times the weights; nil without a plan.
    public var objective: Int?
    public var bound: Int?
    public var years: [YearLoad] = []
    public var choices: [Choice] = []
    /// What collides where no plan exists.
    public var conflicts: [Words] = []
    /// Things the reader must know: restrictions, assumptions.
    public var remarks: [Words] = []
    public var pushedBeyond = Yen.zero
    /// Spending outside the horizon before and after: pulled before its first year, pushed past its last.
    public var extensionCost = Yen.zero

    /// Starts a plan with its head.
    public init(asOf: Day, scope: String, outcome: Outcome) {
        self.asOf = asOf
        self.scope = scope
        self.outcome = outcome
    }

    /// Whether a plan was found.
    public enum Outcome: String, Codable, Sendable {
        case feasible, infeasible, undecided
    }

    /// One fiscal year's load of the levelled scope, split into running and one-time cost.
    public struct YearLoad: Hashable, Codable, Sendable {
        public var year: FiscalYear
        public var runningBefore = Yen.zero
        public var oneTimeBefore = Yen.zero
        public var runningAfter = Yen.zero
        public var oneTimeAfter = Yen.zero
        public var ceiling: Yen?
        public var ceilingSetBy: String?
        /// Large rebuilds that go live in the year.
        public var largeBefore = 0
        public var largeAfter = 0

        /// Starts an empty year.
        public init(year: FiscalYear) { self.year = year }
        /// Load if every system keeps its natural year.
        public var before: Yen { runningBefore + oneTimeBefore }
        /// Load under the plan.
        public var after: Yen { runningAfter + oneTimeAfter }
    }

    /// What was chosen for one system.
    public struct Choice: Hashable, Codable, Sendable {
        public var system: Key
        /// Go-live years of the rebuild: natural and planned; nil where none lies in the horizon.
        public var natural: FiscalYear?
        public var planned: FiscalYear?
        /// First fiscal year of building under the plan.
        public var buildsFrom: FiscalYear?
        /// Years of equipment renewals under the plan.
        public var renewals: [FiscalYear] = []
        /// Room left and room entered, and the year of the move; nil where it stays.
        public var moveFrom: Key?
        public var moveTo: Key?
        public var moveYear: FiscalYear?
        /// One-time cost inside the horizon.
        public var oneTimeCost = Yen.zero
        public var reason: Words?

        /// Starts the choice of a system.
        public init(system: Key) { self.system = system }
        /// Years by which the rebuild is later (positive) or earlier than its natural year.
        public var shift: Int {
            guard let natural, let planned else { return 0 }
            return natural.distance(to: planned)
        }
    }
}

extension Plan {
    /// The year of the greatest load, first of equals; nil without years.
    public func peak(_ load: (YearLoad) -> Yen) -> YearLoad? {
        years.reduce(nil) { best, year in
            guard let best else { return year }
            return load(year) > load(best) ? year : best
        }
    }

    /// Sum of the absolute changes from year to year (年度間のばらつき).
    public func roughness(_ load: (YearLoad) -> Yen) -> Yen {
        zip(years, years.dropFirst()).map { Yen(abs(load($1).amount - load($0).amount)) }.total()
    }

    /// 100 · (objective − bound) / |bound|, rounded up to a thousandth of a percent; nil where it has no meaning.
    public var gapPercent: Double? {
        guard let objective, let bound else { return nil }
        if objective == bound { return 0 }
        guard bound != 0 else { return nil }
        let thousandths = (Double(objective - bound) * 100_000 / Double(abs(bound))).rounded(.up)
        return thousandths / 1000
    }

    /// The systems whose year or room changes.
    public var moved: [Choice] { choices.filter { $0.shift != 0 || $0.moveYear != nil } }
}
