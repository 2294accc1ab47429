import HeijunLevelling
import HeijunModel

/// Soft links as a cost: a link whose ends stand in one room costs `plan.soft-link-cost` in every year of the horizon in
/// which they then stand in two, once per link.
///
/// What a link costs follows from two systems' courses, and the engine weighs one system's courses at a time. What a
/// course costs wherever the other end goes (its sure part) is a part of that course's penalty; the rest of each pair is
/// kept beside the problem and counts in the plan's objective. The sure parts never exceed the cost, so the engine's bound
/// is one of the whole objective.
struct SoftLinks {
    /// What is not in the penalties.
    private(set) var rest = PairCosts()
    /// What is, by system and course.
    private(set) var sure: [[Int]]

    init(_ systems: [SystemAlternatives], position: [Key: Int], basis: PlanningBasis) {
        sure = systems.map { $0.list.map { _ in 0 } }
        let price = basis.portfolio.value(of: .softLinkCost)
        guard price > 0 else { return }
        var standings: [Int: Standings] = [:]
        var pairs: [PairCosts.Pair] = []
        for link in basis.portfolio.links where !link.isHard {
            guard let one = position[link.system], let other = position[link.to], one != other,
                let room = systems[one].facts.room, room == systems[other].facts.room
            else { continue }
            for index in [one, other] where standings[index] == nil {
                standings[index] = Standings(systems[index])
            }
            guard let first = standings[one], let second = standings[other] else { continue }
            let costs = first.list.map { here in second.list.map { here.yearsApart(from: $0, basis) * price }
            }
            if let rest = take(costs, (one, first), (other, second)) { pairs.append(rest) }
        }
        rest = PairCosts(pairs)
    }

    /// Notes the sure parts of both ends' courses.
    ///
    /// - Returns: What is left; nil where nothing is.
    private mutating func take(
        _ costs: [[Int]], _ one: (index: Int, standings: Standings),
        _ other: (index: Int, standings: Standings)
    ) -> PairCosts.Pair? {
        let rows = costs.map { $0.min() ?? 0 }
        var rest = zip(costs, rows).map { row, least in row.map { $0 - least } }
        let columns = other.standings.list.indices.map { column in rest.map { $0[column] }.min() ?? 0 }
        rest = rest.map { row in zip(row, columns).map(-) }
        for (course, standing) in one.standings.ofCourse.enumerated() {
            sure[one.index][course] += rows[standing]
        }
        for (course, standing) in other.standings.ofCourse.enumerated() {
            sure[other.index][course] += columns[standing]
        }
        guard rest.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
        return PairCosts.Pair(
            one.index, other.index, classes: (one.standings.ofCourse, other.standings.ofCourse), costs: rest)
    }

    /// Everything that soft links cost under some courses, in 千円.
    func total(_ picks: [Int]) -> Int {
        zip(sure, picks).reduce(rest.total(picks)) { $0 + $1.0[$1.1] }
    }
}

extension SoftLinks {
    /// What all soft links of a ledger cost under one course of each covered system, counted link by link, in 千円: by
    /// nothing that the search uses.
    static func cost(
        of courses: [Key: (facts: SystemFacts, decision: Decision)], _ basis: PlanningBasis
    ) -> Int {
        basis.portfolio.links.filter { !$0.isHard && $0.system != $0.to }.reduce(0) { sum, link in
            guard let one = courses[link.system], let other = courses[link.to], one.facts.room != nil,
                one.facts.room == other.facts.room, let here = Standing(one.decision, one.facts),
                let there = Standing(other.decision, other.facts)
            else { return sum }
            return sum + here.yearsApart(from: there, basis) * basis.portfolio.value(of: .softLinkCost)
        }
    }
}

/// Where a course has a system stand: in its room until it moves, then in another or in none.
struct Standing: Hashable {
    let room: Key
    let target: Key?
    let move: FiscalYear?

    /// - Returns: nil for a system outside every room.
    init?(_ decision: Decision, _ facts: SystemFacts) {
        guard let room = facts.room else { return nil }
        self.room = room
        move = decision.move
        if decision.move != nil, case .room(let target) = facts.destination(decision) {
            self.target = target
        } else {
            target = nil
        }
    }

    /// The room that holds it in a year; nil outside every room.
    func place(in year: FiscalYear) -> Key? { move.map { $0 <= year } ?? false ? target : room }

    /// Years of the horizon in which two systems stand apart.
    func yearsApart(from other: Standing, _ basis: PlanningBasis) -> Int {
        basis.years.count { place(in: $0) != other.place(in: $0) }
    }
}

/// The different standings of a system's courses.
private struct Standings {
    private(set) var list: [Standing] = []
    /// The position of each course's standing.
    private(set) var ofCourse: [Int] = []

    init(_ system: SystemAlternatives) {
        var position: [Standing: Int] = [:]
        for alternative in system.list {
            guard let standing = Standing(alternative.course.decision, system.facts) else { continue }
            if position[standing] == nil {
                position[standing] = list.count
                list.append(standing)
            }
            ofCourse.append(position[standing] ?? 0)
        }
    }
}
