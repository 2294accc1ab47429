import HeijunModel

extension AlternativeMaker {
    /// Every combination of years that the windows allow, in order of rebuild, renewal and move.
    func decisions(_ maker: CourseMaker) -> [Decision] {
        var result: [Decision] = []
        for rebuild in years(facts.rebuildYears) {
            let renewals = years(facts.renewalYears).filter { year in
                guard let year, let rebuild else { return true }
                return year < rebuild
            }
            for renewal in renewals.isEmpty ? [nil] : renewals {
                let plain = Decision(rebuild: rebuild, renewal: renewal)
                result += moves(of: plain, maker).map {
                    Decision(rebuild: rebuild, renewal: renewal, move: $0)
                }
            }
        }
        return result
    }

    private func years(_ range: ClosedRange<FiscalYear>?) -> [FiscalYear?] {
        range.map { Array($0) } ?? [nil]
    }

    /// What happens if nothing is done: the natural years, and the move at the first of them that allows it.
    func naturalDecision(_ maker: CourseMaker) -> Decision {
        var decision = Decision(rebuild: facts.naturalRebuild, renewal: facts.naturalRenewal)
        switch facts.fixed {
        case .retiring, .noYear: decision.rebuild = nil
        case .decided, .budgetClosed, .pinned, nil: break
        }
        decision.move = eventYears(of: maker.course(decision)).first
        return decision
    }

    /// The years in which a system with these years may move; nil where it does not.
    private func moves(of decision: Decision, _ maker: CourseMaker) -> [FiscalYear?] {
        guard facts.moves else { return [nil] }
        let natural = naturalYearsFixed
        let events = eventYears(of: maker.course(decision)).filter {
            $0 > basis.closedThrough || natural.contains($0)
        }
        let separate = basis.rules.separateMoves ? separateYears : []
        let all = Set(events).union(separate).sorted()
        return all.isEmpty ? [nil] : all.map { $0 }
    }

    /// Rebuilds and renewals inside the horizon at which the new place is open.
    private func eventYears(of course: Course) -> [FiscalYear] {
        let events: [FiscalYear]
        switch facts.destination {
        case .stays: return []
        case .room: events = (course.rebuilds + course.renewals).sorted()
        case .hosting: events = course.rebuilds
        }
        return events.filter { basis.period($0) != nil && isOpen($0) }
    }

    /// Years in the horizon in which a move of its own is possible.
    private var separateYears: [FiscalYear] {
        guard case .room = facts.destination else { return [] }
        return basis.years.filter { $0 > basis.closedThrough && isOpen($0) }
    }

    private func isOpen(_ year: FiscalYear) -> Bool {
        guard case .room(let target) = facts.destination else { return true }
        return basis.rooms[target]?.opens.map { $0 <= year } ?? true
    }

    /// The years of events that are fixed already and may carry a move although their budget is closed.
    private var naturalYearsFixed: [FiscalYear] {
        [facts.rebuildYears, facts.renewalYears].compactMap { range in
            range.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
        }
    }
}
