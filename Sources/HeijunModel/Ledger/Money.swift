/// 会計区分: the general account, a special account or a public enterprise's account.
public struct Account: LedgerRecord {
    /// Its name, such as 一般会計.
    public var id: Key = ""
    /// Category (会計区分).
    public var category: Category = .general
    public init() {}

    /// The three categories of a local government's accounts.
    public enum Category: String, Listed {
        case general, special, enterprise
        public var title: Words {
            switch self {
            case .general: Words(ja: "一般会計", en: "General account")
            case .special: Words(ja: "特別会計", en: "Special account")
            case .enterprise: Words(ja: "公営企業会計", en: "Public enterprise account")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "会計", en: "Account"),
        .required("category", \.category, ja: "会計区分", en: "Category"),
    ]
    public static let kind = RecordKind.of(
        \.accounts, name: "account", ja: "会計", en: "Account", identity: ["id"])
}

/// The most that an account may spend on systems in one fiscal year.
public struct Ceiling: LedgerRecord {
    /// Account (会計).
    public var account: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// The most, in yen, running and one-time cost together.
    public var amount = Yen.zero
    /// Who set it; shown wherever the ceiling is.
    public var setBy: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("account", \.account, ja: "会計", en: "Account", to: "account"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("amount", \.amount, ja: "上限額", en: "Ceiling"),
        .optional("set_by", \.setBy, ja: "設定者", en: "Set by"),
    ]
    public static let kind = RecordKind.of(
        \.ceilings, name: "ceiling", ja: "予算上限", en: "Ceiling", identity: ["account", "year"],
        parent: "account")
}

/// How a shared system's cost is divided among accounts (負担割合).
public struct AccountShare: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Account (会計).
    public var account: Key = ""
    /// The part of the system's cost that the account bears; a system's shares add up to one.
    public var share = Rate.one
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("account", \.account, ja: "会計", en: "Account", to: "account"),
        .required("share", \.share, ja: "負担割合", en: "Share"),
    ]
    public static let kind = RecordKind.of(
        \.accountShares, name: "account_share", ja: "負担割合", en: "Account share",
        identity: ["system", "account"], parent: "system")
}

/// An amount of one system, year and item.
public struct Cost: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// What it is for.
    public var item: CostItem = .systemOperation
    /// How far the amount has come.
    public var stage: CostStage = .planned
    /// Where the money comes from.
    public var funding: Funding = .general
    /// The account that pays; empty is the system's own.
    public var account: Key?
    /// In yen; tax is in it or not, as `isTaxIncluded` says.
    public var amount = Yen.zero
    /// What a future amount was estimated from.
    public var basis: CostBasis?
    /// The day of that estimate.
    public var basisDay: Day?
    /// Who gave it.
    public var vendor: Key?
    /// The rate of consumption tax reckoned with, such as 0.1.
    public var taxRate: Rate?
    /// Whether the tax is in the amount; empty is unknown.
    public var isTaxIncluded: Bool?
    /// The section that bore it; past costs keep their old owner after a 改組.
    public var section: Key?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("item", \.item, ja: "費目", en: "Item"),
        .required("stage", \.stage, ja: "段階", en: "Stage"),
        .required("funding", \.funding, ja: "財源", en: "Funding"),
        .optional("account", \.account, ja: "会計", en: "Account", to: "account"),
        .required("amount", \.amount, ja: "金額", en: "Amount"),
        .optional("basis", \.basis, ja: "積算根拠", en: "Basis"),
        .optional("basis_day", \.basisDay, ja: "根拠の日付", en: "Date of the basis"),
        .optional("vendor", \.vendor, ja: "見積事業者", en: "Vendor", to: "vendor"),
        .optional("tax_rate", \.taxRate, ja: "消費税率", en: "Tax rate"),
        .optional("tax_included", \.isTaxIncluded, ja: "税込", en: "Tax included"),
        .optional("section", \.section, ja: "負担課", en: "Section", to: "section"),
    ]
    public static let kind = RecordKind.of(
        \.costs, name: "cost", ja: "経費", en: "Cost",
        identity: ["system", "year", "item", "stage", "funding", "account"], parent: "system")
}

/// The ten official running-cost items (デジタル庁 投資対効果の検証) and the one-time ones.
public enum CostItem: String, Listed {
    case systemOperation, hardwareUpkeepWork, otherOutsourcing
    case hardwareRent, hardwareUpkeep, softwareRent, softwareUpkeep, dataCentre, lines, cloud
    case build, migration, equipment

    public var title: Words {
        switch self {
        case .systemOperation: Words(ja: "システム運用作業", en: "System operation")
        case .hardwareUpkeepWork: Words(ja: "ハードウェア保守作業", en: "Hardware upkeep work")
        case .otherOutsourcing: Words(ja: "その他外部委託費", en: "Other outsourcing")
        case .hardwareRent: Words(ja: "ハードウェア借料", en: "Hardware rent")
        case .hardwareUpkeep: Words(ja: "ハードウェア保守費", en: "Hardware upkeep")
        case .softwareRent: Words(ja: "ソフトウェア借料", en: "Software rent")
        case .softwareUpkeep: Words(ja: "ソフトウェア保守費", en: "Software upkeep")
        case .dataCentre: Words(ja: "データセンター利用費", en: "Data centre")
        case .lines: Words(ja: "通信回線費", en: "Lines")
        case .cloud: Words(ja: "クラウド利用経費", en: "Cloud")
        case .build: Words(ja: "開発・改修費", en: "Build")
        case .migration: Words(ja: "データ移行費", en: "Migration")
        case .equipment: Words(ja: "機器購入費", en: "Equipment")
        }
    }

    /// Whether it recurs every year (経常経費) or is spent once (一時経費).
    public var isRunning: Bool {
        switch self {
        case .build, .migration, .equipment: false
        case .systemOperation, .hardwareUpkeepWork, .otherOutsourcing, .hardwareRent, .hardwareUpkeep,
            .softwareRent, .softwareUpkeep, .dataCentre, .lines, .cloud:
            true
        }
    }
}

/// How far an amount has come: plan, budget, revised budget, settled account.
public enum CostStage: String, Listed {
    case planned, budget, revised, settled
    public var title: Words {
        switch self {
        case .planned: Words(ja: "計画", en: "Planned")
        case .budget: Words(ja: "当初予算", en: "Budget")
        case .revised: Words(ja: "補正後予算", en: "Revised budget")
        case .settled: Words(ja: "決算", en: "Settled")
        }
    }
}

/// 財源.
public enum Funding: String, Listed {
    case national, prefectural, bond, fund, other, general
    public var title: Words {
        switch self {
        case .national: Words(ja: "国庫支出金", en: "National subsidy")
        case .prefectural: Words(ja: "県支出金", en: "Prefectural subsidy")
        case .bond: Words(ja: "市債", en: "Bonds")
        case .fund: Words(ja: "基金繰入金", en: "Fund")
        case .other: Words(ja: "その他特定財源", en: "Other earmarked")
        case .general: Words(ja: "一般財源", en: "General revenue")
        }
    }
}

/// What a future cost was estimated from.
public enum CostBasis: String, Listed {
    case rough, rfi, referenceQuote, contract
    public var title: Words {
        switch self {
        case .rough: Words(ja: "概算", en: "Rough estimate")
        case .rfi: Words(ja: "RFI", en: "RFI")
        case .referenceQuote: Words(ja: "参考見積", en: "Reference quote")
        case .contract: Words(ja: "契約額", en: "Contract")
        }
    }
}
