public import HeijunModel

/// One of the 20 businesses (標準化対象業務) of the standardization law, or the common functions beside them.
public struct StandardBusiness: Sendable, Hashable {
    /// Heijun's own stable key, such as `residentRegister`.
    public let key: Key
    /// The official name.
    public let name: Words
    /// Other official spellings, read on import.
    public let aliases: [String]
    /// The ministry in charge, in Japanese; empty where no document names one.
    public let ministry: String
    /// The group that tables show it in.
    public let category: Category
    /// Its place in 総務省's progress sheet; nil for the common functions.
    public let progressOrder: Int?
    /// Its place in デジタル庁's list.
    public let digitalAgencyOrder: Int?
    /// Its place in the Cabinet Order (政令); not verified, see `isCabinetOrderVerified`.
    public let cabinetOrder: Int?

    /// The groups of businesses.
    public enum Category: String, CaseIterable, Sendable {
        case residents, taxes, children, welfare, common

        /// The group as shown.
        public var title: Words {
            switch self {
            case .residents: Words(ja: "住民・戸籍", en: "Residents")
            case .taxes: Words(ja: "税務", en: "Taxes")
            case .children: Words(ja: "教育・子育て", en: "Children and schools")
            case .welfare: Words(ja: "福祉・医療", en: "Welfare and health")
            case .common: Words(ja: "共通", en: "Common")
            }
        }
    }

    init(
        _ key: Key, ja: String, en: String, aliases: [String], ministry: String, _ category: Category,
        orders: (progress: Int?, digitalAgency: Int?, cabinet: Int?)
    ) {
        self.key = key
        name = Words(ja: ja, en: en)
        self.aliases = aliases
        self.ministry = ministry
        self.category = category
        (progressOrder, digitalAgencyOrder, cabinetOrder) = orders
    }
}

extension StandardBusiness {
    /// Whether its place in the Cabinet Order was read in the order itself; only item 1, 児童手当, was.
    public var isCabinetOrderVerified: Bool { key == "childAllowance" }

    /// Whether it is one of the 20; the common functions are a 21st column of some sheets.
    public var isOneOfTwenty: Bool { progressOrder != nil }

    /// Whether prefectures have it: of the 20, 生活保護 and 児童扶養手当 alone (総務省's sheet of prefectures).
    public var isForPrefectures: Bool { key == "publicAssistance" || key == "childRearingAllowance" }

    /// The businesses that a body of that category has: two for a prefecture, else all 20.
    public static func expected(of category: Organization.Category?) -> [StandardBusiness] {
        all.filter { category == .prefecture ? $0.isForPrefectures : $0.isOneOfTwenty }
    }

    private static let byName: [String: StandardBusiness] = {
        var result: [String: StandardBusiness] = [:]
        for business in all {
            for name in [business.key.text, business.name.ja, business.name.en] + business.aliases {
                result[plain(name)] = business
            }
        }
        return result
    }()

    /// The business of that key, name or alias; width, case and blanks make no difference.
    public static func named(_ text: String) -> StandardBusiness? { byName[plain(text)] }

    /// The name nearest to an unknown one, in the language it is written in; nil where none is near.
    public static func suggestion(for text: String) -> String? {
        let isJapanese = text.utf8.contains { $0 >= 0x80 }
        return closest(to: text, among: all.map { isJapanese ? $0.name.ja : $0.key.text })
    }
}
