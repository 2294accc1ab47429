import HeijunModel

/// What a course adds to one resource in one year of the horizon.
struct ResourceLoad: Hashable {
    let resource: Int
    let period: Int
    let value: Int
}

/// Turns courses into loads of the resources.
struct LoadMaker {
    let basis: PlanningBasis
    let table: ResourceTable

    /// The loads of a course; a resource and year may stand there more than once.
    func loads(of course: Course, _ facts: SystemFacts) -> [ResourceLoad] {
        var result: [ResourceLoad] = []
        result.reserveCapacity(course.payments.count + 40)
        addCosts(course, facts, to: &result)
        addFundings(course, facts, to: &result)
        addWork(course, facts, to: &result)
        addRooms(course, facts, to: &result)
        addPlatforms(course, facts, to: &result)
        return result
    }

    private func add(_ value: Int, _ resource: Resource, _ year: FiscalYear, to loads: inout [ResourceLoad]) {
        guard value != 0, let period = basis.period(year), let position = table.position[resource] else {
            return
        }
        loads.append(ResourceLoad(resource: position, period: period, value: value))
    }

    private func addCosts(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        let general = basis.rules.levelsGeneral
        for payment in course.payments {
            for part in basis.parts(payment.amount, of: facts.system) {
                add(part.amount, .account(part.account), payment.year, to: &loads)
                guard basis.scopeAccounts.contains(part.account) else { continue }
                add(part.amount, general ? .whole : .scope, payment.year, to: &loads)
            }
            for part in basis.parts(payment.general, of: facts.system) {
                add(part.amount, .funding(.general, part.account), payment.year, to: &loads)
            }
            let revenue = basis.scopePart(payment.general, of: facts.system)
            add(revenue, general ? .scope : .funding(.general, nil), payment.year, to: &loads)
        }
    }

    private func addFundings(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        for part in course.fundings {
            let amount = basis.scopePart(part.amount, of: facts.system)
            add(amount, .funding(part.funding, nil), part.year, to: &loads)
            for share in basis.parts(part.amount, of: facts.system) {
                add(share.amount, .funding(part.funding, share.account), part.year, to: &loads)
            }
        }
    }

    private func addWork(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        let maker = CourseMaker(facts: facts, basis: basis)
        for rebuild in course.rebuilds {
            let years = maker.buildingYears(rebuild)
            for work in facts.work {
                for (year, part) in zip(years, equalParts(work.tenths, count: years.count)) {
                    add(part, .staff(work.section), year, to: &loads)
                }
            }
            if let vendor = facts.system.vendor {
                for year in years { add(1, .vendor(vendor), year, to: &loads) }
            }
            if facts.system.size == .large { add(1, .large, rebuild, to: &loads) }
        }
    }

    /// What the system takes of the platform that it stands on: the present one up to the change of hosting, the chosen
    /// one from it on.
    private func addPlatforms(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        guard facts.terms.platform != nil || course.decision.hosting == .commonPlatform else { return }
        for year in basis.years {
            guard let (platform, units) = facts.platform(course, in: year) else { continue }
            add(units, .platform(platform), year, to: &loads)
        }
    }
}

extension SystemFacts {
    /// The work of a rebuild by section, in tenths of a person-month.
    var work: [(section: Key, tenths: Int)] {
        var result: [(section: Key, tenths: Int)] = []
        if let section = system.systemSection ?? system.businessSection, let effort = system.effort {
            result.append((section, effort.tenths))
        }
        if let section = system.businessSection, let effort = terms.businessEffort {
            result.append((section, effort.tenths))
        }
        return result
    }

    /// The common platform that holds the system in a year, and how much of it it takes.
    func platform(_ course: Course, in year: FiscalYear) -> (Key, Int)? {
        if let last = lastYear, year > last { return nil }
        if isNew, course.rebuilds.first.map({ year < $0 }) ?? true { return nil }
        if course.decision.ends, let end = course.decision.rebuild, year >= end { return nil }
        if let option = hostingOption(course.decision), let rebuild = course.rebuilds.first, year >= rebuild {
            return option.platform.map { ($0, option.platformUnits ?? 0) }
        }
        return terms.platform.map { ($0, terms.platformUnits ?? 0) }
    }
}

extension PlanningBasis {
    /// The part of an amount that falls on the scope's accounts.
    func scopePart(_ amount: Int, of system: ITSystem) -> Int {
        parts(amount, of: system).reduce(0) { scopeAccounts.contains($1.account) ? $0 + $1.amount : $0 }
    }
}
