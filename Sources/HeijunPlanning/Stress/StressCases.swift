public import HeijunModel

/// A named turn of events with its title in both languages.
public struct StressEvent: Hashable, Sendable {
    /// What happens.
    public let event: StressCase
    /// Its name as shown.
    public let title: Words

    /// The events of a ledger; where it has none, assumptions of ours. None of them is a forecast.
    public static func all(in portfolio: Portfolio) -> [StressEvent] {
        let own = portfolio.stressCases.sorted { $0.id < $1.id }
        guard own.isEmpty else {
            return own.map { StressEvent(event: $0, title: Words(ja: $0.name, en: $0.name)) }
        }
        return prices + vendorEvents(portfolio)
    }

    private static let prices = [
        make("wages", .wages, 2, ja: "賃金・物価が毎年2%上昇", en: "Wages and prices +2 % a year"),
        make("tax", .tax, 2, ja: "消費税率が10%から12%へ", en: "Consumption tax from 10 % to 12 %"),
        make("exchange", .exchange, 20, ja: "円安でクラウド利用料が20%上昇", en: "Weak yen: cloud fees +20 %"),
    ]

    /// The vendor that would rebuild most systems raises its prices, or withdraws.
    private static func vendorEvents(_ portfolio: Portfolio) -> [StressEvent] {
        let builders = Dictionary(grouping: portfolio.systems.filter(\.isLive).compactMap(\.vendor)) { $0 }
        let main = builders.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
        guard let main else { return [] }
        let name = portfolio.vendors.first { $0.id == main }?.name ?? main.text
        return [
            make(
                "price", .vendorPrice, 10, vendor: main, ja: "\(name)が10%値上げ",
                en: "\(name) raises its prices by 10 %"),
            make(
                "withdrawal", .vendorWithdrawal, 15, vendor: main, delay: 1, ja: "\(name)が撤退（1年遅延、15%増）",
                en: "\(name) withdraws: a year's delay, +15 %"),
        ]
    }

    private static func make(
        _ id: Key, _ effect: StressCase.Effect, _ percent: Int, vendor: Key? = nil, delay: Int? = nil,
        ja: String,
        en: String
    ) -> StressEvent {
        var event = StressCase()
        (event.id, event.name, event.effect, event.percent) = (id, ja, effect, percent)
        (event.vendor, event.delay) = (vendor, delay)
        return StressEvent(event: event, title: Words(ja: ja, en: en))
    }
}
