import HeijunModel

/// What planning knows of one system: the ledger's values with every default filled in.
struct SystemFacts {
    let system: ITSystem
    /// Amounts in 千円.
    let build: Int, equipment: Int, migration: Int, runBefore: Int, runAfter: Int, extensionYearly: Int
    let life: Int?, cycle: Int?
    let buildYears: Int
    /// A system that is still to come: it costs nothing to run before its first rebuild.
    let isNew: Bool
    /// Year of the first rebuild and of the first renewal before it if nothing is done.
    let naturalRebuild: FiscalYear?, naturalRenewal: FiscalYear?
    /// When the equipment in use falls due.
    let equipmentDue: FiscalYear?
    /// Why the rebuild year is not open.
    let fixed: Plan.FixedBy?
    /// The years open to the first rebuild, windows and pins observed but not the limits.
    let rebuildYears: ClosedRange<FiscalYear>?
    let renewalYears: ClosedRange<FiscalYear>?
    /// The last year of use.
    let lastYear: FiscalYear?
    /// The room it stands in, and where it goes from there.
    let room: Key?
    let destination: Destination
    /// The last year in which a standardized system may go live; nil without a deadline ahead.
    let deadline: FiscalYear?
    /// Whether its ledger year had passed without a rebuild.
    let isOverdue: Bool

    /// Where a system goes when it leaves its room.
    enum Destination: Hashable {
        case stays
        case room(Key)
        /// Out of every room, at a rebuild, to a hosting that needs none.
        case hosting(Hosting)
    }

    /// Whether it leaves its room.
    var moves: Bool { destination != .stays }

    /// The last year in which spending belongs to the horizon for a course whose first rebuild is `rebuild`: the
    /// same rebuilds and renewals are counted in every alternative, however far it shifts them.
    func reach(_ rebuild: FiscalYear?, last: FiscalYear) -> FiscalYear {
        guard let rebuild, let earliest = rebuildYears?.lowerBound else { return last }
        return last.advanced(by: max(0, earliest.distance(to: rebuild)))
    }
}
