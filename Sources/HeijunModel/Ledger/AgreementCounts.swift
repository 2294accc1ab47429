/// How many agreements (協定・覚書) a body has of one sort in one year, as published.
public struct AgreementCount: LedgerRecord {
    /// What the agreements are counted by.
    public var grouping: Grouping = .total
    /// The sort within it; empty for the total.
    public var item: Key = ""
    /// The fiscal year at whose end they are counted.
    public var year = FiscalYear(2026)
    /// How many there are.
    public var count = 0
    /// Its place in the document's own order.
    public var order: Int?
    /// Whether this sort falls short of a rule of the document, such as a review at least once a year.
    public var isBelowRule = false
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// What agreements are counted by.
    public enum Grouping: String, Listed {
        case total, type, category, contact, review
        /// As shown.
        public var title: Words {
            switch self {
            case .total: Words(ja: "全協定", en: "All agreements")
            case .type: Words(ja: "協定の種類", en: "Kind of agreement")
            case .category: Words(ja: "ジャンル", en: "Category")
            case .contact: Words(ja: "連絡確認の頻度", en: "How often they are contacted")
            case .review: Words(ja: "総括の対象", en: "Summary review")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("grouping", \.grouping, ja: "区分", en: "Counted by"),
        .required("item", \.item, ja: "種別", en: "Sort"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("count", \.count, ja: "件数", en: "Agreements"),
        .optional("order", \.order, ja: "並び順", en: "Order"),
        .flag(
            "below_rule", \.isBelowRule, ja: "規定に満たない", en: "Below the rule",
            note: Words(
                ja: "資料自身の規定（年1回のレビューなど）に満たない種別。", en: "A sort that falls short of the document's own rule.")),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.agreementCounts, name: "agreement_count", ja: "協定の件数", en: "Count of agreements",
        identity: ["grouping", "item", "year"])
}
