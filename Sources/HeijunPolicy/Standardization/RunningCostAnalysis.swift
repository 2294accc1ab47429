public import HeijunModel

/// Running cost before and after the migration for one scope, by official item, and against FY2018.
public struct RunningCostAnalysis: Sendable, Hashable {
    /// The scope's key, and in words what it covers.
    public let scope: Key
    /// What the figures cover.
    public let label: String?
    /// The years that the sums cover; nil where the items disagree.
    public let years: Int?
    /// The items in the official order.
    public let items: [CostComparison]
    /// The years recorded for the scope, FY2018 first where it is there.
    public let history: [RunningCost]
    /// The target of the reduction against FY2018.
    public let target: Rate
    /// Where the amounts come from.
    public let origin: Origin

    /// Where amounts come from.
    public enum Origin: String, Sendable {
        /// The body's own comparison (`cost_comparison`, `running_cost`).
        case recorded
        /// The cost of the ledger's systems, where there is no comparison.
        case ledger

        /// The origin as shown.
        public var title: Words {
            switch self {
            case .recorded: Words(ja: "団体の試算", en: "the body's own comparison")
            case .ledger: Words(ja: "台帳からの計算", en: "computed from the ledger")
            }
        }
    }

    /// The sum of the items before and after the migration.
    public var before: Yen { items.map(\.before).total() }
    /// The sum of the items after the migration.
    public var after: Yen { items.map(\.after).total() }

    /// The baseline year of the target, FY2018 (平成30年度).
    public static let baselineYear = FiscalYear(2018)

    /// The running cost of FY2018.
    public var baseline: RunningCost? { history.first { $0.year == Self.baselineYear } }

    /// One year against FY2018.
    public struct Reduction: Sendable, Hashable {
        /// The cost as the ledger has it.
        public let cost: RunningCost
        /// `1 − running(FY) ÷ running(FY2018)` in ten-thousandths, half rounded away from zero; negative is a rise.
        public let reduction: Int
        /// The same with consumption tax taken out of both, where both name their rate.
        public let withoutTax: Int?
        /// Whether the reduction reaches the target, without tax where that is known.
        public let isReached: Bool
    }

    /// Every later year of the scope against FY2018; empty without that year.
    public var reductions: [Reduction] {
        guard let baseline, baseline.amount.amount > 0 else { return [] }
        return history.filter { $0.year > Self.baselineYear }.map { cost in
            let gross = Self.reduction(from: baseline.amount.amount, to: cost.amount.amount)
            let net = Self.net(baseline).flatMap { old in
                Self.net(cost).map { Self.reduction(from: old, to: $0) }
            }
            return Reduction(
                cost: cost, reduction: gross, withoutTax: net,
                isReached: (net ?? gross) >= target.tenThousandths)
        }
    }

    /// The most that a year may cost for the target to be reached.
    public var allowed: Yen? {
        baseline.map { Yen($0.amount.amount * (10_000 - target.tenThousandths) / 10_000) }
    }

    /// The analyses of a ledger, one a scope; scopes are never added up. What the ledger's systems give comes last, where
    /// nothing is recorded or `withLedger` asks for it.
    public static func all(of portfolio: Portfolio, withLedger: Bool = false) -> [RunningCostAnalysis] {
        let recorded = recorded(in: portfolio)
        guard recorded.isEmpty || withLedger else { return recorded }
        return recorded + [ofLedger(portfolio, target: target(of: portfolio))].compactMap { $0 }
    }

    private static func target(of portfolio: Portfolio) -> Rate {
        Rate(tenThousandths: portfolio.value(of: .reductionTarget) * 10)
    }

    private static func recorded(in portfolio: Portfolio) -> [RunningCostAnalysis] {
        let scopes = Set(portfolio.costComparisons.map(\.scope) + portfolio.runningCosts.map(\.scope))
        let target = target(of: portfolio)
        let order = Dictionary(
            uniqueKeysWithValues: CostItem.allCases.enumerated().map { ($1, $0) })
        return scopes.sorted().map { scope in
            let items = portfolio.costComparisons.filter { $0.scope == scope && $0.item.isRunning }
                .sorted { (order[$0.item] ?? 0) < (order[$1.item] ?? 0) }
            let history = portfolio.runningCosts.filter { $0.scope == scope }.sorted { $0.year < $1.year }
            let spans = Set(items.map(\.years))
            return RunningCostAnalysis(
                scope: scope, label: items.compactMap(\.label).first ?? history.compactMap(\.label).first,
                years: spans.count == 1 ? spans.first : nil, items: items, history: history, target: target,
                origin: .recorded)
        }
    }

    private static func reduction(from old: Int, to new: Int) -> Int {
        let doubled = 2 * (old - new) * 10_000 / old
        return (doubled + (doubled < 0 ? -1 : 1)) / 2
    }

    private static func net(_ cost: RunningCost) -> Int? {
        cost.taxRate.map { cost.amount.amount * 10_000 / (10_000 + $0.tenThousandths) }
    }
}
