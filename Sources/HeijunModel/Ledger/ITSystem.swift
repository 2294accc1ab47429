/// One information system (情報システム) of the ledger.
public struct ITSystem: LedgerRecord {
    // Identity
    /// System key (システムID).
    public var id: Key = ""
    /// Name (システム名).
    public var name = ""
    /// A short name for charts and narrow tables.
    public var shortName: String?
    /// What it does, in a sentence.
    public var summary: String?
    // Owners
    /// The section whose work it serves (業務所管課).
    public var businessSection: Key?
    /// The section that runs it (システム所管課).
    public var systemSection: Key?
    // Nature
    /// What it is for.
    public var systemClass: SystemClass?
    /// Audience (利用者).
    public var audience: Audience?
    /// Service hours (提供時間).
    public var serviceHours: ServiceHours?
    /// The network tier that it stands in.
    public var tier: Tier?
    /// Whether it processes Individual Numbers (個人番号).
    public var handlesMyNumber = false
    /// Whether it processes data about residents.
    public var handlesResidentData = false
    /// Form (開発形態).
    public var form: Form?
    /// How large its rebuild is; what is large decides which years are full.
    public var size: Size?
    /// How hard its rebuild is, on the same scale.
    public var difficulty: Size?
    // Life
    /// Stage (状態).
    public var stage: Stage?
    /// The fiscal year in which the present system went live.
    public var inService: FiscalYear?
    /// Years from one rebuild to the next.
    public var lifeYears: Int?
    /// Years from one equipment renewal to the next.
    public var cycleYears: Int?
    /// The fiscal year in which its equipment is next renewed.
    public var renewalYear: FiscalYear?
    /// The fiscal year in which its rebuild would go live if nobody levelled.
    public var rebuildYear: FiscalYear?
    /// Years by which the rebuild may be earlier, 0 or more; empty takes the setting.
    public var windowEarly: Int?
    /// Years by which the rebuild may be later, 0 or more; empty takes the setting.
    public var windowLate: Int?
    /// Fiscal years of building before the go-live year, 0 or more.
    public var buildYears: Int?
    /// Whether the rebuild year is fixed already, by a contract or a budget.
    public var isYearDecided = false
    /// The rebuild year that somebody holds fast for the plan.
    public var pinnedYear: FiscalYear?
    /// The year of the next equipment renewal that somebody holds fast for the plan.
    public var pinnedRenewal: FiscalYear?
    /// The last fiscal year of use, where it is not rebuilt again.
    public var retiresAfter: FiscalYear?
    // Place
    /// Hosting (稼働形態).
    public var hosting: Hosting?
    /// Hostings that a rebuild may choose from; empty keeps the present one.
    public var allowedHostings: [Hosting] = []
    /// The room that it stands in, where it stands in one.
    public var room: Key?
    /// The room that it is to move to.
    public var targetRoom: Key?
    /// Rack space that it takes.
    public var units: RackUnits?
    /// Power that it draws.
    public var power: Watts?
    /// Weight of its equipment.
    public var weight: Kilograms?
    // Money and work
    /// The account that pays; shares divide it where several do.
    public var account: Key?
    /// One-time cost of a rebuild without equipment and migration.
    public var buildCost: Yen?
    /// One-time cost of equipment, at a rebuild or a renewal.
    public var equipmentCost: Yen?
    /// One-time cost of moving the data, at a rebuild.
    public var migrationCost: Yen?
    /// Running cost of one fiscal year.
    public var annualRunCost: Yen?
    /// Running cost of one fiscal year after the rebuild; empty is as before.
    public var runCostAfter: Yen?
    /// Extra cost of each year of delay: re-lease and extended upkeep.
    public var extensionCost: Yen?
    /// Work of its sections for a rebuild.
    public var effort: PersonMonths?
    /// The vendor that would rebuild it.
    public var vendor: Key?
    // Standardization
    /// The standardized businesses that it serves.
    public var businesses: [Key] = []
    /// Why it is in transition support (特定移行支援), where it is.
    public var transitionReason: TransitionReason?
    /// The day on which the move to the standard is planned.
    public var transitionPlannedDay: Day?
    /// The version of the standard specification that it follows.
    public var specificationVersion: String?
    // Governance
    /// The programmes (事務事業) that pay for it.
    public var programmes: [Key] = []
    /// Codes of the functions that it covers, to find doubles.
    public var functionCodes: [Key] = []
    /// Uses the link platform (連携基盤利用).
    public var usesLinkPlatform = false
    /// Whether its contract sets prices for going on after its end; empty is unknown.
    public var continuationClause: Bool?
    /// Why it departs from the policy, where it does.
    public var exceptionReason: String?
    // Entry in the ledger
    /// First day in the ledger; empty is since its beginning.
    public var validFrom: Day?
    /// Last day in the ledger; empty is open.
    public var validTo: Day?
    /// The systems that took its place in a merger or a split.
    public var successors: [Key] = []
    /// Note (備考).
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
