import HeijunModel

/// S04: businesses whose owners have begun to migrate before survey and plan were done, or are in operation without the
/// revision of by-laws, and systems of open businesses that no section owns.
func ownersWorkLeft(_ context: Context) -> [Breach] {
    context.portfolio.businesses.flatMap { business in
        [begunTooEarly(business, context), byLawLeft(business, context), unowned(business, context)]
            .compactMap { $0 }
    }
}

/// The steps of survey (②-1 to ③-2) and plan (④-1 to ④-4), and those of building and moving (from ⑬-1).
private let surveyAndPlan = 4...13, building = 31...38
/// ⑰-1, the revision of by-laws.
private let byLaw = 39

private func begunTooEarly(_ business: Business, _ context: Context) -> Breach? {
    let states = stepStates(of: business, context)
    let isBuilding = building.contains { states[$0] == .done || states[$0] == .working }
    let open = surveyAndPlan.filter { states[$0] == .notStarted || states[$0] == .working }
    guard isBuilding, let first = open.first.flatMap(ProcedureStep.numbered) else { return nil }
    return breach(
        business, "state", business.state.rawValue, severity: .warning,
        ja: "影響調査・移行計画のステップが \(open.count) 件（\(first.code) など）終わらないまま、開発・移行に着手しています。",
        en: "building has begun while \(open.count) steps of survey and plan (\(first.code) first) are open.")
}

private func byLawLeft(_ business: Business, _ context: Context) -> Breach? {
    let states = stepStates(of: business, context)
    guard states[ProcedureStep.operation] == .done, let state = states[byLaw],
        state == .notStarted || state == .working
    else { return nil }
    return breach(
        business, "state", state.rawValue, severity: .warning,
        ja: "運用開始済ですが、⑰-1 条例・規則の改正が\(state.title.ja)です。",
        en: "it is in operation, but step ⑰-1, the revision of by-laws, is \(state.title.en.lowercased()).")
}

private func unowned(_ business: Business, _ context: Context) -> Breach? {
    guard business.state.isOpen else { return nil }
    let systems = context.ledger.systems(of: business.id).filter {
        $0.isLive && $0.businessSection == nil && $0.systemSection == nil
    }
    guard let first = systems.first else { return nil }
    return breach(
        business, nil, nil, severity: .info,
        ja: "担うシステム「\(first.name)」\(systems.count > 1 ? "ほか" : "")の所管課が記録されていません。",
        en: "no section owns the system “\(first.name)” that serves it.")
}
