import HeijunModel

/// The yearly loads of one system under a plan for every way in which it may slip, prepared once: a run only adds them up.
struct StressLoads {
    /// How far it slips at most.
    let most: StressSlip
    private let cases: [Case]

    /// One slip.
    private struct Case {
        /// Loads per account and period, in 千円, and the whole amounts of them that an overrun raises: what it costs
        /// more falls on general revenue, since grants are decided beforehand.
        let base: [[Int]], exposed: [[Int]]
        /// Whether it breaks the system's deadline, or leaves its closing room too late, further than the plan.
        let isLate: Bool
        /// Years by which the first rebuild is late.
        let delay: Int
    }

    init(_ system: StressSystem, most: StressSlip, _ world: StressWorld) {
        self.most = most
        let bounds = world.basis.bounds(of: system.facts)
        var cases: [Case] = []
        for delay in 0...most.rebuild {
            let own = cases.count
            for move in 0...most.move {
                if move > 0, move <= system.ownMove(delay) {
                    cases.append(cases[own])
                } else {
                    let slip = StressSlip(rebuild: delay, move: move)
                    cases.append(StressLoads.made(system, slip, bounds, world))
                }
            }
        }
        self.cases = cases
    }

    private static func made(
        _ system: StressSystem, _ slip: StressSlip, _ bounds: [YearBound], _ world: StressWorld
    ) -> Case {
        let course = system.course(slip)
        let loads = loads(of: course, system.facts, world)
        return Case(
            base: loads.base, exposed: loads.exposed,
            isLate: breaks(bounds, course, than: system.planned, world.basis),
            delay: system.delay(of: course))
    }

    private func position(_ slip: StressSlip) -> Int { slip.rebuild * (most.move + 1) + slip.move }

    /// Whether it is late for its deadline or its room.
    func isLate(_ slip: StressSlip) -> Bool { cases[position(slip)].isLate }

    /// Years by which its first rebuild is late, where it waits for a move too.
    func delay(_ slip: StressSlip) -> Int { cases[position(slip)].delay }

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

    /// Adds the loads of a slip to sums per account and period, the one-time cost `percent` dearer.
    func add(_ slip: StressSlip, percent: Int, to sums: inout [[Int]]) {
        let (base, exposed) = (cases[position(slip)].base, cases[position(slip)].exposed)
        for row in sums.indices {
            for period in sums[row].indices {
                let change = exposed[row][period] * percent
                sums[row][period] += base[row][period] + (change + (change < 0 ? -50 : 50)) / 100
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
