import HeijunModel

extension RunningCostAnalysis {
    /// Running cost before and after the migration as the ledger's systems give it, where a body has no comparison of its
    /// own: five times the yearly running cost of today and of after the rebuild.
    ///
    /// Of a system's cost after the rebuild the ledger knows the sum alone: it is divided by the items of the latest year
    /// that records some, as today's is. Systems of which one of the two sums is missing are left out of both.
    ///
    /// - Returns: Nil where no system of a standardized business has both sums.
    static func ofLedger(_ portfolio: Portfolio, target: Rate) -> RunningCostAnalysis? {
        let serving = portfolio.systems.filter { $0.isLive && !$0.businesses.isEmpty }
        let known = serving.filter { $0.annualRunCost != nil && $0.runCostAfter != nil }
        guard !known.isEmpty else { return nil }
        let costs = Dictionary(grouping: portfolio.costs.filter(\.item.isRunning), by: \.system)
        var before: [CostItem: Int] = [:], after: [CostItem: Int] = [:]
        for system in known {
            let weights = latestItems(costs[system.id] ?? [])
            add(years * (system.annualRunCost?.amount ?? 0), by: weights, to: &before)
            add(years * (system.runCostAfter?.amount ?? 0), by: weights, to: &after)
        }
        let label = label(of: known.count, among: serving.count)
        let items = CostItem.allCases.compactMap { item -> CostComparison? in
            guard item.isRunning, before[item] != nil || after[item] != nil else { return nil }
            var line = CostComparison()
            (line.scope, line.item, line.years, line.label) = (ledgerScope, item, years, label.ja)
            (line.before, line.after) = (Yen(before[item] ?? 0), Yen(after[item] ?? 0))
            return line
        }
        return RunningCostAnalysis(
            scope: ledgerScope, label: label.ja, years: years, items: items,
            history: history(of: Set(serving.map(\.id)), portfolio), target: target, origin: .ledger)
    }

    /// The scope of what the ledger gives.
    static let ledgerScope: Key = "台帳"
    private static let years = 5

    private static func label(of known: Int, among all: Int) -> Words {
        let left = all - known
        return Words(
            ja: "台帳からの計算。標準化対象業務を担う \(known) システムの年間運用経費と再構築後の年間運用経費の\(years)年分。"
                + "費目は直近年度の割合による按分" + (left > 0 ? "。金額が未記入の \(left) システムを除く" : ""),
            en:
                "Computed from the ledger: \(years) years of the running cost of \(known) systems now and after the rebuild"
        )
    }

    /// The amounts by item of the latest year that is settled; without one of the latest year's latest stage.
    private static func latestItems(_ costs: [Cost]) -> [CostItem: Int] {
        let settled = costs.filter { $0.stage == .settled }
        let known = settled.isEmpty ? costs : settled
        guard let year = known.map(\.year).max() else { return [:] }
        let ofYear = known.filter { $0.year == year }
        let stage = ofYear.map(\.stage).max { order($0) < order($1) }
        var result: [CostItem: Int] = [:]
        for cost in ofYear where cost.stage == stage { result[cost.item, default: 0] += cost.amount.amount }
        return result.filter { $0.value > 0 }
    }

    private static func order(_ stage: CostStage) -> Int { CostStage.allCases.firstIndex(of: stage) ?? 0 }

    /// Divides an amount by weights so that the parts add up: each is the difference of two rounded running sums. All of it
    /// is system operation where there are no weights.
    private static func add(_ amount: Int, by weights: [CostItem: Int], to sums: inout [CostItem: Int]) {
        let whole = weights.values.reduce(0, +)
        guard whole > 0 else { return sums[.systemOperation, default: 0] += amount }
        var run = 0, given = 0
        for item in CostItem.allCases {
            guard let weight = weights[item] else { continue }
            run += weight
            let upTo = Int((Int128(amount) * Int128(run) + Int128(whole) / 2) / Int128(whole))
            sums[item, default: 0] += upTo - given
            given = upTo
        }
    }

    /// The systems' running cost of every year that the ledger records: of each system and item its latest stage; the line is
    /// called by the earliest of these.
    private static func history(of systems: Set<Key>, _ portfolio: Portfolio) -> [RunningCost] {
        let costs = portfolio.costs.filter { $0.item.isRunning && systems.contains($0.system) }
        return Dictionary(grouping: costs, by: \.year).sorted { $0.key < $1.key }.compactMap { year, list in
            let groups = Dictionary(grouping: list) { [$0.system.text, $0.item.rawValue] }.values
            let latest = groups.flatMap { group in
                let last = group.map(\.stage).max { order($0) < order($1) }
                return group.filter { $0.stage == last }
            }
            guard let stage = latest.map(\.stage).min(by: { order($0) < order($1) }) else { return nil }
            var line = RunningCost()
            (line.scope, line.year, line.stage) = (ledgerScope, year, stage)
            line.amount = latest.map(\.amount).total()
            let rates = Set(latest.map(\.taxRate))
            line.taxRate = rates.count == 1 ? rates.first ?? nil : nil
            line.label = "台帳からの計算"
            return line
        }
    }
}
