import HeijunLevelling
import HeijunModel

/// Finds what has to give where no plan exists.
struct ConflictFinder {
    let maker: PlanMaker
    /// The proof that no plan exists, where there is one.
    let certificate: Certificate?
    let progress: @Sendable (PlanProgress) -> Void
    let isCancelled: @Sendable () -> Bool

    private var model: PlanModel { maker.model }

    /// Which limits collide and by how much the cheapest set of them would have to give.
    ///
    /// Where one limit alone need give, it is named with the least that it has to. Else limits of one kind are taken away,
    /// then those of another: from a choice that keeps all others, the search for the cheapest loosening begins. Where one
    /// kind is not enough, it begins at a choice that keeps the ties alone, so that it always has an answer unless the ties
    /// collide.
    func conflicts() async -> [Words] {
        await limitConflicts() + supportConflicts()
    }

    private func limitConflicts() async -> [Words] {
        let ways = await SingleRelaxation(finder: self).ways()
        if !ways.isEmpty { return words(of: ways) }
        if let uniform = await UniformRelaxation(finder: self).way() { return words(of: uniform) }
        return await setsOfLimits()
    }

    /// The cheapest sets of limits found that have to give together.
    private func setsOfLimits() async -> [Words] {
        for kind in LimitGroup.allCases {
            guard
                let free = try? model.problem(limiting: { kind.holds(model.table.resources[$0]) ? nil : $2 })
            else { continue }
            let request = loosening(from: nil)
            guard case .solved(let solution, _) = await maker.solver.solve(free, request) else { continue }
            let picks = Array(solution.picks.prefix(model.systems.count))
            let slacks = model.slacks.filter { kind.holds(model.table.resources[$0.resource]) }
            return await gives(from: picks, slacks)
        }
        guard let ties = try? model.problem(limiting: { _, _, _ in nil }) else {
            return [Sentences.undecided]
        }
        switch await maker.answer(ties, start: nil, progress, isCancelled) {
        case .undecided: return [Sentences.undecided]
        case .infeasible:
            return [Sentences.tiesCollide]
                + (await TieConflict(model: model, isCancelled: isCancelled).words(ties))
        case .solved(let tied, _): return await gives(from: tied.picks, model.slacks)
        }
    }

    /// Where support ends bind in every case: whether a plan exists when nothing is extended past them.
    private func supportConflicts() async -> [Words] {
        guard model.basis.rules.support == .binds,
            let variant = try? PlanVariant(
                scenario: nil, changes: ["\(Setting.hardSupport.key.text)=1"], in: model.basis.portfolio),
            let eased = try? variant.applied(to: model.basis.portfolio)
        else { return [] }
        let other = PlanMaker(eased, maker.options, solver: maker.solver, platforms: model.basis.platforms)
        guard other.model.stuck.isEmpty, let problem = try? other.model.problem(),
            case .solved(let solution, _) = await maker.solver.solve(problem, loosening(from: nil))
        else { return [Sentences.supportBinds(nil, model.basis)] }
        return [Sentences.supportBinds(other.model.pastSupport(solution.picks), model.basis)]
    }

    /// The cheapest loosening of some limits found from a choice that passes no others, and another way beside it.
    private func gives(from picks: [Int], _ slacks: [PlanModel.Slack]) async -> [Words] {
        let start = picks + model.covering(slacks, picks)
        let other = await loosened(slacks, from: start) ?? picks
        let found = model.looseness(other) < model.looseness(picks) ? other : picks
        return gives(found) + (await otherWay(than: found))
    }

    /// The choice that is cheapest where some limits may give; nil where none was found.
    private func loosened(_ slacks: [PlanModel.Slack], from start: [Int]?) async -> [Int]? {
        guard !slacks.isEmpty, let problem = try? model.problem(slacks: slacks) else { return nil }
        let request = loosening(from: start)
        guard case .solved(let solution, _) = await maker.solver.solve(problem, request) else { return nil }
        return lowered(Array(solution.picks.prefix(model.systems.count)))
    }

    /// A choice that passes by less the limits that it passes, and no others; the same where none is found.
    func lowered(_ picks: [Int]) -> [Int] {
        guard let problem = try? model.problem() else { return picks }
        return lowering(picks, in: problem, seed: maker.options.seed)
    }

    /// How near to its bound a loosening is brought, in percent, and how many nodes that may take.
    private static let looseGap = 5.0, looseNodes = 30

    /// How a loosening is searched for: it need not be the proven cheapest.
    func loosening(from start: [Int]?) -> Solver.Request {
        var request = Solver.Request(
            options: maker.options, start: start, progress: progress, isCancelled: isCancelled)
        request.options.effort = 1
        request.options.gapPercent = max(ConflictFinder.looseGap, maker.options.gapPercent)
        request.nodes = ConflictFinder.looseNodes
        return request
    }

    /// The cheapest loosening that leaves alone every limit that the first one raises; nothing where none is found.
    private func otherWay(than picks: [Int]) async -> [Words] {
        let sums = model.sums(picks: picks)
        let kept = model.slacks.filter { slack in
            sums[slack.resource][slack.period] <= model.table.limits[slack.resource][slack.period] ?? .max
        }
        guard let picks = await loosened(kept, from: nil) else { return [] }
        let words = gives(picks)
        return [Sentences.otherwise] + words.dropFirst()
    }

    private func gives(_ picks: [Int]) -> [Words] {
        let sums = model.sums(picks: picks)
        var words = [Sentences.collide]
        var years: Set<FiscalYear> = []
        for (resource, period, limit, _) in model.bindingLimits where sums[resource][period] > limit {
            let year = model.basis.years[period]
            years.insert(year)
            let what = model.table.resources[resource]
            words.append(give(what, in: year, limit: limit, by: sums[resource][period] - limit))
        }
        let pins = pinsSpending(in: years)
        return pins.isEmpty ? words : words + [Sentences.pinsInvolved(pins)]
    }

    /// The ways in which one limit alone gives, the cheapest first.
    private func words(of ways: [SingleRelaxation.Way]) -> [Words] {
        var words: [Words] = []
        for (index, way) in ways.enumerated() {
            let year = model.basis.years[way.period]
            words.append(index == 0 ? Sentences.collideAlone : Sentences.otherwiseAlone)
            words.append(
                give(model.table.resources[way.resource], in: year, limit: way.limit, by: way.excess))
            if way.isNeeded { words.append(Sentences.needed) }
            if way.isProven {
                words.append(Sentences.provenLeast)
            } else if way.least > 0 {
                words.append(Sentences.atLeast(way.least, model.table.resources[way.resource]))
            }
        }
        let pins = pinsSpending(in: Set(ways.map { model.basis.years[$0.period] }))
        return pins.isEmpty ? words : words + [Sentences.pinsInvolved(pins)]
    }

    /// A limit of all years that gives alone.
    private func words(of way: UniformRelaxation.Way) -> [Words] {
        let resource = model.table.resources[way.resource]
        let words = [
            Sentences.collideAlone,
            Sentences.uniform(resource, limit: way.limit, enough: way.enough, model.basis),
        ]
        return way.isProven ? words + [Sentences.provenLeast] : words
    }

    /// The sentence about one limit that gives.
    private func give(_ what: Resource, in year: FiscalYear, limit: Int, by excess: Int) -> Words {
        Sentences.give(
            what, Sentences.label(year, model.basis), limit: limit, by: excess,
            setBy: setter(of: what, in: year), model.basis)
    }

    private func setter(of resource: Resource, in year: FiscalYear) -> String? {
        switch resource {
        case .scope: model.basis.scopeCeiling(in: year)?.setBy
        case .whole: model.basis.ceiling(of: model.basis.scopeAccounts, in: year)?.setBy
        case .funding(let funding, let account):
            model.basis.ceiling(of: funding, account.map { [$0] }, in: year)?.setBy
        case .account(let key): model.basis.ceiling(of: [key], in: year)?.setBy
        case .staff, .vendor, .large, .units, .power, .weight, .platform: nil
        }
    }

    private func pinsSpending(in years: Set<FiscalYear>) -> [String] {
        model.systems.filter { system in
            guard system.facts.fixed == .pinned, let course = system.list.first?.course else { return false }
            return course.payments.contains { !$0.kind.isRunning && years.contains($0.year) }
        }.map { "\(model.basis.name($0.facts.system.id))" }
    }
}
