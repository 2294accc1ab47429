import HeijunModel

/// Soft links as a cost: a link whose ends stood in one room costs `plan.soft-link-cost` in every year in which they
/// stand in two. Each end bears half of it, against the other's move in the natural course or in the plan that a
/// re-plan starts from: the engine weighs one system's courses at a time.
struct SoftLinks {
    /// The other end of a link: where it stands, where it goes, and when.
    struct End {
        let room: Key
        let target: Key?
        let move: FiscalYear?

        /// The room that holds it in a year; nil outside every room.
        func place(in year: FiscalYear) -> Key? { move.map { $0 <= year } ?? false ? target : room }
    }

    private var ends: [Key: [End]] = [:]

    init(_ facts: [SystemFacts], basis: PlanningBasis, reference: [Key: Plan.Choice]) {
        guard basis.portfolio.value(of: .softLinkCost) > 0 else { return }
        let known = Dictionary(facts.map { ($0.system.id, $0) }) { first, _ in first }
        var made: [Key: End] = [:]
        for link in basis.portfolio.links where !link.isHard && link.system != link.to {
            guard let one = known[link.system], let other = known[link.to], let room = one.room,
                room == other.room, one.moves || other.moves
            else { continue }
            for (facts, partner) in [(one, other), (other, one)] {
                let key = partner.system.id
                let end = made[key] ?? SoftLinks.end(partner, room, basis, reference[key])
                made[key] = end
                ends[facts.system.id, default: []].append(end)
            }
        }
    }

    /// The other ends of a system's soft links that begin in its own room.
    func ends(of system: Key) -> [End] { ends[system] ?? [] }

    private static func end(
        _ facts: SystemFacts, _ room: Key, _ basis: PlanningBasis, _ choice: Plan.Choice?
    ) -> End {
        if let choice { return End(room: room, target: place(choice.decision, facts), move: choice.moveYear) }
        let maker = CourseMaker(facts: facts, basis: basis)
        let natural = AlternativeMaker(facts: facts, basis: basis, reference: nil).naturalDecision(maker)
        return End(room: room, target: place(natural, facts), move: natural.move)
    }

    private static func place(_ decision: Decision, _ facts: SystemFacts) -> Key? {
        if case .room(let target) = facts.destination(decision) { return target }
        return nil
    }

    /// What the years apart cost a course: half the setting for each link and year of the horizon, in 千円.
    static func cost(of course: Course, _ facts: SystemFacts, to ends: [End], _ basis: PlanningBasis) -> Int {
        guard let room = facts.room, !ends.isEmpty else { return 0 }
        let own = End(room: room, target: place(course.decision, facts), move: course.decision.move)
        let years = ends.reduce(0) { sum, end in
            sum + basis.years.count { own.place(in: $0) != end.place(in: $0) }
        }
        return years * basis.portfolio.value(of: .softLinkCost) / 2
    }
}
