public import HeijunModel

/// What varies from one stress test to the next.
public struct StressOptions: Sendable {
    /// Runs, from 1 to 100,000, and their seed: the same seed gives the same result.
    public var runs: Int, seed: UInt64
    /// The event under which the runs are drawn; nil is none.
    public var event: StressEvent?

    /// Makes options; all have defaults.
    public init(runs: Int = 1000, seed: UInt64 = 1, event: StressEvent? = nil) {
        self.runs = max(1, min(100_000, runs))
        self.seed = seed
        self.event = event
    }
}

/// Computes a plan again under seeded delays and overruns, and under every named event.
///
/// Each system's delay (whole years) and overrun (whole percents of what is not yet spent) are drawn independently from
/// triangles; what an order puts after a delayed system shifts with it, systems that move together wait for the latest of
/// them, extension costs apply, nothing is optimised anew. The natural years go through the same draws, so that both can be held against each other.
///
/// - Parameter plan: The plan; nil tests the natural years alone, as both courses.
public func stressTest(_ plan: Plan?, _ portfolio: Portfolio, options: StressOptions = StressOptions())
    -> StressResult
{
    StressTest(plan, portfolio, options).result()
}

/// The steps of a stress test.
private struct StressTest {
    let plan: Plan?
    let options: StressOptions
    let world: StressWorld
    let facts: [SystemFacts]
    let ranges: [StressRange]
    let planned: [Decision], natural: [Decision]

    init(_ plan: Plan?, _ portfolio: Portfolio, _ options: StressOptions) {
        self.plan = plan
        self.options = options
        let under = PlannedCourses(portfolio, plan: plan)
        let idle = PlannedCourses(portfolio, plan: nil, asOf: plan?.asOf)
        world = StressWorld(under.basis, event: options.event?.event)
        facts = under.courses.map(\.facts)
        planned = under.courses.map(\.course.decision)
        natural = idle.courses.map(\.course.decision)
        let own = Dictionary(portfolio.uncertainties.map { ($0.system, $0) }) { first, _ in first }
        let basis = under.basis
        ranges = facts.map { basis.stressRange(of: $0, own[$0.system.id]) }
    }

    func result() -> StressResult {
        let after = StressCourse(planned, facts, ranges, world)
        let before = StressCourse(natural, facts, ranges, world)
        var counts = StressTally(world, systems: facts.count)
        var idle = StressTally(world, systems: facts.count)
        let delays = ranges.map { TriangleTable($0.delay) },
            overruns = ranges.map { TriangleTable($0.overrun) }
        for run in 0..<options.runs {
            var draws = Draws(seed: options.seed, run: run)
            let drawn = delays.map { $0.draw(&draws) }
            let percents = overruns.map { $0.draw(&draws) }
            for (course, isPlan) in [(after, true), (before, false)] {
                let settled = course.settled(drawn)
                let sums = course.sums(settled, percents: percents, world)
                if isPlan {
                    counts.count(sums, settled, course)
                } else {
                    idle.count(sums, settled, course)
                }
            }
        }
        return gathered(after, counts, idle)
    }

    private func gathered(_ course: StressCourse, _ counts: StressTally, _ idle: StressTally) -> StressResult
    {
        var result = StressResult(runs: options.runs, seed: options.seed, event: options.event)
        let none = [Int](repeating: 0, count: facts.count), calm = facts.map { _ in StressSlip() }
        let plain = StressWorld(world.basis, event: nil)
        let planned =
            options.event == nil
            ? course.sums(calm, percents: none, world)
            : StressCourse(self.planned, facts, ranges, plain).sums(calm, percents: none, plain)
        result.accounts = world.accounts.indices.map { row in
            account(row, planned[row], counts, idle)
        }
        result.late = facts.indices.filter { counts.late[$0] > 0 }.map {
            StressResult.LateSystem(
                system: facts[$0].system.id, runs: counts.late[$0], runsBefore: idle.late[$0])
        }.sorted { ($1.runs, $0.system) < ($0.runs, $1.system) }
        result.events = StressEvent.all(in: world.basis.portfolio).map { event($0, planned[0]) }
        return result
    }

    private func account(
        _ row: Int, _ planned: [Int], _ counts: StressTally, _ idle: StressTally
    ) -> StressResult.Account {
        let basis = world.basis
        let limited = counts.hasCeiling(row)
        return StressResult.Account(
            name: row == 0 ? basis.scope : world.accounts[row].map(\.text).sorted().joined(separator: "・"),
            years: basis.years.enumerated().map { period, year in
                let sorted = counts.values[row][period].sorted()
                let ceiling = counts.ceiling(row, period)
                return StressResult.Year(
                    year: year, planned: Yen(thousands: planned[period]),
                    mean: Yen(thousands: (sorted.reduce(0, +) + sorted.count / 2) / sorted.count),
                    low: share(10, of: sorted), median: share(50, of: sorted), high: share(90, of: sorted),
                    greatest: share(100, of: sorted), ceiling: ceiling.map { Yen(thousands: $0) },
                    broken: ceiling.map { _ in counts.broken[row][period] },
                    brokenBefore: ceiling.map { _ in idle.broken[row][period] })
            },
            broken: limited ? counts.anyBroken[row] : nil, brokenBefore: limited ? idle.anyBroken[row] : nil)
    }

    /// The least value that so many percent of the runs do not exceed.
    private func share(_ percent: Int, of sorted: [Int]) -> Yen {
        Yen(thousands: sorted[max(0, (sorted.count * percent + 99) / 100 - 1)])
    }

    private func event(_ event: StressEvent, _ planned: [Int]) -> StressResult.EventResult {
        let world = StressWorld(self.world.basis, event: event.event)
        let still = ranges.map { StressRange(delay: Triangle(0, 0, 0), overrun: $0.overrun) }
        let course = StressCourse(self.planned, facts, still, world)
        let none = [Int](repeating: 0, count: facts.count)
        let load = course.sums(course.settled(none), percents: none, world)[0]
        let years = world.basis.years
        let peak = load.max() ?? 0
        let over = years.indices.compactMap { period -> YearAmount? in
            guard let ceiling = world.ceiling(0, in: years[period]), load[period] > ceiling else {
                return nil
            }
            return YearAmount(year: years[period], amount: Yen(thousands: load[period] - ceiling))
        }
        return StressResult.EventResult(
            event: event, years: zip(years, load).map { YearAmount(year: $0, amount: Yen(thousands: $1)) },
            total: Yen(thousands: load.reduce(0, +)),
            rise: Yen(thousands: load.reduce(0, +) - planned.reduce(0, +)), peak: Yen(thousands: peak),
            peakYear: years[load.firstIndex(of: peak) ?? 0], over: over)
    }
}
