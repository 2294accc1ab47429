// What the forecast and the costs of the standardization reckon with.

extension Setting {
    /// Days that the work items ① to ⑱ of the procedure take where the body has no history of its own. No document
    /// gives them: they are assumptions of ours, for the body to change.
    static let itemDays: [Setting] = zip(1..., standardItemDays).map { number, days in
        Setting(
            key: Key("standardization.days-\(number < 10 ? "0" : "")\(number)"), standard: days,
            range: 1...2000,
            unit: Words(ja: "日", en: "days"),
            note: Words(
                ja: "標準化の作業項目\(number)の1ステップの標準日数。自団体の実績がないとき見込みに使う仮定。",
                en:
                    "Days of one step of work item \(number) of the standardization, where there is no history."
            ))
    }

    private static let standardItemDays = [
        30, 45, 45, 40, 30, 30, 30, 45, 45, 45, 45, 60, 90, 75, 60, 60, 90, 30,
    ]

    /// Days of one step of a work item, 1 to 18, where there is no history.
    public static func days(ofItem number: Int) -> Setting? {
        itemDays.indices.contains(number - 1) ? itemDays[number - 1] : nil
    }

    /// Target of the reduction of running cost against FY2018; the basic policy says at least 30 %. In ‰.
    public static let reductionTarget = Setting(
        key: "standardization.reduction-permille", standard: 300, range: 0...1000,
        unit: Words(ja: "‰", en: "‰"),
        note: Words(
            ja: "運用経費の削減目標。標準化基本方針は平成30年度比で少なくとも3割とする。",
            en: "Target of the reduction of running cost against FY2018; the basic policy says at least 30 %."
        ))
}
