public import HeijunModel

/// Where a body stands with the standardized businesses on one day.
public struct StandardizationTable: Sendable, Hashable {
    /// The day that counts as today.
    public let asOf: Day
    /// One row a business, in the order of the ministry's progress sheet; what the ledger has beyond it comes last.
    public let rows: [Row]
    /// The simple mean of the rates that are known, over the businesses of the law; nil where none is.
    public let mean: MeanRate?
    /// The three counts that are easily taken for one another, each with its label.
    public let counts: [Count]

    /// The mean to a ten-thousandth; nil where no rate is known.
    public var overallRate: Rate? { mean?.rate }

    /// One business.
    public struct Row: Sendable, Hashable {
        /// Key of the business.
        public let key: Key
        /// Its name.
        public let name: Words
        /// Its entry in the catalogue; nil for a business that no document knows.
        public let business: StandardBusiness?
        /// Whether the ledger records it at all.
        public let isRecorded: Bool
        /// How far it is.
        public let state: Business.State
        /// The rate, with what it was counted or taken from.
        public let rate: KnownRate?
        /// Counts of the 40 steps; nil where none are recorded.
        public let steps: StepCounts?
        /// Nil where the business is not applicable.
        public let deadline: Deadline?
        /// Days from today to the deadline, negative when late; nil once migrated or not applicable.
        public let daysLeft: Int?
        /// The day planned for its completion.
        public let planned: Day?
        /// The day on which it was complete.
        public let completed: Day?
        /// 特定移行支援 reason, from the business or else from its systems.
        public let transitionReason: TransitionReason?
        /// When it is expected in operation, from the steps' history; nil once migrated or without steps.
        public let forecastRange: Forecast?
        /// The fiscal year in which the plan puts the last of its systems into operation.
        public let planYear: FiscalYear?
        /// The systems that have a deadline of their own.
        public let systemDeadlines: [SystemDeadline]
        /// The live systems that serve it.
        public let systems: [Key]
        /// What is wrong with it.
        public let findings: [Finding]

        /// The expected day of operation.
        public var forecast: Day? { forecastRange?.expected }
        /// Steps still to do; nil where none are recorded.
        public var stepsLeft: Int? { steps?.left }
        /// Whether the deadline has passed without completion.
        public var isLate: Bool { (daysLeft ?? 0) < 0 }
        /// Whether every step is settled, or, where no rate is known, whether it is recorded as migrated.
        public var isComplete: Bool { rate.map { $0.rate == .one } ?? (state == .migrated) }
    }

    /// A deadline that was decided for one system alone.
    public struct SystemDeadline: Sendable, Hashable {
        /// The system.
        public let system: Key
        /// Its deadline.
        public let deadline: Deadline
    }

    /// A rate and where it comes from.
    public struct KnownRate: Sendable, Hashable {
        /// The rate.
        public let rate: Rate
        /// Whether it is computed from steps or reported.
        public let origin: Origin
        /// The day of a published rate.
        public let asOf: Day?

        /// Where a rate comes from.
        public enum Origin: String, Sendable {
            /// Counted from the 40 steps.
            case steps
            /// Published without its steps.
            case reported

            /// The origin in a narrow column.
            public var short: Words {
                switch self {
                case .steps: Words(ja: "計算", en: "steps")
                case .reported: Words(ja: "公表値", en: "published")
                }
            }

            /// The origin as shown.
            public var title: Words {
                switch self {
                case .steps: Words(ja: "ステップから計算", en: "from the steps")
                case .reported: Words(ja: "公表値", en: "as published")
                }
            }
        }
    }

    /// A count of things done among all, with a label that says what is counted.
    public struct Count: Sendable, Hashable {
        /// What is counted.
        public let label: Words
        /// How many are complete.
        public let done: Int
        /// Of how many.
        public let total: Int
    }
}

/// The standardization table of a portfolio as of a day.
///
/// - Parameter plan: Whose go-live years are shown beside the forecast.
public func standardizationTable(
    _ portfolio: Portfolio, asOf: Day, plan: Plan? = nil
) -> StandardizationTable {
    standardizationTable(Context(portfolio, asOf: asOf), plan: plan)
}

/// As `standardizationTable(_:asOf:)`, for a ledger that is indexed already.
public func standardizationTable(_ context: Context, plan: Plan? = nil) -> StandardizationTable {
    let maker = RowMaker(context, plan)
    let rows = businessKeys(context).map(maker.row)
    let counted = rows.filter { ($0.business?.isOneOfTwenty ?? false) && $0.state != .notApplicable }
    return StandardizationTable(
        asOf: context.asOf, rows: rows, mean: MeanRate(counted.compactMap { $0.rate?.rate }),
        counts: counts(of: counted, context))
}

/// The businesses that the body must have, then the others that it records, in ledger order.
private func businessKeys(_ context: Context) -> [Key] {
    let expected = StandardBusiness.expected(of: context.portfolio.organization.category).map(\.key)
    let known = Set(expected)
    var others: [Key] = []
    for business in context.portfolio.businesses
    where !known.contains(business.id) && !others.contains(business.id) {
        others.append(business.id)
    }
    let order = Dictionary(
        StandardBusiness.all.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    return expected + others.sorted { (order[$0] ?? Int.max, $0) < (order[$1] ?? Int.max, $1) }
}

/// Makes the table's rows.
private struct RowMaker {
    private let context: Context
    private let findings: [String: [Finding]]
    private let forecasts: Forecasts
    private let planYears: [Key: FiscalYear]

    init(_ context: Context, _ plan: Plan?) {
        self.context = context
        findings = Dictionary(grouping: businessFindings(context), by: \.key)
        forecasts = Forecasts(context)
        let choices: [Plan.Choice] = plan?.choices ?? []
        planYears = Dictionary(
            choices.compactMap { choice in choice.firstRebuild.map { (choice.system, $0) } },
            uniquingKeysWith: max)
    }

    func row(of key: Key) -> StandardizationTable.Row {
        let catalogued = StandardBusiness.named(key.text)
        let recorded = context.ledger.business(key)
        let business = recorded ?? Business()
        let steps = context.ledger.steps(of: key)
        let systems = context.ledger.systems(of: key).filter(\.isLive)
        let counts = steps.isEmpty ? nil : StepCounts(steps)
        let deadline = business.state == .notApplicable ? nil : context.deadline(of: business)
        return StandardizationTable.Row(
            key: key, name: catalogued?.name ?? Words(ja: key.text, en: key.text), business: catalogued,
            isRecorded: recorded != nil, state: business.state, rate: knownRate(counts, business),
            steps: counts, deadline: deadline,
            daysLeft: business.state.isOpen ? deadline.map { context.asOf.days(to: $0.day) } : nil,
            planned: business.plannedDay ?? systems.compactMap(\.transitionPlannedDay).max(),
            completed: business.completedDay,
            transitionReason: business.transitionReason ?? systems.compactMap(\.transitionReason).first,
            forecastRange: recorded.flatMap(forecasts.of),
            planYear: business.state.isOpen ? systems.compactMap { planYears[$0.id] }.max() : nil,
            systemDeadlines: deadlines(of: systems), systems: systems.map(\.id),
            findings: findings[key.text] ?? [])
    }

    private func deadlines(of systems: [ITSystem]) -> [StandardizationTable.SystemDeadline] {
        systems.compactMap { system in
            Deadline.of(
                system: system.id, decisions: context.portfolio.deadlineDecisions, asOf: context.asOf
            ).map { .init(system: system.id, deadline: $0) }
        }
    }
}

/// The rate from the steps where any are recorded, else the published one.
private func knownRate(_ counts: StepCounts?, _ business: Business) -> StandardizationTable.KnownRate? {
    if let counts { return .init(rate: counts.rate, origin: .steps, asOf: nil) }
    return business.reportedRate.map { .init(rate: $0, origin: .reported, asOf: business.reportedAsOf) }
}

private func counts(
    of rows: [StandardizationTable.Row], _ context: Context
) -> [StandardizationTable.Count] {
    let serving = context.portfolio.systems.filter { $0.isLive && !$0.businesses.isEmpty }
    let steps = rows.compactMap(\.steps)
    return [
        .init(
            label: Words(ja: "全ステップが完了した業務", en: "Businesses with all steps settled"),
            done: rows.count(where: \.isComplete), total: rows.count),
        .init(
            label: Words(ja: "担う業務がすべて移行済のシステム", en: "Systems whose businesses have all migrated"),
            done: serving.count { hasMigrated($0, context) }, total: serving.count),
        .init(
            label: Words(ja: "完了または対象外の作業ステップ", en: "Steps done or not applicable"),
            done: steps.map(\.settled).reduce(0, +), total: steps.map(\.total).reduce(0, +)),
    ]
}

private func hasMigrated(_ system: ITSystem, _ context: Context) -> Bool {
    system.transitionReason == nil
        && system.businesses.allSatisfy { !(context.ledger.business($0)?.state.isOpen ?? true) }
}

/// The findings about businesses: the standardization rules and data checks, sorted.
func businessFindings(_ context: Context) -> [Finding] {
    let rules = Rule.standardization.flatMap { $0.findings(in: context) }
    let checks = DataCheck.businesses.flatMap { $0.findings(in: context) }
    return sorted((rules + checks).filter { $0.kind == "business" })
}
