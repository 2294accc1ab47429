public import HeijunModel

/// A wave of moves (移設の波): the systems that change rooms in one period, with what must be in order before it.
public struct MoveWave: Hashable, Sendable {
    /// Waves count from 1, in order of time.
    public let number: Int
    /// The fiscal year, and its quarter from 1 to 4 where moves are planned by quarter.
    public let year: FiscalYear, quarter: Int?
    /// The systems that move, each with the room left and the one entered; nil where it enters none.
    public let moves: [Move]
    /// The systems of the wave that hard links tie to one another.
    public let tied: [[Key]]
    /// Links that the wave draws out between two rooms, and what the soft ones among them cost until the other end follows:
    /// over all waves, what the plan says that soft links cost.
    public let stretchedLinks: Int, linkCost: Yen
    /// What must be in order, line by line.
    public let checklist: [Item]

    /// One system's move.
    public struct Move: Hashable, Sendable {
        /// The system.
        public let system: Key
        /// The room left, and the one entered.
        public let from: Key?, to: Key?
        /// The hosting taken instead of a room.
        public let hosting: Hosting?
    }

    /// A line of the checklist.
    public struct Item: Hashable, Sendable {
        /// What is asked, and what was found.
        public let title: Words, finding: Words
        /// Whether it is in order; nil where people must look.
        public let isMet: Bool?
    }
}

/// The waves of a plan's moves, in order of time; empty without moves.
public func moveWaves(_ plan: Plan, _ portfolio: Portfolio) -> [MoveWave] {
    WaveMaker(plan: plan, basis: PlanningBasis(portfolio, under: plan)).waves
}

/// Gathers moves into waves.
struct WaveMaker {
    let plan: Plan
    let basis: PlanningBasis
    /// Where each system in a room stands, year by year.
    let standings: [Key: Standing]

    init(plan: Plan, basis: PlanningBasis) {
        (self.plan, self.basis) = (plan, basis)
        let choices = Dictionary(plan.choices.map { ($0.system, $0) }) { first, _ in first }
        var standings: [Key: Standing] = [:]
        for system in basis.coveredSystems {
            guard let choice = choices[system.id] else { continue }
            standings[system.id] = Standing(choice.decision, SystemFacts(system, in: basis))
        }
        self.standings = standings
    }

    /// The period of a move.
    struct Period: Hashable, Comparable {
        let year: FiscalYear
        let quarter: Int?
        static func < (left: Self, right: Self) -> Bool {
            (left.year, left.quarter ?? 0) < (right.year, right.quarter ?? 0)
        }
    }

    var waves: [MoveWave] {
        let movers = Dictionary(grouping: plan.choices.filter { $0.moveYear != nil }, by: period)
        return movers.sorted { $0.key < $1.key }.enumerated().map { number, entry in
            wave(number + 1, entry.key, entry.value.sorted { $0.system < $1.system })
        }
    }

    func period(_ choice: Plan.Choice) -> Period {
        Period(year: choice.moveYear ?? basis.first, quarter: choice.moveQuarter)
    }

    private func wave(_ number: Int, _ period: Period, _ choices: [Plan.Choice]) -> MoveWave {
        let stretched = LinkStretch(maker: self).stretched(by: choices, in: period)
        return MoveWave(
            number: number, year: period.year, quarter: period.quarter,
            moves: choices.map {
                MoveWave.Move(
                    system: $0.system, from: $0.moveFrom, to: $0.moveTo,
                    hosting: $0.moveTo == nil ? $0.hosting ?? $0.newHosting : nil)
            },
            tied: tied(Set(choices.map(\.system))), stretchedLinks: stretched.count,
            linkCost: Yen(thousands: stretched.years * basis.portfolio.value(of: .softLinkCost)),
            checklist: WaveChecklist(maker: self, period: period, choices: choices).items)
    }

    /// Groups of two or more that hard links join.
    private func tied(_ systems: Set<Key>) -> [[Key]] {
        var groups: [Set<Key>] = []
        for link in basis.portfolio.links where link.isHard {
            guard systems.contains(link.system), systems.contains(link.to) else { continue }
            let touched = groups.filter { $0.contains(link.system) || $0.contains(link.to) }
            groups.removeAll { touched.contains($0) }
            groups.append(touched.reduce([link.system, link.to]) { $0.union($1) })
        }
        return groups.map { $0.sorted() }.sorted { ($0.first ?? "") < ($1.first ?? "") }
    }
}

/// Links between systems that a wave draws out between two rooms.
struct LinkStretch {
    let maker: WaveMaker

    /// Links whose ends stood in one room before the wave and stand in two after it, and the years in which the ends of
    /// soft ones stand apart.
    func stretched(by choices: [Plan.Choice], in period: WaveMaker.Period) -> (count: Int, years: Int) {
        let moved = Dictionary(choices.map { ($0.system, $0) }) { first, _ in first }
        let all = Dictionary(maker.plan.choices.map { ($0.system, $0) }) { first, _ in first }
        var count = 0, years = 0
        for link in maker.basis.portfolio.links {
            guard moved[link.system] != nil || moved[link.to] != nil, link.system != link.to else { continue }
            let from = (room(link.system, all, before: period), room(link.to, all, before: period))
            let to = (room(link.system, all, through: period), room(link.to, all, through: period))
            guard from.0 != nil, from.0 == from.1, to.0 != to.1 else { continue }
            count += 1
            if !link.isHard { years += apart(link) }
        }
        return (count, years)
    }

    private func room(
        _ system: Key, _ choices: [Key: Plan.Choice], before period: WaveMaker.Period
    ) -> Key? {
        guard let choice = choices[system], choice.moveYear != nil, maker.period(choice) < period else {
            return present(system)
        }
        return choice.moveTo
    }

    private func room(
        _ system: Key, _ choices: [Key: Plan.Choice], through period: WaveMaker.Period
    ) -> Key? {
        guard let choice = choices[system], choice.moveYear != nil, maker.period(choice) <= period else {
            return present(system)
        }
        return choice.moveTo
    }

    private func present(_ system: Key) -> Key? {
        maker.basis.portfolio.systems.first { $0.id == system }?.room
    }

    private func apart(_ link: Link) -> Int {
        guard let one = maker.standings[link.system], let other = maker.standings[link.to],
            one.room == other.room
        else { return 0 }
        return one.yearsApart(from: other, maker.basis)
    }
}
