import HeijunModel

/// By how many years a run shifts a system.
struct StressSlip: Hashable {
    /// The first rebuild later than planned, and what comes after it.
    var rebuild = 0
    /// The move so many years after the planned one at the earliest, because a partner of it is late.
    var move = 0
}

/// One system of a stress test: what becomes of its course when its rebuild is late, or a partner of its move.
struct StressSystem {
    let facts: SystemFacts
    let decision: Decision
    let basis: PlanningBasis
    let planned: Course
    /// Whether a late first rebuild takes the move with it: the move is at it, or at what comes after.
    let moveFollows: Bool
    private let maker: CourseMaker

    init(_ facts: SystemFacts, _ decision: Decision, _ basis: PlanningBasis) {
        (self.facts, self.decision, self.basis) = (facts, decision, basis)
        maker = CourseMaker(facts: facts, basis: basis)
        let planned = maker.course(decision)
        self.planned = planned
        if let rebuild = decision.rebuild, let move = decision.move {
            moveFollows = move > rebuild || (move == rebuild && planned.rebuilds.contains(move))
        } else {
            moveFollows = false
        }
    }

    /// Years from the first one of the horizon to the first rebuild, past its last one too; nil where there is none.
    var start: Int? {
        decision.rebuild.map { basis.first.distance(to: $0) }.flatMap { $0 < 0 ? nil : $0 }
    }

    /// Whether delays are drawn for it: those of rebuilds in the horizon.
    var isDrawn: Bool { decision.rebuild.flatMap(basis.period) != nil }

    /// The time of the move, by which the ties of a plan are read; −1 where it does not move.
    var moveTime: Int { basis.key(of: decision) }

    /// Years by which its own rebuild makes the move late.
    func ownMove(_ delay: Int) -> Int { moveFollows ? delay : 0 }

    /// Years by which the first rebuild of a course is later than planned.
    func delay(of course: Course) -> Int {
        guard let rebuild = decision.rebuild, let late = course.decision.rebuild else { return 0 }
        return rebuild.distance(to: late)
    }

    /// The course when the rebuild and the move are late.
    func course(_ slip: StressSlip) -> Course {
        var late = shifted(by: slip.rebuild)
        var maker = maker
        if let move = decision.move, slip.move > ownMove(slip.rebuild) {
            let time = move.advanced(by: slip.move)
            if let event = waitingEvent(late, until: time) { wait(event, time, &late, &maker) }
            late.move = time
        }
        var course = maker.course(late)
        if delay(of: course) > 0, isBegun { course.keepBuilding(of: planned) }
        return course
    }

    /// The decision when the rebuild slips: a move at the rebuild, or at what comes after, slips with it.
    private func shifted(by years: Int) -> Decision {
        guard years > 0, let rebuild = decision.rebuild else { return decision }
        var result = decision
        result.rebuild = rebuild.advanced(by: years)
        result.laterRebuild = decision.laterRebuild?.advanced(by: years)
        result.laterRenewal = decision.laterRenewal?.advanced(by: years)
        if moveFollows { result.move = decision.move?.advanced(by: years) }
        return result
    }

    /// Whether building begins in a year that is closed: what is contracted is paid as planned, however late it ends.
    private var isBegun: Bool {
        planned.rebuilds.first.map { $0.advanced(by: -facts.buildYears) <= basis.closedThrough } ?? false
    }
}

extension StressSystem {
    /// Whether a move apart from every rebuild and renewal is open to it, as the planner's list of its courses has it.
    var movesApart: Bool {
        guard basis.rules.separateMoves, decision.hosting == nil, case .room = facts.destination else {
            return false
        }
        return true
    }

    /// The rebuild or renewal that waits for a move (M01): the last one before it; nil where the move may stand apart, or
    /// one of them falls on its year and takes it.
    private func waitingEvent(_ decision: Decision, until time: FiscalYear) -> FiscalYear? {
        guard !movesApart else { return nil }
        let last = events(maker.course(decision)).filter { $0 <= time }.max()
        return last == time ? nil : last
    }

    /// The events that may carry the move.
    private func events(_ course: Course) -> [FiscalYear] {
        // A chosen hosting is entered at the rebuild that chooses it.
        if decision.hosting != nil { return course.decision.rebuild.map { [$0] } ?? [] }
        return switch facts.destination {
        case .stays: []
        case .room: course.rebuilds + course.renewals
        case .hosting: course.rebuilds
        }
    }

    /// Puts an event off: the first ones in the decision, later ones in the course.
    private func wait(
        _ event: FiscalYear, _ time: FiscalYear, _ decision: inout Decision, _ maker: inout CourseMaker
    ) {
        if event == decision.rebuild, let rebuild = self.decision.rebuild {
            decision = shifted(by: rebuild.distance(to: time))
        } else if event == decision.renewal {
            decision.renewal = time
        } else {
            maker.waiting = CourseMaker.Waiting(event: event, until: time)
        }
    }
}

extension Course {
    /// Takes the building payments of another course instead of its own.
    fileprivate mutating func keepBuilding(of planned: Course) {
        payments.removeAll { $0.kind == .build }
        payments += planned.payments.filter { $0.kind == .build }
    }
}
