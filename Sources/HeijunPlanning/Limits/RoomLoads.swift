import HeijunModel

/// What stands in which room, and when.
extension LoadMaker {
    func addRooms(_ course: Course, _ facts: SystemFacts, to loads: inout [ResourceLoad]) {
        guard facts.room != nil else { return }
        for (period, year) in basis.years.enumerated() {
            for quarter in basis.roomQuarters {
                for (room, times) in presence(course, facts, in: year, quarter) {
                    for (resource, amount) in facts.sizes(in: room, quarter) where amount != 0 {
                        guard let position = table.position[resource] else { continue }
                        loads.append(
                            ResourceLoad(resource: position, period: period, value: times * amount))
                    }
                }
            }
        }
    }

    /// The rooms that hold the system: the old one up to the move, the new one from it on, and one room twice where old
    /// and new stand side by side.
    private func presence(
        _ course: Course, _ facts: SystemFacts, in year: FiscalYear, _ quarter: Int
    ) -> [(room: Key, times: Int)] {
        guard let room = facts.room, isInUse(course, facts, year) else { return [] }
        let decision = course.decision
        var result: [(Key, Int)] = []
        func now(_ holds: (Int, Int) -> Bool) -> Bool {
            guard let move = decision.move else { return false }
            if move != year { return holds(year.startYear, move.startYear) }
            return decision.quarter.map { holds(quarter, $0 + 1) } ?? true
        }
        func times(_ place: Key) -> Int {
            1 + (year != decision.move && changesOver(course, facts, year, quarter, in: place) ? 1 : 0)
        }
        if decision.move == nil || now(<=) { result.append((room, times(room))) }
        if now(>=), case .room(let target) = facts.destination(decision) {
            result.append((target, times(target)))
        }
        return result
    }

    private func isInUse(_ course: Course, _ facts: SystemFacts, _ year: FiscalYear) -> Bool {
        if let last = facts.lastYear, year > last { return false }
        if course.decision.ends, let end = course.decision.rebuild, year > end { return false }
        return !facts.isNew || course.rebuilds.first.map { $0 <= year } ?? false
    }

    /// In the whole year, or in the quarter of the go-live month.
    private func changesOver(
        _ course: Course, _ facts: SystemFacts, _ year: FiscalYear, _ quarter: Int, in room: Key
    ) -> Bool {
        switch basis.rules.sideBySide {
        case 0: return false
        case 1 where basis.rooms[room]?.role != .hall: return false
        default:
            guard quarter == 0 || quarter == facts.monthsBefore / 3 + 1 else { return false }
            return course.rebuilds.contains(year) || course.renewals.contains(year)
        }
    }
}

extension SystemFacts {
    /// What its equipment takes of a room.
    func sizes(in room: Key, _ quarter: Int) -> [(Resource, Int)] {
        [
            (.units(room, quarter), system.units?.halves ?? 0),
            (.power(room, quarter), system.power?.amount ?? 0),
            (.weight(room, quarter), system.weight?.amount ?? 0),
        ]
    }
}
