import HeijunModel

extension PlanModel {
    /// What the reader of any plan from this model must know.
    var remarks: [Words] {
        func keys(_ isTaken: (SystemAlternatives) -> Bool) -> [Key] {
            systems.filter(isTaken).map(\.facts.system.id)
        }
        var result: [Words] = []
        func add(_ keys: [Key], _ words: ([Key], PlanningBasis) -> Words) {
            if !keys.isEmpty { result.append(words(keys, basis)) }
        }
        add(keys { $0.facts.fixed == .noYear }, Sentences.withoutYear)
        add(keys(\.facts.isOverdue), Sentences.overdue)
        let through = Sentences.label(basis.closedThrough, basis)
        add(keys { $0.facts.fixed == .budgetClosed }) { Sentences.closedBudget($0, through: through, $1) }
        add(keys(isPinnedAgainstBudget), Sentences.pinnedAgainstBudget)
        add(keys(lacksTarget), Sentences.noTarget)
        add(keys(\.isCapped), Sentences.capped)
        return result + closedYearsOver + ties.remarks
    }

    private func isPinnedAgainstBudget(_ system: SystemAlternatives) -> Bool {
        guard let pin = system.facts.system.pinnedYear else { return false }
        let start = pin.advanced(by: -system.facts.buildYears)
        if let natural = system.facts.naturalRebuild, natural != pin,
            natural.advanced(by: -system.facts.buildYears) <= basis.closedThrough
        {
            return true
        }
        return start <= basis.closedThrough && pin != system.facts.naturalRebuild
    }

    private func lacksTarget(_ system: SystemAlternatives) -> Bool {
        guard let room = system.facts.room, let closes = basis.rooms[room]?.lastYear, !system.facts.moves
        else {
            return false
        }
        return closes < system.facts.lastYear ?? basis.last
    }

    /// Closed years whose decided load is already above its ceiling.
    private var closedYearsOver: [Words] {
        let natural = sums(naturalLoads)
        return basis.years.filter { $0 <= basis.closedThrough }.compactMap { year in
            guard let ceiling = basis.scopeCeiling(in: year),
                let period = basis.period(year)
            else { return nil }
            let excess = natural[0][period] - ceiling.amount.thousandsRoundedDown
            let account = Sentences.account(.scope, basis)
            return excess > 0 ? Sentences.closedYearOver(Sentences.label(year, basis), account, excess) : nil
        }
    }
}
