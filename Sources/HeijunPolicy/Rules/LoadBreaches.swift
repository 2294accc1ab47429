import HeijunModel

/// M07 for staff: the effort of rebuilds in the ledger's own years against each section's capacity.
///
/// A rebuild's effort is spread evenly over its years of building, the rest of the division in the first ones.
func staffOverload(_ context: Context) -> [Breach] {
    var loads: [SectionYear: Int] = [:]
    for system in context.portfolio.systems where system.isLive {
        guard let section = system.systemSection, let effort = system.effort else { continue }
        let years = system.buildingYears(from: context.year)
        for (index, year) in years.enumerated() {
            let share = effort.tenths / years.count + (index < effort.tenths % years.count ? 1 : 0)
            loads[SectionYear(section: section, year: year), default: 0] += share
        }
    }
    return context.portfolio.staffCapacities.compactMap { capacity in
        let load = loads[SectionYear(section: capacity.section, year: capacity.year)] ?? 0
        guard capacity.year >= context.year, load > capacity.effort.tenths else { return nil }
        return staffBreach(capacity, PersonMonths(tenths: load), context)
    }
}

private struct SectionYear: Hashable {
    let section: Key, year: FiscalYear
}

private func staffBreach(_ capacity: StaffCapacity, _ load: PersonMonths, _ context: Context) -> Breach {
    Breach(
        kind: "staff_capacity", key: capacity.recordKey, field: "person_months", value: load.fieldText,
        severity: .warning,
        ja: "「\(capacity.section.text)」は\(context.ja(capacity.year))に台帳どおりなら\(load.fieldText)人月を要し、"
            + "上限\(capacity.effort.fieldText)人月を超えます。",
        en:
            "“\(capacity.section.text)” needs \(load.fieldText) person-months in FY\(capacity.year.startYear) "
            + "by the ledger's years; its limit is \(capacity.effort.fieldText).")
}

/// M07 for vendors: the rebuilds in hand in each of the ledger's years against what each vendor can carry.
func vendorOverload(_ context: Context) -> [Breach] {
    var counts: [Key: [FiscalYear: Int]] = [:]
    for system in context.portfolio.systems where system.isLive {
        guard let vendor = system.vendor else { continue }
        for year in system.buildingYears(from: context.year) {
            counts[vendor, default: [:]][year, default: 0] += 1
        }
    }
    return context.portfolio.vendors.flatMap { vendor -> [Breach] in
        guard let limit = vendor.maxParallelRebuilds, limit > 0 else { return [] }
        let over = (counts[vendor.id] ?? [:]).filter { $0.value > limit }.sorted { $0.key < $1.key }
        return over.map { vendorBreach(vendor, limit, $0.value, in: $0.key, context) }
    }
}

private func vendorBreach(
    _ vendor: Vendor, _ limit: Int, _ count: Int, in year: FiscalYear, _ context: Context
) -> Breach {
    Breach(
        kind: "vendor", key: vendor.id.text, field: "max_parallel_rebuilds", value: "\(count)",
        severity: .warning,
        ja: "「\(vendor.name)」は\(context.ja(year))に台帳どおりなら\(count)件の再構築が重なり、上限\(limit)件を超えます。",
        en: "“\(vendor.name)” has \(count) rebuilds in FY\(year.startYear) by the ledger's years; "
            + "its limit is \(limit).")
}

extension ITSystem {
    /// The coming years in which its next rebuild is being built; its go-live year where building takes none.
    func buildingYears(from year: FiscalYear) -> [FiscalYear] {
        guard !isLeaving, let goLive = rebuildYear, goLive >= year else { return [] }
        guard let first = firstSpendingYear, first < goLive else { return [goLive] }
        return Array(first..<goLive).filter { $0 >= year }
    }
}

/// L03: coming years in which more large rebuilds go live than the setting allows.
func largeOverlaps(_ context: Context) -> [Breach] {
    let limit = context.portfolio.value(of: .largePerYear)
    let years = context.portfolio.systems.filter { $0.isLive && $0.size == .large && !$0.isLeaving }
        .compactMap(\.rebuildYear).filter { $0 >= context.year }
    let counts = Dictionary(grouping: years) { $0 }.mapValues(\.count)
    return counts.filter { $0.value > limit }.sorted { $0.key < $1.key }.map { year, count in
        Breach(
            kind: "organization", key: context.portfolio.organization.name,
            value: year.fieldText, severity: .warning,
            ja: "\(context.ja(year))に大規模再構築が\(count)件重なり、上限\(limit)件を超えます。",
            en: "\(count) large rebuilds go live in FY\(year.startYear); the limit is \(limit).")
    }
}
