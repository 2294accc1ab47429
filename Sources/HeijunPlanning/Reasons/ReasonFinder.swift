import HeijunModel

/// Finds the sentence that says why a system sits in its year: what would happen in its natural one.
struct ReasonFinder {
    let model: PlanModel
    let picks: [Int]
    private let evaluator: SwapEvaluator
    private let leaders: [[[Int]]]

    init(model: PlanModel, picks: [Int]) {
        self.model = model
        self.picks = picks
        evaluator = SwapEvaluator(model: model, picks: picks)
        leaders = ReasonFinder.leaders(model, picks)
    }

    /// The reason for a system's years; nil where they are the natural ones.
    func reason(for index: Int) -> Words? {
        let system = model.systems[index]
        let course = system.list[picks[index]].course
        guard course.decision != stay(system, course).decision else { return nil }
        if system.facts.fixed == .pinned, let year = course.rebuilds.first {
            return Sentences.pinned(label(year))
        }
        let options = [option(index, system, course)].compactMap { $0 }
        if keepsYears(system, course) { return options.first }
        let sentences = causes(index, system, course) + options + [price(system, course)].compactMap { $0 }
        return sentences.isEmpty ? nil : Sentences.joined(sentences)
    }

    /// The course that keeps the natural rebuild and renewal, and the planned move where it still can.
    private func stay(_ system: SystemAlternatives, _ course: Course) -> Course {
        var decision = system.naturalCourse.decision
        decision.move = course.decision.move
        decision.quarter = course.decision.quarter
        let kept = system.list.first { $0.course.decision == decision }?.course
        return kept ?? system.naturalCourse
    }

    private func keepsYears(_ system: SystemAlternatives, _ course: Course) -> Bool {
        let natural = system.naturalCourse.decision
        return course.decision.hasOptions && natural.rebuild == course.decision.rebuild
            && natural.renewal == course.decision.renewal
    }

    /// What a chosen hosting, form or ending changes against the same years without it.
    private func option(_ index: Int, _ system: SystemAlternatives, _ course: Course) -> Words? {
        guard course.decision.hasOptions else { return nil }
        let plain = CourseMaker(facts: system.facts, basis: model.basis).course(course.decision.plain)
        let maker = LoadMaker(basis: model.basis, table: model.table)
        let swap = evaluator.swap(
            index, plain, loads: maker.loads(of: plain, system.facts), listed: nil)
        return Sentences.chosen(
            course.decision, total: course.total - plain.total, peak: swap.peakBefore - swap.peakAfter)
    }

    private func label(_ year: FiscalYear) -> Words { Sentences.label(year, model.basis) }

    private func causes(_ index: Int, _ system: SystemAlternatives, _ course: Course) -> [Words] {
        let natural = stay(system, course)
        let bounds = model.basis.bounds(of: system.facts).filter {
            $0.excess(of: natural, last: model.basis.last) > $0.excess(of: course, last: model.basis.last)
        }
        if !bounds.isEmpty { return bounds.prefix(2).map { Sentences.bound($0, model.basis) } }
        let maker = LoadMaker(basis: model.basis, table: model.table)
        let swap = evaluator.swap(
            index, natural, loads: maker.loads(of: natural, system.facts),
            listed: system.list.firstIndex { $0.course.decision == natural.decision })
        let broken = swap.breaches.sorted { ($0.resource, -$0.excess) < ($1.resource, -$1.excess) }
        var seen: Set<Int> = []
        let first = broken.filter { seen.insert($0.resource).inserted }
        let sentences =
            first.prefix(3).map { breach(index, $0.resource, $0.period, $0.excess) } + swap.ties.prefix(1)
        guard let first = sentences.first else { return [levelling(index, swap)] }
        return [Sentences.unmoved(first)] + sentences.dropFirst()
    }

    private func breach(_ index: Int, _ resource: Int, _ period: Int, _ excess: Int) -> Words {
        let year = label(model.basis.years[period])
        let limit = model.table.limits[resource][period] ?? 0
        let what = model.table.resources[resource]
        switch what {
        case .scope, .whole, .funding, .account:
            let company = neighbours(of: index, in: period, resource)
            return Sentences.overCeiling(year, company, Sentences.account(what, model.basis), excess)
        case .staff, .vendor, .large, .units, .power, .weight, .platform:
            return Sentences.overLimit(year, what, limit: limit, excess: excess, model.basis)
        }
    }

    private func levelling(_ index: Int, _ swap: Swap) -> Words {
        let year = label(model.basis.years[swap.peakPeriod])
        if swap.peakAfter > swap.peakBefore {
            let company = neighbours(of: index, in: swap.peakPeriod, 0)
            return Sentences.higherPeak(year, company, by: swap.peakAfter - swap.peakBefore)
        }
        if swap.roughness > 0 { return Sentences.rougher(by: swap.roughness) }
        if let penalty = swap.penalty, penalty > 0 { return Sentences.cheaper(by: penalty) }
        return Sentences.asGood
    }

    /// The systems with the greatest one-time cost in a year beside this one, two at most.
    private func neighbours(of index: Int, in period: Int, _ resource: Int) -> [String] {
        let leaders = leaders[resource][period].filter { $0 != index }.prefix(2)
        return leaders.map { model.basis.name(model.systems[$0].facts.system.id) }
    }

    /// The three systems with the greatest one-time cost in each year, per cost resource.
    private static func leaders(_ model: PlanModel, _ picks: [Int]) -> [[[Int]]] {
        let costs = model.table.resources.prefix { $0.use == nil }
        var amounts = costs.map { _ in model.basis.years.map { _ in [(system: Int, amount: Int)]() } }
        for (index, system) in model.systems.enumerated() {
            let course = system.list[picks[index]].course
            for (resource, what) in costs.enumerated() where bears(model.basis, system.facts.system, what) {
                for (period, year) in model.basis.years.enumerated() {
                    let amount = course.sum { !$0.kind.isRunning && $0.year == year }
                    if amount > 0 { amounts[resource][period].append((index, amount)) }
                }
            }
        }
        return amounts.map { years in
            years.map {
                $0.sorted { ($1.amount, $0.system) < ($0.amount, $1.system) }.prefix(3).map(\.system)
            }
        }
    }

    private static func bears(_ basis: PlanningBasis, _ system: ITSystem, _ resource: Resource) -> Bool {
        basis.parts(0, of: system).contains { basis.bears($0.account, resource) }
    }

    /// What the change of year costs in extension.
    private func price(_ system: SystemAlternatives, _ course: Course) -> Words? {
        let more =
            course.sum { $0.kind == .extension } - system.naturalCourse.sum { $0.kind == .extension }
        let rebuild = (system.naturalCourse.rebuilds.first, course.rebuilds.first)
        let renewal = (system.naturalCourse.decision.renewal, course.decision.renewal)
        let later = course.decision.laterRenewal ?? course.decision.laterRebuild
        let target = rebuild.0 != rebuild.1 ? rebuild.1 : renewal.0 != renewal.1 ? renewal.1 : later
        guard let target else { return nil }
        if more > 0 { return Sentences.extensionPrice(label(target), more) }
        return Sentences.noExtension(label(target))
    }
}
