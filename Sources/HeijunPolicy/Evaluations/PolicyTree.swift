public import HeijunModel

/// The policy tree with what rolls up along it: systems, their cost and planned rebuilds, programme money, indicators.
///
/// A system that several programmes pay for counts in each of them; the sums above count it once.
public struct PolicyTree: Sendable, Hashable {
    /// Policies, their measures and their programmes, each before what lies in it; the last is everything.
    public let nodes: [Node]
    /// Live systems that no programme pays for.
    public let withoutProgramme: Int

    /// One knot of the tree.
    public struct Node: Sendable, Hashable {
        /// How deep it stands in the tree.
        public let level: Level
        /// Its name.
        public let name: String
        /// The programme's code or the measure's number.
        public let code: String?
        /// The programmes below it.
        public let programmes: [Key]
        /// Live systems, each once.
        public let systems: Int
        /// Their yearly running cost.
        public let runCost: Yen
        /// One-time cost and years of their rebuilds: under the plan, else as the ledger has them from this year on.
        public let buildCost: Yen
        /// Years in which its systems are rebuilt.
        public let rebuildYears: [FiscalYear]
        /// Budget and settled amount of the latest year that a sheet evaluates, with personnel where it is known.
        public let year: FiscalYear?
        /// Budget and settled amount, in yen.
        public let budget: Yen?, settled: Yen?
        /// Indicators met, and those with a verdict.
        public let met: Int, judged: Int
    }

    /// How high a knot stands.
    public enum Level: Int, Sendable, CaseIterable {
        case all, policy, measure, programme
    }

    /// Rolls a ledger up, with the years and cost of a plan where one is given.
    public init(_ input: EvaluationInput, plan: Plan? = nil) {
        let maker = NodeMaker(input, plan)
        let programmes = input.context.portfolio.programmes
        let policies = distinct(programmes.map { $0.policy ?? "" })
        var nodes: [Node] = []
        for policy in policies {
            let inside = programmes.filter { ($0.policy ?? "") == policy }
            if !policy.isEmpty { nodes.append(maker.node(.policy, policy, nil, inside)) }
            for measure in distinct(inside.map { $0.measure ?? "" }) {
                let leaves = inside.filter { ($0.measure ?? "") == measure }
                if !measure.isEmpty {
                    nodes.append(maker.node(.measure, measure, leaves.first?.measureNumber, leaves))
                }
                nodes += leaves.map { maker.node(.programme, $0.name, $0.id.text, [$0]) }
            }
        }
        self.nodes = nodes.isEmpty ? [] : nodes + [maker.node(.all, "", nil, programmes)]
        withoutProgramme = input.context.portfolio.systems.count { $0.isLive && $0.programmes.isEmpty }
    }
}

private func distinct(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
}

/// Makes the knots of a tree.
private struct NodeMaker {
    let input: EvaluationInput
    private let sheets: [Key: [SheetRow]]
    private let indicators: [Key?: [IndicatorRow]]
    private let choices: [Key: Plan.Choice]?

    init(_ input: EvaluationInput, _ plan: Plan?) {
        self.input = input
        sheets = Dictionary(grouping: input.sheets, by: \.programme.id)
        indicators = Dictionary(grouping: input.indicators, by: \.programme)
        choices = plan.map { plan in
            Dictionary(plan.choices.map { ($0.system, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    func node(
        _ level: PolicyTree.Level, _ name: String, _ code: String?, _ programmes: [Programme]
    ) -> PolicyTree.Node {
        let keys = programmes.map(\.id)
        let systems = self.systems(of: Set(keys))
        let rebuilds = self.rebuilds(of: systems)
        let rows = keys.flatMap { sheets[$0] ?? [] }
        let year = rows.map(\.year).max()
        let verdicts = keys.flatMap { indicators[$0] ?? [] }.flatMap { row in
            row.assessments.filter { $0.target.year == year }.map(\.verdict)
        }
        return PolicyTree.Node(
            level: level, name: name, code: code, programmes: keys, systems: systems.count,
            runCost: systems.map { $0.annualRunCost ?? .zero }.total(),
            buildCost: rebuilds.cost, rebuildYears: Set(rebuilds.years).sorted(), year: year,
            budget: sum(rows, year, .budget), settled: sum(rows, year, .settled),
            met: verdicts.count { $0 == .met }, judged: verdicts.count { $0 == .met || $0 == .missed })
    }

    private func rebuilds(of systems: [ITSystem]) -> (cost: Yen, years: [FiscalYear]) {
        if let choices {
            let chosen = systems.compactMap { choices[$0.id] }
            return (chosen.map(\.oneTimeCost).total(), chosen.flatMap(\.rebuilds))
        }
        let ahead = systems.filter { system in
            system.rebuildYear.map { $0 >= input.context.year } ?? false
        }
        return (ahead.map { $0.buildCost ?? .zero }.total(), ahead.compactMap(\.rebuildYear))
    }

    private func systems(of programmes: Set<Key>) -> [ITSystem] {
        input.context.portfolio.systems.filter {
            $0.isLive && !programmes.isDisjoint(with: $0.programmes)
        }
    }

    private func sum(_ rows: [SheetRow], _ year: FiscalYear?, _ stage: CostStage) -> Yen? {
        let lines = rows.filter { $0.year == year }.compactMap { row in year.flatMap { row.cost($0, stage) } }
        return lines.isEmpty ? nil : lines.map { $0.total ?? $0.cost.amount }.total()
    }
}
