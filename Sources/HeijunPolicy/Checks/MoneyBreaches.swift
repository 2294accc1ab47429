import HeijunModel

/// A rate as a percentage with the decimals it needs.
func percentText(_ rate: Rate) -> String { decimalText(rate.tenThousandths, places: 2) }

/// The first year in which more was settled than the revised budget, or else the budget, allowed.
func overspending(of system: ITSystem, _ context: Context) -> Breach? {
    let byYear = Dictionary(grouping: context.ledger.costs(of: system.id), by: \.year)
    for (year, costs) in byYear.sorted(by: { $0.key < $1.key }) {
        func sum(_ stage: CostStage) -> Yen { costs.filter { $0.stage == stage }.map(\.amount).total() }
        let settled = sum(.settled)
        let revised = sum(.revised)
        let allowed = revised > .zero ? revised : sum(.budget)
        guard allowed > .zero, settled > allowed else { continue }
        return Breach(
            system, nil, settled.fieldText,
            ja: "\(context.ja(year))の決算\(settled.thousands)千円が予算\(allowed.thousands)千円を超えています。",
            en: "\(settled.amount) yen were settled for FY\(year.startYear), \(allowed.amount) yen allowed.")
    }
    return nil
}

/// The yearly running cost where it differs by more than a tenth from the latest year's budget or settled account.
func runCostGap(of system: ITSystem, _ context: Context) -> Breach? {
    let running = context.ledger.costs(of: system.id).filter {
        $0.item.isRunning && $0.year <= context.year && ($0.stage == .budget || $0.stage == .settled)
    }
    guard let stated = system.annualRunCost, let latest = running.map(\.year).max() else { return nil }
    let ofYear = running.filter { $0.year == latest }
    let stage: CostStage = ofYear.contains { $0.stage == .settled } ? .settled : .budget
    let sum = ofYear.filter { $0.stage == stage }.map(\.amount).total()
    guard abs(sum.amount - stated.amount) > max(abs(stated.amount), abs(sum.amount)) / 10 else { return nil }
    return Breach(
        system, "annual_run_cost", stated.fieldText,
        ja: "年間運用経費\(stated.thousands)千円が\(context.ja(latest))の\(stage.title.ja)\(sum.thousands)千円と1割以上違います。",
        en: "its running cost of \(stated.amount) yen differs by over a tenth from FY\(latest.startYear)'s "
            + "\(sum.amount) yen (\(stage.title.en.lowercased())).")
}

/// The support ends of live systems for which `isLate` holds.
func supportBreaches(_ context: Context, where isLate: (Day, ITSystem) -> Bool) -> [Breach] {
    context.portfolio.supportEnds.compactMap { end in
        guard let system = context.ledger.system(end.system), system.isLive, !system.isLeaving,
            isLate(end.ends, system)
        else { return nil }
        let year = system.naturalYear
        return Breach(
            kind: "support_end", key: end.recordKey, field: "ends", value: end.ends.fieldText,
            ja: "「\(system.name)」の\(end.subject)のサポートは\(context.ja(end.ends))までで、"
                + "次の再構築は\(year.map(context.ja) ?? "未定")です。",
            en: "support of \(end.subject) in “\(system.name)” ends on \(end.ends.fieldText); "
                + "its rebuild is \(year.map { "in FY\($0.startYear)" } ?? "open").")
    }
}
