/// A formula that makes an achievement rate of a target and an actual. Each rate is shown with the one it was made by.
public enum RateFormula: String, Listed {
    /// 実績 ÷ 目標, where more is better.
    case actualOverTarget
    /// 目標 ÷ 実績, where less is better.
    case targetOverActual
    /// 2 − 実績 ÷ 目標, where less is better: half of the target is 150 %.
    case mirrored
    /// (基準値 − 実績) ÷ (基準値 − 目標): how much of the way from the baseline to the target was gone.
    case fromBaseline
    /// (全体 − 実績) ÷ (全体 − 目標), where less is better: days without a fault instead of days with one.
    case complement

    public var title: Words {
        switch self {
        case .actualOverTarget: Words(ja: "実績÷目標", en: "actual ÷ target")
        case .targetOverActual: Words(ja: "目標÷実績（小さいほどよい指標）", en: "target ÷ actual (lower is better)")
        case .mirrored: Words(ja: "2−実績÷目標（小さいほどよい指標）", en: "2 − actual ÷ target (lower is better)")
        case .fromBaseline:
            Words(ja: "(基準値−実績)÷(基準値−目標)", en: "(baseline − actual) ÷ (baseline − target)")
        case .complement: Words(ja: "(全体−実績)÷(全体−目標)", en: "(whole − actual) ÷ (whole − target)")
        }
    }
}
