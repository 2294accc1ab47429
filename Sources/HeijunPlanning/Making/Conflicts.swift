import HeijunLevelling
import HeijunModel

extension PlanModel {
    /// Why systems have no course at all.
    var stuckConflicts: [Words] {
        stuck.map { system in
            let reasons = system.blocking.map { Sentences.bound($0, basis) }
            let name = basis.name(system.facts.system.id)
            if let pin = system.facts.system.pinnedYear {
                return Sentences.pinStuck(name, Sentences.label(pin, basis), reasons)
            }
            return Sentences.stuck(name, reasons)
        }
    }

    /// A slack for each limit that some choice could break, in steps that double.
    var slacks: [Slack] {
        bindingLimits.map { resource, period, limit in
            let whole = max(limit, 1)
            let parts = [200, 100, 50, 20, 10, 5, 3, 2].map { max(1, whole / $0) }
            let gives = Set(parts + [1, 2, 3, whole, 2 * whole, 4 * whole]).sorted()
            return Slack(
                resource: resource, period: period,
                steps: gives.map { give in (give, 1_000_000 * max(1, give * 1000 / whole)) })
        }
    }
}

extension PlanMaker {
    /// Which limits collide and by how much the cheapest set of them would have to give.
    func conflicts(
        _ progress: @escaping @Sendable (PlanProgress) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> [Words] {
        guard let problem = try? model.problem(slacks: model.slacks) else { return [Sentences.undecided] }
        switch await answer(problem, start: nil, progress, isCancelled) {
        case .undecided: return [Sentences.undecided]
        case .infeasible: return [Sentences.tiesCollide]
        case .solved(let solution, _):
            let picks = Array(solution.picks.prefix(model.systems.count))
            return gives(picks) + (await otherWay(than: picks, progress, isCancelled))
        }
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
        guard !kept.isEmpty, let problem = try? model.problem(slacks: kept) else { return [] }
        let request = Solver.Request(
            options: options, start: nil, progress: progress, isCancelled: isCancelled)
        guard case .solved(let solution, _) = await solver.solve(problem, request) else { return [] }
        let words = gives(Array(solution.picks.prefix(model.systems.count)))
        return [Sentences.otherwise] + words.dropFirst()
    }

    private func gives(_ picks: [Int]) -> [Words] {
        let sums = model.sums(picks: picks)
        var words = [Sentences.collide]
        var years: Set<FiscalYear> = []
        for (resource, period, limit) in model.bindingLimits where sums[resource][period] > limit {
            let year = model.basis.years[period]
            years.insert(year)
            let what = model.table.resources[resource]
            words.append(
                Sentences.give(
                    what, Sentences.label(year, model.basis), limit: limit,
                    by: sums[resource][period] - limit,
                    setBy: setter(of: what, in: year), model.basis))
        }
        let pins = pinsSpending(in: years)
        return pins.isEmpty ? words : words + [Sentences.pinsInvolved(pins)]
    }

    private func setter(of resource: Resource, in year: FiscalYear) -> String? {
        switch resource {
        case .scope: model.basis.ceiling(of: model.basis.scopeAccounts, in: year)?.setBy
        case .account(let key): model.basis.ceiling(of: [key], in: year)?.setBy
        case .staff, .vendor, .large, .units, .power, .weight: nil
        }
    }

    private func pinsSpending(in years: Set<FiscalYear>) -> [String] {
        model.systems.filter { system in
            guard system.facts.fixed == .pinned, let course = system.list.first?.course else { return false }
            return course.payments.contains { !$0.kind.isRunning && years.contains($0.year) }
        }.map { "\(model.basis.name($0.facts.system.id))" }
    }
}

extension Sentences {
    /// Leads from one set of loosenings to another.
    static let otherwise = Words(
        ja: "または、代わりに次の分だけ緩めても計画が成り立つ。", en: "Or a plan exists if these give instead.")
}
