public import HeijunModel

/// An indicator whose value the ledger itself gives.
///
/// It stands beside a reported actual where an indicator's key is `key`, or begins with it and a hyphen.
public struct ComputedIndicator: Sendable {
    /// The key by convention, such as `common-platform-systems`.
    public let key: String
    /// How the value is computed.
    public let title: Words
    /// What the value counts.
    public let measure: Measure

    /// What a computed value counts.
    public enum Measure: Sendable {
        /// A number of things.
        case count(@Sendable (Context) -> Int)
        /// Money of the live systems, given in the indicator's unit and of its scope.
        case yen(@Sendable (ITSystem) -> Yen)
        /// An amount of money of the whole ledger, in the indicator's unit; nil where it is not known.
        case amount(@Sendable (Context) -> Yen?)
        /// Money of the live systems for each resident, in the indicator's unit and of its scope.
        case perHead(@Sendable (ITSystem) -> Yen)
        /// A share, given in percent.
        case share(@Sendable (Context) -> (part: Int, of: Int))
    }

    /// Every indicator that the ledger can compute. A new one is one entry here.
    public static let all: [ComputedIndicator] = [
        ComputedIndicator(
            key: "common-platform-systems",
            title: Words(
                ja: "共通システム基盤で稼働する運用中のシステム数", en: "Systems in operation on the common platform"),
            measure: .count { context in
                context.portfolio.systems.count { $0.isLive && $0.isRunning && $0.hosting == .commonPlatform }
            }),
        ComputedIndicator(
            key: "total-run-cost",
            title: Words(ja: "運用中のシステムの年間運用経費の合計", en: "Yearly running cost of the systems in operation"),
            measure: .yen { $0.isRunning ? $0.annualRunCost ?? .zero : .zero }),
        ComputedIndicator(
            key: "third-building-systems",
            title: Words(ja: "第３庁舎に設置されたシステム数", en: "Systems that stand in the third building"),
            measure: .count { context in
                context.portfolio.systems.count {
                    $0.isLive && $0.isRunning && context.ledger.site(of: $0)?.role == .third
                }
            }),
        ComputedIndicator(
            key: "standardized-businesses",
            title: Words(ja: "全ステップが完了した標準化対象業務の数", en: "Standardized businesses with all steps settled"),
            measure: .count { context in
                standardizationTable(context).rows.count {
                    ($0.business?.isOneOfTwenty ?? false) && $0.isComplete
                }
            }),
        ComputedIndicator(
            key: "package-share",
            title: Words(ja: "開発形態が分かるシステムに占めるパッケージの割合", en: "Share of packages among systems of known form"),
            measure: .share { context in
                let forms = context.portfolio.systems.filter { $0.isLive && $0.isRunning }.compactMap(\.form)
                return (forms.count { $0 == .package || $0 == .customizedPackage }, forms.count)
            }),
        ComputedIndicator(
            key: "run-cost-per-head",
            title: Words(ja: "運用中のシステムの年間運用経費（人口1人当たり）", en: "Yearly running cost per resident"),
            measure: .perHead { $0.isRunning ? $0.annualRunCost ?? .zero : .zero }),
        ComputedIndicator(
            key: "plan-budget-gap",
            title: Words(ja: "当年度の予算額と計画額の差", en: "Budget of the year less its plan"),
            measure: .amount { context in
                let costs = context.portfolio.costs.filter { $0.year == context.year }
                let planned = costs.filter { $0.stage == .planned }.map(\.amount)
                let budget = costs.filter { $0.stage == .budget }.map(\.amount)
                return planned.isEmpty || budget.isEmpty ? nil : budget.total() - planned.total()
            }),
        ComputedIndicator(
            key: "cloud-share",
            title: Words(
                ja: "設置形態が分かるシステムに占めるクラウドの割合", en: "Share of systems of known hosting that run in a cloud"),
            measure: .share { context in
                let known = context.portfolio.systems.filter { $0.isLive && $0.isRunning }.compactMap(
                    \.hosting)
                let clouds: [Hosting] = [.iaas, .saas, .governmentCloud]
                return (known.count(where: clouds.contains), known.count)
            }),
        ComputedIndicator(
            key: "live-systems",
            title: Words(ja: "運用中のシステム数", en: "Systems in operation"),
            measure: .count { context in context.portfolio.systems.count { $0.isLive && $0.isRunning } }),
    ]
}

extension ComputedIndicator {
    /// The computed value of an indicator, where the ledger lists systems and can compute it in its unit.
    static func value(
        of indicator: Indicator, _ trend: [IndicatorRow.Point], _ context: Context
    ) -> IndicatorRow.Computed? {
        guard !context.portfolio.systems.isEmpty, let match = all.first(where: { $0.isMeant(by: indicator) }),
            let value = match.figure(for: indicator, context)
        else { return nil }
        let reported = trend.last { $0.year == context.year }?.value
        return .init(
            value: value, year: context.year, title: match.title,
            differs: reported.map { $0 != value } ?? false)
    }

    private func isMeant(by indicator: Indicator) -> Bool {
        guard indicator.computedBy == nil else { return indicator.computedBy == key }
        return indicator.id.text == key || indicator.id.text.hasPrefix(key + "-")
    }

    /// The value in the indicator's unit; nil where the unit is unknown or nothing can be divided.
    private func figure(for indicator: Indicator, _ context: Context) -> Figure? {
        switch measure {
        case .count(let count): return Figure(count(context))
        case .yen(let amount): return inUnit(sum(of: amount, indicator, context), indicator.unit)
        case .amount(let amount): return amount(context).flatMap { inUnit($0, indicator.unit) }
        case .perHead(let amount):
            return population(context).flatMap {
                inUnit(sum(of: amount, indicator, context), indicator.unit, per: $0)
            }
        case .share(let share):
            let (part, whole) = share(context)
            return AchievementRate(100 * part, over: whole).map {
                Figure(tenThousandths: $0.rate.tenThousandths)
            }
        }
    }

    /// The money of the live systems of the indicator's scope.
    private func sum(
        of amount: @Sendable (ITSystem) -> Yen, _ indicator: Indicator, _ context: Context
    ) -> Yen {
        context.portfolio.systems.filter { $0.isLive && isInScope($0, indicator.scope, context) }
            .map(amount).total()
    }

    /// An amount in a unit of money, for each of `count`; nil where the unit is none.
    private func inUnit(_ yen: Yen, _ unit: String?, per count: Int = 1) -> Figure? {
        yenPerUnit(unit).flatMap { AchievementRate(yen.amount, over: $0 * count) }.map {
            Figure(tenThousandths: $0.rate.tenThousandths)
        }
    }

    /// The latest number of residents up to today's fiscal year.
    private func population(_ context: Context) -> Int? {
        context.portfolio.populations.filter { $0.year <= context.year && $0.count > 0 }
            .max { $0.year < $1.year }?.count
    }

    /// A scope that is the name of an account takes that account's systems alone; any other takes all.
    private func isInScope(_ system: ITSystem, _ scope: String?, _ context: Context) -> Bool {
        guard let scope, context.portfolio.accounts.contains(where: { $0.id.text == scope }) else {
            return true
        }
        return system.account?.text == scope
    }

    private func yenPerUnit(_ unit: String?) -> Int? {
        switch unit {
        case "円": 1
        case "千円": 1000
        case "百万円": 1_000_000
        case "億円": 100_000_000
        default: nil
        }
    }
}
