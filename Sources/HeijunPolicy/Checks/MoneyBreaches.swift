import HeijunModel

/// A rate as a percentage with the decimals it needs.
func percentText(_ rate: Rate) -> String { decimalText(rate.tenThousandths, places: 2) }

/// What one fiscal year of a system adds up to at each stage.
private struct YearSum {
    var budget = Yen.zero, revised = Yen.zero, settled = Yen.zero
    var hasSettled = false

    mutating func add(_ cost: Cost) {
        switch cost.stage {
        case .planned: break
        case .budget: budget = budget + cost.amount
        case .revised: revised = revised + cost.amount
        case .settled: (settled, hasSettled) = (settled + cost.amount, true)
        }
    }

    /// The revised budget, or else the budget.
    var allowed: Yen { revised > .zero ? revised : budget }
}

/// A system's amounts by fiscal year, of those that `counts`.
private func yearSums(
    of system: ITSystem, _ context: Context, where counts: (Cost) -> Bool
) -> [FiscalYear: YearSum] {
    var result: [FiscalYear: YearSum] = [:]
    for cost in context.ledger.costs(of: system.id) where cost.stage != .planned && counts(cost) {
        result[cost.year, default: YearSum()].add(cost)
    }
    return result
}

/// The first year in which more was settled than the revised budget, or else the budget, allowed.
func overspending(of system: ITSystem, _ context: Context) -> Breach? {
    let over = yearSums(of: system, context) { _ in true }
        .filter { $0.value.allowed > .zero && $0.value.settled > $0.value.allowed }
    guard let (year, sum) = over.min(by: { $0.key < $1.key }) else { return nil }
    return Breach(
        system, nil, sum.settled.fieldText,
        ja: "\(context.ja(year))の決算\(sum.settled.thousands)千円が予算\(sum.allowed.thousands)千円を超えています。",
        en:
            "\(sum.settled.amount) yen were settled for FY\(year.startYear), \(sum.allowed.amount) yen allowed."
    )
}

/// The yearly running cost where it differs by more than a tenth from the latest year's settled account, or else its
/// budget.
func runCostGap(of system: ITSystem, _ context: Context) -> Breach? {
    guard let stated = system.annualRunCost else { return nil }
    let sums = yearSums(of: system, context) { $0.item.isRunning && $0.year <= context.year }
    guard let (year, sums) = sums.max(by: { $0.key < $1.key }) else { return nil }
    let stage: CostStage = sums.hasSettled ? .settled : .budget
    let sum = sums.hasSettled ? sums.settled : sums.allowed
    guard abs(sum.amount - stated.amount) > max(abs(stated.amount), abs(sum.amount)) / 10 else { return nil }
    return Breach(
        system, "annual_run_cost", stated.fieldText,
        ja: "年間運用経費\(stated.thousands)千円が\(context.ja(year))の\(stage.title.ja)\(sum.thousands)千円と1割以上違います。",
        en: "its running cost of \(stated.amount) yen differs by over a tenth from FY\(year.startYear)'s "
            + "\(sum.amount) yen (\(stage.title.en.lowercased())).")
}

/// The ends of support in live systems, recorded or on equipment and software records, for which `isLate` holds.
func supportBreaches(_ context: Context, where isLate: (SupportedPart, ITSystem) -> Bool) -> [Breach] {
    let parts = context.portfolio.supportedParts
    return context.portfolio.systems.filter { $0.isLive && !$0.isLeaving }.flatMap { system in
        (parts[system.id] ?? []).filter { isLate($0, system) }.map { breach(of: $0, in: system, context) }
    }
}

private func breach(of part: SupportedPart, in system: ITSystem, _ context: Context) -> Breach {
    let (year, ends) = (system.naturalYear, part.ends.fieldText)
    return Breach(
        kind: part.source.record, key: part.records[0],
        field: part.source == .supportEnd ? "ends" : "support_ends", value: ends,
        ja: "「\(system.name)」の\(part.subject.ja)のサポートは\(context.ja(part.ends))までで、"
            + "次の再構築は\(year.map(context.ja) ?? "未定")です。",
        en: "support of \(part.subject.en) in “\(system.name)” ends on \(ends); "
            + "its rebuild is \(year.map { "in FY\($0.startYear)" } ?? "open").")
}

extension SupportedPart {
    /// Whether its support ends before what replaces it: the renewal or rebuild for equipment, the rebuild for the rest.
    func endsBeforeReplacement(of system: ITSystem, from year: FiscalYear) -> Bool {
        guard reach == .core, let rebuild = system.naturalYear else { return false }
        let renewal = source == .equipment ? system.renewalYear.flatMap { $0 >= year ? $0 : nil } : nil
        return ends < min(rebuild, renewal ?? rebuild).firstDay
    }
}
