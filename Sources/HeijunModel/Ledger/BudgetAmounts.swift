/// 節 of the expenditure budget as systems use them (地方自治法施行規則 別記).
public enum BudgetItem: String, Listed {
    case services, commission, rent, goods
    public var title: Words {
        switch self {
        case .services: Words(ja: "役務費", en: "Services")
        case .commission: Words(ja: "委託料", en: "Commissions")
        case .rent: Words(ja: "使用料及び賃借料", en: "Fees and rent")
        case .goods: Words(ja: "備品購入費", en: "Goods")
        }
    }
}

/// How far the amount of a budget request has come (予算編成の段階), in order.
public enum BudgetStage: String, Listed, Comparable {
    case requested, notified, appealed, assessed, voted
    public var title: Words {
        switch self {
        case .requested: Words(ja: "要求", en: "Requested")
        case .notified: Words(ja: "内示", en: "Notified")
        case .appealed: Words(ja: "復活要求", en: "Appealed")
        case .assessed: Words(ja: "査定", en: "Assessed")
        case .voted: Words(ja: "議決", en: "Voted")
        }
    }
    /// Other ways in which files write it.
    public var aliases: [String] {
        switch self {
        case .appealed: ["復活"]
        case .requested, .notified, .assessed, .voted: []
        }
    }
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .requested: 0
        case .notified: 1
        case .appealed: 2
        case .assessed: 3
        case .voted: 4
        }
    }
}

/// The amount of one system's request at one stage of a budget, under one item.
public struct BudgetAmount: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// The fiscal year whose budget it is.
    public var year = FiscalYear(2026)
    /// Stage (段階).
    public var stage: BudgetStage = .requested
    /// Item (節).
    public var item: BudgetItem = .commission
    /// The amount without running cost; 0 where it was struck out.
    public var amount = Yen.zero
    /// What was said about it.
    public var reason: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("year", \.year, ja: "予算年度", en: "Budget year"),
        .required("stage", \.stage, ja: "段階", en: "Stage"),
        .required("item", \.item, ja: "節", en: "Item"),
        .required("amount", \.amount, ja: "金額", en: "Amount"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
    ]
    public static let kind = RecordKind.of(
        \.budgetAmounts, name: "budget_amount", ja: "予算編成の額", en: "Budget amount",
        identity: ["system", "year", "stage", "item"], parent: "system")
}

/// Under which items an account requests what, where that differs from the usual: an empty field takes the usual item.
public struct ItemMapping: LedgerRecord {
    /// Account (会計).
    public var account: Key = ""
    /// Build (再構築の節).
    public var build: BudgetItem?
    /// Migration (データ移行の節).
    public var migration: BudgetItem?
    /// Equipment, bought (機器購入の節).
    public var equipmentBought: BudgetItem?
    /// Equipment, leased (機器賃借の節).
    public var equipmentLeased: BudgetItem?
    /// Move (移設の節).
    public var move: BudgetItem?
    public var `extension`: BudgetItem?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("account", \.account, ja: "会計", en: "Account", to: "account"),
        .optional("build", \.build, ja: "再構築の節", en: "Build"),
        .optional("migration", \.migration, ja: "データ移行の節", en: "Migration"),
        .optional("equipment_bought", \.equipmentBought, ja: "機器購入の節", en: "Equipment, bought"),
        .optional("equipment_leased", \.equipmentLeased, ja: "機器賃借の節", en: "Equipment, leased"),
        .optional("move", \.move, ja: "移設の節", en: "Move"),
        .optional("extension", \.extension, ja: "再リース・延長保守の節", en: "Re-lease and extended upkeep"),
    ]
    public static let kind = RecordKind.of(
        \.itemMappings, name: "item_mapping", ja: "節の対応", en: "Item mapping", identity: ["account"],
        parent: "account")
}
