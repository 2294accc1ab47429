/// A programme (事務事業) that pays for systems, with its place in the policy tree.
public struct Programme: LedgerRecord {
    /// Its code in the budget.
    public var id: Key = ""
    /// Name (事務事業名).
    public var name = ""
    /// The basic policy (基本政策) at the root of the tree.
    public var basicPolicy: String?
    /// The policy (政策) that it is part of.
    public var policy: String?
    /// The measure (施策) that it is part of.
    public var measure: String?
    /// Number of that measure in the plan, such as 4-2-5.
    public var measureNumber: String?
    /// Whether the plan's own text lists it.
    public var isInPlan: Bool?
    /// The section that answers for it.
    public var section: Key?
    /// The name of that section as published, where the ledger lists no sections.
    public var sectionName: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "事務事業コード", en: "Programme code"),
        .required("name", \.name, ja: "事務事業名", en: "Name"),
        .optional("policy", \.policy, ja: "政策", en: "Policy"),
        .optional("measure", \.measure, ja: "施策", en: "Measure"),
        .optional("section", \.section, ja: "所管課", en: "Section", to: "section"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("basic_policy", \.basicPolicy, ja: "基本政策", en: "Basic policy"),
        .optional("measure_number", \.measureNumber, ja: "施策番号", en: "Number of the measure"),
        .optional("in_plan", \.isInPlan, ja: "実施計画への記載", en: "Listed in the plan"),
        .optional("section_name", \.sectionName, ja: "所管課名", en: "Section as published"),
    ]
    public static let kind = RecordKind.of(
        \.programmes, name: "programme", ja: "事務事業", en: "Programme", identity: ["id"])
}

/// What a programme costs in one year at one stage: 事業費, its funding, and the total with personnel.
public struct ProgrammeCost: LedgerRecord {
    /// Programme (事務事業).
    public var programme: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// How far the amount has come: plan, budget, settled.
    public var stage: CostStage = .budget
    /// 事業費 (A) in yen.
    public var amount = Yen.zero
    /// Parts of the amount by source of money; their sum is the amount.
    public var national, prefectural, bond, other, general: Yen?
    /// 総コスト as reported: the amount with personnel.
    public var total: Yen?
    /// Whether a settled amount is only expected (決算見込).
    public var isExpected = false
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// The parts by source of money that are recorded.
    public var parts: [Yen] { [national, prefectural, bond, other, general].compactMap { $0 } }

    public static let fields: [Field<Self>] = [
        .required("programme", \.programme, ja: "事務事業", en: "Programme", to: "programme"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("stage", \.stage, ja: "段階", en: "Stage"),
        .required("amount", \.amount, ja: "事業費", en: "Amount"),
        .optional("national", \.national, ja: "国庫支出金", en: "National subsidy"),
        .optional("prefectural", \.prefectural, ja: "県支出金", en: "Prefectural subsidy"),
        .optional("bond", \.bond, ja: "市債", en: "Bonds"),
        .optional("other", \.other, ja: "その他特財", en: "Other earmarked"),
        .optional("general", \.general, ja: "一般財源", en: "General revenue"),
        .optional(
            "total", \.total, ja: "総コスト", en: "Total with personnel",
            note: Words(ja: "事業費と人件費の合計として記載された額。", en: "The sum of amount and personnel cost, as reported.")),
        .flag("expected", \.isExpected, ja: "見込", en: "Expected"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.programmeCosts, name: "programme_cost", ja: "事業費", en: "Programme cost",
        identity: ["programme", "year", "stage"], parent: "programme")
}

/// The staff of a programme in one year, and what it costs.
public struct ProgrammeStaff: LedgerRecord {
    /// Programme (事務事業).
    public var programme: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// 人工: full-time equivalents.
    public var fte = Figure(0)
    /// 人件費 as reported; empty is reckoned from the unit cost.
    public var cost: Yen?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("programme", \.programme, ja: "事務事業", en: "Programme", to: "programme"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("fte", \.fte, ja: "人工", en: "Full-time equivalents"),
        .optional("cost", \.cost, ja: "人件費", en: "Personnel cost"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.programmeStaffs, name: "programme_staff", ja: "人工", en: "Staff of a programme",
        identity: ["programme", "year"], parent: "programme")
}

/// What one full-time equivalent costs in one year (人件費単価).
public struct StaffCost: LedgerRecord {
    /// Key (単価ID).
    public var id: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// In yen for one person and year.
    public var amount = Yen.zero
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "単価ID", en: "Key"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("amount", \.amount, ja: "人件費単価", en: "Cost of one full-time equivalent"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.staffCosts, name: "staff_cost", ja: "人件費単価", en: "Staff cost", identity: ["id"])
}
