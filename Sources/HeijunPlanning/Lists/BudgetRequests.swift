public import HeijunModel

/// What must be requested for one system and one fiscal year's budget.
public struct BudgetRequest: Hashable, Sendable {
    /// The system.
    public let system: Key
    /// The year whose budget it is, and the year in whose autumn it is requested.
    public let fiscalYear: FiscalYear, requestedIn: FiscalYear
    /// Whether its spending starts in that year or goes on.
    public let standing: Standing
    /// The go-live year that it leads to; nil for a renewal, a move or an extension.
    public let goLive: FiscalYear?
    /// Amounts by item of the budget, one-time and extension.
    public let lines: [Line]
    /// Running cost of the year, requested beside.
    public let running: [Line]

    /// Sum of the lines without running cost.
    public var amount: Yen { lines.map(\.amount).total() }

    /// Whether a spending starts or goes on.
    public enum Standing: String, Codable, Sendable {
        case starts, continues
        /// The standing as shown.
        public var title: Words {
            switch self {
            case .starts: Words(ja: "新規", en: "New")
            case .continues: Words(ja: "継続", en: "Continuing")
            }
        }
    }

    /// An amount under one item and account of the budget.
    public struct Line: Hashable, Sendable {
        /// 節.
        public let item: BudgetItem
        /// 会計.
        public let account: Key
        /// What is paid for.
        public let purpose: Words
        /// The amount.
        public let amount: Yen
    }
}

/// What must be requested for a fiscal year's budget: every system with one-time or extension cost in it.
public func budgetRequests(
    _ portfolio: Portfolio, plan: Plan?, fiscalYear: FiscalYear, asOf: Day? = nil
) -> [BudgetRequest] {
    let planned = PlannedCourses(portfolio, plan: plan, asOf: asOf)
    return planned.courses.compactMap { facts, course in
        RequestMaker(facts: facts, course: course, basis: planned.basis, year: fiscalYear).request
    }
}

/// What one year's budget takes of requests under a plan, and when they are due.
public struct RequestYear: Hashable, Sendable {
    /// The year whose budget it is, and the year in whose autumn it is requested.
    public let fiscalYear: FiscalYear, requestedIn: FiscalYear
    /// Whether the request is closed on the day of the plan.
    public let isClosed: Bool
    /// Systems whose spending starts, the dearest first, and how many others go on.
    public let starting: [Key], continuing: Int
    /// One-time and extension cost of all.
    public let amount: Yen
}

/// What must be requested in which autumn, for every year of a plan's horizon.
public func requestYears(_ portfolio: Portfolio, plan: Plan) -> [RequestYear] {
    let planned = PlannedCourses(portfolio, plan: plan)
    let basis = planned.basis
    return basis.years.map { year in
        let requests = planned.courses.compactMap { facts, course in
            RequestMaker(facts: facts, course: course, basis: basis, year: year).request
        }
        let starting = requests.filter { $0.standing == .starts }.sorted {
            ($1.amount, $0.system) < ($0.amount, $1.system)
        }
        return RequestYear(
            fiscalYear: year, requestedIn: year.advanced(by: -max(1, basis.rules.leadYears)),
            isClosed: year <= basis.closedThrough, starting: starting.map(\.system),
            continuing: requests.count - starting.count, amount: requests.map(\.amount).total())
    }
}

/// What this autumn's request must hold: the budget year it is for, and its requests.
public struct AutumnDecisions: Sendable {
    /// The year in whose autumn the request is made.
    public let requestedIn: FiscalYear
    /// The year whose budget it is.
    public let fiscalYear: FiscalYear
    /// What must be requested.
    public let requests: [BudgetRequest]
}

/// What the next open request must hold, seen from a day: this autumn's, or the next one's once it is closed.
public func decisionsThisAutumn(_ portfolio: Portfolio, plan: Plan?, asOf: Day? = nil) -> AutumnDecisions {
    let basis = PlanningBasis(portfolio, asOf: asOf ?? plan?.asOf)
    let autumn = basis.closedThrough
    let year = autumn.advanced(by: max(1, basis.rules.leadYears))
    return AutumnDecisions(
        requestedIn: autumn, fiscalYear: year,
        requests: budgetRequests(portfolio, plan: plan, fiscalYear: year, asOf: basis.asOf))
}
