public import HeijunModel

/// What cuts of a budget mean for the plan: new requests that wait a year, lower prices, and what cannot be reflected.
public struct CutChanges: Hashable, Sendable {
    /// Changes of the ledger under which the plan is to be made again, as a scenario writes them.
    public var changes: [String] = []
    /// Each cut with what follows from it.
    public var cuts: [Cut] = []

    /// One system's cut.
    public struct Cut: Hashable, Sendable {
        /// The system.
        public let system: Key
        /// What the plan needs in the budget year, and what was granted.
        public let needed: Yen, granted: Yen
        /// What follows.
        public let effect: Effect
    }

    /// What follows from a cut.
    public enum Effect: Hashable, Sendable {
        /// Its rebuild goes live a year later.
        case deferred(to: FiscalYear)
        /// Its equipment is renewed a year later.
        case renewedLater(FiscalYear)
        /// It is built for less.
        case cheaper
        /// It goes on, or is no rebuild: the plan cannot answer the cut.
        case unanswered
        /// The effect as shown.
        public var words: Words {
            switch self {
            case .deferred(let year):
                Words(ja: "\(year.short(.era)) 稼働へ先送り", en: "waits: live in FY\(year.startYear)")
            case .renewedLater(let year):
                Words(ja: "機器更新を \(year.short(.era)) へ先送り", en: "renewal waits until FY\(year.startYear)")
            case .cheaper: Words(ja: "減額して実施", en: "done for less")
            case .unanswered: Words(ja: "計画では対応できない", en: "not to be answered by the plan")
            }
        }
    }
}

/// What the granted amounts of a budget mean for the plan behind it. A new rebuild that loses more than the setting
/// `budget.cut-defers` waits a year, and so does the next renewal of equipment; a smaller cut lowers the cost that is
/// paid in the year so that the plan asks for what was granted (building goes on in equal parts, so each loses as much);
/// anything else is reported as it is.
public func cutChanges(_ portfolio: Portfolio, plan: Plan?, fiscalYear: FiscalYear, asOf: Day? = nil)
    -> CutChanges
{
    let defers = portfolio.value(of: .cutDefers)
    let systems = Dictionary(portfolio.systems.map { ($0.id, $0) }) { first, _ in first }
    let choices = Dictionary((plan?.choices ?? []).map { ($0.system, $0) }) { first, _ in first }
    let forms = portfolio.presentForms
    var result = CutChanges()
    for line in budgetSheet(portfolio, plan: plan, fiscalYear: fiscalYear, asOf: asOf) {
        guard let granted = line.granted, granted < line.amount else { continue }
        let key = line.request.system
        let cut = line.amount - granted
        let isDeep = cut.amount * 100 > line.amount.amount * defers
        let effect: CutChanges.Effect
        if line.request.standing == .starts, let live = line.request.goLive, isDeep {
            effect = .deferred(to: live.advanced(by: 1))
            result.changes.append("\(key.text)=\(live.startYear + 1)")
        } else if line.request.goLive == nil, line.nextRenewal == fiscalYear, isDeep {
            effect = .renewedLater(fiscalYear.advanced(by: 1))
            result.changes.append("\(key.text).pinned_renewal=\(fiscalYear.startYear + 1)")
        } else if let system = systems[key], choices[key]?.hasOtherCosts(in: portfolio) != true,
            let change = line.cheaper(system, choices[key]?.form ?? forms[key] ?? .purchase, by: cut)
        {
            effect = .cheaper
            result.changes.append("\(key.text).\(change)")
        } else {
            effect = .unanswered
        }
        result.cuts.append(.init(system: key, needed: line.amount, granted: granted, effect: effect))
    }
    return result
}

extension BudgetLine {
    /// The field of the system, with its new amount in yen, under which the year costs so much less: what is built, in all
    /// its equal parts, or the equipment or the migration of the year; nil where none of them is dear enough, or where it is
    /// paid in instalments.
    fileprivate func cheaper(_ system: ITSystem, _ form: ProcurementForm, by cut: Yen) -> String? {
        guard form != .service else { return nil }
        func lowered(_ field: String, _ cost: Yen?, by cut: Yen) -> String? {
            guard let cost, cut < cost else { return nil }
            return "\(field)=\((cost - cut).amount)"
        }
        let parts = max(0, system.buildYears ?? 1)
        if let live = request.goLive, live > request.fiscalYear || parts == 0 {
            return lowered("build_cost", system.buildCost, by: Yen(cut.amount * max(1, parts)))
        }
        guard request.goLive == request.fiscalYear || nextRenewal == request.fiscalYear else { return nil }
        let equipment = form == .purchase ? system.equipmentCost : nil
        return lowered("equipment_cost", equipment, by: cut)
            ?? (request.goLive == nil ? nil : lowered("migration_cost", system.migrationCost, by: cut))
    }
}

extension Plan.Choice {
    /// Whether a chosen hosting or ending brings costs other than the system's own.
    fileprivate func hasOtherCosts(in portfolio: Portfolio) -> Bool {
        ending != nil
            || portfolio.hostingOptions.contains { $0.system == system && $0.hosting == hosting }
    }
}
