public import HeijunModel

/// What applying a plan changes in the ledger, system by system: the years of rebuild and renewal, and beside them the
/// move, hosting, form of procurement and ending that it decides. Nothing for what the ledger says already.
///
/// - Parameter entries: Of the ledger that the plan was made of.
public func ledgerChanges(of plan: Plan, in entries: [Entry]) -> [Change] {
    let systems = LedgerChanges.byKey(entries, ITSystem.kind)
    let decisions = LedgerChanges.byKey(entries, PlanDecision.kind)
    return plan.choices.flatMap { choice -> [Change] in
        guard let system = systems[choice.system.text] else { return [] }
        return [
            LedgerChanges.years(choice, system),
            LedgerChanges.decision(choice, decisions[choice.system.text]),
        ].compactMap { $0 }
    }
}

private enum LedgerChanges {
    static func byKey(_ entries: [Entry], _ kind: RecordKind) -> [String: Entry] {
        let own = entries.filter { $0.kind == kind.name }.map { (kind.key(of: $0.values), $0) }
        return Dictionary(own) { first, _ in first }
    }

    static func years(_ choice: Plan.Choice, _ entry: Entry) -> Change? {
        var values = entry.values
        func put(_ field: String, _ year: FiscalYear?) {
            guard let year, let position = ITSystem.kind.position[field] else { return }
            values[position] = year.fieldText
        }
        // The year in which a system ends stands where its rebuild's would.
        put("rebuild_year", choice.planned ?? (choice.ending == nil ? nil : choice.firstRebuild))
        put("renewal_year", choice.plannedRenewal ?? waitsUntil(choice, entry))
        guard values != entry.values else { return nil }
        return Change(
            kind: ITSystem.kind.name, key: choice.system.text, before: entry.values, after: values)
    }

    /// Equipment that waits for the rebuild is renewed with it: the year that the ledger then has to say.
    private static func waitsUntil(_ choice: Plan.Choice, _ entry: Entry) -> FiscalYear? {
        guard let rebuild = choice.firstRebuild, let system = try? ITSystem(entry),
            let due = system.renewalYear ?? system.cycleYears.flatMap({ system.inService?.advanced(by: $0) }),
            due < rebuild, system.renewalYear != nil || (system.equipmentCost ?? .zero) > .zero
        else { return nil }
        return rebuild
    }

    static func decision(_ choice: Plan.Choice, _ entry: Entry?) -> Change? {
        let after = choice.record?.entry.values
        guard after != entry?.values else { return nil }
        return Change(
            kind: PlanDecision.kind.name, key: choice.system.text, before: entry?.values, after: after)
    }
}

extension Plan.Choice {
    /// What it decides beside the years, as the ledger keeps it; nil where it decides nothing more.
    var record: PlanDecision? {
        var record = PlanDecision()
        record.system = system
        (record.moveYear, record.moveQuarter) = (moveYear, moveQuarter)
        (record.hosting, record.form, record.ending) = (newHosting, form, ending)
        record.extendedYears = extendedYears ?? []
        (record.laterRebuild, record.laterRenewal) = (laterRebuild, laterRenewal)
        return record.isEmpty ? nil : record
    }
}
