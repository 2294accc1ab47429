/// A limit that a body may set for every year, and that the plans of a frontier are made under.
extension Setting {
    /// Most that the levelled accounts may spend in any year; 0 is none. Beside the ceilings of the years. In 千円.
    public static let peakLimit = Setting(
        key: "plan.peak-limit", standard: 0, range: 0...1_000_000_000, unit: Words(ja: "千円", en: "千円"),
        note: Words(
            ja: "平準化する会計が、どの年度にも超えてはならない額。0 はなし。年度ごとの予算上限とは別。",
            en:
                "Most that the levelled accounts may spend in any year; 0 is none. Beside the ceilings of the years."
        ))
}

/// Settings of stress tests: the ranges of a system that has none of its own. Assumptions, not statistics.
extension Setting {
    /// a large (大規模).
    public static let stressDelayLarge = delay(
        "stress.delay-most-large", 2, ja: "大規模", en: "a large")
    /// a medium or unsized (中規模（または規模の記載なし）の).
    public static let stressDelayMedium = delay(
        "stress.delay-most-medium", 1, ja: "中規模（または規模の記載なし）の", en: "a medium or unsized")
    /// a small (小規模).
    public static let stressDelaySmall = delay(
        "stress.delay-most-small", 1, ja: "小規模", en: "a small")
    /// Least overrun of one-time cost; an assumption. In %.
    public static let stressOverrunLeast = Setting(
        key: "stress.overrun-least", standard: -5, range: -50...0, unit: Words(ja: "%", en: "%"),
        note: Words(
            ja: "一時経費の超過率の最小値（負は下回る）。仮定値。", en: "Least overrun of one-time cost; an assumption."))
    /// Likeliest overrun of one-time cost; an assumption. In %.
    public static let stressOverrunLikely = Setting(
        key: "stress.overrun-likely", standard: 0, range: -50...300, unit: Words(ja: "%", en: "%"),
        note: Words(ja: "一時経費の超過率の最頻値。仮定値。", en: "Likeliest overrun of one-time cost; an assumption."))
    /// a large (大規模).
    public static let stressOverrunLarge = overrun(
        "stress.overrun-most-large", 40, ja: "大規模", en: "a large")
    /// a medium or unsized (中規模（または規模の記載なし）の).
    public static let stressOverrunMedium = overrun(
        "stress.overrun-most-medium", 25, ja: "中規模（または規模の記載なし）の", en: "a medium or unsized")
    /// a small (小規模).
    public static let stressOverrunSmall = overrun(
        "stress.overrun-most-small", 15, ja: "小規模", en: "a small")

    private static func delay(_ key: Key, _ standard: Int, ja: String, en: String) -> Setting {
        Setting(
            key: key, standard: standard, range: 0...5, unit: Words(ja: "年", en: "years"),
            note: Words(
                ja: "\(ja)再構築の遅れの最大年数。最頻は 0 年。仮定値。",
                en: "Greatest delay of \(en) rebuild; the likeliest is none. An assumption."))
    }

    private static func overrun(_ key: Key, _ standard: Int, ja: String, en: String) -> Setting {
        Setting(
            key: key, standard: standard, range: 0...300, unit: Words(ja: "%", en: "%"),
            note: Words(
                ja: "\(ja)再構築の一時経費の超過率の最大値。仮定値。",
                en: "Greatest overrun of the one-time cost of \(en) rebuild. An assumption."))
    }
}
