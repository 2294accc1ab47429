/// Settings of what courses cost and of when systems move.
extension Setting {
    /// The settings of this file, in order.
    static let courses: [Setting] = [
        levelledLoad, goLiveMonth, dualMonths, reLeaseRate, eventMoveRate, moveQuarters, quarterOpenDays,
        holidayQuarters, hardReLease, hardLinksBind, softLinkCost, leasePremium, servicePremium,
        rentInRunning,
    ]

    /// What is levelled: 0 the whole cost, 1 general revenue, which is what other funding leaves.
    public static let levelledLoad = Setting(
        key: "plan.levelled-load", standard: 0, range: 0...1, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "平準化する負担: 0 総事業費、1 一般財源（財源充当を差し引いた額）。",
            en: "What is levelled: 0 the whole cost, 1 general revenue, which is what other funding leaves."))
    /// Month of go-live where a system has none; the first year's running cost is divided by it.
    public static let goLiveMonth = Setting(
        key: "plan.go-live-month", standard: 4, range: 1...12, unit: Words(ja: "月", en: "month"),
        note: Words(
            ja: "稼働月が空欄のシステムの稼働月。初年度の運用経費を月割りする。",
            en: "Month of go-live where a system has none; the first year's running cost is divided by it."))
    /// Months of dual running after go-live.
    public static let dualMonths = Setting(
        key: "plan.dual-months", standard: 0, range: 0...24, unit: Words(ja: "月", en: "months"),
        note: Words(ja: "稼働後に旧システムを並行稼働させる月数の標準。", en: "Months of dual running after go-live."))
    /// A year's re-lease as a share of the yearly rent. In ‰.
    public static let reLeaseRate = Setting(
        key: "plan.re-lease-permille", standard: 100, range: 0...1000, unit: Words(ja: "‰", en: "‰"),
        note: Words(ja: "再リース料の年間賃借料に対する割合。", en: "A year's re-lease as a share of the yearly rent."))
    /// Cost of a move at a renewal or rebuild as a share of the equipment cost. In ‰.
    public static let eventMoveRate = Setting(
        key: "plan.event-move-permille", standard: 0, range: 0...1000, unit: Words(ja: "‰", en: "‰"),
        note: Words(
            ja: "更新・再構築と同時の移設の費用の機器費に対する割合。",
            en: "Cost of a move at a renewal or rebuild as a share of the equipment cost."))
    /// Whether moves are planned by quarter (1) or by year (0); with 1 rooms fit in every quarter.
    public static let moveQuarters = Setting(
        key: "plan.move-quarters", standard: 0, range: 0...1, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "移設を四半期まで決める（1）か年度まで（0）か。1 では室の容量も四半期ごとに守る。",
            en: "Whether moves are planned by quarter (1) or by year (0); with 1 rooms fit in every quarter.")
    )
    /// Days outside freezes that a quarter must have for a system to move in it.
    public static let quarterOpenDays = Setting(
        key: "plan.quarter-open-days", standard: 30, range: 1...92, unit: Words(ja: "日", en: "days"),
        note: Words(
            ja: "四半期に移設するのに要る、凍結期間でない日数。",
            en: "Days outside freezes that a quarter must have for a system to move in it."))
    /// The quarters with long holidays, one digit each (13 is the first and the third).
    public static let holidayQuarters = Setting(
        key: "plan.holiday-quarters", standard: 13, range: 1...4321, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "連休・年末年始のある四半期の番号（1・3 は第1・第3四半期）。",
            en: "The quarters with long holidays (1・3 is the first and the third)."),
        form: .quarters)
    /// Whether the largest number of re-leases must hold (1) or guides (0).
    public static let hardReLease = Setting(
        key: "plan.hard-re-lease", standard: 1, range: 0...1, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "再リースの上限回数を必ず守る（1）か目安とする（0）か。",
            en: "Whether the largest number of re-leases must hold (1) or guides (0)."))
    /// Whether systems with a hard link between them move in the same period (1).
    public static let hardLinksBind = Setting(
        key: "plan.hard-links-move-together", standard: 1, range: 0...1, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "密結合の連携で結ばれたシステムを同じ期に移設する（1）か。",
            en: "Whether systems with a hard link between them move in the same period (1)."))
    /// Cost of a link whose ends stand in two rooms for a year; part of the objective, shown with the waves. In 千円 a
    /// year.
    public static let softLinkCost = Setting(
        key: "plan.soft-link-cost", standard: 500, range: 0...1_000_000,
        unit: Words(ja: "千円/年", en: "千円 a year"),
        note: Words(
            ja: "移設で室が分かれる連携1件・1年の費用。目的関数に入れ、移設の波にも示す。",
            en:
                "Cost of a link whose ends stand in two rooms for a year; part of the objective, shown with the waves."
        ))
    /// Premium of a lease, where the option has none. In ‰.
    public static let leasePremium = Setting(
        key: "plan.lease-permille", standard: 30, range: 0...1000, unit: Words(ja: "‰", en: "‰"),
        note: Words(ja: "リースの割増率が空欄のときの、購入額に対する割合。", en: "Premium of a lease, where the option has none."))
    /// Premium of a long service contract without its own. In ‰.
    public static let servicePremium = Setting(
        key: "plan.service-permille", standard: 60, range: 0...1000, unit: Words(ja: "‰", en: "‰"),
        note: Words(
            ja: "長期サービス提供契約の割増率が空欄のときの割合。", en: "Premium of a long service contract without its own."))
    /// Whether the running cost holds the rent of the equipment in use (1): it then falls away with that equipment.
    public static let rentInRunning = Setting(
        key: "plan.rent-in-running", standard: 1, range: 0...1, unit: Words(ja: "", en: ""),
        note: Words(
            ja: "運用経費に現在の機器の賃借料を含む（1）か含まない（0）か。1 では機器の更改・再リースの年度から賃借料を除く。",
            en:
                "Whether the running cost holds the rent of the equipment in use (1): it then falls away when that is replaced or re-leased."
        ))
}
