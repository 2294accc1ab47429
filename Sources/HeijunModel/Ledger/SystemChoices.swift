/// What a system is for (業務分類).
public enum SystemClass: String, Listed {
    case standard, core, internal_ = "internal", citizen, platform, other
    public var title: Words {
        switch self {
        case .standard: Words(ja: "標準化対象", en: "Standardized")
        case .core: Words(ja: "基幹", en: "Core")
        case .internal_: Words(ja: "内部情報", en: "Internal")
        case .citizen: Words(ja: "市民向け", en: "Citizen-facing")
        case .platform: Words(ja: "基盤", en: "Platform")
        case .other: Words(ja: "その他", en: "Other")
        }
    }
}

/// Who uses a system.
public enum Audience: String, Listed {
    case citizen, internal_ = "internal"
    public var title: Words {
        switch self {
        case .citizen: Words(ja: "市民", en: "Citizens")
        case .internal_: Words(ja: "庁内", en: "Staff")
        }
    }
}

/// When a system must run.
public enum ServiceHours: String, Listed {
    case always = "24x365", extended, office
    public var title: Words {
        switch self {
        case .always: Words(ja: "24時間365日", en: "24 hours, 365 days")
        case .extended: Words(ja: "延長時間帯", en: "Extended hours")
        case .office: Words(ja: "開庁時間", en: "Office hours")
        }
    }
}

/// ネットワーク層: the three tiers, and those beside them.
public enum Tier: String, Listed {
    case mynumber, lgwan, internet, school, standalone
    public var title: Words {
        switch self {
        case .mynumber: Words(ja: "マイナンバー利用事務系", en: "My-Number tier")
        case .lgwan: Words(ja: "LGWAN接続系", en: "LGWAN tier")
        case .internet: Words(ja: "インターネット接続系", en: "Internet tier")
        case .school: Words(ja: "校務系", en: "School network")
        case .standalone: Words(ja: "単独", en: "Stand-alone")
        }
    }
}

/// Where a system is in its life.
public enum Stage: String, Listed {
    case planned, procuring, building, operating, retiring, retired
    public var title: Words {
        switch self {
        case .planned: Words(ja: "企画", en: "Planned")
        case .procuring: Words(ja: "調達中", en: "In procurement")
        case .building: Words(ja: "開発中", en: "Being built")
        case .operating: Words(ja: "運用中", en: "In operation")
        case .retiring: Words(ja: "廃止予定", en: "To be retired")
        case .retired: Words(ja: "廃止", en: "Retired")
        }
    }
}

/// How a system is hosted.
public enum Hosting: String, Listed {
    case onPremises, commonPlatform, sharedRack, housing, iaas, saas, governmentCloud
    public var title: Words {
        switch self {
        case .onPremises: Words(ja: "個別オンプレミス", en: "Own servers")
        case .commonPlatform: Words(ja: "庁内共通システム基盤", en: "Common platform")
        case .sharedRack: Words(ja: "共有ラック", en: "Shared rack")
        case .housing: Words(ja: "ハウジング", en: "Housing")
        case .iaas: Words(ja: "IaaS/PaaS", en: "IaaS/PaaS")
        case .saas: Words(ja: "SaaS", en: "SaaS")
        case .governmentCloud: Words(ja: "ガバメントクラウド", en: "Government Cloud")
        }
    }
    /// Whether it stands in a room of the body.
    public var needsRoom: Bool {
        switch self {
        case .onPremises, .sharedRack, .housing: true
        case .commonPlatform, .iaas, .saas, .governmentCloud: false
        }
    }
}

/// How large a system's rebuild is; the body decides what counts as large.
public enum Size: String, Listed {
    case large, medium, small
    public var title: Words {
        switch self {
        case .large: Words(ja: "大規模", en: "Large")
        case .medium: Words(ja: "中規模", en: "Medium")
        case .small: Words(ja: "小規模", en: "Small")
        }
    }
}

/// How a system was built.
public enum Form: String, Listed {
    case package, customizedPackage, scratch, host
    public var title: Words {
        switch self {
        case .package: Words(ja: "パッケージ", en: "Package")
        case .customizedPackage: Words(ja: "パッケージ（カスタマイズ有）", en: "Customized package")
        case .scratch: Words(ja: "独自開発", en: "Built to order")
        case .host: Words(ja: "ホストコンピュータ", en: "Mainframe")
        }
    }
}

/// 特定移行支援システム's reasons 1–4 (デジタル庁).
public enum TransitionReason: String, Listed {
    case mainframe = "1", individual = "2", noProduct = "3", vendorResources = "4"
    public var title: Words {
        switch self {
        case .mainframe: Words(ja: "メインフレームで運用", en: "Runs on a mainframe")
        case .individual: Words(ja: "個別開発システム", en: "Built to order")
        case .noProduct: Words(ja: "適合システムの開発なし", en: "No compliant product")
        case .vendorResources: Words(ja: "事業者のリソースひっ迫", en: "Vendor lacks resources")
        }
    }
}
