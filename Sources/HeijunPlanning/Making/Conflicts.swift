import HeijunLevelling
import HeijunModel

extension PlanModel {
    /// Why systems have no course at all.
    var stuckConflicts: [Words] {
        stuck.map { system in
            var reasons = system.blocking.map { Sentences.bound($0, basis) }
            if !reasons.isEmpty { reasons.append(Sentences.loosened(system.blocking)) }
            let name = basis.name(system.facts.system.id)
            if let pin = system.facts.system.pinnedYear {
                return Sentences.pinStuck(name, Sentences.label(pin, basis), reasons)
            }
            return Sentences.stuck(name, reasons)
        }
    }

    /// How far a limit may give, in thousandths of it; beyond that the whole, twice the whole, and what covers every choice.
    private static let steps = [
        5, 10, 20, 30, 40, 50, 60, 80, 100, 120, 140, 160, 180, 200, 220, 250, 280, 320, 360, 400, 500,
    ]

    /// A slack for each limit that some choice could break, in steps that grow; the last covers every choice.
    var slacks: [Slack] {
        let limits = bindingLimits
        let farthest = limits.map { PlanModel.thousandths($0.most - $0.limit, of: $0.limit) }.max() ?? 1
        // No penalty reaches what the engine takes.
        let price = min(1_000_000, (1 << 39) / farthest)
        return limits.map { resource, period, limit, most in
            let parts = PlanModel.steps.map { max(1, limit * $0 / 1000) }
            let gives = Set((parts + [1, 2, 3, limit, 2 * limit]).filter { 0 < $0 && $0 < most - limit })
            return Slack(
                resource: resource, period: period,
                steps: (gives.sorted() + [most - limit]).map { give in
                    (give, price * PlanModel.thousandths(give, of: limit))
                })
        }
    }

    /// By how many thousandths a choice passes its limits, all together.
    func looseness(_ picks: [Int]) -> Int {
        let sums = sums(picks: picks)
        return bindingLimits.reduce(0) { sum, row in
            let excess = sums[row.resource][row.period] - row.limit
            return excess > 0 ? sum + PlanModel.thousandths(excess, of: row.limit) : sum
        }
    }

    private static func thousandths(_ give: Int, of limit: Int) -> Int {
        max(1, give * 1000 / max(limit, 1))
    }

    /// The number of each slack's alternative with which the limits hold under some choice.
    func covering(_ slacks: [Slack], _ picks: [Int]) -> [Int] {
        let sums = sums(picks: picks)
        return slacks.map { slack in
            let limit = table.limits[slack.resource][slack.period] ?? .max
            let excess = sums[slack.resource][slack.period] - limit
            guard excess > 0 else { return 0 }
            return 1 + (slack.steps.firstIndex { $0.give >= excess } ?? slack.steps.count - 1)
        }
    }
}

extension PlanMaker {
    /// Which limits collide and by how much the cheapest set of them would have to give.
    ///
    /// Limits of one kind are taken away first, then those of another. Where one of them alone need give, it is named with
    /// the least that it has to; else, from a choice that keeps all others, the search for the cheapest loosening begins.
    /// Where one kind is not enough, it begins at a choice that keeps the ties alone, so that it always has an answer
    /// unless the ties collide.
    func conflicts(
        _ progress: @escaping @Sendable (PlanProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Words] {
        await limitConflicts(progress, isCancelled) + supportConflicts(progress, isCancelled)
    }

    private func limitConflicts(
        _ progress: @escaping @Sendable (PlanProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Words] {
        for kind in LimitGroup.allCases {
            guard let free = try? model.problem(where: { !kind.holds($0) }) else { continue }
            let request = loosening(from: nil, progress, isCancelled)
            guard case .solved(let solution, _) = await solver.solve(free, request) else { continue }
            let picks = Array(solution.picks.prefix(model.systems.count))
            let single = SingleRelaxation(maker: self, progress: progress, isCancelled: isCancelled)
            let ways = await single.ways(of: kind, from: picks)
            if !ways.isEmpty { return words(of: ways) }
            let slacks = model.slacks.filter { kind.holds(model.table.resources[$0.resource]) }
            return await gives(from: picks, slacks, progress, isCancelled)
        }
        guard let ties = try? model.problem(where: { _ in false }) else { return [Sentences.undecided] }
        switch await answer(ties, start: nil, progress, isCancelled) {
        case .undecided: return [Sentences.undecided]
        case .infeasible: return [Sentences.tiesCollide]
        case .solved(let tied, _): return await gives(from: tied.picks, model.slacks, progress, isCancelled)
        }
    }

    /// Where support ends bind in every case: whether a plan exists when nothing is extended past them.
    private func supportConflicts(
        _ progress: @escaping @Sendable (PlanProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Words] {
        guard model.basis.rules.support == .binds,
            let variant = try? PlanVariant(
                scenario: nil, changes: ["\(Setting.hardSupport.key.text)=1"], in: model.basis.portfolio),
            let eased = try? variant.applied(to: model.basis.portfolio)
        else { return [] }
        let other = PlanMaker(eased, options, solver: solver, platforms: model.basis.platforms)
        guard other.model.stuck.isEmpty, let problem = try? other.model.problem(),
            case .solved(let solution, _) = await solver.solve(
                problem, loosening(from: nil, progress, isCancelled))
        else { return [Sentences.supportBinds(nil, model.basis)] }
        return [Sentences.supportBinds(other.model.pastSupport(solution.picks), model.basis)]
    }

    /// The cheapest loosening of some limits found from a choice that passes no others, and another way beside it.
    private func gives(
        from picks: [Int], _ slacks: [PlanModel.Slack],
        _ progress: @escaping @Sendable (PlanProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Words] {
        let start = picks + model.covering(slacks, picks)
        let other = await loosened(slacks, from: start, progress, isCancelled) ?? picks
        let found = model.looseness(other) < model.looseness(picks) ? other : picks
        return gives(found) + (await otherWay(than: found, progress, isCancelled))
    }

    /// The choice that is cheapest where some limits may give; nil where none was found.
    private func loosened(
        _ slacks: [PlanModel.Slack], from start: [Int]?,
        _ progress: @escaping @Sendable (PlanProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Int]? {
        guard !slacks.isEmpty, let problem = try? model.problem(slacks: slacks) else { return nil }
        let request = loosening(from: start, progress, isCancelled)
        guard case .solved(let solution, _) = await solver.solve(problem, request) else { return nil }
        return Array(solution.picks.prefix(model.systems.count))
    }

    /// How near to its bound a loosening is brought, in percent, and how many nodes that may take.
    private static let looseGap = 5.0, looseNodes = 30

    /// How a loosening is searched for: it need not be the proven cheapest.
    func loosening(
        from start: [Int]?, _ progress: @escaping @Sendable (PlanProgress) -> Void,
        _ isCancelled: @escaping @Sendable () -> Bool
    ) -> Solver.Request {
        var request = Solver.Request(
            options: options, start: start, progress: progress, isCancelled: isCancelled)
        request.options.effort = 1
        request.options.gapPercent = max(PlanMaker.looseGap, options.gapPercent)
        request.nodes = PlanMaker.looseNodes
        return request
    }

    /// The cheapest loosening that leaves alone every limit that the first one raises; nothing where none is found.
    private func otherWay(
        than picks: [Int], _ progress: @escaping @Sendable (PlanProgress) -> Void,
        _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Words] {
        let sums = model.sums(picks: picks)
        let kept = model.slacks.filter { slack in
            sums[slack.resource][slack.period] <= model.table.limits[slack.resource][slack.period] ?? .max
        }
        guard let picks = await loosened(kept, from: nil, progress, isCancelled) else { return [] }
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
            if way.isProven {
                words.append(Sentences.provenLeast)
            } else if way.least > 0 {
                words.append(Sentences.atLeast(way.least, model.table.resources[way.resource]))
            }
        }
        let pins = pinsSpending(in: Set(ways.map { model.basis.years[$0.period] }))
        return pins.isEmpty ? words : words + [Sentences.pinsInvolved(pins)]
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

/// Kinds of limits that are loosened together.
enum LimitGroup: CaseIterable {
    /// Ceilings of money.
    case money
    /// People, vendors, the count of large rebuilds and platforms.
    case work
    /// Rooms.
    case rooms

    func holds(_ resource: Resource) -> Bool {
        switch resource {
        case .scope, .whole, .funding, .account: self == .money
        case .staff, .vendor, .large, .platform: self == .work
        case .units, .power, .weight: self == .rooms
        }
    }
}

extension Sentences {
    /// What one limit has to give in any case.
    static func atLeast(_ amount: Int, _ resource: Resource) -> Words {
        let amount = quantity(amount, resource)
        return Words(
            ja: "この制限だけを緩める場合、少なくとも \(amount.ja)は要ると証明されている。",
            en: "It is proven that this limit alone has to give \(amount.en) at least.")
    }

    /// Leads from one set of loosenings to another.
    static let otherwise = Words(
        ja: "または、代わりに次の分だけ緩めても計画が成り立つ（見つかった中で最小。証明はしていない）。",
        en: "Or a plan exists if these give instead (the least found, not proven).")

    /// Leads from one limit that gives alone to another.
    static let otherwiseAlone = Words(
        ja: "または、代わりに次の１つだけを緩めても計画が成り立つ。", en: "Or a plan exists if this one gives instead.")

    /// Where one limit alone need give.
    static let collideAlone = Words(
        ja: "制限が同時には成り立たない。次の１つだけを緩めれば計画が成り立つ。",
        en: "The limits cannot hold together. A plan exists if this one alone gives.")

    /// The least that one limit has to give is proven.
    static let provenLeast = Words(
        ja: "この制限だけを緩める場合の最小の幅と証明済み。", en: "That is proven to be the least that it alone has to give.")
}
