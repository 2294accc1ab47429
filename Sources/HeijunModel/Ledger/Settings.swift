/// A number that the policy documents leave open and the body decides.
public struct Setting: Hashable, Sendable {
    /// The name in files and on the command line.
    public let key: Key
    /// The value where the body sets none.
    public let standard: Int
    /// The values taken.
    public let range: ClosedRange<Int>
    /// The unit of the value.
    public let unit: Words
    /// What it decides.
    public let note: Words
    /// What the number stands for.
    public var form = Form.number

    /// Every setting. A new one is one entry here.
    public static let all: [Setting] =
        [
            horizonYears, windowEarly, windowLate, largePerYear, peakWeight, roughnessWeight, leadYears,
            extensionRate, renewalEarly, renewalLate, maxExtension, laterShift, requestCloses, changePenalty,
            systemPenalty, softPenalty,
            hardDeadline, hardSupport, hardContract, hardClosing, hardFreeze, sideBySide, separateMoves,
            separateMoveRate, centreStays, maxAlternatives, peakLimit,
        ] + supports + courses + [
            stressDelayLarge, stressDelayMedium, stressDelaySmall, stressOverrunLeast, stressOverrunLikely,
            stressOverrunLarge, stressOverrunMedium, stressOverrunSmall,
            reductionTarget, longTermYears, longTermGoods, longTermService, longTermCloud, longTermBuild,
            zeroDebt, debtMinimum, cutDefers, assemblyPurchase, openProcurement, openNotice,
        ] + itemDays + imports

    /// Length of the plan, from the year after the as-of date.
    public static let horizonYears = Setting(
        key: "plan.horizon-years", standard: 12, range: 5...20, unit: Words(ja: "年", en: "years"),
        note: Words(ja: "計画期間。基準日の翌年度から数える。", en: "Length of the plan, from the year after the as-of date."))
    /// Years by which a rebuild may be earlier, by default.
    public static let windowEarly = Setting(
        key: "plan.window-early", standard: 1, range: 0...10, unit: Words(ja: "年", en: "years"),
        note: Words(ja: "再構築を前倒しできる年数の標準。", en: "Years by which a rebuild may be earlier, by default."))
    /// Years by which a rebuild may be later, by default.
    public static let windowLate = Setting(
        key: "plan.window-late", standard: 2, range: 0...10, unit: Words(ja: "年", en: "years"),
        note: Words(ja: "再構築を先送りできる年数の標準。", en: "Years by which a rebuild may be later, by default."))
    /// Large rebuilds that may go live in one year; the policy (L822) gives no number.
    public static let largePerYear = Setting(
        key: "plan.large-per-year", standard: 4, range: 0...100, unit: Words(ja: "件", en: "rebuilds"),
        note: Words(
            ja: "1年度に稼働できる大規模再構築の件数。方針 L822 は重複を避けるとし、件数は示さない。",
            en: "Large rebuilds that may go live in one year; the policy (L822) gives no number."))
    /// Weight of the peak year's cost.
    public static let peakWeight = Setting(
        key: "plan.peak-weight", standard: 10, range: 0...1000, unit: Words(ja: "", en: ""),
        note: Words(ja: "ピーク年度の経費に掛ける重み。", en: "Weight of the peak year's cost."))
    /// Weight of the sum of changes from year to year.
    public static let roughnessWeight = Setting(
        key: "plan.roughness-weight", standard: 2, range: 0...1000, unit: Words(ja: "", en: ""),
        note: Words(ja: "年度間の増減の合計に掛ける重み。", en: "Weight of the sum of changes from year to year."))
    /// Years between the budget request and the first spending year.
    public static let leadYears = Setting(
        key: "plan.lead-years", standard: 1, range: 0...5, unit: Words(ja: "年", en: "years"),
        note: Words(
            ja: "支出の初年度より前に予算要求を行う年数。", en: "Years between the budget request and the first spending year."))
    /// Yearly extension cost as a share of the equipment cost, where the ledger has none. In ‰.
    public static let extensionRate = Setting(
        key: "plan.extension-permille", standard: 100, range: 0...1000, unit: Words(ja: "‰", en: "‰"),
        note: Words(
            ja: "延伸経費が空欄のとき、機器費に対する年額の割合。",
            en: "Yearly extension cost as a share of the equipment cost, where the ledger has none."))
}

extension Portfolio {
    /// The body's value of a setting, or its standard value.
    public func value(of setting: Setting) -> Int {
        guard let text = settingValues.first(where: { $0.id == setting.key })?.value,
            let number = setting.value(of: text)
        else { return setting.standard }
        return number
    }

    /// The settings whose value differs from their standard, by key.
    public var changedSettings: [Plan.SettingUse] {
        Setting.all.map { Plan.SettingUse(key: $0.key, value: value(of: $0)) }
            .filter { use in Setting.all.contains { $0.key == use.key && $0.standard != use.value } }
            .sorted { $0.key < $1.key }
    }
}
