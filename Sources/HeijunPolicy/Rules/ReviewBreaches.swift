import HeijunModel

/// E07 and its sisters: reviews whose day has passed without being held.
func overdueReviews(_ context: Context) -> [Breach] {
    context.portfolio.gates.compactMap { gate in
        guard gate.done == nil, let due = gate.due, due < context.asOf,
            let system = context.ledger.system(gate.system), system.isLive
        else { return nil }
        return Breach(
            kind: "gate", key: gate.recordKey, field: "due", value: due.fieldText, severity: .warning,
            ja: "「\(system.name)」の\(gate.review.title.ja)が期限（\(context.ja(due))）を過ぎています。",
            en: "\(gate.review.title.en) of “\(system.name)” was due on \(due.fieldText).")
    }
}

/// E07: how many systems in operation have no review of their running cost this year or last. One finding for
/// the body: the policy names no interval.
func systemsWithoutCostReview(_ context: Context) -> [Breach] {
    let running = context.portfolio.systems.filter {
        $0.stage == .operating && ($0.annualRunCost ?? .zero) > .zero
    }
    let last = context.year.advanced(by: -1)
    let without = running.count { system in
        !context.ledger.gates(of: system.id).contains {
            $0.review == .operation && $0.done != nil && $0.cycle >= last
        }
    }
    guard without > 0 else { return [] }
    return [
        Breach(
            kind: "organization", key: context.portfolio.organization.name, value: "\(without)",
            severity: .info,
            ja: "運用中\(running.count)システムのうち\(without)システムに、前年度以降の運用保守経費評価の記録がありません。",
            en:
                "\(without) of \(running.count) systems in operation have no review of running cost since last year."
        )
    ]
}

/// G07: indicators whose target year has passed without that year's actual.
func overdueIndicators(_ context: Context) -> [Breach] {
    indicatorTable(context).compactMap { row in
        guard row.verdict == .unsettled, let year = row.target?.year else { return nil }
        return Breach(
            kind: "indicator", key: row.id.text, value: year.fieldText, severity: .warning,
            ja: "「\(row.name)」は目標年度（\(context.ja(year))）を過ぎましたが、その年度の実績がありません。",
            en: "“\(row.name)”: its target year FY\(year.startYear) has passed without that year's actual.")
    }
}

/// D05: live systems that serve the same function, one finding a system.
func sharedFunctions(_ context: Context) -> [Breach] {
    var owners: [Key: [Int]] = [:]
    for (position, system) in context.portfolio.systems.enumerated() where system.isLive && !system.isLeaving
    {
        for code in Set(system.functionCodes) { owners[code, default: []].append(position) }
    }
    return owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.flatMap { code, positions in
        let systems = positions.map { context.portfolio.systems[$0] }
        return systems.map { sharedFunction(code, of: $0, among: systems) }
    }
}

private func sharedFunction(_ code: Key, of system: ITSystem, among systems: [ITSystem]) -> Breach {
    let others = systems.filter { $0.id != system.id }.map(\.id.text).joined(separator: ", ")
    return Breach(
        system, "function_codes", code.text, severity: .info,
        ja: "機能「\(code.text)」が他のシステム（\(others)）と重複しています。",
        en: "function “\(code.text)” is also served by \(others).")
}

/// D06: the vendor with which single-year contracts follow each other, and how many; nil below two.
func yearlyContracts(of system: ITSystem, _ context: Context) -> (vendor: Key, count: Int)? {
    let yearly = context.ledger.contracts(of: system.id).filter { $0.contractKind == .singleYear }
    let byVendor = Dictionary(grouping: yearly.filter { $0.vendor != nil }) { $0.vendor ?? "" }
        .mapValues { contracts in
            max(
                Set(contracts.compactMap { $0.starts.map(FiscalYear.init(of:)) }).count,
                contracts.contains(where: \.renewsByItself) ? 2 : 0)
        }
    let most = byVendor.filter { $0.value >= 2 }.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.map { ($0.key, $0.value) }
}
