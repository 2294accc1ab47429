import HeijunModel

extension AlternativeMaker {
    /// Every combination that the windows and options allow: as it is, then each hosting, each form and each ending,
    /// in order of rebuild, renewal and move. As it is where no year allows what was decided.
    func decisions(_ maker: CourseMaker) -> [Decision] {
        let found = facts.variants.flatMap { decisions(maker, $0) }
        return found.isEmpty ? decisions(maker, Decision()) : found
    }

    private func decisions(_ maker: CourseMaker, _ variant: Decision) -> [Decision] {
        years(facts.rebuildYears).filter { allows(variant, $0) }.flatMap { rebuild in
            decisions(maker, variant, rebuild)
        }
    }

    /// Options need a year in the horizon in which they can be had; a joint procurement its common year.
    private func allows(_ variant: Decision, _ rebuild: FiscalYear?) -> Bool {
        guard variant.hosting != nil || variant.ending != nil || variant.form == .service else { return true }
        guard let rebuild, basis.period(rebuild) != nil else { return false }
        if let from = facts.hostingOption(variant)?.from, rebuild < from { return false }
        if let common = facts.consolidation(variant)?.year { return rebuild == common }
        return true
    }

    private func decisions(
        _ maker: CourseMaker, _ variant: Decision, _ rebuild: FiscalYear?
    ) -> [Decision] {
        let renewals = years(facts.renewalYears).filter { year in
            guard let year, let rebuild else { return true }
            return year < rebuild
        }
        return (renewals.isEmpty ? [nil] : renewals).flatMap { renewal in
            var plain = variant
            (plain.rebuild, plain.renewal) = (rebuild, renewal)
            return LaterYears(facts: facts, basis: basis).all(of: plain).flatMap { plain in
                moves(of: plain, maker).map { move in
                    var decision = plain
                    (decision.move, decision.quarter) = (move?.year, move?.quarter)
                    return decision
                }
            }
        }
    }

    private func years(_ range: ClosedRange<FiscalYear>?) -> [FiscalYear?] {
        range.map { Array($0) } ?? [nil]
    }

    /// What happens if nothing is done: the natural years with what an applied plan decided, and the move at its year
    /// or else at the first event that allows it.
    func naturalDecision(_ maker: CourseMaker) -> Decision {
        var decision = Decision(rebuild: facts.naturalRebuild, renewal: facts.naturalRenewal)
        switch facts.fixed {
        case .retiring, .noYear: decision.rebuild = nil
        case .decided, .budgetClosed, .pinned, nil: takeDecided(&decision)
        }
        decision = LaterYears(facts: facts, basis: basis).decided(of: decision)
        let possible = decision.ends ? [] : eventMoves(of: maker.course(decision))
        let chosen = decidedMove(decision, possible, maker)
        let move =
            chosen
            ?? (decision.hosting == nil ? possible.first : possible.first { $0.year == decision.rebuild })
        (decision.move, decision.quarter) = (move?.year, move?.quarter)
        return decision
    }

    /// Hosting, form and ending as an applied plan decided, where the ledger still offers them in the natural year.
    private func takeDecided(_ decision: inout Decision) {
        guard var variant = facts.decidedVariant, allows(variant, decision.rebuild) else { return }
        (variant.rebuild, variant.renewal) = (decision.rebuild, decision.renewal)
        decision = variant
    }

    private func decidedMove(_ decision: Decision, _ possible: [MoveTime], _ maker: CourseMaker) -> MoveTime?
    {
        guard let year = facts.decided?.moveYear, !decision.ends else { return nil }
        let time = MoveTime(year: year, quarter: facts.decided?.moveQuarter.map { $0 - 1 })
        return (possible + moves(of: decision, maker).compactMap { $0 }).first { $0 == time }
    }
}

/// When a system changes rooms.
struct MoveTime: Hashable {
    let year: FiscalYear
    let quarter: Int?
}

extension AlternativeMaker {
    /// The times at which a system with these years may move; nil where it does not.
    private func moves(of decision: Decision, _ maker: CourseMaker) -> [MoveTime?] {
        guard facts.destination(decision) != .stays, !decision.ends else { return [nil] }
        let natural = naturalYearsFixed
        let events = eventMoves(of: maker.course(decision)).filter {
            $0.year > basis.closedThrough || natural.contains($0.year)
        }
        if decision.hosting != nil {
            // A chosen hosting is entered at the rebuild that chooses it.
            let entering = events.filter { $0.year == decision.rebuild }
            return entering.isEmpty ? [] : entering
        }
        let separate = basis.rules.separateMoves ? separateMoves : []
        let known = Set(events)
        let all = (events + separate.filter { !known.contains($0) }).sorted {
            ($0.year, $0.quarter ?? 0) < ($1.year, $1.quarter ?? 0)
        }
        return all.isEmpty || facts.mayStayInCentre ? all + [nil] : all
    }

    /// Rebuilds and renewals inside the horizon at which the new place is open.
    private func eventMoves(of course: Course) -> [MoveTime] {
        let events: [FiscalYear]
        switch facts.destination(course.decision) {
        case .stays: return []
        case .room: events = (course.rebuilds + course.renewals).sorted()
        case .hosting: events = course.rebuilds
        }
        return events.filter { basis.period($0) != nil }.flatMap { times(in: $0, course.decision) }
    }

    private func times(in year: FiscalYear, _ decision: Decision) -> [MoveTime] {
        basis.moveQuarters(
            of: facts.system, facts.terms, from: facts.room, to: facts.destination(decision), in: year
        ).map { MoveTime(year: year, quarter: $0) }
    }

    /// Times in the horizon at which a move of its own is possible.
    private var separateMoves: [MoveTime] {
        guard case .room = facts.destination else { return [] }
        return basis.years.filter { $0 > basis.closedThrough }.flatMap { times(in: $0, Decision()) }
    }

    /// The years of events that are fixed already and may carry a move although their budget is closed.
    private var naturalYearsFixed: [FiscalYear] {
        [facts.rebuildYears, facts.renewalYears].compactMap { range in
            range.flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
        }
    }
}

extension SystemFacts {
    /// Hosting, form and ending, without years. What is decided already has one: that of an applied plan, or the present.
    var variants: [Decision] {
        switch fixed {
        case .decided, .budgetClosed: [decidedVariant ?? Decision()]
        case .retiring, .noYear: [Decision()]
        case .pinned, nil: offered
        }
    }

    /// What an applied plan chose, where the ledger still offers it.
    var decidedVariant: Decision? {
        guard let decided else { return nil }
        let variant = Decision(
            hosting: decided.hosting, form: decided.form == presentForm ? nil : decided.form,
            ending: decided.ending)
        return offered.contains(variant) ? variant : nil
    }

    /// Whatever the ledger offers.
    private var offered: [Decision] {
        let joint = consolidations.contains { $0.ending == .joint }
        let endings = consolidations.filter { $0.ending != .joint }.map { Decision(ending: $0.ending) }
        let hostings = [nil] + hostingOptions.map { Optional($0.hosting) }
        let forms = [nil] + procurementOptions.map(\.form).filter { $0 != presentForm }.map(Optional.init)
        let rebuilt = hostings.flatMap { hosting in
            forms.map { Decision(hosting: hosting, form: $0) }
        }
        let shared = rebuilt.map { Decision(hosting: $0.hosting, form: $0.form, ending: .joint) }
        return rebuilt + endings + (joint ? shared : [])
    }
}
