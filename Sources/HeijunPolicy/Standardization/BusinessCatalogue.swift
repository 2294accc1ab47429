import HeijunModel

extension StandardBusiness {
    /// The 20 businesses and the common functions, in the order of the ministry's progress sheet.
    ///
    /// Names, aliases and the two published orders are from 総務省「市区町村の標準化・共通化に係る手順書の各ステップの
    /// 進捗状況」(2026年1月) and デジタル庁「特定移行支援システムの該当見込み一覧」(2025年12月末); the Cabinet Order's
    /// order is not verified but for its first item.
    public static let all: [StandardBusiness] = [
        .init(
            "residentRegister", ja: "住民基本台帳", en: "Basic resident register", aliases: ["住民記録"],
            ministry: "総務省", .residents,
            orders: (1, 1, 3)),
        .init(
            "electoralRoll", ja: "選挙人名簿管理", en: "Electoral roll management", aliases: [],
            ministry: "総務省", .residents,
            orders: (2, 5, 6)),
        .init(
            "fixedAssetTax", ja: "固定資産税", en: "Fixed asset", aliases: [],
            ministry: "総務省", .taxes,
            orders: (3, 8, 7)),
        .init(
            "individualInhabitantTax", ja: "個人住民税", en: "Individual inhabitant tax", aliases: [],
            ministry: "総務省", .taxes,
            orders: (4, 6, 8)),
        .init(
            "corporateInhabitantTax", ja: "法人住民税", en: "Corporate inhabitant tax", aliases: [],
            ministry: "総務省", .taxes,
            orders: (5, 7, 9)),
        .init(
            "lightVehicleTax", ja: "軽自動車税", en: "Light motor vehicle tax", aliases: [],
            ministry: "総務省", .taxes,
            orders: (6, 9, 10)),
        .init(
            "schoolEnrollment", ja: "就学", en: "School enrollment and enrollment aid", aliases: [],
            ministry: "文部科学省", .children,
            orders: (7, 10, 12)),
        .init(
            "nationalPension", ja: "国民年金", en: "National pension", aliases: [],
            ministry: "厚生労働省", .welfare,
            orders: (8, 11, 20)),
        .init(
            "nationalHealthInsurance", ja: "国民健康保険", en: "National health insurance", aliases: [],
            ministry: "厚生労働省", .welfare,
            orders: (9, 12, 18)),
        .init(
            "lateElderlyMedicalCare", ja: "後期高齢者医療", en: "Medical care for the late-stage elderly",
            aliases: [],
            ministry: "厚生労働省", .welfare,
            orders: (10, 13, 19)),
        .init(
            "longTermCareInsurance", ja: "介護保険", en: "Long-term care insurance", aliases: [],
            ministry: "厚生労働省", .welfare,
            orders: (11, 14, 17)),
        .init(
            "disabilityWelfare", ja: "障害者福祉", en: "Welfare for persons with disabilities", aliases: [],
            ministry: "厚生労働省", .welfare,
            orders: (12, 15, 16)),
        .init(
            "publicAssistance", ja: "生活保護", en: "Public assistance", aliases: [],
            ministry: "厚生労働省", .welfare,
            orders: (13, 16, 15)),
        .init(
            "healthManagement", ja: "健康管理", en: "Health management", aliases: [],
            ministry: "厚生労働省・こども家庭庁", .welfare,
            orders: (14, 17, 13)),
        .init(
            "childAllowance", ja: "児童手当", en: "Child allowance", aliases: [],
            ministry: "こども家庭庁(内閣府)", .children,
            orders: (15, 18, 1)),
        .init(
            "childRearingAllowance", ja: "児童扶養手当", en: "Child rearing allowance", aliases: [],
            ministry: "こども家庭庁", .children,
            orders: (16, 19, 14)),
        .init(
            "childcareSupport", ja: "子ども・子育て支援", en: "Children and childcare support", aliases: [],
            ministry: "こども家庭庁(内閣府)", .children,
            orders: (17, 20, 2)),
        .init(
            "familyRegister", ja: "戸籍", en: "Family register", aliases: [],
            ministry: "法務省", .residents,
            orders: (18, 3, 11)),
        .init(
            "familyRegisterAddressSupplement", ja: "戸籍の附票", en: "Supplement to the family register",
            aliases: ["戸籍附票"],
            ministry: "総務省", .residents,
            orders: (19, 4, 4)),
        .init(
            "sealRegistration", ja: "印鑑登録", en: "Seal registration", aliases: [],
            ministry: "総務省", .residents,
            orders: (20, 2, 5)),
        .init(
            "commonFunctions", ja: "共通機能", en: "Common functions", aliases: [], ministry: "", .common,
            orders: (nil, 21, nil)),
    ]
}
