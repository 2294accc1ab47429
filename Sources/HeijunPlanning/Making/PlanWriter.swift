import HeijunLevelling
import HeijunModel

/// Writes a solution as a plan.
struct PlanWriter {
    let model: PlanModel
    let options: PlanOptions
    private var basis: PlanningBasis { model.basis }

    /// The head and the years if nothing is done: what every plan has, found or not.
    func head(_ outcome: Plan.Outcome, hash: String) -> Plan {
        var plan = Plan(asOf: basis.asOf, scope: basis.scope, outcome: outcome)
        plan.seed = options.seed
        plan.inputHash = hash
        plan.isReplan = options.startFrom != nil
        plan.base = options.startFrom?.choices.map(\.decided)
        plan.isRestricted =
            model.systems.contains(where: \.isCapped) || !model.platformsTakenForGranted.isEmpty ? true : nil
        let held = basis.platforms.held.sorted()
        plan.heldPlatforms = held.isEmpty ? nil : held
        plan.settings = basis.portfolio.changedSettings
        plan.years = years(of: .scope, after: nil)
        plan.remarks = model.remarks
        return plan
    }

    /// The plan of a solution.
    func plan(_ solution: LevellingSolution, hash: String) -> Plan {
        let picks = Array(solution.picks.prefix(model.systems.count))
        let chosen = zip(model.systems, picks).map { $0.list[$1].course }
        var plan = head(.feasible, hash: hash)
        plan.objective = solution.objective
        plan.bound = solution.bound
        plan.years = years(of: .scope, after: chosen)
        plan.accounts = otherAccounts.map { account in
            var loads = Plan.AccountLoads(account: account)
            loads.years = years(of: .account(account), after: chosen)
            return loads
        }
        plan.choices = choices(chosen)
        plan.uses = uses(picks)
        plan.fundings = fundings(after: chosen)
        plan.levelsGeneral = basis.rules.levelsGeneral ? true : nil
        plan.extensionCost = difference(chosen) { $0.kind == .extension }
        plan.pushedBeyond = difference(chosen) { $0.year > basis.last }
        plan.beforeHorizon = changed({ course in course.sum { $0.year < basis.first } }, chosen)
        plan.softLinks = softLinks(chosen)
        plan.remarks += pastSupport(chosen) + naturallyPastSupport(picks) + staying(chosen)
        explain(&plan, picks)
        return plan
    }

    /// The accounts beside the scope that bear a system or have a ceiling.
    private var otherAccounts: [Key] {
        let bearing = model.systems.flatMap { basis.parts(0, of: $0.facts.system).map(\.account) }
        let limited = basis.portfolio.ceilings.map(\.account)
        return Set(bearing + limited).subtracting(basis.scopeAccounts).sorted()
    }

    /// What the chosen courses pay more than the natural ones, of the payments that a filter takes.
    private func difference(_ chosen: [Course], _ isTaken: (Course.Payment) -> Bool) -> Yen {
        let after = chosen.reduce(0) { $0 + $1.sum(where: isTaken) }
        let before = model.systems.reduce(0) { $0 + $1.naturalCourse.sum(where: isTaken) }
        return Yen(thousands: after - before)
    }

    /// An amount of the natural courses and of the chosen ones; nil where both are the same.
    private func changed(_ amount: (Course) -> Int, _ chosen: [Course]) -> Plan.Change? {
        let before = model.systems.reduce(0) { $0 + amount($1.naturalCourse) }
        let after = chosen.reduce(0) { $0 + amount($1) }
        return before == after
            ? nil : Plan.Change(before: Yen(thousands: before), after: Yen(thousands: after))
    }

    private func softLinks(_ chosen: [Course]) -> Plan.Change? {
        func cost(_ courses: [Course]) -> Int {
            let decisions = zip(model.systems, courses).map { system, course in
                (system.facts.system.id, (facts: system.facts, decision: course.decision))
            }
            return SoftLinks.cost(of: Dictionary(decisions) { first, _ in first }, basis)
        }
        let (before, after) = (cost(model.systems.map(\.naturalCourse)), cost(chosen))
        return before == 0 && after == 0
            ? nil : Plan.Change(before: Yen(thousands: before), after: Yen(thousands: after))
    }

    /// The systems that the plan keeps past the end of support, with the risks that the ledger notes.
    private func pastSupport(_ chosen: [Course]) -> [Words] {
        let late = zip(model.systems, chosen).filter { system, course in
            basis.bounds(of: system.facts).contains { bound in
                guard case .support = bound.kind else { return false }
                return bound.excess(of: course, last: basis.last)
                    > bound.excess(of: system.naturalCourse, last: basis.last)
            }
        }.map(\.0.facts)
        guard !late.isEmpty else { return [] }
        let risks = late.compactMap { facts in
            facts.terms.riskNote.map { "\(basis.name(facts.system.id)) \($0)" }
        }
        return [Sentences.pastSupport(late.map(\.system.id), risks, basis)]
    }

    /// The systems that the natural years keep past the end of support, and the plan too.
    private func naturallyPastSupport(_ picks: [Int]) -> [Words] {
        let late = Set(model.pastSupport(picks)).intersection(model.pastSupport(nil)).sorted()
        return late.isEmpty ? [] : [Sentences.naturallyPastSupport(late, basis.rules.support, basis)]
    }

    /// The systems that stay in an iDC although they have a target room and an occasion to move.
    private func staying(_ chosen: [Course]) -> [Words] {
        let staying = zip(model.systems, chosen).filter { system, course in
            system.facts.mayStayInCentre && course.decision.move == nil
                && system.naturalCourse.decision.move != nil
                && !course.decision.ends
        }.map(\.0.facts.system.id)
        return staying.isEmpty ? [] : [Sentences.staysInCentre(staying, basis)]
    }

    private func explain(_ plan: inout Plan, _ picks: [Int]) {
        let reasons = ReasonFinder(model: model, picks: picks)
        for index in plan.choices.indices { plan.choices[index].reason = reasons.reason(for: index) }
    }
}

extension PlanWriter {
    /// One account's years, before and after; without courses the years after stay empty.
    private func years(of resource: Resource, after chosen: [Course]?) -> [Plan.YearLoad] {
        var result = basis.years.map(Plan.YearLoad.init)
        for (index, system) in model.systems.enumerated() {
            add(system.naturalCourse, system.facts, resource, to: &result, \.runningBefore, \.oneTimeBefore)
            if let chosen {
                add(chosen[index], system.facts, resource, to: &result, \.runningAfter, \.oneTimeAfter)
            }
            guard resource == .scope, system.facts.system.size == .large else { continue }
            for year in system.naturalCourse.rebuilds { count(year, \.largeBefore, &result) }
            for year in chosen?[index].rebuilds ?? [] { count(year, \.largeAfter, &result) }
        }
        for index in result.indices { setCeiling(resource, &result[index]) }
        return result
    }

    private func add(
        _ course: Course, _ facts: SystemFacts, _ resource: Resource, to years: inout [Plan.YearLoad],
        _ running: WritableKeyPath<Plan.YearLoad, Yen>, _ oneTime: WritableKeyPath<Plan.YearLoad, Yen>
    ) {
        for payment in course.payments {
            guard let period = basis.period(payment.year) else { continue }
            let isGeneral = resource == .scope && basis.rules.levelsGeneral
            for part in basis.parts(isGeneral ? payment.general : payment.amount, of: facts.system)
            where basis.bears(part.account, resource) {
                years[period][keyPath: payment.kind.isRunning ? running : oneTime] += Yen(
                    thousands: part.amount)
            }
        }
    }

    private func count(
        _ year: FiscalYear, _ path: WritableKeyPath<Plan.YearLoad, Int>, _ years: inout [Plan.YearLoad]
    ) {
        if let period = basis.period(year) { years[period][keyPath: path] += 1 }
    }

    private func setCeiling(_ resource: Resource, _ year: inout Plan.YearLoad) {
        var ceiling = basis.scopeCeiling(in: year.year)
        if case .account(let account) = resource { ceiling = basis.ceiling(of: [account], in: year.year) }
        year.ceiling = ceiling?.amount
        year.ceilingSetBy = ceiling?.setBy
    }

    private func choices(_ chosen: [Course]) -> [Plan.Choice] {
        zip(model.systems, chosen).map { system, course in
            var choice = Plan.Choice(system: system.facts.system.id)
            let facts = system.facts
            func inside(_ year: FiscalYear?) -> FiscalYear? {
                year.flatMap { basis.period($0) == nil ? nil : $0 }
            }
            choice.natural = inside(system.naturalCourse.rebuilds.first)
            choice.planned = inside(course.rebuilds.first)
            choice.buildsFrom = choice.planned.map { $0.advanced(by: -facts.buildYears) }
            choice.firstRebuild = course.decision.rebuild
            choice.newHosting = course.decision.hosting
            choice.form = course.decision.form
            choice.ending = course.decision.ending
            setLater(course, system, &choice)
            choice.rebuilds = course.rebuilds.filter { basis.period($0) != nil }
            choice.renewals = course.renewals.filter { basis.period($0) != nil }
            choice.naturalRenewal = system.naturalCourse.decision.renewal
            choice.plannedRenewal = course.decision.renewal
            choice.naturalMove = system.naturalCourse.decision.move
            choice.fixed = facts.fixed
            let extended = course.extensionYears.filter { $0 < course.decision.rebuild ?? basis.last }
            choice.extendedYears = extended.isEmpty ? nil : extended
            choice.oneTimeCost = Yen(
                thousands: course.sum { !$0.kind.isRunning && basis.period($0.year) != nil })
            setMove(course, facts, &choice)
            return choice
        }
    }

    /// Later years that are moved, and where they would be if nothing were done, or else by their cycles.
    private func setLater(_ course: Course, _ system: SystemAlternatives, _ choice: inout Plan.Choice) {
        let natural = system.naturalCourse.decision
        if let year = course.decision.laterRebuild {
            choice.laterRebuild = year
            choice.laterRebuildDue = natural.laterRebuild ?? system.facts.laterRebuildDue(course.decision)
        }
        if let year = course.decision.laterRenewal {
            choice.laterRenewal = year
            choice.laterRenewalDue =
                natural.laterRenewal ?? system.facts.laterRenewalDue(course.decision, last: basis.last)
        }
    }

    private func setMove(_ course: Course, _ facts: SystemFacts, _ choice: inout Plan.Choice) {
        guard let move = course.decision.move else { return }
        choice.moveYear = move
        choice.moveFrom = facts.room
        choice.moveQuarter = course.decision.quarter.map { $0 + 1 }
        switch facts.destination(course.decision) {
        case .stays: return
        case .room(let room): choice.moveTo = room
        case .hosting(let hosting): choice.hosting = hosting
        }
    }

    /// Uses of the limits other than ceilings, in the years that have one.
    private func uses(_ picks: [Int]) -> [Plan.LimitUse] {
        let before = model.sums(model.naturalLoads)
        let after = model.sums(picks: picks)
        return model.table.resources.indices.flatMap { resource -> [Plan.LimitUse] in
            guard let (kind, key) = model.table.resources[resource].use else { return [] }
            return basis.years.indices.compactMap { period in
                model.table.limits[resource][period].map { limit in
                    Plan.LimitUse(
                        kind: kind, key: key, year: basis.years[period],
                        quarter: model.table.resources[resource].quarter, before: before[resource][period],
                        after: after[resource][period], limit: limit)
                }
            }
        }
    }
}

extension Resource {
    /// The limit's kind and key as a plan names them; nil for costs.
    var use: (kind: Plan.LimitKind, key: Key)? {
        switch self {
        case .scope, .whole, .funding, .account: nil
        case .staff(let key): (.staff, key)
        case .vendor(let key): (.vendor, key)
        case .large: (.large, "")
        case .units(let key, _): (.roomUnits, key)
        case .power(let key, _): (.roomPower, key)
        case .weight(let key, _): (.roomWeight, key)
        case .platform(let key): (.platform, key)
        }
    }

    /// The quarter that a room's limit is of, 1 to 4; nil for the whole year and everything else.
    var quarter: Int? {
        switch self {
        case .units(_, let quarter), .power(_, let quarter), .weight(_, let quarter):
            quarter == 0 ? nil : quarter
        case .scope, .whole, .funding, .account, .staff, .vendor, .large, .platform: nil
        }
    }
}

extension PlanningBasis {
    /// Whether an account's payments count in a cost resource.
    func bears(_ account: Key, _ resource: Resource) -> Bool {
        switch resource {
        case .scope, .whole, .funding: scopeAccounts.contains(account)
        case .account(let key): key == account
        case .staff, .vendor, .large, .units, .power, .weight, .platform: false
        }
    }
}
