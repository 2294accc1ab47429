import HeijunModel

extension PlanCheck {
    /// What stands in each room fits it, in every open year.
    func roomLoads() -> [Finding] {
        basis.rooms.keys.sorted().flatMap { room in
            openYears.filter { year in
                !basis.roomQuarters.allSatisfy { fits(room, in: year, $0) }
            }.map { year in
                finding(
                    "plan-room", "room", room, "\(self.year(year).ja) の容量を超える。",
                    "It exceeds the capacity of \(self.year(year).en).")
            }
        }
    }

    private func fits(_ room: Key, in year: FiscalYear, _ quarter: Int) -> Bool {
        guard let capacity = basis.rooms[room]?.capacity(in: year) else { return true }
        var halves = 0, watts = 0, kilograms = 0
        for (facts, choice, course) in systems {
            guard let course else { continue }
            let times = copies(of: facts, choice, course, in: room, year, quarter)
            halves += times * (facts.system.units?.halves ?? 0)
            watts += times * (facts.system.power?.amount ?? 0)
            kilograms += times * (facts.system.weight?.amount ?? 0)
        }
        return halves <= capacity.units?.halves ?? .max && watts <= capacity.power?.amount ?? .max
            && kilograms <= capacity.weight?.amount ?? .max
    }

    /// How often a system stands in a room: twice while its equipment is exchanged there side by side.
    private func copies(
        of facts: SystemFacts, _ choice: Plan.Choice?, _ course: Course, in room: Key, _ year: FiscalYear,
        _ quarter: Int
    ) -> Int {
        let end = course.decision.ends ? course.decision.rebuild : nil
        let isGone = [facts.lastYear, end].compactMap { $0 }.contains { year > $0 }
        let isToCome = facts.isNew && !course.rebuilds.contains { $0 <= year }
        guard !isGone, !isToCome else { return 0 }
        let moves = choice?.moveYear
        let (now, then) = (time(year, quarter), moves.map { time($0, choice?.moveQuarter ?? quarter) })
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

    private func starts() -> [Key: (year: FiscalYear, isDecided: Bool)] {
        var result: [Key: (year: FiscalYear, isDecided: Bool)] = [:]
        for (facts, choice, _) in systems {
            guard let year = choice?.firstRebuild, basis.period(year) != nil,
                choice?.ending != .retire, choice?.ending != .merge
            else { continue }
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

    /// The members of a move group that could move, move at one time, or none of them does.
    func groups() -> [Finding] {
        let times = moveTimes
        return basis.portfolio.moveGroups.filter { group in
            let moving = group.members.filter { member in
                model.position[member].map { model.systems[$0].list.contains { $0.key >= 0 } } ?? false
            }
            return Set(moving.map { times[$0] }).count > 1
        }.map { group in
            finding(
                "plan-group", "move_group", group.id, "構成システムの移設年度が揃っていない。",
                "Its members move in different years.")
        }
    }

    /// Year and quarter of each system's move.
    private var moveTimes: [Key: Int] {
        var result: [Key: Int] = [:]
        for choice in plan.choices {
            if let year = choice.moveYear { result[choice.system] = time(year, choice.moveQuarter ?? 0) }
        }
        return result
    }

    /// Systems with a hard link between them move at one time, unless they have none in common.
    func hardLinks() -> [Finding] {
        guard basis.rules.hardLinksBind else { return [] }
        let times = moveTimes
        return basis.linkGroups(model.systems, model.position).compactMap { group in
            let open = group.map { member in Set(model.systems[member].list.map(\.key)) }
            guard !open.dropFirst().reduce(open[0], { $0.intersection($1) }).isEmpty else { return nil }
            let keys = group.map { model.systems[$0].facts.system.id }
            guard Set(keys.map { times[$0] }).count > 1 else { return nil }
            return finding(
                "plan-link", "system", keys[0], "密結合の連携先と移設の時期が揃っていない。",
                "It does not move together with the systems that hard links tie it to.")
        }
    }

    /// Each member of a decision group goes live in one year with the next by key, unless both are decided.
    func decisionGroups() -> [Finding] {
        let starts = starts()
        return basis.portfolio.decisionGroups.filter { group in
            let members = Set(group.members).sorted().filter { model.position[$0] != nil }
            return zip(members, members.dropFirst()).contains { one, other in
                guard let one = starts[one], let other = starts[other] else { return false }
                return one.year != other.year && !(one.isDecided && other.isDecided)
            }
        }.map { group in
            finding(
                "plan-decision-group", "decision_group", group.id, "構成システムの再構築年度が揃っていない。",
                "Its members go live in different years.")
        }
    }

    /// No platform holds more than it can, in every open year.
    func platforms() -> [Finding] {
        let platforms = Dictionary(grouping: basis.portfolio.platformCapacities, by: \.system)
        return platforms.keys.sorted().flatMap { platform in
            openYears.filter { year in
                let entries = (platforms[platform] ?? []).filter { $0.year <= year }
                guard let units = entries.max(by: { $0.year < $1.year })?.units else { return false }
                return tenants(of: platform, in: year) > units
            }.map { year in
                finding(
                    "plan-platform", "system", platform, "\(self.year(year).ja) の収容量を超える。",
                    "It exceeds its capacity in \(self.year(year).en).")
            }
        }
    }

    private func tenants(of platform: Key, in year: FiscalYear) -> Int {
        systems.reduce(0) { sum, system in
            guard let course = system.course, let (key, units) = system.facts.platform(course, in: year),
                key == platform
            else { return sum }
            return sum + units
        }
    }
}
