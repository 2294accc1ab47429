/// What a system does in the hidden plan.
struct HiddenCourse {
    /// Years of rebuilds and renewals in the horizon and just beyond, in order.
    var rebuilds: [FiscalYear]
    var renewals: [FiscalYear]
    /// Year of the move out of the third building.
    var move: FiscalYear?
    var buildYears: Int
    /// Payments of one-time and extension cost, by year, in 千円.
    var payments: [(year: FiscalYear, amount: Int)]
}

extension FictionalMaker {
    /// Chooses a year for every system, the dearest first, each where the years are emptiest so far.
    mutating func hidePlan() {
        let order = portfolio.systems.indices.sorted {
            (portfolio.systems[$1].buildCost ?? .zero, $0) < (portfolio.systems[$0].buildCost ?? .zero, $1)
        }
        var load: [FiscalYear: Int] = [:]
        var chosen = [HiddenCourse?](repeating: nil, count: count)
        for index in order {
            let courses = candidates(portfolio.systems[index])
            let best = courses.min { crowding($0, load) < crowding($1, load) } ?? courses[0]
            for payment in best.payments { load[payment.year, default: 0] += payment.amount }
            chosen[index] = best
        }
        hidden = chosen.compactMap { $0 }
    }

    /// The highest year that a course pays in, with it.
    private func crowding(_ course: HiddenCourse, _ load: [FiscalYear: Int]) -> Int {
        course.payments.reduce(0) { max($0, (load[$1.year] ?? 0) + $1.amount) }
    }

    private func candidates(_ system: ITSystem) -> [HiddenCourse] {
        guard let natural = system.rebuildYear else { return [] }
        let build = system.buildYears ?? 1
        let open = Self.first.advanced(by: build)
        guard natural >= open else { return [course(system, rebuild: natural)] }
        let early = max(open, natural.advanced(by: -(system.windowEarly ?? 0)))
        let end = min(natural.advanced(by: system.windowLate ?? 0), Self.last)
        let late = system.room == "third" ? min(end, max(natural, Self.thirdEnds)) : end
        return (early...max(early, late)).map { course(system, rebuild: $0) }
    }

    /// The cost rules in short; the planner's own stand with the planner, and a test sets one against the other.
    private func course(_ system: ITSystem, rebuild: FiscalYear) -> HiddenCourse {
        let cycle = system.cycleYears ?? 5
        var course = HiddenCourse(
            rebuilds: [], renewals: [], move: nil, buildYears: system.buildYears ?? 1, payments: [])
        let hasEquipment = (system.equipmentCost ?? .zero) > .zero
        if hasEquipment, let renewal = system.renewalYear, let natural = system.rebuildYear, renewal < natural
        {
            course.renewals.append(renewal)
        }
        var year = rebuild
        while year.advanced(by: -course.buildYears) <= Self.last {
            course.rebuilds.append(year)
            if hasEquipment { course.renewals.append(year.advanced(by: cycle)) }
            year = year.advanced(by: 2 * cycle)
        }
        if system.room == "third" { course.move = (course.rebuilds + course.renewals).min() }
        course.payments = payments(system, course)
        return course
    }

    private func payments(_ system: ITSystem, _ course: HiddenCourse) -> [(year: FiscalYear, amount: Int)] {
        func thousands(_ yen: Yen?) -> Int { yen?.thousands ?? 0 }
        var result = course.renewals.map { (year: $0, amount: thousands(system.equipmentCost)) }
        for rebuild in course.rebuilds {
            result.append((rebuild, thousands(system.equipmentCost) + thousands(system.migrationCost)))
            for year in rebuild.advanced(by: -course.buildYears)..<rebuild {
                result.append(
                    (year, (thousands(system.buildCost) + course.buildYears - 1) / course.buildYears))
            }
        }
        let natural = system.rebuildYear ?? Self.first
        if let first = course.rebuilds.first, natural < first {
            for year in natural..<first { result.append((year, thousands(system.extensionCost))) }
        }
        return result
    }
}
