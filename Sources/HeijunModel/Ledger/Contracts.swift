/// A contract of a system.
public struct Contract: LedgerRecord {
    /// The system that it is for.
    public var system: Key = ""
    /// Names the contract among those of its system.
    public var id: Key = ""
    /// Name (契約名).
    public var name: String?
    /// How it binds later years.
    public var contractKind: Kind = .singleYear
    /// How the contractor was chosen.
    public var method: Method?
    /// Vendor (事業者).
    public var vendor: Key?
    /// Starts (契約開始日).
    public var starts: Day?
    /// Its last day.
    public var ends: Day?
    /// The whole amount over its term, tax included.
    public var amount: Yen?
    /// What is contracted; empty is unknown.
    public var subject: Subject?
    /// Whether it goes on unless somebody ends it.
    public var renewsByItself = false
    public init() {}

    /// How a contract binds later years.
    public enum Kind: String, Listed {
        case singleYear, debtBurden, longTerm, lease, reLease
        public var title: Words {
            switch self {
            case .singleYear: Words(ja: "単年度契約", en: "Single year")
            case .debtBurden: Words(ja: "債務負担行為", en: "Debt burden act")
            case .longTerm: Words(ja: "長期継続契約", en: "Long-term continuing contract")
            case .lease: Words(ja: "リース", en: "Lease")
            case .reLease: Words(ja: "再リース", en: "Re-lease")
            }
        }
    }

    /// How the contractor was chosen.
    public enum Method: String, Listed {
        case openBid, comprehensive, proposal, designated, discretionary
        public var title: Words {
            switch self {
            case .openBid: Words(ja: "一般競争入札", en: "Open bidding")
            case .comprehensive: Words(ja: "総合評価方式", en: "Comprehensive evaluation")
            case .proposal: Words(ja: "公募型プロポーザル", en: "Proposal")
            case .designated: Words(ja: "指名競争入札", en: "Designated bidding")
            case .discretionary: Words(ja: "随意契約", en: "Discretionary contract")
            }
        }
    }

    /// What is contracted (長期継続契約の条例が定める種類).
    public enum Subject: String, Listed {
        case goods, service, cloud, build, lines
        public var title: Words {
            switch self {
            case .goods: Words(ja: "物品の借入れ", en: "Rent of goods")
            case .service: Words(ja: "役務の提供（運用・保守）", en: "Services (operation, upkeep)")
            case .cloud: Words(ja: "クラウドサービスの利用", en: "Cloud services")
            case .build: Words(ja: "開発・構築", en: "Building")
            case .lines: Words(ja: "電気通信役務", en: "Telecommunication")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("id", \.id, ja: "契約ID", en: "Contract key"),
        .optional("name", \.name, ja: "契約名", en: "Name"),
        .required("contract_kind", \.contractKind, ja: "契約種別", en: "Kind"),
        .optional("method", \.method, ja: "契約方法", en: "Method"),
        .optional("vendor", \.vendor, ja: "事業者", en: "Vendor", to: "vendor"),
        .optional("starts", \.starts, ja: "契約開始日", en: "Starts"),
        .optional("ends", \.ends, ja: "契約終了日", en: "Ends"),
        .optional("amount", \.amount, ja: "契約額", en: "Amount"),
        .optional("subject", \.subject, ja: "契約内容", en: "Subject"),
        .flag("renews_by_itself", \.renewsByItself, ja: "自動更新", en: "Renews by itself"),
    ]
    public static let kind = RecordKind.of(
        \.contracts, name: "contract", ja: "契約", en: "Contract", identity: ["system", "id"], parent: "system")
}

/// The day on which support for a part of a system ends.
public struct SupportEnd: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// The part, such as an operating system or a database.
    public var subject = ""
    /// The last day with support.
    public var ends = Day(year: 2026, month: 3, day: 31)
    /// The software that it is about; empty takes the software of the system that bears the subject's name.
    public var software: Key?
    /// The equipment that it is about.
    public var equipment: Key?
    /// Whether extended support is what ends: it stands in for the earlier ends of what it is about.
    public var isExtended = false
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("subject", \.subject, ja: "対象", en: "Subject"),
        .required("ends", \.ends, ja: "サポート終了日", en: "Support ends"),
        .optional("software", \.software, ja: "対象のソフトウェア", en: "Software", to: "software"),
        .optional("equipment", \.equipment, ja: "対象の機器", en: "Equipment", to: "equipment"),
        .flag(
            "extended", \.isExtended, ja: "延長サポート", en: "Extended support",
            note: Words(
                ja: "対象の機器・ソフトウェアの早い終了日に代わる", en: "Stands in for earlier ends of what it is about")),
    ]
    public static let kind = RecordKind.of(
        \.supportEnds, name: "support_end", ja: "サポート期限", en: "Support end",
        identity: ["system", "subject"], parent: "system")
}

/// Data that one system passes to another (連携).
public struct Link: LedgerRecord {
    /// The system that gives the data.
    public var system: Key = ""
    /// The system that takes it.
    public var to: Key = ""
    /// What travels, in a few words.
    public var content = ""
    /// Method (連携方式).
    public var method: Method?
    /// How often, such as 日次 or 随時.
    public var cycle: String?
    /// Whether it goes through the link platform (連携基盤).
    public var isViaPlatform = false
    /// Strongly tied systems move together.
    public var isHard = false
    /// Whether files are made harmless (無害化) on the way.
    public var isSanitized = false
    /// 特定通信: source, destination, port and approval of a link between the My-Number tier and LGWAN.
    public var specificCommunication: String?
    public init() {}

    /// How the data travels.
    public enum Method: String, Listed {
        case file, api, database, media, screen
        public var title: Words {
            switch self {
            case .file: Words(ja: "ファイル", en: "File")
            case .api: Words(ja: "API", en: "API")
            case .database: Words(ja: "データベース", en: "Database")
            case .media: Words(ja: "媒体", en: "Media")
            case .screen: Words(ja: "画面転送", en: "Screen transfer")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "連携元", en: "From", to: "system"),
        .required("to", \.to, ja: "連携先", en: "To", to: "system"),
        .required("content", \.content, ja: "連携内容", en: "Content"),
        .optional("method", \.method, ja: "連携方式", en: "Method"),
        .optional("cycle", \.cycle, ja: "周期", en: "Cycle"),
        .flag("via_platform", \.isViaPlatform, ja: "連携基盤経由", en: "Through the link platform"),
        .flag("hard", \.isHard, ja: "密結合", en: "Hard link"),
        .flag("sanitized", \.isSanitized, ja: "無害化", en: "Sanitized"),
        .optional(
            "specific_communication", \.specificCommunication, ja: "特定通信", en: "Specific communication"),
    ]
    public static let kind = RecordKind.of(
        \.links, name: "link", ja: "連携", en: "Link", identity: ["system", "to", "content"], parent: "system")
}

/// One of the five reviews of a system's life cycle.
public struct Gate: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Which of the five reviews.
    public var review: Review = .beforeBudget
    /// The fiscal year that the review belongs to.
    public var cycle = FiscalYear(2026)
    /// The day by which it must be held.
    public var due: Day?
    /// The day on which it was held.
    public var done: Day?
    /// Conditions that it set and that are not met yet.
    public var openConditions: String?
    public init() {}

    /// 審査・レビュー, in order (川崎市 情報システム全体最適化方針).
    public enum Review: String, Listed {
        case beforeBudget, beforeProcurement, atProcurement, project, operation
        public var title: Words {
            switch self {
            case .beforeBudget: Words(ja: "システム事前評価", en: "Review before the budget")
            case .beforeProcurement: Words(ja: "調達前レビュー", en: "Review before procurement")
            case .atProcurement: Words(ja: "調達時レビュー", en: "Review at procurement")
            case .project: Words(ja: "プロジェクト管理", en: "Project review")
            case .operation: Words(ja: "運用保守経費評価", en: "Review of running cost")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("review", \.review, ja: "審査", en: "Review"),
        .required("year", \.cycle, ja: "年度", en: "Fiscal year"),
        .optional("due", \.due, ja: "期限", en: "Due"),
        .optional("done", \.done, ja: "実施日", en: "Done"),
        .optional("open_conditions", \.openConditions, ja: "未了の付帯事項", en: "Open conditions"),
    ]
    public static let kind = RecordKind.of(
        \.gates, name: "gate", ja: "審査・レビュー", en: "Gate", identity: ["system", "review", "year"],
        parent: "system")
}
