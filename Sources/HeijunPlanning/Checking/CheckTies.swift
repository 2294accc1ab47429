import HeijunModel

extension PlanCheck {
    private func starts() -> [Key: (year: FiscalYear, isDecided: Bool)] {
        var result: [Key: (year: FiscalYear, isDecided: Bool)] = [:]
        for (facts, choice, _) in systems {
            guard let year = choice?.firstRebuild, year >= basis.first, choice?.ending != .retire,
                choice?.ending != .merge
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
                !(first.isDecided && then.isDecided), !isBeyond(order.first, all: order.then, <=)
            else { return nil }
            return finding(
                "plan-order", "system", order.first, "\(order.then.text) より後になっている。",
                "It comes after \(order.then.text).")
        }
    }

    /// Whether a system can only be rebuilt past the horizon, and in no year that holds with one of another's.
    private func isBeyond(_ one: Key, all other: Key, _ holds: (Int, Int) -> Bool) -> Bool {
        let (ones, others) = (years(one), years(other))
        return ones.allSatisfy { $0 > basis.last.startYear }
            && others.allSatisfy { $0 >= basis.first.startYear }
            && !ones.contains { one in others.contains { holds(one, $0) } }
    }

    /// The first rebuilds that a system may have; −1 for none.
    private func years(_ key: Key) -> [Int] {
        guard let index = model.position[key] else { return [] }
        return model.systems[index].list.map { $0.course.decision }.map {
            $0.ends ? -1 : $0.rebuild?.startYear ?? -1
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
            if let year = choice.moveYear {
                result[choice.system] = year.startYear * 4 + (choice.moveQuarter ?? 0)
            }
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
                guard let first = starts[one], let then = starts[other] else { return false }
                return first.year != then.year && !(first.isDecided && then.isDecided)
                    && !isBeyond(one, all: other, ==) && !isBeyond(other, all: one, ==)
            }
        }.map { group in
            finding(
                "plan-decision-group", "decision_group", group.id, "構成システムの再構築年度が揃っていない。",
                "Its members go live in different years.")
        }
    }
}
