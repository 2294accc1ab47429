import HeijunModel

/// The years that the second rebuild, and the renewal after the first one, may take beside those of their cycles, as far as
/// `plan.later-shift` allows.
struct LaterYears {
    let facts: SystemFacts
    let basis: PlanningBasis

    /// A decision with every choice of later years that changes something, as it is first.
    func all(of plain: Decision) -> [Decision] {
        guard basis.rules.laterShift > 0, !plain.ends else { return [plain] }
        var seen: Set<[[FiscalYear]]> = []
        return variants(of: plain).filter { seen.insert(events($0)).inserted }
    }

    /// A decision with the later years that an applied plan decided, where they may still be taken.
    func decided(of plain: Decision) -> Decision {
        var wanted = plain
        (wanted.laterRebuild, wanted.laterRenewal) = (
            facts.decided?.laterRebuild, facts.decided?.laterRenewal
        )
        guard wanted != plain, variants(of: plain).contains(wanted) else { return plain }
        let goal = events(wanted)
        return all(of: plain).first { events($0) == goal } ?? plain
    }

    private func variants(of plain: Decision) -> [Decision] {
        let rebuilds = years(around: facts.laterRebuildDue(plain), after: plain.rebuild) {
            $0.advanced(by: -facts.buildYears) > basis.closedThrough
        }
        let renewals = years(
            around: facts.laterRenewalDue(plain, last: basis.last), after: plain.rebuild ?? plain.renewal
        ) { $0 > basis.closedThrough }
        return rebuilds.flatMap { rebuild in
            renewals.map { renewal in
                var decision = plain
                (decision.laterRebuild, decision.laterRenewal) = (rebuild, renewal)
                return decision
            }
        }
    }

    /// The due year as nil, then the others within the setting, the nearest first.
    private func years(
        around due: FiscalYear?, after earlier: FiscalYear?, _ isOpen: (FiscalYear) -> Bool
    ) -> [FiscalYear?] {
        let most = basis.rules.laterShift
        guard let due, let earlier, most > 0, due.advanced(by: -most) <= reach else { return [nil] }
        let others = (1...most).flatMap { [due.advanced(by: -$0), due.advanced(by: $0)] }
        return [nil] + others.filter { $0 > earlier && isOpen($0) }.map(Optional.init)
    }

    /// Nothing further away than this is counted, however early it is built.
    private var reach: FiscalYear { basis.last.advanced(by: facts.buildYears + 2 * basis.rules.laterShift) }

    private func events(_ decision: Decision) -> [[FiscalYear]] {
        var extended: Set<FiscalYear> = []
        let events = CourseMaker(facts: facts, basis: basis).events(decision, extended: &extended)
        return [events.rebuilds, events.renewals]
    }
}
