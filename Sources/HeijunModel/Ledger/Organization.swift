/// The local government whose portfolio this is. A portfolio has one.
public struct Organization: LedgerRecord {
    /// Name (団体名).
    public var name = ""
    /// 団体コード: five digits and a check digit.
    public var code: BodyCode?
    /// What kind of body it is.
    public var category: Category?
    /// Prefecture (都道府県).
    public var prefecture: String?
    /// Whether the body is invented; every report then says so.
    public var isFictional = false
    /// The day that the inventory describes; "today" unless a command names another.
    public var asOf: Day?
    /// Name of the section that plans the systems.
    public var planningSection: String?
    /// How reports write years.
    public var yearStyle: YearStyle?
    /// The language of reports and exports.
    public var reportLanguage: Language?
    /// How the three tiers are built.
    public var networkModel: NetworkModel?
    /// Note (備考).
    public var note: String?

    public init() {}

    /// 団体区分.
    public enum Category: String, Listed {
        case prefecture, designatedCity, coreCity, city, town, village, specialWard
        public var title: Words {
            switch self {
            case .prefecture: Words(ja: "都道府県", en: "Prefecture")
            case .designatedCity: Words(ja: "指定都市", en: "Designated city")
            case .coreCity: Words(ja: "中核市", en: "Core city")
            case .city: Words(ja: "一般市", en: "City")
            case .town: Words(ja: "町", en: "Town")
            case .village: Words(ja: "村", en: "Village")
            case .specialWard: Words(ja: "特別区", en: "Special ward")
            }
        }
    }

    /// 三層の対策 model (総務省 地方公共団体における情報セキュリティポリシーに関するガイドライン).
    public enum NetworkModel: String, Listed {
        case alpha, alphaPrime, beta, betaPrime
        public var title: Words {
            switch self {
            case .alpha: Words(ja: "αモデル", en: "α model")
            case .alphaPrime: Words(ja: "α'モデル", en: "α' model")
            case .beta: Words(ja: "βモデル", en: "β model")
            case .betaPrime: Words(ja: "β'モデル", en: "β' model")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("name", \.name, ja: "団体名", en: "Name"),
        .optional("code", \.code, ja: "団体コード", en: "Body code"),
        .optional("category", \.category, ja: "団体区分", en: "Category"),
        .optional("prefecture", \.prefecture, ja: "都道府県", en: "Prefecture"),
        .flag("fictional", \.isFictional, ja: "架空", en: "Fictional"),
        .optional("as_of", \.asOf, ja: "基準日", en: "As-of date"),
        .optional("planning_section", \.planningSection, ja: "システム企画部門", en: "Planning section"),
        .optional("year_style", \.yearStyle, ja: "年の表記", en: "Year style"),
        .optional("report_language", \.reportLanguage, ja: "帳票の言語", en: "Report language"),
        .optional("network_model", \.networkModel, ja: "三層分離モデル", en: "Network model"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.organizations, name: "organization", ja: "団体", en: "Organization", identity: ["name"])
}

/// 全国地方公共団体コード: five digits and a check digit.
public struct BodyCode: FieldValue, Codable {
    /// Six digits.
    public let digits: String
    /// How its texts are read and written.
    public static var valueType: ValueType { .key }
    public var fieldText: String { digits }

    /// Reads six digits and tests the last: 11 − (Σ digit·(6…2) mod 11), its last digit
    /// (総務省 全国地方公共団体コード仕様).
    public init(fieldText text: String) throws(ValueProblem) {
        let plain = halfWidth(text)
        let numbers = plain.utf8.map { Int($0) - 0x30 }
        guard numbers.count == 6, numbers.allSatisfy((0...9).contains) else {
            throw .notANumber(text, example: "141305")
        }
        let check = BodyCode.checkDigit(of: Array(numbers.prefix(5)))
        guard numbers[5] == check else { throw .outOfRange(text, allowed: plain.dropLast() + "\(check)") }
        digits = plain
    }

    static func checkDigit(of numbers: [Int]) -> Int {
        let sum = zip(numbers, [6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return (11 - sum % 11) % 10
    }
}

extension YearStyle: Listed {
    public var title: Words {
        switch self {
        case .era: Words(ja: "和暦", en: "Era years")
        case .western: Words(ja: "西暦", en: "Western years")
        }
    }
}

extension Language: Listed {
    public var title: Words {
        switch self {
        case .ja: Words(ja: "日本語", en: "Japanese")
        case .en: Words(ja: "英語", en: "English")
        }
    }
}

/// Population of the body in one year.
public struct Population: LedgerRecord {
    /// Name of the body.
    public var organization = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// Residents in that year.
    public var count = 0
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("organization", \.organization, ja: "団体名", en: "Organization", to: "organization"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("count", \.count, ja: "人口", en: "Population"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.populations, name: "population", ja: "人口", en: "Population", identity: ["organization", "year"],
        parent: "organization")
}
