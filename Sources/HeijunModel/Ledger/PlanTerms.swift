/// What a system's courses cost and need beyond the ledger's main fields (計画条件). Every part may be empty and then
/// takes the setting named beside it.
public struct PlanTerms: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Month of the go-live year in which a rebuild goes live, 1 to 12; empty takes `plan.go-live-month`.
    public var goLiveMonth: Int?
    /// Months for which the old system runs on beside the new one; empty takes `plan.dual-months`.
    public var dualMonths: Int?
    /// Rent of its equipment in one fiscal year, from which the re-lease is reckoned. Empty, the rent in the running cost is
    /// that of its running leases.
    public var yearlyRent: Yen?
    /// Extended upkeep (延長保守料) of one extended year.
    public var extendedUpkeep: Yen?
    /// Largest number of extended years (再リース) before the next renewal or rebuild.
    public var mostReLeases: Int?
    /// What running it longer risks.
    public var riskNote: String?
    /// Cost of a move apart from renewals and rebuilds; empty takes `plan.separate-move-permille` of the equipment.
    public var moveCost: Yen?
    /// Cost of a move at a renewal or rebuild; empty takes `plan.event-move-permille`.
    public var eventMoveCost: Yen?
    /// Whether it may change over only in a quarter with long holidays (`plan.holiday-quarters`).
    public var isHolidayCutover = false
    /// The common platform (a system) that it stands on, and how much of it it takes.
    public var platform: Key?
    /// Platform units (基盤使用量).
    public var platformUnits: Int?
    /// What it pays for migration and tests when that platform is renewed or rebuilt.
    public var tenantCost: Yen?
    /// Work of its business section for a rebuild, beside that of its system section.
    public var businessEffort: PersonMonths?
    /// How a pinned year gets into a budget that is voted or closed already.
    public var budgetException: BudgetException?
    /// How its equipment is procured today; empty is a lease where a contract or the yearly rent says so, else bought.
    public var presentForm: ProcurementForm?
    public init() {}

    /// 補正予算 or 繰越.
    public enum BudgetException: String, Listed {
        case supplementary, carryOver
        public var title: Words {
            switch self {
            case .supplementary: Words(ja: "補正予算", en: "Supplementary budget")
            case .carryOver: Words(ja: "繰越", en: "Carry-over")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .optional("go_live_month", \.goLiveMonth, ja: "稼働月", en: "Go-live month"),
        .optional("dual_months", \.dualMonths, ja: "並行稼働月数", en: "Months of dual running"),
        .optional("yearly_rent", \.yearlyRent, ja: "機器賃借料（年額）", en: "Yearly rent"),
        .optional("extended_upkeep", \.extendedUpkeep, ja: "延長保守料（年額）", en: "Yearly extended upkeep"),
        .optional("re_leases", \.mostReLeases, ja: "再リース上限（回）", en: "Most re-leases"),
        .optional("risk_note", \.riskNote, ja: "延伸のリスク", en: "Risk of extension"),
        .optional("move_cost", \.moveCost, ja: "単独移設費", en: "Cost of a separate move"),
        .optional(
            "event_move_cost", \.eventMoveCost, ja: "更新時の移設費", en: "Cost of a move at a renewal"),
        .flag("holiday_cutover", \.isHolidayCutover, ja: "連休・年末年始切替", en: "Changes over on holidays"),
        .optional("platform", \.platform, ja: "利用する共通基盤", en: "Platform", to: "system"),
        .optional("platform_units", \.platformUnits, ja: "基盤使用量", en: "Platform units"),
        .optional("tenant_cost", \.tenantCost, ja: "基盤更改時の移行・試験費", en: "Cost when the platform is renewed"),
        .optional("business_effort", \.businessEffort, ja: "業務所管課の工数", en: "Business section's effort"),
        .optional("budget_exception", \.budgetException, ja: "予算の例外", en: "Budget exception"),
        .optional("present_form", \.presentForm, ja: "現在の調達形態", en: "Present form"),
    ]
    public static let kind = RecordKind.of(
        \.planTerms, name: "plan_terms", ja: "計画条件", en: "Planning terms", identity: ["system"],
        parent: "system")
}
