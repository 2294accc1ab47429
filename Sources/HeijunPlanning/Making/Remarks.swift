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
        add(keys(\.facts.isMoving), Sentences.movingNow)
        add(keys { $0.facts.fixed == .decided && !$0.facts.isContracted }, Sentences.decidedYears)
        add(keys { $0.facts.fixed == .decided && $0.facts.isContracted }, Sentences.contractedYears)
        let through = Sentences.label(basis.closedThrough, basis)
        add(keys { $0.facts.fixed == .budgetClosed }) { Sentences.closedBudget($0, through: through, $1) }
        add(
            keys { $0.facts.system.pinnedYear != nil && $0.facts.fixed != .pinned },
            Sentences.pinnedAgainstBudget)
        for kind in PlanTerms.BudgetException.allCases {
            add(keys { isPinnedAgainstBudget($0) && exception($0) == kind }) {
                Sentences.excepted($0, by: kind, $1)
            }
        }
        add(keys { basis.hasEndedSupport($0.facts.system.id) }) {
            Sentences.supportEnded($0, through: through, $1)
        }
        add(keys { $0.facts.fixed == nil && $0.facts.missedDeadline != nil }, Sentences.missedDeadline)
        add(keys(goesLiveInFreeze), Sentences.liveInFreeze)
        add(keys(lacksTarget), Sentences.noTarget)
        add(keys(\.isCapped), Sentences.capped)
        add(platformsTakenForGranted.sorted(), Sentences.platformYears)
        return result + closedYearsOver + ties.remarks
    }

    private func isPinnedAgainstBudget(_ system: SystemAlternatives) -> Bool {
        guard let pin = system.facts.system.pinnedYear, system.facts.fixed == .pinned else { return false }
        if system.facts.system.isYearDecided || system.facts.isContracted, pin != system.facts.naturalRebuild
        {
            return true
        }
        let start = pin.advanced(by: -system.facts.buildYears)
        if let natural = system.facts.naturalRebuild, natural != pin,
            natural.advanced(by: -system.facts.buildYears) <= basis.closedThrough
        {
            return true
        }
        return start <= basis.closedThrough && pin != system.facts.naturalRebuild
    }

    private func exception(_ system: SystemAlternatives) -> PlanTerms.BudgetException? {
        system.facts.terms.budgetException
    }

    /// Whether its go-live month, which is not the setting's, begins inside a freeze of it.
    private func goesLiveInFreeze(_ system: SystemAlternatives) -> Bool {
        guard let month = system.facts.terms.goLiveMonth else { return false }
        let day = Day(year: basis.first.startYear, month: month, day: 1)
        return basis.portfolio.freezes.contains {
            $0.years.isEmpty && $0.stops(system.facts.system) && $0.covers(day)
        }
    }

    private func lacksTarget(_ system: SystemAlternatives) -> Bool {
        guard let room = system.facts.room, let closes = basis.rooms[room]?.lastYear, !system.facts.mayMove
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
