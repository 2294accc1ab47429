public import HeijunModel

/// What differs between two plans, and only that.
public struct PlanDifference: Hashable, Sendable {
    /// Systems whose years or options differ, by key.
    public let systems: [SystemChange]
    /// Years whose load differs.
    public let years: [YearChange]
    /// Peak of the levelled load in each.
    public let peak: Pair<Yen>
    /// Objective and extension cost of each.
    public let objective: Pair<Int?>
    /// What extending costs under each, in yen.
    public let extensionCost: Pair<Yen>

    /// Whether nothing differs.
    public var isEmpty: Bool { systems.isEmpty && years.isEmpty && peak.isEqual && objective.isEqual }

    /// A value in the first plan and in the second.
    public struct Pair<Value: Hashable & Sendable>: Hashable, Sendable {
        /// In the first plan and in the second.
        public let first: Value, second: Value
        /// Whether both are the same.
        public var isEqual: Bool { first == second }
    }

    /// One system's years and options in both plans.
    public struct SystemChange: Hashable, Sendable {
        /// The system.
        public let system: Key
        /// First rebuild, first renewal and move.
        public let rebuild: Pair<FiscalYear?>, renewal: Pair<FiscalYear?>, move: Pair<FiscalYear?>
        /// The second rebuild and the renewal after the first one, where they are moved from their cycles.
        public let laterRebuild: Pair<FiscalYear?>, laterRenewal: Pair<FiscalYear?>
        /// Hosting, form of procurement and ending.
        public let hosting: Pair<Hosting?>, form: Pair<ProcurementForm?>, ending: Pair<Consolidation.Ending?>
    }

    /// One year's load in both plans.
    public struct YearChange: Hashable, Sendable {
        /// The year.
        public let year: FiscalYear
        /// The levelled load.
        public let load: Pair<Yen>
    }
}

/// What differs between two plans.
public func planDifference(_ first: Plan, _ second: Plan) -> PlanDifference {
    let old = Dictionary(first.choices.map { ($0.system, $0) }) { first, _ in first }
    let new = Dictionary(second.choices.map { ($0.system, $0) }) { first, _ in first }
    let systems = Set(old.keys).union(new.keys).sorted().compactMap { key -> PlanDifference.SystemChange? in
        let change = PlanDifference.SystemChange(
            system: key, rebuild: .init(first: old[key]?.firstRebuild, second: new[key]?.firstRebuild),
            renewal: .init(first: old[key]?.plannedRenewal, second: new[key]?.plannedRenewal),
            move: .init(first: old[key]?.moveYear, second: new[key]?.moveYear),
            laterRebuild: .init(first: old[key]?.laterRebuild, second: new[key]?.laterRebuild),
            laterRenewal: .init(first: old[key]?.laterRenewal, second: new[key]?.laterRenewal),
            hosting: .init(first: old[key]?.newHosting, second: new[key]?.newHosting),
            form: .init(first: old[key]?.form, second: new[key]?.form),
            ending: .init(first: old[key]?.ending, second: new[key]?.ending))
        let isSame =
            change.rebuild.isEqual && change.renewal.isEqual && change.move.isEqual && change.hosting.isEqual
            && change.form.isEqual && change.ending.isEqual && change.laterRebuild.isEqual
            && change.laterRenewal.isEqual
        return isSame ? nil : change
    }
    func loads(_ plan: Plan) -> [FiscalYear: Yen] {
        Dictionary(plan.years.map { ($0.year, $0.after) }) { first, _ in first }
    }
    let (before, after) = (loads(first), loads(second))
    let years = Set(before.keys).union(after.keys).sorted().compactMap { year -> PlanDifference.YearChange? in
        let load = PlanDifference.Pair(first: before[year] ?? .zero, second: after[year] ?? .zero)
        return load.isEqual ? nil : PlanDifference.YearChange(year: year, load: load)
    }
    return PlanDifference(
        systems: systems, years: years,
        peak: .init(first: first.peak(\.after)?.after ?? .zero, second: second.peak(\.after)?.after ?? .zero),
        objective: .init(first: first.objective, second: second.objective),
        extensionCost: .init(first: first.extensionCost, second: second.extensionCost))
}
