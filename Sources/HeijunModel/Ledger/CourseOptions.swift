/// A hosting that a system's first rebuild may choose, with what it costs there (稼働形態案). Empty amounts are as in
/// the system's own fields.
public struct HostingOption: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Hosting (稼働形態).
    public var hosting: Hosting = .commonPlatform
    /// The room that it goes to, for a hosting that stands in one.
    public var room: Key?
    /// The common platform (a system) that it goes to, and how much of it it takes.
    public var platform: Key?
    /// Platform units (基盤使用量).
    public var platformUnits: Int?
    /// One-time costs of a rebuild there.
    public var buildCost: Yen?
    /// Equipment cost (機器費), in yen.
    public var equipmentCost: Yen?
    /// Migration cost (データ移行費), in yen.
    public var migrationCost: Yen?
    /// Running cost of one fiscal year there.
    public var runCost: Yen?
    /// What it pays for migration and tests each time that platform is renewed or rebuilt after it joined; empty takes
    /// the planning terms' `tenant_cost`.
    public var tenantCost: Yen?
    /// First go-live year in which it can be had; empty is always.
    public var from: FiscalYear?
    /// Where the figures come from.
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("hosting", \.hosting, ja: "稼働形態", en: "Hosting"),
        .optional("room", \.room, ja: "設置場所", en: "Room", to: "room"),
        .optional("platform", \.platform, ja: "共通基盤", en: "Platform", to: "system"),
        .optional("platform_units", \.platformUnits, ja: "基盤使用量", en: "Platform units"),
        .optional("build_cost", \.buildCost, ja: "再構築費", en: "Build cost"),
        .optional("equipment_cost", \.equipmentCost, ja: "機器費", en: "Equipment cost"),
        .optional("migration_cost", \.migrationCost, ja: "データ移行費", en: "Migration cost"),
        .optional("run_cost", \.runCost, ja: "年間運用経費", en: "Yearly running cost"),
        .optional("from_year", \.from, ja: "利用可能年度", en: "From fiscal year"),
        .optional("source", \.source, ja: "根拠", en: "Source"),
        .optional("tenant_cost", \.tenantCost, ja: "基盤更改時の移行・試験費", en: "Cost when the platform is renewed"),
    ]
    public static let kind = RecordKind.of(
        \.hostingOptions, name: "hosting_option", ja: "稼働形態案", en: "Hosting option",
        identity: ["system", "hosting"], parent: "system")
}

/// A way to procure a system's rebuilds and renewals that may be chosen beside the present one, or the terms of the present
/// one (調達形態案).
public struct ProcurementOption: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Form (調達形態).
    public var form: ProcurementForm = .lease
    /// Fiscal years over which it is paid; empty is the renewal cycle for a lease, the life for a service contract.
    public var years: Int?
    /// What it costs above buying, as a share.
    public var premium: Rate?
    /// Where the figures come from.
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("form", \.form, ja: "調達形態", en: "Form"),
        .optional("years", \.years, ja: "契約年数", en: "Years"),
        .optional("premium", \.premium, ja: "割増率", en: "Premium"),
        .optional("source", \.source, ja: "根拠", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.procurementOptions, name: "procurement_option", ja: "調達形態案", en: "Procurement option",
        identity: ["system", "form"], parent: "system")
}

/// How rebuilds and renewals are paid (調達形態).
public enum ProcurementForm: String, Listed {
    /// Paid when delivered.
    case purchase
    /// Equipment in equal parts over the term.
    case lease
    /// Development, equipment and upkeep as one fee over the term, from go-live on (方針 L827).
    case service
    public var title: Words {
        switch self {
        case .purchase: Words(ja: "購入", en: "Purchase")
        case .lease: Words(ja: "リース", en: "Lease")
        case .service: Words(ja: "長期サービス提供契約", en: "Long service contract")
        }
    }
}

/// Another end of a system's present life than a rebuild of its own (廃止・統合・共同化案).
public struct Consolidation: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Ending (区分).
    public var ending: Ending = .retire
    /// The system that takes over, for a merger.
    public var into: Key?
    /// Those who share it, for a joint procurement.
    public var partners: String?
    /// The common go-live year of a joint procurement; empty leaves the year open.
    public var year: FiscalYear?
    /// The share that the body bears of a joint procurement.
    public var share: Rate?
    /// One-time cost, in the year in which it takes effect.
    public var oneOffCost: Yen?
    /// What the other system costs more to run in one fiscal year, for a merger.
    public var addedRunCost: Yen?
    /// Where the figures come from.
    public var source: String?
    public init() {}

    /// What becomes of the system.
    public enum Ending: String, Listed {
        case retire, merge, joint
        public var title: Words {
            switch self {
            case .retire: Words(ja: "廃止", en: "Retire")
            case .merge: Words(ja: "統合", en: "Merge")
            case .joint: Words(ja: "共同調達・共同利用", en: "Joint procurement")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("ending", \.ending, ja: "区分", en: "Ending"),
        .optional("into", \.into, ja: "統合先", en: "Into", to: "system"),
        .optional("partners", \.partners, ja: "共同団体", en: "Partners"),
        .optional("year", \.year, ja: "共通年度", en: "Common year"),
        .optional("share", \.share, ja: "負担割合", en: "Share"),
        .optional("one_off_cost", \.oneOffCost, ja: "一時経費", en: "One-time cost"),
        .optional("added_run_cost", \.addedRunCost, ja: "統合先の増加経費（年額）", en: "Added running cost"),
        .optional("source", \.source, ja: "根拠", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.consolidations, name: "consolidation", ja: "廃止・統合・共同化案", en: "Consolidation",
        identity: ["system", "ending"], parent: "system")
}

/// How much a common platform can hold from a fiscal year on, until a later entry.
public struct PlatformCapacity: LedgerRecord {
    /// The platform's system.
    public var system: Key = ""
    /// From fiscal year (適用年度).
    public var year = FiscalYear(2026)
    /// In the platform's own units, such as virtual processors.
    public var units = 0
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "共通基盤", en: "Platform", to: "system"),
        .required("from_year", \.year, ja: "適用年度", en: "From fiscal year"),
        .required("units", \.units, ja: "収容量", en: "Units"),
    ]
    public static let kind = RecordKind.of(
        \.platformCapacities, name: "platform_capacity", ja: "共通基盤容量", en: "Platform capacity",
        identity: ["system", "from_year"], parent: "system")
}
