public import HeijunModel

/// One system's line of the budget request (予算要求): what is asked this autumn, and all that finance asks about it.
public struct BudgetLine: Hashable, Sendable {
    /// The request: lines by item, running cost beside.
    public let request: BudgetRequest
    /// One-time and extension cost by item, over all accounts.
    public let amounts: [BudgetItem: Yen]
    /// Where the money comes from; it adds up to the request.
    public let funding: [FundingPart]
    /// The same kinds of cost a year before, and where that figure is from.
    public let lastYear: Yen, lastYearFrom: LastYear
    /// Why the amount differs from last year's.
    public let reason: Words
    /// What the amount was estimated from: the ledger's latest note; nil where it has none.
    public let basis: CostBasis?, basisDay: Day?
    /// The review before the budget.
    public let gate: GateState
    /// The amounts of the stages that are recorded.
    public let stages: [BudgetStage: Yen]
    /// The year of the next renewal of its equipment, before its rebuild; nil where there is none to decide.
    public let nextRenewal: FiscalYear?

    /// The amount asked for, without running cost.
    public var amount: Yen { request.amount }
    /// The difference from last year.
    public var difference: Yen { amount - lastYear }
    /// The latest stage that is recorded; nil where none is.
    public var latestStage: (stage: BudgetStage, amount: Yen)? {
        stages.max { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A part of the money.
    public struct FundingPart: Hashable, Sendable {
        /// 財源.
        public let funding: Funding
        /// The part.
        public let amount: Yen
    }

    /// Where last year's figure is from.
    public enum LastYear: String, Sendable {
        /// The stages recorded for that year's budget, or its amounts in the ledger, or the plan's own course.
        case voted, ledger, plan
    }

    /// How far the review before the budget (システム事前評価) has come.
    public enum GateState: Hashable, Sendable {
        case done(Day, openConditions: String?)
        case due(Day)
        case open
        case missing
    }
}

/// The budget request of a fiscal year, system by system, in the order of the ledger's keys.
///
/// - Parameter plan: The plan whose years count; nil takes the ledger's.
public func budgetSheet(
    _ portfolio: Portfolio, plan: Plan?, fiscalYear: FiscalYear, asOf: Day? = nil
) -> [BudgetLine] {
    let planned = PlannedCourses(portfolio, plan: plan, asOf: asOf)
    let ledger = BudgetLedger(portfolio)
    return planned.courses.compactMap { facts, course in
        BudgetLineMaker(
            facts: facts, course: course, basis: planned.basis, year: fiscalYear, ledger: ledger
        ).line
    }
}

/// What budget lines read of a portfolio, grouped once by system.
struct BudgetLedger {
    let costs: [Key: [Cost]]
    let gates: [Key: [Gate]]
    let amounts: [Key: [BudgetAmount]]

    init(_ portfolio: Portfolio) {
        costs = Dictionary(grouping: portfolio.costs, by: \.system)
        gates = Dictionary(grouping: portfolio.gates, by: \.system)
        amounts = Dictionary(grouping: portfolio.budgetAmounts, by: \.system)
    }

    /// The sum of each stage recorded for a system and year.
    func stages(of system: Key, in year: FiscalYear) -> [BudgetStage: Yen] {
        var result: [BudgetStage: Yen] = [:]
        for amount in amounts[system] ?? [] where amount.year == year {
            result[amount.stage, default: .zero] += amount.amount
        }
        return result
    }
}

extension BudgetLine {
    /// What finance or the assembly has granted so far: the latest of 内示, 査定 and 議決; nil before any.
    public var granted: Yen? {
        stages.filter { $0.key == .notified || $0.key == .assessed || $0.key == .voted }
            .max { $0.key < $1.key }?.value
    }
}
