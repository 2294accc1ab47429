import HeijunLevelling
public import HeijunModel

/// One of the near-best plans between the cheapest and the lowest peak.
public struct FrontierPoint: Hashable, Sendable {
    /// The plan, without an id.
    public let plan: Plan
    /// The settings under which it is made, as a scenario writes them; none for the settings as they are.
    public let changes: [String]
    /// The greatest year of the levelled load.
    public let peak: Yen, peakYear: FiscalYear
    /// Everything that the plan's systems pay, beyond the horizon too.
    public let total: Yen

    /// Whether it is the plan under the settings as they are.
    public var isOwn: Bool { changes.isEmpty }

    /// How much lower the objective of the plan under its settings could be at most; nil without a bound.
    public var room: Yen? {
        guard let objective = plan.objective, let bound = plan.bound else { return nil }
        return Yen(thousands: objective - bound)
    }

    /// Whether another point has a lower or equal peak and total, one of them lower.
    func isDominated(by other: FrontierPoint) -> Bool {
        other.peak <= peak && other.total <= total && (other.peak < peak || other.total < total)
    }
}

/// Total cost against peak (費用とピークの関係).
public struct Frontier: Hashable, Sendable {
    /// The plans that no other one beats in both, the lowest peak first.
    public let points: [FrontierPoint]
    /// The plan under the settings as they are; nil where there is none.
    public let own: FrontierPoint?
    /// Peak and total if nothing is done; such a course may break limits.
    public let idlePeak: Yen, idleTotal: Yen
    /// Why there is no plan, where there is none.
    public let conflicts: [Words]
}

/// Makes near-best plans between the cheapest and the lowest peak: the cheapest plan whose every year stays under a limit,
/// for limits in equal steps from the lowest peak found to the peak of the cheapest plan. Plans that another one beats
/// in both peak and total are left out.
///
/// - Parameter count: Limits to try; beside them the plan under the settings as they are, the cheapest one and the one
///   with the lowest peak are made.
public func frontier(
    for portfolio: Portfolio, options: PlanOptions = PlanOptions(), count: Int = 12,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
) async -> Frontier {
    await FrontierFinder(
        portfolio: portfolio, options: options, solver: .engine, progress: progress, isCancelled: isCancelled
    ).find(count: count)
}

/// The steps of a frontier.
struct FrontierFinder: Sendable {
    let portfolio: Portfolio
    let options: PlanOptions
    let solver: Solver
    let progress: @Sendable (Int) -> Void
    let isCancelled: @Sendable () -> Bool

    func find(count: Int) async -> Frontier {
        let idle = PlannedCourses(portfolio, plan: nil, asOf: options.asOf)
        let own = await PlanMaker(portfolio, options, solver: solver).plan(isCancelled: isCancelled)
        guard own.outcome == .feasible, let first = point(own, []) else {
            return frontier([], own: nil, idle, conflicts: own.conflicts, own)
        }
        let ends = await inTurn(
            [
                { @Sendable in
                    await point(["plan.peak-weight=\(Setting.peakWeight.range.upperBound)"], from: own)
                },
                { @Sendable in await point(["plan.peak-weight=0"], from: own) },
            ])
        var made = [first] + ends
        progress(made.count)
        let limits = FrontierFinder.limits(made, count: count)
        // Two chains, each from plan to plan: a plan under a lower limit keeps every higher one.
        let chains = [limits.prefix(limits.count / 2), limits.suffix(limits.count - limits.count / 2)]
        let (starts, done) = (made, PlanCount(made.count, progress))
        made += await inTurn(
            chains.map { chain in { @Sendable in await points(Array(chain), from: starts, done) } }
        )
        .flatMap { $0 }
        return frontier(made, own: first, idle, conflicts: [], own)
    }

    /// The plans under some limits, each begun from the cheapest plan known that keeps its limit.
    private func points(_ limits: [Int], from starts: [FrontierPoint], _ done: PlanCount) async
        -> [FrontierPoint]
    {
        var made: [FrontierPoint] = []
        for limit in limits where !isCancelled() {
            let near = (starts + made).filter { $0.peak <= Yen(thousands: limit) }.min { $0.total < $1.total }
            let changes = ["plan.peak-weight=0", "plan.peak-limit=\(limit)"]
            if let start = near?.plan ?? starts.first?.plan, let point = await point(changes, from: start) {
                made.append(point)
            }
            await done.step()
        }
        return made
    }

    /// Does jobs side by side, as many as there are threads to use, and gives what they bring in their order: what a job
    /// does depends on nothing but its own beginning.
    private func inTurn<Part: Sendable>(_ jobs: [@Sendable () async -> Part?]) async -> [Part] {
        guard options.threads > 1 else {
            var parts: [Part] = []
            for job in jobs { if let part = await job() { parts.append(part) } }
            return parts
        }
        return await withTaskGroup(of: (Int, Part?).self) { group in
            for (index, job) in jobs.enumerated() { group.addTask { (index, await job()) } }
            var parts: [(Int, Part)] = []
            for await (index, part) in group { if let part { parts.append((index, part)) } }
            return parts.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Limits in 千円, in equal steps from the lowest peak of some plans up to the peak of the cheapest.
    static func limits(_ made: [FrontierPoint], count: Int) -> [Int] {
        guard let low = made.map(\.peak).min()?.thousandsRoundedUp,
            let high = made.min(by: { ($0.total, $0.peak) < ($1.total, $1.peak) })?.peak.thousandsRoundedUp
        else { return [] }
        let limits = (0..<count).map { low + (high - low) * $0 / max(1, count) }
        return Set(limits).sorted()
    }

    /// How near to its own bound each plan is brought, in percent of the cost above the cheapest courses, and how many
    /// nodes that may take; a frontier needs many plans rather than proofs, and each states how far it may be from best.
    private static let gapPercent = 5.0, nodes = 100

    /// The plan under some changes, searched for once from a plan that keeps its limits.
    private func point(_ changes: [String], from start: Plan) async -> FrontierPoint? {
        let changes = changes + ["plan.roughness-weight=0"]
        guard let variant = try? PlanVariant(scenario: nil, changes: changes, in: portfolio),
            let under = try? variant.applied(to: portfolio)
        else { return nil }
        let model = PlanMaker(under, options, solver: solver).model
        guard model.stuck.isEmpty, let problem = try? model.problem() else { return nil }
        var request = Solver.Request(
            options: options, start: model.picks(of: start), progress: { _ in }, isCancelled: isCancelled)
        request.options.effort = 1
        request.options.gapPercent = max(options.gapPercent, FrontierFinder.gapPercent)
        request.options.threads = 1
        request.nodes = FrontierFinder.nodes
        guard case .solved(let solution, let certificate) = await solver.solve(problem, request) else {
            return nil
        }
        let stated = LevellingSolution(
            picks: solution.picks, objective: solution.objective + model.links.rest.total(solution.picks),
            bound: solution.bound)
        var plan = PlanWriter(model: model, options: options).plan(stated, hash: "")
        plan.proof = certificate.flatMap { Plan.Proof(of: .atLeast(solution.bound), $0, for: problem) }
        return point(plan, changes)
    }

    private func point(_ plan: Plan, _ changes: [String]) -> FrontierPoint? {
        guard plan.outcome == .feasible, let peak = plan.peak(\.after) else { return nil }
        let total = PlannedCourses(portfolio, plan: plan).courses.reduce(0) { $0 + $1.course.total }
        return FrontierPoint(
            plan: plan, changes: changes, peak: peak.after, peakYear: peak.year, total: Yen(thousands: total))
    }

    private func frontier(
        _ all: [FrontierPoint], own: FrontierPoint?, _ idle: PlannedCourses, conflicts: [Words],
        _ plan: Plan
    ) -> Frontier {
        // Of plans that come to the same, the one under the settings as they are, else the one with the tighter bound.
        func rank(_ point: FrontierPoint) -> (Yen, Yen, Yen) {
            (point.peak, point.total, point.isOwn ? .zero : point.room ?? Yen(Int.max))
        }
        var kept: [FrontierPoint] = []
        for point in all.sorted(by: { rank($0) < rank($1) })
        where !all.contains(where: { point.isDominated(by: $0) })
            && !kept.contains(where: { $0.peak == point.peak && $0.total == point.total })
        { kept.append(point) }
        return Frontier(
            points: kept, own: own, idlePeak: plan.peak(\.before)?.before ?? .zero,
            idleTotal: Yen(thousands: idle.courses.reduce(0) { $0 + $1.course.total }), conflicts: conflicts)
    }
}

/// Counts plans that are made side by side.
private actor PlanCount {
    private var number: Int
    private let progress: @Sendable (Int) -> Void
    init(_ number: Int, _ progress: @escaping @Sendable (Int) -> Void) {
        (self.number, self.progress) = (number, progress)
    }
    func step() {
        number += 1
        progress(number)
    }
}
