import HeijunModel

/// When a system may change rooms, stated anew day by day: rooms and lines in use, and enough days outside every freeze.
struct MoveCheck {
    let basis: PlanningBasis
    let facts: SystemFacts

    /// Whether it may move to a room (nil is out of every room) in a year, or in one of its quarters from 1 to 4.
    func allows(_ year: FiscalYear, quarter: Int?, to target: Key?) -> Bool {
        guard (quarter != nil) == basis.rules.byQuarter, (quarter ?? 1) >= 1, (quarter ?? 1) <= 4 else {
            return false
        }
        let days = days(of: year, quarter)
        guard let first = days.first, let last = days.last else { return false }
        if let target, !isInUse(target, first, last) || !isJoined(to: target, first, last) { return false }
        guard let quarter else { return true }
        if facts.terms.isHolidayCutover, !holds(holidaysIn: days, quarter) { return false }
        return days.count { !isFrozen($0) } >= basis.rules.quarterOpenDays
    }

    private func days(of year: FiscalYear, _ quarter: Int?) -> [Day] {
        let all = sequence(first: year.firstDay) { $0 < year.lastDay ? $0.adding(days: 1) : nil }
        return all.filter { day in quarter.map { (day.month + 8) % 12 / 3 + 1 == $0 } ?? true }
    }

    /// The room is in use on the first day of the quarter, or on some day of the year.
    private func isInUse(_ room: Key, _ first: Day, _ last: Day) -> Bool {
        let ledger = basis.portfolio.rooms.first { $0.id == room }
        let facility = basis.portfolio.facilities.first { $0.id == ledger?.facility }
        return [ledger?.opens, facility?.opens].compactMap { $0 }
            .allSatisfy { $0 <= (basis.rules.byQuarter ? first : last) }
    }

    /// Where the ledger has lines between the two rooms, one is in use: all through the quarter, or on some day of the year.
    private func isJoined(to room: Key, _ first: Day, _ last: Day) -> Bool {
        guard let from = facts.room else { return true }
        let lines = basis.portfolio.roomLinks.filter { Set([$0.room, $0.to]) == [from, room] }
        let (begin, end) = basis.rules.byQuarter ? (first, last) : (last, first)
        return lines.isEmpty
            || lines.contains { line in
                line.opens.map { $0 <= begin } ?? true && line.closes.map { end <= $0 } ?? true
            }
    }

    /// The setting names the quarter, and where it holds golden week or the turn of the year, a day of them is free.
    private func holds(holidaysIn days: [Day], _ quarter: Int) -> Bool {
        let quarters = String(basis.portfolio.value(of: .holidayQuarters)).compactMap(\.wholeNumberValue)
        let holidays = days.filter { day in
            switch day.month {
            case 4: day.day >= 29
            case 5: day.day <= 5
            case 12: day.day >= 29
            case 1: day.day <= 3
            default: false
            }
        }
        return quarters.contains(quarter) && (holidays.isEmpty || !holidays.allSatisfy(isFrozen))
    }

    private func isFrozen(_ day: Day) -> Bool { isFrozen(day, by: basis.portfolio.freezes) }

    func isFrozen(_ day: Day, by freezes: [Freeze]) -> Bool {
        let date = day.month * 100 + day.day
        return freezes.contains { freeze in
            let named = [freeze.businesses.isEmpty, freeze.classes.isEmpty, freeze.systems.isEmpty]
            let concerns =
                !named.contains(false) || freeze.systems.contains(facts.system.id)
                || !Set(freeze.businesses).isDisjoint(with: facts.system.businesses)
                || freeze.classes.contains { $0 == facts.system.systemClass }
            let crossesNewYear = freeze.from > freeze.to
            let covers =
                crossesNewYear
                ? date >= freeze.from || date <= freeze.to : date >= freeze.from && date <= freeze.to
            return concerns && covers && (freeze.years.isEmpty || freeze.years.contains(FiscalYear(of: day)))
        }
    }
}

extension PlanCheck {
    /// A move falls on a rebuild or renewal, where none of its own is allowed, and on a time when rooms, lines and freezes
    /// leave it.
    func moves() -> [Finding] {
        systems.compactMap { facts, choice, course in
            guard let choice, let course, let move = choice.moveYear else { return nil }
            let isAtEvent = course.rebuilds.contains(move) || course.renewals.contains(move)
            let target: Key?
            switch facts.destination(course.decision) {
            case .stays: return wrongMove(choice.system)
            case .room(let room): target = room
            case .hosting: target = nil
            }
            let isOpen = MoveCheck(basis: basis, facts: facts)
                .allows(move, quarter: choice.moveQuarter, to: target)
            return isOpen && (isAtEvent || basis.rules.separateMoves) ? nil : wrongMove(choice.system)
        }
    }

    private func wrongMove(_ system: Key) -> Finding {
        finding(
            "plan-move", "system", system, "移設の時期が更新・再構築の年度でないか、移設先・室間回線が使えないか、凍結期間に当たる。",
            "Its move is not at a renewal or rebuild, or rooms, lines or freezes do not leave it.")
    }
}
