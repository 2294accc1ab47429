import HeijunModel

/// What stands in each room.
extension UseCounter {
    /// Rack space, power and weight of every room that has a capacity, in each open year or quarter.
    var rooms: [CheckedUse] {
        basis.rooms.keys.sorted().flatMap { room in
            years.flatMap { year in basis.roomQuarters.flatMap { uses(of: room, in: year, $0) } }
        }
    }

    private func uses(of room: Key, in year: FiscalYear, _ quarter: Int) -> [CheckedUse] {
        guard let capacity = basis.rooms[room]?.capacity(in: year) else { return [] }
        let (now, then) = (sizes(before, room, year, quarter), sizes(after, room, year, quarter))
        let rows: [(Resource, Int?, Int, Int)] = [
            (.units(room, quarter), capacity.units?.halves, now.halves, then.halves),
            (.power(room, quarter), capacity.power?.amount, now.watts, then.watts),
            (.weight(room, quarter), capacity.weight?.amount, now.kilograms, then.kilograms),
        ]
        return rows.compactMap { resource, limit, before, after in
            limit.map {
                CheckedUse(resource: resource, year: year, before: before, after: after, limit: $0)
            }
        }
    }

    private func sizes(
        _ courses: [(facts: SystemFacts, course: Course)], _ room: Key, _ year: FiscalYear, _ quarter: Int
    ) -> (halves: Int, watts: Int, kilograms: Int) {
        var sum = (halves: 0, watts: 0, kilograms: 0)
        for (facts, course) in courses {
            let times = copies(of: facts, course, in: room, year, quarter)
            guard times > 0 else { continue }
            sum.halves += times * (facts.system.units?.halves ?? 0)
            sum.watts += times * (facts.system.power?.amount ?? 0)
            sum.kilograms += times * (facts.system.weight?.amount ?? 0)
        }
        return sum
    }

    /// How often a system stands in a room: twice while its equipment is exchanged there side by side.
    private func copies(
        of facts: SystemFacts, _ course: Course, in room: Key, _ year: FiscalYear, _ quarter: Int
    ) -> Int {
        guard facts.room != nil else { return 0 }
        let end = course.decision.ends ? course.decision.rebuild : nil
        let isGone = [facts.lastYear, end].compactMap { $0 }.contains { year > $0 }
        let isToCome = facts.isNew && !course.rebuilds.contains { $0 <= year }
        guard !isGone, !isToCome else { return 0 }
        let moves = course.decision.move
        let now = time(year, quarter)
        let then = moves.map { time($0, course.decision.quarter.map { $0 + 1 } ?? quarter) }
        let isOld = facts.room == room && (then.map { now <= $0 } ?? true)
        let isTarget = facts.destination(course.decision) == .room(room) && then.map { now >= $0 } ?? false
        guard isOld || isTarget else { return 0 }
        let isItsQuarter = quarter == 0 || quarter == facts.monthsBefore / 3 + 1
        let exchanges =
            (course.rebuilds + course.renewals).contains(year) && year != moves && isItsQuarter
        let sideBySide = basis.rules.sideBySide == 2 || (basis.rules.sideBySide == 1 && isHall(room))
        return exchanges && sideBySide ? 2 : 1
    }

    private func time(_ year: FiscalYear, _ quarter: Int) -> Int { year.startYear * 4 + quarter }

    private func isHall(_ room: Key) -> Bool {
        let facility = basis.portfolio.rooms.first { $0.id == room }?.facility
        return basis.portfolio.facilities.first { $0.id == facility }?.role == .hall
    }
}
