/// One information system (情報システム) of the ledger.
public struct ITSystem: LedgerRecord {
    // Identity
    public var id: Key = ""
    public var name = ""
    public var shortName: String?
    public var summary: String?
    // Owners
    public var businessSection: Key?
    public var systemSection: Key?
    // Nature
    public var systemClass: SystemClass?
    public var audience: Audience?
    public var serviceHours: ServiceHours?
    public var tier: Tier?
    public var handlesMyNumber = false
    public var handlesResidentData = false
    public var form: Form?
    public var size: Size?
    public var difficulty: Size?
    // Life
    public var stage: Stage?
    public var inService: FiscalYear?
    public var lifeYears: Int?
    public var cycleYears: Int?
    public var renewalYear: FiscalYear?
    public var rebuildYear: FiscalYear?
    public var windowEarly: Int?
    public var windowLate: Int?
    public var buildYears: Int?
    public var isYearDecided = false
    public var pinnedYear: FiscalYear?
    public var retiresAfter: FiscalYear?
    // Place
    public var hosting: Hosting?
    public var allowedHostings: [Hosting] = []
    public var room: Key?
    public var targetRoom: Key?
    public var units: RackUnits?
    public var power: Watts?
    public var weight: Kilograms?
    // Money and work
    public var account: Key?
    public var buildCost: Yen?
    public var equipmentCost: Yen?
    public var migrationCost: Yen?
    public var annualRunCost: Yen?
    public var runCostAfter: Yen?
    public var extensionCost: Yen?
    public var effort: PersonMonths?
    public var vendor: Key?
    // Standardization
    public var businesses: [Key] = []
    public var transitionReason: TransitionReason?
    public var transitionPlannedDay: Day?
    public var specificationVersion: String?
    // Governance
    public var programmes: [Key] = []
    public var functionCodes: [Key] = []
    public var usesLinkPlatform = false
    public var continuationClause: Bool?
    public var exceptionReason: String?
    // Entry in the ledger
    public var validFrom: Day?
    public var validTo: Day?
    public var successors: [Key] = []
    public var note: String?

    public init() {}

    public static let kind = RecordKind.of(
        \.systems, name: "system", ja: "情報システム", en: "System", identity: ["id"])

    /// The year in which the present system would naturally be replaced: the ledger's, or in service + cycle.
    public var naturalYear: FiscalYear? {
        rebuildYear ?? inService.flatMap { start in (lifeYears ?? cycleYears).map { start.advanced(by: $0) } }
    }

    /// Whether it is in use, or will be.
    public var isLive: Bool {
        switch stage {
        case .retired: false
        case .planned, .procuring, .building, .operating, .retiring, nil: true
        }
    }
}
