/// The whole ledger of one body: what an inventory file holds, the store keeps and the planner reads.
public struct Portfolio: Hashable, Sendable {
    public var organizations: [Organization] = []
    public var populations: [Population] = []
    public var sections: [OrganizationSection] = []
    public var staffCapacities: [StaffCapacity] = []
    public var facilities: [Facility] = []
    public var rooms: [Room] = []
    public var roomCapacities: [RoomCapacity] = []
    public var vendors: [Vendor] = []
    public var accounts: [Account] = []
    public var ceilings: [Ceiling] = []
    public var itemMappings: [ItemMapping] = []
    public var businesses: [Business] = []
    public var steps: [Step] = []
    public var deadlineDecisions: [DeadlineDecision] = []
    public var specificationRevisions: [SpecificationRevision] = []
    public var costComparisons: [CostComparison] = []
    public var runningCosts: [RunningCost] = []
    public var peers: [PeerProgress] = []
    public var grants: [Grant] = []
    public var schemes: [EvaluationScheme] = []
    public var schemeGrades: [SchemeGrade] = []
    public var questions: [Question] = []
    public var questionChoices: [QuestionChoice] = []
    public var staffCosts: [StaffCost] = []
    public var programmes: [Programme] = []
    public var programmeSheets: [ProgrammeSheet] = []
    public var programmeCosts: [ProgrammeCost] = []
    public var programmeStaffs: [ProgrammeStaff] = []
    public var answers: [Answer] = []
    public var minimalProjects: [MinimalProject] = []
    public var systems: [ITSystem] = []
    public var accountShares: [AccountShare] = []
    public var costs: [Cost] = []
    public var contracts: [Contract] = []
    public var supportEnds: [SupportEnd] = []
    public var links: [Link] = []
    public var gates: [Gate] = []
    public var uncertainties: [Uncertainty] = []
    public var budgetAmounts: [BudgetAmount] = []
    public var precedences: [Precedence] = []
    public var separations: [Separation] = []
    public var moveGroups: [MoveGroup] = []
    public var planTerms: [PlanTerms] = []
    public var planDecisions: [PlanDecision] = []
    public var hostingOptions: [HostingOption] = []
    public var procurementOptions: [ProcurementOption] = []
    public var consolidations: [Consolidation] = []
    public var platformCapacities: [PlatformCapacity] = []
    public var fundingRules: [FundingRule] = []
    public var contractPayments: [ContractPayment] = []
    public var fundingCeilings: [FundingCeiling] = []
    public var roomLinks: [RoomLink] = []
    public var roomConversions: [RoomConversion] = []
    public var freezes: [Freeze] = []
    public var decisionGroups: [DecisionGroup] = []
    public var policyFields: [PolicyField] = []
    public var fieldCounts: [FieldCount] = []
    public var measures: [Measure] = []
    public var measureYears: [MeasureYear] = []
    public var indicators: [Indicator] = []
    public var indicatorValues: [IndicatorValue] = []
    public var equipmentRules: [EquipmentRule] = []
    public var equipment: [Equipment] = []
    public var software: [Software] = []
    public var relations: [Relation] = []
    public var commissions: [Commission] = []
    public var projectTasks: [ProjectTask] = []
    public var summaryReviews: [SummaryReview] = []
    public var peerFigures: [PeerFigure] = []
    public var remarks: [Remark] = []
    public var stressCases: [StressCase] = []
    public var scenarios: [Scenario] = []
    public var scenarioChanges: [ScenarioChange] = []
    public var settingValues: [SettingValue] = []

    /// An empty portfolio.
    public init() {}

    /// The body; an empty one where none is recorded yet.
    public var organization: Organization { organizations.first ?? Organization() }
}

extension RecordKind {
    /// Every kind of record, in the order of inventory files: a kind comes after those it refers to where that
    /// is possible, a child kind right after its parent.
    public static let all: [RecordKind] = [
        Organization.kind, Population.kind,
        OrganizationSection.kind, StaffCapacity.kind,
        Facility.kind, Room.kind, RoomCapacity.kind, RoomConversion.kind,
        Vendor.kind,
        Account.kind, Ceiling.kind, FundingCeiling.kind, ItemMapping.kind,
        Business.kind, Step.kind,
        SpecificationRevision.kind, CostComparison.kind, RunningCost.kind, PeerProgress.kind,
        EvaluationScheme.kind, SchemeGrade.kind,
        Question.kind, QuestionChoice.kind,
        StaffCost.kind,
        Programme.kind, ProgrammeSheet.kind, ProgrammeCost.kind, ProgrammeStaff.kind, Answer.kind,
        MinimalProject.kind,
        ITSystem.kind, AccountShare.kind, Cost.kind, Contract.kind, SupportEnd.kind, Link.kind, Gate.kind,
        Grant.kind,
        Uncertainty.kind, BudgetAmount.kind,
        PlanTerms.kind, PlanDecision.kind, HostingOption.kind, ProcurementOption.kind, Consolidation.kind,
        PlatformCapacity.kind,
        FundingRule.kind, ContractPayment.kind,
        DeadlineDecision.kind,
        Precedence.kind, Separation.kind, MoveGroup.kind, DecisionGroup.kind,
        RoomLink.kind, Freeze.kind,
        PolicyField.kind, FieldCount.kind,
        Measure.kind, MeasureYear.kind,
        Indicator.kind, IndicatorValue.kind,
        EquipmentRule.kind, Equipment.kind, Software.kind, Relation.kind, Commission.kind, ProjectTask.kind,
        SummaryReview.kind, PeerFigure.kind, Remark.kind,
        StressCase.kind,
        Scenario.kind, ScenarioChange.kind,
        SettingValue.kind,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The kind of that name.
    public static func named(_ name: String) -> RecordKind? { byName[name] }

    /// The kinds whose records stand inside this one's, in order.
    public var children: [RecordKind] { RecordKind.all.filter { $0.parent == name } }
}

extension Portfolio {
    /// Makes a portfolio of entries, in any order.
    ///
    /// - Throws: The first value that does not fit its field, or a name that is no kind; a store's and a checked
    ///   file's entries all fit.
    public init(_ entries: some Sequence<Entry>) throws(EntryProblem) {
        for entry in entries {
            guard let kind = RecordKind.named(entry.kind) else { throw .unknownKind(entry.kind) }
            try kind.add(&self, entry)
        }
    }

    /// Every record as texts, kind by kind in file order, each kind by key.
    public var entries: [Entry] {
        RecordKind.all.flatMap { kind in
            kind.entries(self).map { (kind.key(of: $0.values), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
