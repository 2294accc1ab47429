public import HeijunModel

/// What a plan is made under beside the ledger: a named scenario, changes given with the command, or both.
public struct PlanVariant: Hashable, Sendable {
    /// The scenario, where one is named.
    public let scenario: Key?
    /// Its changes, then those given beside it.
    public let changes: [VariantChange]
    private let given: [String]

    /// No difference from the ledger.
    public static let none = PlanVariant()

    private init() { (scenario, changes, given) = (nil, [], []) }

    /// A scenario of a ledger and further changes.
    ///
    /// - Throws: Where the ledger has no such scenario, or a change cannot be read.
    public init(
        scenario: Key?, changes texts: [String], in portfolio: Portfolio
    ) throws(VariantProblem) {
        var all: [VariantChange] = []
        if let scenario {
            for text in try portfolio.changes(of: scenario) { all.append(try VariantChange(text)) }
        }
        for text in texts { all.append(try VariantChange(text)) }
        self.scenario = scenario
        changes = all
        given = texts
    }

    /// The variant that a stored plan names: `text` of the one that it was made under.
    public init(stored text: String?) throws(VariantProblem) {
        let words = text?.split(separator: " ").map(String.init) ?? []
        let named = words.first { $0.hasPrefix(PlanVariant.mark) }
        scenario = named.map { Key(String($0.dropFirst(PlanVariant.mark.count))) }
        given = words.filter { !$0.hasPrefix(PlanVariant.mark) }
        var all: [VariantChange] = []
        for text in given { all.append(try VariantChange(text)) }
        changes = all
    }

    /// The variant with further changes.
    public func adding(_ texts: [String]) throws(VariantProblem) -> PlanVariant {
        let words = [text].compactMap { $0 } + texts
        return try PlanVariant(stored: words.joined(separator: " "))
    }

    private static let mark = "scenario:"

    /// The variant as a plan keeps it: the scenario's name, then every change; nil where nothing differs. The plan
    /// stands by itself, whatever becomes of the scenario.
    public var text: String? {
        guard let scenario else { return given.isEmpty ? nil : given.joined(separator: " ") }
        return ([PlanVariant.mark + scenario.text] + changes.map(\.text)).joined(separator: " ")
    }

    /// What people read: the scenario's name, or the changes.
    public var title: String? { scenario?.text ?? text }

    /// The ledger under the variant.
    public func applied(to portfolio: Portfolio) throws(VariantProblem) -> Portfolio {
        var result = portfolio
        for change in changes { try change.apply(to: &result) }
        return result
    }
}

extension Portfolio {
    /// The changes of a scenario, in order of their targets.
    func changes(of scenario: Key) throws(VariantProblem) -> [String] {
        guard scenarios.contains(where: { $0.id == scenario }) else {
            throw .unknownScenario(
                scenario, closest: closest(to: scenario.text, among: scenarios.map(\.id.text)))
        }
        return scenarioChanges.filter { $0.scenario == scenario }.sorted { $0.target < $1.target }
            .map { "\($0.target.text)=\($0.value ?? "")" }
    }

    /// The ledger with a plan's years and decisions in it, as applying the plan would leave it.
    public func applying(_ plan: Plan) -> Portfolio {
        let choices = Dictionary(plan.choices.map { ($0.system, $0) }) { first, _ in first }
        var result = self
        for index in result.systems.indices {
            guard let choice = choices[result.systems[index].id] else { continue }
            if let year = choice.planned { result.systems[index].rebuildYear = year }
            if let year = choice.plannedRenewal { result.systems[index].renewalYear = year }
        }
        result.planDecisions = plan.choices.compactMap { $0.record }
        return result
    }
}

extension RecordKind {
    /// The kinds that no plan is made from: changing them leaves every plan as valid as it was.
    public static let besidePlanning: Set<String> = [
        Scenario.kind.name, ScenarioChange.kind.name, StressCase.kind.name, Uncertainty.kind.name,
        BudgetAmount.kind.name, ItemMapping.kind.name,
        SpecificationRevision.kind.name, CostComparison.kind.name, RunningCost.kind.name,
        PeerProgress.kind.name, Grant.kind.name,
    ]
}
