/// Settings of contracts over several years and of purchases: by-laws and thresholds, each with its source.
extension Setting {
    /// Years that the by-law on long-term contracts allows (Local Autonomy Act 234-3); set your own.
    public static let longTermYears = Setting(
        key: "contract.long-term-years", standard: 5, range: 1...20, unit: Words(ja: "年", en: "years"),
        note: Words(
            ja: "長期継続契約の条例が認める年数（地方自治法第234条の3、施行令第167条の17）。自団体の条例に合わせる。",
            en:
                "Years that the by-law on long-term contracts allows (Local Autonomy Act 234-3); set your own."
        ))
    /// rent of goods (物品の借入れ).
    public static let longTermGoods = longTerm(
        "contract.long-term-goods", 1, ja: "物品の借入れ", en: "rent of goods")
    /// services (役務の提供).
    public static let longTermService = longTerm(
        "contract.long-term-service", 1, ja: "役務の提供", en: "services")
    /// cloud services (クラウドサービスの利用).
    public static let longTermCloud = longTerm(
        "contract.long-term-cloud", 1, ja: "クラウドサービスの利用", en: "cloud services")
    /// building (開発・構築).
    public static let longTermBuild = longTerm(
        "contract.long-term-build", 0, ja: "開発・構築", en: "building")
    /// Debt burden set in the year before the first spending (zero debt): 0 none, 1 large ones, 2 all.
    public static let zeroDebt = Setting(
        key: "budget.zero-debt", standard: 0, range: 0...2, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "支出初年度の前年度に設定する債務負担行為（ゼロ債務）: 0 なし、1 大規模だけ、2 すべて。",
            en:
                "Debt burden set in the year before the first spending (zero debt): 0 none, 1 large ones, 2 all."
        ))
    /// Least later spending of a rebuild that takes a debt burden act; less is contracted year by year. In 千円.
    public static let debtMinimum = Setting(
        key: "budget.debt-minimum", standard: 10_000, range: 0...10_000_000, unit: Words(ja: "千円", en: "千円"),
        note: Words(
            ja: "再構築の債務負担行為とする、翌年度以降の支出の最低額。これ未満は年度ごとの契約とみる。",
            en:
                "Least later spending of a rebuild that takes a debt burden act; less is contracted year by year."
        ))
    /// A new request cut by more than this share waits a year in the re-plan; a smaller cut is a lower price. In %.
    public static let cutDefers = Setting(
        key: "budget.cut-defers", standard: 20, range: 0...100, unit: Words(ja: "%", en: "%"),
        note: Words(
            ja: "新規の要求がこの割合を超えて削られたら、翌年度へ先送りして計画を作り直す。以内なら減額で行う。",
            en:
                "A new request cut by more than this share waits a year in the re-plan; a smaller cut is a lower price."
        ))
    /// Price from which buying equipment needs the assembly; 0 takes the order's table 4 by kind of body. In 千円.
    public static let assemblyPurchase = Setting(
        key: "procurement.assembly-purchase", standard: 0, range: 0...10_000_000,
        unit: Words(ja: "千円", en: "千円"),
        note: Words(
            ja: "議会の議決を要する動産の買入れの予定価格。0 は地方自治法施行令別表第四の額（都道府県 70,000、指定都市 "
                + "40,000、市・特別区 20,000、町村 7,000 千円）。条例の額に合わせる。",
            en:
                "Price from which buying equipment needs the assembly; 0 takes the order's table 4 by kind of body."
        ))
    /// Threshold of the procurement agreement (200,000 SDR; 40,000 thousand yen in FY2026–2027, Ministry of Foreign
    /// Affairs); binds prefectures and designated cities. 0 is none. In 千円.
    public static let openProcurement = Setting(
        key: "procurement.agreement-threshold", standard: 40_000, range: 0...10_000_000,
        unit: Words(ja: "千円", en: "千円"),
        note: Words(
            ja: "政府調達協定の基準額（物品・その他のサービス 20万SDR。令和8・9年度は 40,000 千円、外務省 令和8年2月19日）。"
                + "都道府県と指定都市に適用。0 は対象外。",
            en:
                "Threshold of the procurement agreement (200,000 SDR; 40,000 thousand yen in FY2026–2027, Ministry of "
                + "Foreign Affairs); binds prefectures and designated cities. 0 is none."))
    /// Days from notice to bid of a purchase under the agreement (special order of 1995, article 6).
    public static let openNotice = Setting(
        key: "procurement.notice-days", standard: 40, range: 0...200, unit: Words(ja: "日", en: "days"),
        note: Words(
            ja: "特定調達の公告から入札までの日数（地方公共団体の物品等又は特定役務の調達手続の特例を定める政令第6条）。",
            en:
                "Days from notice to bid of a purchase under the agreement (special order of 1995, article 6)."
        ))

    private static func longTerm(_ key: Key, _ standard: Int, ja: String, en: String) -> Setting {
        Setting(
            key: key, standard: standard, range: 0...1, unit: Words(ja: "", en: ""),
            note: Words(
                ja: "条例が\(ja)の長期継続契約を認める（1）か。施行令第167条の17は物品の借入れと役務の提供に限る。",
                en: "Whether the by-law allows long-term contracts for \(en) (1)."))
    }
}
