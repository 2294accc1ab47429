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
        addWork(course, facts, to: &result)
        addRooms(course, facts, to: &result)
        return result
    }

    private func add(_ value: Int, _ resource: Resource, _ year: FiscalYear, to loads: inout [ResourceLoad]) {
        guard value != 0, let period = basis.period(year), let position = table.position[resource] else {
            return
        }
        loads.append(ResourceLoad(resource: position, period: period, value: value))
    }

    private func addCosts(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        for payment in course.payments {
            for part in basis.parts(payment.amount, of: facts.system) {
                let isScope = basis.scopeAccounts.contains(part.account)
                add(part.amount, isScope ? .scope : .account(part.account), payment.year, to: &loads)
            }
        }
    }

    private func addWork(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        let maker = CourseMaker(facts: facts, basis: basis)
        let effort = facts.system.effort?.tenths ?? 0
        for rebuild in course.rebuilds {
            let years = maker.buildingYears(rebuild)
            if let section = facts.system.systemSection ?? facts.system.businessSection {
                for (year, part) in zip(years, equalParts(effort, count: years.count)) {
                    add(part, .staff(section), year, to: &loads)
                }
            }
            if let vendor = facts.system.vendor {
                for year in years { add(1, .vendor(vendor), year, to: &loads) }
            }
            if facts.system.size == .large { add(1, .large, rebuild, to: &loads) }
        }
    }

    private func addRooms(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        for year in basis.years {
            for (room, times) in presence(course, facts, in: year) {
                add(times * (facts.system.units?.halves ?? 0), .units(room), year, to: &loads)
                add(times * (facts.system.power?.amount ?? 0), .power(room), year, to: &loads)
                add(times * (facts.system.weight?.amount ?? 0), .weight(room), year, to: &loads)
            }
        }
    }

    /// The rooms that hold the system in a year: the old one up to the year of the move, the new one from it on,
    /// and one room twice where old and new stand side by side.
    private func presence(
        _ course: Course, _ facts: SystemFacts, in year: FiscalYear
    ) -> [(room: Key, times: Int)] {
        guard let room = facts.room else { return [] }
        if let last = facts.lastYear, year > last { return [] }
        if facts.isNew, course.rebuilds.first.map({ year < $0 }) ?? true { return [] }
        let move = course.decision.move
        var result: [(Key, Int)] = []
        if move.map({ year <= $0 }) ?? true {
            result.append((room, 1 + (changesOver(course, year, in: room) && year != move ? 1 : 0)))
        }
        if let move, year >= move, case .room(let target) = facts.destination {
            result.append((target, 1 + (changesOver(course, year, in: target) && year != move ? 1 : 0)))
        }
        return result
    }

    private func changesOver(_ course: Course, _ year: FiscalYear, in room: Key) -> Bool {
        switch basis.rules.sideBySide {
        case 0: return false
        case 1 where basis.rooms[room]?.role != .hall: return false
        default: return course.rebuilds.contains(year) || course.renewals.contains(year)
        }
    }
}
