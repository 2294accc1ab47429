/// A levelled plan (計画): the chosen years, with bound, gap and reasons.
public struct Plan: Hashable, Codable, Sendable {
    /// `P-0001`; empty before it is stored.
    public var id = ""
    /// Where the random choices of the search begin.
    public var seed: UInt64 = 1
    /// Seed, effort and gap that the search was asked for.
    public var search = ""
    /// SHA-256 of everything the plan was made from.
    public var inputHash = ""
    /// The `inputHash` of the plan that changes were counted from; nil where that were the natural years.
    public var referenceHash: String?
    /// The day that the plan takes for today.
    public var asOf: Day
    /// Name of the levelled scope, such as 一般会計.
    public var scope: String
    /// Whether a plan was found, or proven not to exist.
    public var outcome: Outcome
    /// Whether changes were counted from an earlier plan instead of the natural years.
    public var isReplan = false
    /// Value of the plan and the least value that any plan could have, in 千円 times the weights; nil without a plan.
    public var objective: Int?
    /// No plan has a smaller objective; in the objective's unit.
    public var bound: Int?
    /// The load of each fiscal year of the horizon.
    public var years: [YearLoad] = []
    /// What is chosen for each system.
    public var choices: [Choice] = []
    /// What collides where no plan exists.
    public var conflicts: [Words] = []
    /// Things the reader must know: restrictions, assumptions.
    public var remarks: [Words] = []
    /// One-time spending that the plan moves past the last year of the horizon; negative where it moves some in.
    public var pushedBeyond = Yen.zero
    /// Re-lease and extended upkeep inside the horizon that the plan pays beyond the natural years.
    public var extensionCost = Yen.zero
    /// The accounts outside the levelled scope, by key, each with the same years.
    public var accounts: [AccountLoads] = []
    /// Use of every limit that is not a ceiling, and of those years alone that have one.
    public var uses: [LimitUse] = []
    /// The proof of the bound, or that no plan exists; nil where the search left none.
    public var proof: Proof?
    /// What the plan that changes are counted from had decided; nil where they are counted from the natural years.
    public var base: [Choice]?
    /// The settings that differ from their standard, by key.
    public var settings: [SettingUse]?
    /// Version of Heijun that made the plan.
    public var version: String?
    /// What pays for the levelled scope, by year and source; nil where no system has other funding.
    public var fundings: [FundingUse]?
    /// Whether some system had more courses than the setting lists: the bound is then that of the restricted problem.
    public var isRestricted: Bool?
    /// Whether general revenue is levelled instead of the whole cost.
    public var levelsGeneral: Bool?
    /// What soft links between two rooms weigh in the objective, over all years of the horizon; nil where nothing.
    public var softLinks: Change?
    /// Spending in years before the horizon, which the plan changes where a supplementary budget allows it; nil where it
    /// is the same.
    public var beforeHorizon: Change?
    /// Platforms whose years were chosen first and then kept, since others may join or leave them at a charge.
    public var heldPlatforms: [Key]?

    /// Starts a plan with its head.
    public init(asOf: Day, scope: String, outcome: Outcome) {
        self.asOf = asOf
        self.scope = scope
        self.outcome = outcome
    }

    /// An amount if nothing is done, and under the plan.
    public struct Change: Hashable, Codable, Sendable {
        /// If every system keeps its natural years, and under the plan.
        public var before: Yen, after: Yen

        /// Makes a change.
        public init(before: Yen, after: Yen) { (self.before, self.after) = (before, after) }
    }

    /// Whether a plan was found.
    public enum Outcome: String, Codable, Sendable {
        case feasible, infeasible, undecided
    }

    /// One fiscal year's load of the levelled scope, split into running and one-time cost.
    public struct YearLoad: Hashable, Codable, Sendable {
        /// The fiscal year.
        public var year: FiscalYear
        /// Running cost in the natural years, in yen.
        public var runningBefore = Yen.zero
        /// One-time cost in the natural years, in yen.
        public var oneTimeBefore = Yen.zero
        /// Running cost under the plan, in yen.
        public var runningAfter = Yen.zero
        /// One-time cost under the plan, in yen.
        public var oneTimeAfter = Yen.zero
        /// The year's ceiling (予算上限), in yen; nil where there is none.
        public var ceiling: Yen?
        /// Who set the ceiling.
        public var ceilingSetBy: String?
        /// Large rebuilds that go live in the year.
        public var largeBefore = 0
        /// Large rebuilds that go live in the year under the plan.
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
        /// The system.
        public var system: Key
        /// Go-live years of the rebuild: natural and planned; nil where none lies in the horizon.
        public var natural: FiscalYear?
        /// Year of the first rebuild under the plan; nil for none in the horizon.
        public var planned: FiscalYear?
        /// First fiscal year of building under the plan.
        public var buildsFrom: FiscalYear?
        /// Years of equipment renewals under the plan.
        public var renewals: [FiscalYear] = []
        /// Room left and room entered, and the year of the move; nil where it stays.
        public var moveFrom: Key?
        /// The room that it moves to.
        public var moveTo: Key?
        /// The year in which it moves.
        public var moveYear: FiscalYear?
        /// One-time cost inside the horizon.
        public var oneTimeCost = Yen.zero
        /// Why, in a sentence for the finance section.
        public var reason: Words?
        /// The decided go-live year of the first rebuild, past the horizon too.
        public var firstRebuild: FiscalYear?
        /// Every rebuild of the plan inside the horizon, the first one included.
        public var rebuilds: [FiscalYear] = []
        /// The year of the first equipment renewal before the first rebuild, past the horizon too: natural and planned.
        public var naturalRenewal: FiscalYear?
        /// Year of the first renewal of equipment under the plan.
        public var plannedRenewal: FiscalYear?
        /// Year of the move if every system keeps its natural year.
        public var naturalMove: FiscalYear?
        /// Hosting after leaving the room, where it enters no other room.
        public var hosting: Hosting?
        /// Why the year was not open to choice; nil where it was.
        public var fixed: FixedBy?
        /// Quarter of the fiscal year in which it moves, 1 to 4; nil where moves are planned by year.
        public var moveQuarter: Int?
        /// The hosting that its first rebuild takes instead of the present one.
        public var newHosting: Hosting?
        /// How its rebuilds and renewals are procured, where not as today.
        public var form: ProcurementForm?
        /// What becomes of it instead of a rebuild of its own; `firstRebuild` is then the year of it.
        public var ending: Consolidation.Ending?
        /// The years before its first rebuild in which it is kept going past its natural ones; nil without any.
        public var extendedYears: [FiscalYear]?
        /// The second rebuild, and the renewal after the first rebuild, where the plan moves them from the years that their
        /// cycles give (`plan.later-shift`); nil where it leaves them there.
        public var laterRebuild: FiscalYear?, laterRenewal: FiscalYear?
        /// The years that their cycles give, where the plan moves them.
        public var laterRebuildDue: FiscalYear?, laterRenewalDue: FiscalYear?

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
    /// Why a system's year was not open to choice.
    public enum FixedBy: String, Codable, Sendable {
        /// The ledger says that the year is decided.
        case decided
        /// Its spending starts in a year whose budget is voted or whose request is closed.
        case budgetClosed
        /// A pin.
        case pinned
        /// It is to be retired and is not replaced.
        case retiring
        /// The ledger has neither a rebuild year nor a start and a cycle.
        case noYear
    }

    /// One account beside the levelled scope.
    public struct AccountLoads: Hashable, Codable, Sendable {
        /// The account (会計).
        public var account: Key
        /// The load of each fiscal year of the horizon.
        public var years: [YearLoad] = []

        /// Starts an account.
        public init(account: Key) { self.account = account }
    }

    /// How far one limit is used in one year.
    public struct LimitUse: Hashable, Codable, Sendable {
        /// What is limited.
        public var kind: LimitKind
        /// Section, vendor or room; empty for the count of large rebuilds.
        public var key: Key
        /// The fiscal year.
        public var year: FiscalYear
        /// In tenths of person-months, rebuilds, half rack units, watts, kilograms, by `kind`.
        public var before: Int
        /// What the plan uses, in the limit's unit.
        public var after: Int
        /// What there is, in the limit's unit.
        public var limit: Int
        /// Quarter of the fiscal year, 1 to 4, of a room's use; nil for the whole year.
        public var quarter: Int?

        /// Makes a use.
        public init(
            kind: LimitKind, key: Key, year: FiscalYear, quarter: Int? = nil, before: Int, after: Int,
            limit: Int
        ) {
            self.kind = kind
            self.key = key
            self.year = year
            self.quarter = quarter
            self.before = before
            self.after = after
            self.limit = limit
        }
    }

    /// What one source pays for the levelled scope in one year.
    public struct FundingUse: Hashable, Codable, Sendable {
        /// The fiscal year.
        public var year: FiscalYear
        /// The source of funds (財源).
        public var funding: Funding
        /// If every system keeps its natural year, and under the plan.
        public var before: Yen
        /// Its amount under the plan, in yen.
        public var after: Yen
        /// The part that the local allocation tax is said to bear later (交付税措置): a memo that counts nowhere; nil
        /// where there is none.
        public var taxMemoBefore: Yen?
        public var taxMemoAfter: Yen?

        /// Makes a use.
        public init(
            year: FiscalYear, funding: Funding, before: Yen, after: Yen, taxMemoBefore: Yen? = nil,
            taxMemoAfter: Yen? = nil
        ) {
            self.year = year
            self.funding = funding
            self.before = before
            self.after = after
            self.taxMemoBefore = taxMemoBefore
            self.taxMemoAfter = taxMemoAfter
        }
    }

    /// What a limit other than a ceiling limits.
    public enum LimitKind: String, Codable, CaseIterable, Sendable {
        case staff, vendor, large, roomUnits, roomPower, roomWeight, platform
    }

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
