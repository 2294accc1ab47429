/// How far a system's rebuild may slip and cost more than planned: the range from which stress tests draw.
///
/// Both are drawn from a triangle over whole years and whole percents; a part left empty takes the settings'.
public struct Uncertainty: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Likeliest and greatest delay of its rebuild, in whole fiscal years, 0 or more.
    public var delayLikely: Int?
    /// Delay, greatest (years) (遅延 最大（年）).
    public var delayMost: Int?
    /// Least, likeliest and greatest overrun of its one-time cost, in percent of it; negative is cheaper.
    public var overrunLeast: Int?
    /// Overrun, likeliest (%) (経費超過 最頻（%）).
    public var overrunLikely: Int?
    /// Overrun, greatest (%) (経費超過 最大（%）).
    public var overrunMost: Int?
    /// Where the range comes from.
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .optional("delay_likely", \.delayLikely, ja: "遅延 最頻（年）", en: "Delay, likeliest (years)"),
        .optional("delay_most", \.delayMost, ja: "遅延 最大（年）", en: "Delay, greatest (years)"),
        .optional("overrun_least", \.overrunLeast, ja: "経費超過 最小（%）", en: "Overrun, least (%)"),
        .optional("overrun_likely", \.overrunLikely, ja: "経費超過 最頻（%）", en: "Overrun, likeliest (%)"),
        .optional("overrun_most", \.overrunMost, ja: "経費超過 最大（%）", en: "Overrun, greatest (%)"),
        .optional("source", \.source, ja: "根拠", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.uncertainties, name: "uncertainty", ja: "遅延・超過の範囲", en: "Uncertainty", identity: ["system"],
        parent: "system")
}

/// A named turn of events (外的要因) under which a plan is computed again: prices, tax, exchange, a vendor.
public struct StressCase: LedgerRecord {
    /// Stress case key (外的要因ID).
    public var id: Key = ""
    /// Name (名称).
    public var name = ""
    /// What becomes dearer, or what happens.
    public var effect: Effect = .wages
    /// First fiscal year in which it works; empty is the first year of the plan.
    public var from: FiscalYear?
    /// Rise in percent: each year anew for wages, once for the others.
    public var percent = 0
    /// The vendor concerned; empty is every one.
    public var vendor: Key?
    /// Years by which rebuilds slip while another vendor is found.
    public var delay: Int?
    /// Where the assumption comes from.
    public var source: String?
    public init() {}

    /// What a case acts on.
    public enum Effect: String, Listed {
        case wages, tax, exchange, vendorPrice, vendorWithdrawal
        public var title: Words {
            switch self {
            case .wages: Words(ja: "賃金・物価の上昇", en: "Wages and prices")
            case .tax: Words(ja: "消費税率の引上げ", en: "Consumption tax")
            case .exchange: Words(ja: "為替（クラウド利用料）", en: "Exchange rate (cloud)")
            case .vendorPrice: Words(ja: "事業者の値上げ", en: "A vendor's price rise")
            case .vendorWithdrawal: Words(ja: "事業者の撤退", en: "A vendor's withdrawal")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "外的要因ID", en: "Stress case key"),
        .required("name", \.name, ja: "名称", en: "Name"),
        .required("effect", \.effect, ja: "種別", en: "Effect"),
        .optional("from", \.from, ja: "開始年度", en: "From"),
        .required(
            "percent", \.percent, ja: "上昇率（%）", en: "Rise (%)",
            note: Words(ja: "賃金・物価は毎年、ほかは一度", en: "each year for wages, once for the others")),
        .optional("vendor", \.vendor, ja: "事業者", en: "Vendor", to: "vendor"),
        .optional("delay", \.delay, ja: "遅延（年）", en: "Delay (years)"),
        .optional("source", \.source, ja: "根拠", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.stressCases, name: "stress_case", ja: "外的要因", en: "Stress case", identity: ["id"])
}
