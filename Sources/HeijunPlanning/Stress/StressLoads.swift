import HeijunModel

/// The yearly loads of one system under a plan when its rebuild goes live so many years later, prepared once: a run
/// only adds them up.
struct StressLoads {
    /// Go-live year of the first rebuild as planned, as a position in the horizon; nil where there is none in it.
    let start: Int?
    /// The latest delay that is prepared, at least 0.
    let longest: Int
    /// Loads per delay, account and period, in 千円, and the whole amounts of them that an overrun raises: what it costs
    /// more falls on general revenue, since grants are decided beforehand.
    private let base: [[[Int]]], exposed: [[[Int]]]
    /// Whether each delay breaks the system's deadline, or leaves its closing room too late, further than the plan.
    let late: [Bool]

    init(_ facts: SystemFacts, _ decision: Decision, longest: Int, _ world: StressWorld) {
        let basis = world.basis
        let maker = CourseMaker(facts: facts, basis: basis)
        let planned = maker.course(decision)
        start = decision.rebuild.flatMap(basis.period)
        self.longest = start == nil ? 0 : longest
        let bounds = basis.bounds(of: facts)
        var base: [[[Int]]] = [], exposed: [[[Int]]] = [], late: [Bool] = []
        for delay in 0...self.longest {
            var course = maker.course(StressLoads.delayed(decision, planned, by: delay))
            if delay > 0, StressLoads.isBegun(planned, facts, basis) { course.keepBuilding(of: planned) }
            let loads = StressLoads.loads(of: course, facts, world)
            base.append(loads.base)
            exposed.append(loads.exposed)
            late.append(StressLoads.breaks(bounds, course, than: planned, basis))
        }
        (self.base, self.exposed, self.late) = (base, exposed, late)
    }

    /// The decision when the rebuild slips: a move at the rebuild, or at what comes after, slips with it.
    private static func delayed(_ decision: Decision, _ planned: Course, by years: Int) -> Decision {
        guard years > 0, let rebuild = decision.rebuild else { return decision }
        var result = decision
        result.rebuild = rebuild.advanced(by: years)
        result.laterRebuild = decision.laterRebuild?.advanced(by: years)
        result.laterRenewal = decision.laterRenewal?.advanced(by: years)
        if let move = decision.move, move >= rebuild, planned.rebuilds.contains(move) || move > rebuild {
            result.move = move.advanced(by: years)
        }
        return result
    }

    /// Whether building begins in a year that is closed: what is contracted is paid as planned, however late it ends.
    private static func isBegun(_ planned: Course, _ facts: SystemFacts, _ basis: PlanningBasis) -> Bool {
        planned.rebuilds.first.map { $0.advanced(by: -facts.buildYears) <= basis.closedThrough } ?? false
    }

    /// Whether a course breaks a deadline or a room's closing further than the plan itself.
    private static func breaks(
        _ bounds: [YearBound], _ course: Course, than planned: Course, _ basis: PlanningBasis
    ) -> Bool {
        bounds.contains { bound in
            switch bound.kind {
            case .closing:
                bound.excess(of: course, last: basis.last) > bound.excess(of: planned, last: basis.last)
            case .deadline(let deadline):
                deadline.year >= bound.year
                    && bound.excess(of: course, last: basis.last)
                        > bound.excess(of: planned, last: basis.last)
            case .support, .contract, .lease, .freeze, .reLease: false
            }
        }
    }

    private static func loads(
        of course: Course, _ facts: SystemFacts, _ world: StressWorld
    ) -> (base: [[Int]], exposed: [[Int]]) {
        let none = world.accounts.map { _ in [Int](repeating: 0, count: world.basis.rules.years) }
        var (base, exposed) = (none, none)
        for payment in world.priced(course, facts).payments {
            guard let period = world.basis.period(payment.year) else { continue }
            let isOpen = !payment.kind.isUntouchedByOverruns && payment.year > world.basis.closedThrough
            for part in world.basis.parts(payment.amount, of: facts.system) {
                guard let row = world.row(of: part.account) else { continue }
                if isOpen { exposed[row][period] += part.amount }
                if row > 0 || !world.basis.rules.levelsGeneral { base[row][period] += part.amount }
            }
            guard world.basis.rules.levelsGeneral else { continue }
            base[0][period] += world.basis.scopePart(payment.general, of: facts.system)
        }
        return (base, exposed)
    }

    /// Adds the loads of a delay to sums per account and period, the one-time cost `percent` dearer.
    func add(delay: Int, percent: Int, to sums: inout [[Int]]) {
        let delay = min(delay, longest)
        for row in sums.indices {
            for period in sums[row].indices {
                let change = exposed[delay][row][period] * percent
                sums[row][period] += base[delay][row][period] + (change + (change < 0 ? -50 : 50)) / 100
            }
        }
    }
}

extension Course.Kind {
    /// Whether an overrun of development or equipment leaves it as it is: running, extensions and what is contracted.
    /// The instalments of a lease or service contract that the plan still concludes hold both, so they rise with it.
    fileprivate var isUntouchedByOverruns: Bool {
        switch self {
        case .running, .extension, .commitment, .remainingLease: true
        case .lease, .service, .build, .equipment, .migration, .move, .dual, .tenants, .ending: false
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
