/// Running cost over five years before and after the move to the standard, for one scope and one of the ten official
/// items (デジタル庁 投資対効果の検証): keeping the present system at the same scale against the migrated one.
public struct CostComparison: LedgerRecord {
    /// What is compared, such as `税` or `全20業務`; amounts of different scopes are never added.
    public var scope: Key = ""
    /// Item (費目).
    public var item: CostItem = .systemOperation
    /// Running cost over all the years, in yen: the present system renewed as it is.
    public var before = Yen.zero
    /// Running cost over all the years, in yen: after the migration.
    public var after = Yen.zero
    /// Number of years that both sums cover.
    public var years = 5
    /// What the scope covers, in words, with terminals, lines and taxes.
    public var label: String?
    /// Source (出典).
    public var source: String?
    /// Why the item rises or falls.
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("scope", \.scope, ja: "範囲", en: "Scope"),
        .required("item", \.item, ja: "費目", en: "Item"),
        .required("before", \.before, ja: "移行前", en: "Before"),
        .required("after", \.after, ja: "移行後", en: "After"),
        .required("years", \.years, ja: "年数", en: "Years"),
        .optional("label", \.label, ja: "範囲の説明", en: "What the scope covers"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "増減の理由", en: "Why it changes"),
    ]
    public static let kind = RecordKind.of(
        \.costComparisons, name: "cost_comparison", ja: "移行前後の経費比較", en: "Cost comparison",
        identity: ["scope", "item"])
}

/// The running cost of one scope in one fiscal year, to be held against that of FY2018 (平成30年度).
public struct RunningCost: LedgerRecord {
    /// What it covers, as in a cost comparison.
    public var scope: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2018)
    /// Running cost (運用経費).
    public var amount = Yen.zero
    /// How far the amount has come.
    public var stage: CostStage = .planned
    /// The rate of consumption tax in it: 0.08 in FY2018, 0.1 since October 2019; empty where it is without tax.
    public var taxRate: Rate?
    /// What the scope covers in that year, in words.
    public var label: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("scope", \.scope, ja: "範囲", en: "Scope"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("amount", \.amount, ja: "運用経費", en: "Running cost"),
        .required("stage", \.stage, ja: "段階", en: "Stage"),
        .optional("tax_rate", \.taxRate, ja: "消費税率", en: "Tax rate"),
        .optional("label", \.label, ja: "範囲の説明", en: "What the scope covers"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.runningCosts, name: "running_cost", ja: "年度別の運用経費", en: "Running cost",
        identity: ["scope", "year"])
}
