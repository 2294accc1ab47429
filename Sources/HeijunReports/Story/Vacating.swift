import HeijunModel

/// How a building to be vacated empties under a plan.
struct Vacating {
    let facility: Facility
    /// Live systems that stand in it now.
    let count: Int
    /// Those among them that neither move nor retire within the plan.
    let staying: Int
    /// The fiscal year in which the last of the others leaves.
    let lastYear: FiscalYear?

    /// Looks at the third building, else at the first facility with a closing day; nil where there is none or
    /// where it stands empty.
    init?(_ plan: Plan, _ portfolio: Portfolio) {
        let candidates = portfolio.facilities
        guard
            let facility = candidates.first(where: { $0.role == .third })
                ?? candidates.first(where: { $0.closes != nil })
        else { return nil }
        let rooms = Set(portfolio.rooms.filter { $0.facility == facility.id }.map(\.id))
        let choices = Dictionary(plan.choices.map { ($0.system, $0) }) { first, _ in first }
        let inside = portfolio.systems.filter { $0.isLive && $0.room.map(rooms.contains) == true }
        guard !inside.isEmpty else { return nil }
        let leaving = inside.compactMap { choices[$0.id]?.moveYear ?? $0.retiresAfter }
        self.facility = facility
        count = inside.count
        staying = inside.count - leaving.count
        lastYear = leaving.max()
    }
}
