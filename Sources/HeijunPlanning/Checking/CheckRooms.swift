import HeijunModel

extension PlanCheck {
    /// What stands in each room fits it, in every open year.
    func roomLoads() -> [Finding] {
        basis.rooms.keys.sorted().flatMap { room in
            openYears.filter { !fits(room, in: $0) }.map { year in
                finding(
                    "plan-room", "room", room, "\(self.year(year).ja) の容量を超える。",
                    "It exceeds the capacity of \(self.year(year).en).")
            }
        }
    }

    private func fits(_ room: Key, in year: FiscalYear) -> Bool {
        guard let capacity = basis.rooms[room]?.capacity(in: year) else { return true }
        var halves = 0, watts = 0, kilograms = 0
        for (facts, choice, course) in systems {
            guard let course else { continue }
            let times = copies(of: facts, choice, course, in: room, year)
            halves += times * (facts.system.units?.halves ?? 0)
            watts += times * (facts.system.power?.amount ?? 0)
            kilograms += times * (facts.system.weight?.amount ?? 0)
        }
        return halves <= capacity.units?.halves ?? .max && watts <= capacity.power?.amount ?? .max
            && kilograms <= capacity.weight?.amount ?? .max
    }

    /// How often a system stands in a room: twice while its equipment is exchanged there side by side.
    private func copies(
        of facts: SystemFacts, _ choice: Plan.Choice?, _ course: Course, in room: Key, _ year: FiscalYear
    ) -> Int {
        let isGone = facts.lastYear.map { year > $0 } ?? false
        let isToCome = facts.isNew && !course.rebuilds.contains { $0 <= year }
        guard !isGone, !isToCome else { return 0 }
        let moves = choice?.moveYear
        let isOld = facts.room == room && (moves == nil || year <= moves ?? year)
        let isTarget = facts.destination == .room(room) && moves.map { year >= $0 } ?? false
        guard isOld || isTarget else { return 0 }
        let exchanges = (course.rebuilds + course.renewals).contains(year) && year != moves
        let sideBySide = basis.rules.sideBySide == 2 || (basis.rules.sideBySide == 1 && isHall(room))
        return exchanges && sideBySide ? 2 : 1
    }

    private func isHall(_ room: Key) -> Bool {
        let facility = basis.portfolio.rooms.first { $0.id == room }?.facility
        return basis.portfolio.facilities.first { $0.id == facility }?.role == .hall
    }

    private func starts() -> [Key: (year: FiscalYear, isDecided: Bool)] {
        var result: [Key: (year: FiscalYear, isDecided: Bool)] = [:]
        for (facts, choice, _) in systems {
            guard let year = choice?.firstRebuild, basis.period(year) != nil else { continue }
            let isDecided = facts.fixed == .decided || facts.fixed == .budgetClosed
            result[facts.system.id] = (year, isDecided)
        }
        return result
    }

    /// The first of each ordered pair goes live no later than the second, unless both are decided.
    func orders() -> [Finding] {
        let starts = starts()
        return basis.portfolio.precedences.compactMap { order in
            guard let first = starts[order.first], let then = starts[order.then], first.year > then.year,
                !(first.isDecided && then.isDecided)
            else { return nil }
            return finding(
                "plan-order", "system", order.first, "\(order.then.text) より後になっている。",
                "It comes after \(order.then.text).")
        }
    }

    /// Pairs that must not share a year do not, unless both are decided.
    func separations() -> [Finding] {
        let starts = starts()
        return basis.portfolio.separations.compactMap { pair in
            guard pair.first != pair.second, let first = starts[pair.first], let second = starts[pair.second],
                first.year == second.year, !(first.isDecided && second.isDecided)
            else { return nil }
            return finding(
                "plan-separation", "system", pair.first, "\(pair.second.text) と同じ年度になっている。",
                "It shares its year with \(pair.second.text).")
        }
    }

    /// The members of a move group that move, move in one year.
    func groups() -> [Finding] {
        let moves = Dictionary(plan.choices.map { ($0.system, $0.moveYear) }) { first, _ in first }
        return basis.portfolio.moveGroups.filter { group in
            Set(group.members.compactMap { moves[$0] ?? nil }).count > 1
        }.map { group in
            finding(
                "plan-group", "move_group", group.id, "構成システムの移設年度が揃っていない。",
                "Its members move in different years.")
        }
    }
}
