/// The whole ledger of one body: what an inventory file holds, the store keeps and the planner reads.
public struct Portfolio: Hashable, Sendable {
    /// Organization (団体), in the order of the file.
    public var organizations: [Organization] = []
    /// Population (人口), in the order of the file.
    public var populations: [Population] = []
    /// Section (課), in the order of the file.
    public var sections: [OrganizationSection] = []
    /// Staff capacity (要員上限), in the order of the file.
    public var staffCapacities: [StaffCapacity] = []
    /// Facility (施設), in the order of the file.
    public var facilities: [Facility] = []
    /// Machine room (マシン室), in the order of the file.
    public var rooms: [Room] = []
    /// Room capacity (マシン室容量), in the order of the file.
    public var roomCapacities: [RoomCapacity] = []
    /// Vendor (事業者), in the order of the file.
    public var vendors: [Vendor] = []
    /// Account (会計), in the order of the file.
    public var accounts: [Account] = []
    /// Ceiling (予算上限), in the order of the file.
    public var ceilings: [Ceiling] = []
    /// Item mapping (節の対応), in the order of the file.
    public var itemMappings: [ItemMapping] = []
    /// Standardized business (標準化対象業務), in the order of the file.
    public var businesses: [Business] = []
    /// Step (作業ステップ), in the order of the file.
    public var steps: [Step] = []
    /// Deadline decision (標準化の期限の決定), in the order of the file.
    public var deadlineDecisions: [DeadlineDecision] = []
    /// Specification revision (標準仕様書の改定), in the order of the file.
    public var specificationRevisions: [SpecificationRevision] = []
    /// Cost comparison (移行前後の経費比較), in the order of the file.
    public var costComparisons: [CostComparison] = []
    /// Running cost (年度別の運用経費), in the order of the file.
    public var runningCosts: [RunningCost] = []
    /// Progress of another body (他団体の進捗), in the order of the file.
    public var peers: [PeerProgress] = []
    /// Grant (補助金（デジタル基盤改革支援）), in the order of the file.
    public var grants: [Grant] = []
    /// Evaluation scheme (評価方式), in the order of the file.
    public var schemes: [EvaluationScheme] = []
    /// Grade (評価の区分), in the order of the file.
    public var schemeGrades: [SchemeGrade] = []
    /// Question (設問), in the order of the file.
    public var questions: [Question] = []
    /// Choice (選択肢), in the order of the file.
    public var questionChoices: [QuestionChoice] = []
    /// Staff cost (人件費単価), in the order of the file.
    public var staffCosts: [StaffCost] = []
    /// Programme (事務事業), in the order of the file.
    public var programmes: [Programme] = []
    /// Evaluation sheet (評価シート), in the order of the file.
    public var programmeSheets: [ProgrammeSheet] = []
    /// Programme cost (事業費), in the order of the file.
    public var programmeCosts: [ProgrammeCost] = []
    /// Staff of a programme (人工), in the order of the file.
    public var programmeStaffs: [ProgrammeStaff] = []
    /// Answer (回答), in the order of the file.
    public var answers: [Answer] = []
    /// Minimal project (最小事業), in the order of the file.
    public var minimalProjects: [MinimalProject] = []
    /// System (情報システム), in the order of the file.
    public var systems: [ITSystem] = []
    /// Account share (負担割合), in the order of the file.
    public var accountShares: [AccountShare] = []
    /// Cost (経費), in the order of the file.
    public var costs: [Cost] = []
    /// Contract (契約), in the order of the file.
    public var contracts: [Contract] = []
    /// Support end (サポート期限), in the order of the file.
    public var supportEnds: [SupportEnd] = []
    /// Link (連携), in the order of the file.
    public var links: [Link] = []
    /// Gate (審査・レビュー), in the order of the file.
    public var gates: [Gate] = []
    /// Uncertainty (遅延・超過の範囲), in the order of the file.
    public var uncertainties: [Uncertainty] = []
    /// Budget amount (予算編成の額), in the order of the file.
    public var budgetAmounts: [BudgetAmount] = []
    /// Order (順序), in the order of the file.
    public var precedences: [Precedence] = []
    /// Not in the same year (同年度不可), in the order of the file.
    public var separations: [Separation] = []
    /// Move group (移設グループ), in the order of the file.
    public var moveGroups: [MoveGroup] = []
    /// Planning terms (計画条件), in the order of the file.
    public var planTerms: [PlanTerms] = []
    /// Planned decision (計画決定), in the order of the file.
    public var planDecisions: [PlanDecision] = []
    /// Hosting option (稼働形態案), in the order of the file.
    public var hostingOptions: [HostingOption] = []
    /// Procurement option (調達形態案), in the order of the file.
    public var procurementOptions: [ProcurementOption] = []
    /// Consolidation (廃止・統合・共同化案), in the order of the file.
    public var consolidations: [Consolidation] = []
    /// Platform capacity (共通基盤容量), in the order of the file.
    public var platformCapacities: [PlatformCapacity] = []
    /// Funding rule (財源充当), in the order of the file.
    public var fundingRules: [FundingRule] = []
    /// Contracted payment (契約済の支払), in the order of the file.
    public var contractPayments: [ContractPayment] = []
    /// Funding ceiling (財源別上限), in the order of the file.
    public var fundingCeilings: [FundingCeiling] = []
    /// Link between rooms (室間回線), in the order of the file.
    public var roomLinks: [RoomLink] = []
    /// Room conversion (マシン室の転用), in the order of the file.
    public var roomConversions: [RoomConversion] = []
    /// Freeze (凍結期間), in the order of the file.
    public var freezes: [Freeze] = []
    /// Decision group (一体決定グループ), in the order of the file.
    public var decisionGroups: [DecisionGroup] = []
    /// Policy field (分野), in the order of the file.
    public var policyFields: [PolicyField] = []
    /// Field count (分野別施策数), in the order of the file.
    public var fieldCounts: [FieldCount] = []
    /// Measure (施策), in the order of the file.
    public var measures: [Measure] = []
    /// Rate of a year (年度達成率), in the order of the file.
    public var measureYears: [MeasureYear] = []
    /// Indicator (成果指標), in the order of the file.
    public var indicators: [Indicator] = []
    /// Indicator value (指標値), in the order of the file.
    public var indicatorValues: [IndicatorValue] = []
    /// Equipment rule (機器の割当規則), in the order of the file.
    public var equipmentRules: [EquipmentRule] = []
    /// Equipment (機器), in the order of the file.
    public var equipment: [Equipment] = []
    /// Software (ソフトウェア), in the order of the file.
    public var software: [Software] = []
    /// Relation (構成の関係), in the order of the file.
    public var relations: [Relation] = []
    /// Commission (委託業務), in the order of the file.
    public var commissions: [Commission] = []
    /// Deliverable (成果品), in the order of the file.
    public var deliverables: [Deliverable] = []
    /// Project task (工程), in the order of the file.
    public var projectTasks: [ProjectTask] = []
    /// Summary review (総括), in the order of the file.
    public var summaryReviews: [SummaryReview] = []
    /// Count of agreements (協定の件数), in the order of the file.
    public var agreementCounts: [AgreementCount] = []
    /// Figure of another body (他団体の値), in the order of the file.
    public var peerFigures: [PeerFigure] = []
    /// Remark (疑義), in the order of the file.
    public var remarks: [Remark] = []
    /// Stress case (外的要因), in the order of the file.
    public var stressCases: [StressCase] = []
    /// Scenario (シナリオ), in the order of the file.
    public var scenarios: [Scenario] = []
    /// Scenario change (シナリオの変更), in the order of the file.
    public var scenarioChanges: [ScenarioChange] = []
    /// Setting (設定), in the order of the file.
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
        EquipmentRule.kind, Equipment.kind, Software.kind, Relation.kind, Commission.kind, Deliverable.kind,
        ProjectTask.kind,
        SummaryReview.kind, AgreementCount.kind, PeerFigure.kind, Remark.kind,
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
