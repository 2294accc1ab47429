import HeijunModel

extension PlanCheck {
    /// No system is kept past an end of support that must hold: recorded, on its software or on its equipment.
    ///
    /// Stated from the ledger's records one by one, without the planner's bounds: a date allows a first renewal, rebuild or
    /// ending in its fiscal year or before; what the natural years break already may stay.
    func supportEnds() -> [Finding] {
        let dates = Dictionary(grouping: heldDates, by: \.system)
        return systems.flatMap { facts, _, course -> [Finding] in
            guard let course, facts.fixed == nil || facts.fixed == .pinned else { return [] }
            return (dates[facts.system.id] ?? []).filter { change(course) > latest($0, facts) }.map { date in
                finding(
                    "plan-bound", "system", facts.system.id,
                    "\(date.record.text)（\(date.kind)）のサポート終了（\(year(date.year).ja)）を越えて使う。",
                    "It is kept past the end of support of \(date.record.text) (\(date.kind)) in \(year(date.year).en)."
                )
            }
        }
    }

    /// The first fiscal year in which a course replaces what a system runs on; the year after the horizon where none does.
    private func change(_ course: Course) -> FiscalYear {
        var years = course.rebuilds + course.renewals
        if course.decision.ends, let year = course.decision.rebuild { years.append(year) }
        return years.min() ?? basis.last.advanced(by: 1)
    }

    /// The latest year that a date allows: its own, or where the natural years are later already, theirs. Where it binds,
    /// theirs only if no listed course is in time.
    private func latest(_ date: EndDate, _ facts: SystemFacts) -> FiscalYear {
        guard let system = model.position[facts.system.id].map({ model.systems[$0] }) else {
            return date.year
        }
        let isMet = system.list.contains { change($0.course) <= date.year }
        if basis.rules.support == .binds, isMet { return date.year }
        return max(date.year, change(system.naturalCourse))
    }

    /// The dates that must hold in a year that can still be chosen.
    private var heldDates: [EndDate] {
        func value(_ setting: Setting) -> Int { basis.portfolio.value(of: setting) }
        guard value(.hardSupport) > 0 else { return [] }
        let dates = EndDates(basis.portfolio)
        let held =
            dates.recorded + (value(.softwareSupport) == 2 ? dates.ofSoftware : [])
            + (value(.equipmentSupport) == 2 ? dates.ofEquipment : [])
        return held.filter { $0.year > basis.closedThrough && !dates.isExtended($0) }
    }
}

/// The dates of a ledger on which support ends.
private struct EndDates {
    let portfolio: Portfolio
    /// The setting `plan.support-kinds`.
    let reach: Int
    let extended: [Key: [SupportEnd]]
    let servers: [Key: Equipment]
    let titles: [Key: String]

    init(_ portfolio: Portfolio) {
        self.portfolio = portfolio
        reach = portfolio.value(of: .supportKinds)
        extended = Dictionary(grouping: portfolio.supportEnds.filter(\.isExtended), by: \.system)
        servers = Dictionary(portfolio.equipment.map { ($0.id, $0) }) { first, _ in first }
        titles = Dictionary(portfolio.software.map { ($0.id, EndDates.name($0)) }) { first, _ in first }
    }

    var recorded: [EndDate] {
        portfolio.supportEnds.map { end in
            let title = end.software.flatMap { titles[$0] }
            var date = EndDate(
                kind: "support_end", record: Key(end.recordKey), system: end.system, ends: end.ends,
                name: title ?? (end.equipment == nil ? EndDates.bare(end.subject) : nil))
            (date.software, date.equipment) = (end.software, end.equipment)
            return date
        }
    }

    /// Software of a system, or on equipment of one.
    var ofSoftware: [EndDate] {
        portfolio.software.compactMap { software in
            let server = software.equipment.flatMap { servers[$0] }
            guard let ends = software.supportEnds, let system = software.system ?? server?.system,
                reach == 2 || software.softwareKind != .library, reach >= 1 || !isOnDesk(server)
            else { return nil }
            return EndDate(
                kind: "software", record: software.id, system: system, ends: ends,
                name: EndDates.name(software))
        }
    }

    var ofEquipment: [EndDate] {
        portfolio.equipment.compactMap { equipment in
            guard let ends = equipment.supportEnds, let system = equipment.system,
                reach >= 1 || !isOnDesk(equipment)
            else { return nil }
            return EndDate(kind: "equipment", record: equipment.id, system: system, ends: ends, name: nil)
        }
    }

    private func isOnDesk(_ equipment: Equipment?) -> Bool {
        equipment?.equipmentKind == .client || equipment?.equipmentKind == .printer
    }

    /// Whether extended support of what the date is about ends later: of the record that it names, else by name.
    func isExtended(_ date: EndDate) -> Bool {
        (extended[date.system] ?? []).contains { end in
            guard date.ends < end.ends else { return false }
            if end.software == nil, end.equipment == nil {
                return date.name != nil && date.name == EndDates.bare(end.subject)
            }
            return (end.software != nil && end.software == date.software)
                || (end.equipment != nil && end.equipment == date.equipment)
        }
    }

    private static func name(_ software: Software) -> String {
        guard let version = software.version else { return matchForm(software.name) }
        return matchForm(software.name.contains(version) ? software.name : software.name + " " + version)
    }

    /// A subject without what stands in brackets at its end.
    private static func bare(_ subject: String) -> String {
        let text = matchForm(subject)
        let parts = text.split(separator: "(", omittingEmptySubsequences: false)
        guard text.last == ")", parts.count > 1, !(parts.count == 2 && parts[0].isEmpty) else { return text }
        return String(trimmed(parts.dropLast().joined(separator: "(")))
    }
}

/// A date of the ledger on which support ends, with the record that bears it.
private struct EndDate {
    let kind: String, record: Key, system: Key, ends: Day
    /// The name by which extended support is found; nil for equipment.
    let name: String?
    /// The software and equipment that the date is about.
    var software: Key?, equipment: Key?

    var year: FiscalYear { FiscalYear(of: ends) }

    init(kind: String, record: Key, system: Key, ends: Day, name: String?) {
        (self.kind, self.record, self.system, self.ends, self.name) = (kind, record, system, ends, name)
        if kind == "software" { software = record }
        if kind == "equipment" { equipment = record }
    }
}
