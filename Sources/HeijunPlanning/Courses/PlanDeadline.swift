import HeijunModel
import HeijunPolicy

/// The standardization deadline of one system: the last fiscal year in which it may go live, and where that comes from.
struct PlanDeadline: Hashable {
    let day: Day
    /// The last fiscal year whose go-live month begins no later than the day.
    let year: FiscalYear
    /// The document, or what the day is.
    let source: Words
    /// Whether the day is an aim (目安) and no deadline.
    let isAim: Bool

    private init(_ day: Day, goLiveMonth: Int, source: Words, isAim: Bool = false) {
        self.day = day
        self.source = source
        self.isAim = isAim
        let year = FiscalYear(of: day)
        let start = Day(year: year.startYear + (goLiveMonth < 4 ? 1 : 0), month: goLiveMonth, day: 1)
        self.year = start <= day ? year : year.advanced(by: -1)
    }

    private init(_ deadline: Deadline, goLiveMonth: Int) {
        self.init(
            deadline.day, goLiveMonth: goLiveMonth, source: Words(ja: deadline.source, en: deadline.source),
            isAim: deadline.kind == .aim)
    }

    /// The deadline that a system goes by, whether or not it can still be met; nil where it is not to be standardized.
    ///
    /// Its own decided deadline, else the planned day of a system in transition support, else the earliest of those of its
    /// businesses that are not done: a business in transition support goes by its own planned day.
    ///
    /// - Parameter earliest: The first go-live year that is still open. A business whose deadline lies before it goes by
    ///   its planned day.
    init?(_ system: ITSystem, goLiveMonth month: Int, earliest: FiscalYear, in basis: PlanningBasis) {
        let decisions = basis.portfolio.deadlineDecisions
        if let own = Deadline.of(system: system.id, decisions: decisions, asOf: basis.asOf) {
            self.init(own, goLiveMonth: month)
            return
        }
        if let day = system.transitionPlannedDay {
            self.init(day, goLiveMonth: month, source: PlanDeadline.planned)
            return
        }
        let open = system.businesses.compactMap { basis.businesses[$0] }.filter(\.isOpen)
        let each = open.map { business -> PlanDeadline in
            let planned = business.plannedDay.map {
                PlanDeadline($0, goLiveMonth: month, source: PlanDeadline.planned)
            }
            if business.deadline == nil, business.state == .transitionSupport, let planned { return planned }
            let decided = PlanDeadline(
                Deadline.of(business, decisions: decisions, asOf: basis.asOf), goLiveMonth: month)
            return decided.year >= earliest ? decided : planned ?? decided
        }
        guard let first = each.min(by: { ($0.year, $0.day) < ($1.year, $1.day) }) else { return nil }
        self = first
    }

    private static let planned = Words(ja: "移行予定日", en: "planned day of the migration")
}
