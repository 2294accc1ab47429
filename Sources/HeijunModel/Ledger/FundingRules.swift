/// A source other than general revenue that pays a part of a system's cost (財源充当).
public struct FundingRule: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Funding (財源).
    public var funding: Funding = .national
    /// Its name, such as デジタル基盤改革支援補助金.
    public var name = ""
    /// What it may pay for; empty is build and migration.
    public var items: [Item] = []
    /// The share that it pays of what the sources before it leave.
    public var rate = Rate.one
    /// The most that it pays in all (上限額).
    public var limit: Yen?
    /// First and last fiscal year whose spending is eligible; empty is open.
    public var from: FiscalYear?
    /// Last eligible year (対象最終年度).
    public var to: FiscalYear?
    /// The part of it that the local allocation tax is said to bear later (交付税措置率): a memo, never revenue.
    public var taxShare: Rate?
    /// The document that sets it.
    public var source: String?
    public init() {}

    /// A kind of cost that a source may pay for.
    public enum Item: String, Listed {
        case build, equipment, migration, move, running
        public var title: Words {
            switch self {
            case .build: Words(ja: "再構築", en: "Build")
            case .equipment: Words(ja: "機器", en: "Equipment")
            case .migration: Words(ja: "データ移行", en: "Migration")
            case .move: Words(ja: "移設", en: "Move")
            case .running: Words(ja: "運用", en: "Running")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("funding", \.funding, ja: "財源", en: "Funding"),
        .required("name", \.name, ja: "名称", en: "Name"),
        .list("items", \.items, ja: "対象経費", en: "Eligible costs"),
        .required("rate", \.rate, ja: "充当率", en: "Rate"),
        .optional("limit", \.limit, ja: "上限額", en: "Limit"),
        .optional("from_year", \.from, ja: "対象初年度", en: "From fiscal year"),
        .optional("last_year", \.to, ja: "対象最終年度", en: "Last eligible year"),
        .optional("tax_share", \.taxShare, ja: "交付税措置率（参考）", en: "Allocation tax (memo)"),
        .optional("source", \.source, ja: "根拠", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.fundingRules, name: "funding_rule", ja: "財源充当", en: "Funding rule",
        identity: ["system", "funding", "name"], parent: "system")
}

/// The most of one source that an account may use on systems in one fiscal year.
public struct FundingCeiling: LedgerRecord {
    /// Account (会計).
    public var account: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// Funding (財源).
    public var funding: Funding = .general
    /// Ceiling (上限額).
    public var amount = Yen.zero
    /// Who set it.
    public var setBy: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("account", \.account, ja: "会計", en: "Account", to: "account"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("funding", \.funding, ja: "財源", en: "Funding"),
        .required("amount", \.amount, ja: "上限額", en: "Ceiling"),
        .optional("set_by", \.setBy, ja: "設定者", en: "Set by"),
    ]
    public static let kind = RecordKind.of(
        \.fundingCeilings, name: "funding_ceiling", ja: "財源別上限", en: "Funding ceiling",
        identity: ["account", "year", "funding"], parent: "account")
}

/// A payment that a contract already binds (債務負担行為・長期継続契約) and that no other figure of its system holds: it
/// is paid whatever the plan chooses.
public struct ContractPayment: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// The contract.
    public var contract: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// Amount (支払予定額).
    public var amount = Yen.zero
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("contract", \.contract, ja: "契約ID", en: "Contract"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required(
            "amount", \.amount, ja: "支払予定額", en: "Amount",
            note: Words(
                ja: "運用経費・再構築費に含まれない支払だけを書く", en: "only what neither running nor build cost holds")),
    ]
    public static let kind = RecordKind.of(
        \.contractPayments, name: "contract_payment", ja: "契約済の支払", en: "Contracted payment",
        identity: ["system", "contract", "year"], parent: "system")
}
