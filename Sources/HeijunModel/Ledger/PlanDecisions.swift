/// What an applied plan decided for a system beside its years (計画決定): its move, hosting, form of procurement or
/// ending. From then on these are what happens if nothing else is decided.
public struct PlanDecision: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Fiscal year of the move, and its quarter where moves are planned by quarter.
    public var moveYear: FiscalYear?
    /// Quarter of the move (移設四半期), from 1 to 4.
    public var moveQuarter: Int?
    /// The hosting that the first rebuild takes; empty keeps the present one.
    public var hosting: Hosting?
    /// How rebuilds and renewals are procured; empty keeps the present form.
    public var form: ProcurementForm?
    /// What becomes of the system in its rebuild year instead of a rebuild of its own.
    public var ending: Consolidation.Ending?
    /// The fiscal years in which it is kept going past the years that it had before the plan: their extension is still to be
    /// paid.
    public var extendedYears: [FiscalYear] = []
    /// Year of the second rebuild, where it is not that of the life.
    public var laterRebuild: FiscalYear?
    /// Year of the renewal after the first rebuild, where it is not that of the cycle.
    public var laterRenewal: FiscalYear?
    /// First and last fiscal year of extension, as earlier portfolios recorded it: read where no years are, and no longer
    /// written.
    public var extendedFrom: FiscalYear?
    /// Last fiscal year of extension (延伸の最終年度), as `extendedFrom`.
    public var extendedThrough: FiscalYear?
    public init() {}

    /// The fiscal years of extension, in either way in which they are recorded.
    public var allExtendedYears: [FiscalYear] {
        guard extendedYears.isEmpty, let from = extendedFrom, let through = extendedThrough, from <= through
        else { return extendedYears }
        return Array(from...through)
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .optional("move_year", \.moveYear, ja: "移設年度", en: "Year of the move"),
        .optional("move_quarter", \.moveQuarter, ja: "移設四半期", en: "Quarter of the move"),
        .optional("hosting", \.hosting, ja: "決定した稼働形態", en: "Decided hosting"),
        .optional("form", \.form, ja: "決定した調達形態", en: "Decided form"),
        .optional("ending", \.ending, ja: "決定した廃止・統合・共同化", en: "Decided ending"),
        .list("extended_years", \.extendedYears, ja: "延伸の年度", en: "Extended years"),
        .optional("later_rebuild", \.laterRebuild, ja: "次々回の再構築年度", en: "Year of the second rebuild"),
        .optional(
            "later_renewal", \.laterRenewal, ja: "再構築後の機器更新年度", en: "Year of the renewal after the rebuild"),
        .optional("extended_from", \.extendedFrom, ja: "延伸の初年度（旧）", en: "Extended from (earlier)"),
        .optional("extended_through", \.extendedThrough, ja: "延伸の最終年度（旧）", en: "Extended through (earlier)"),
    ]
    public static let kind = RecordKind.of(
        \.planDecisions, name: "plan_decision", ja: "計画決定", en: "Planned decision",
        identity: ["system"], parent: "system")

    /// Whether it decides nothing.
    public var isEmpty: Bool {
        moveYear == nil && hosting == nil && form == nil && ending == nil && allExtendedYears.isEmpty
            && laterRebuild == nil && laterRenewal == nil
    }
}
