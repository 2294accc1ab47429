import HeijunLevelling
public import HeijunModel

/// What the planner is doing, for a progress line.
public enum PlanProgress: Sendable {
    /// Courses are listed and the problem is built: systems and courses in all.
    case modelled(systems: Int, courses: Int)
    /// The search goes on: the best value so far and the least possible, where known.
    case searching(objective: Int?, bound: Int?)
    /// No plan exists as asked; the limits are being loosened to see which collide.
    case loosening
}

/// Makes a levelled plan of a portfolio. The same portfolio, options and hash give the same plan on every machine.
///
/// - Parameters:
///   - inputHash: Names what the plan was made from; kept as it is.
///   - isCancelled: Asked from time to time; a stopped run gives its best plan so far, or an undecided one.
/// - Returns: A plan; where none exists, one with outcome `.infeasible` that says what collides.
public func makePlan(
    for portfolio: Portfolio, options: PlanOptions = PlanOptions(), inputHash: String = "",
    progress: @escaping @Sendable (PlanProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
) async -> Plan {
    let maker = PlanMaker(portfolio, options, solver: .engine)
    return await maker.plan(hash: inputHash, progress: progress, isCancelled: isCancelled)
}

/// The steps from a portfolio to its plan.
struct PlanMaker {
    let model: PlanModel
    let options: PlanOptions
    let solver: Solver

    /// - Parameter platforms: The years of platforms that tenants who come and go take for granted.
    init(
        _ portfolio: Portfolio, _ options: PlanOptions, solver: Solver,
        platforms: PlatformYears = PlatformYears()
    ) {
        let basis = PlanningBasis(portfolio, asOf: options.asOf, platforms: platforms)
        model = PlanModel(basis, reference: options.startFrom?.choices)
        self.options = options
        self.solver = solver
    }

    func plan(
        hash: String = "", progress: @escaping @Sendable (PlanProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) async -> Plan {
        progress(.modelled(systems: model.systems.count, courses: model.courseCount))
        guard model.stuck.isEmpty else { return written(.infeasible, hash, conflicts: model.stuckConflicts) }
        let problem: LevellingProblem
        do throws(ProblemFault) {
            problem = try model.problem()
        } catch {
            return written(.undecided, hash, conflicts: [Sentences.cannotState(error)])
        }
        switch await answer(problem, start: start(problem), progress, isCancelled) {
        case .solved(let solution, let certificate):
            let plan = solved(problem, solution, certificate, hash)
            guard let again = again(after: plan) else { return plan }
            return await again.plan(hash: hash, progress: progress, isCancelled: isCancelled)
        case .infeasible(let certificate):
            progress(.loosening)
            let finder = ConflictFinder(
                maker: self, certificate: certificate, progress: progress, isCancelled: isCancelled)
            var plan = written(.infeasible, hash, conflicts: await finder.conflicts())
            plan.proof = certificate.flatMap { Plan.Proof(of: .infeasible, $0, for: problem) }
            return plan
        case .undecided:
            return written(.undecided, hash, conflicts: [Sentences.undecided])
        }
    }

    /// The same with the platforms held to the years that a plan chose for them, where tenants who come and go took other
    /// years for granted; nil where what they pay is right already.
    private func again(after plan: Plan) -> PlanMaker? {
        let platforms = model.basis.portfolio.platformsWithChangingTenants
        let chosen = plan.choices.filter { platforms.contains($0.system) }
        guard
            chosen.contains(where: {
                model.events(of: $0.system, $0.decision) != model.takenEvents(of: $0.system)
            })
        else { return nil }
        let decisions = Dictionary(chosen.map { ($0.system, $0.decision) }) { first, _ in first }
        return PlanMaker(
            model.basis.portfolio, options, solver: solver,
            platforms: PlatformYears(
                decisions: decisions,
                held: Set(
                    decisions.keys.filter {
                        model.hasManyYears($0) || model.basis.platforms.held.contains($0)
                    })))
    }

    /// Where the search begins: an earlier plan, kept to or not; else the natural years where nothing forbids them.
    private func start(_ problem: LevellingProblem) -> [Int]? {
        if options.startFrom != nil { return model.nearest }
        guard let natural = model.naturalPicks, let value = Evaluation(of: natural, in: problem),
            value.isFeasible
        else { return nil }
        return natural
    }

    /// The plan of a solution, without the changes that buy nothing, and with its proof.
    private func solved(
        _ problem: LevellingProblem, _ solution: LevellingSolution, _ certificate: Certificate?,
        _ hash: String
    ) -> Plan {
        let kept = Keeper(model: model, problem: problem).kept(solution)
        var plan = PlanWriter(model: model, options: options).plan(kept, hash: hash)
        plan.proof = certificate.flatMap { Plan.Proof(of: .atLeast(kept.bound), $0, for: problem) }
        return plan
    }

    /// How many doublings of the search are added, one time, where it ends without a plan and without a proof.
    private static let secondEffort = 2

    /// Asks the solver, and once more with four times the search where it leaves the question open.
    func answer(
        _ problem: LevellingProblem, start: [Int]?, _ progress: @escaping @Sendable (PlanProgress) -> Void,
        _ isCancelled: @escaping @Sendable () -> Bool
    ) async -> Solver.Answer {
        var request = Solver.Request(
            options: options, start: start, progress: progress, isCancelled: isCancelled)
        let first = await solver.solve(problem, request)
        guard case .undecided = first, !isCancelled() else { return first }
        request.options.effort += PlanMaker.secondEffort
        return await solver.solve(problem, request)
    }

    private func written(_ outcome: Plan.Outcome, _ hash: String, conflicts: [Words]) -> Plan {
        var plan = PlanWriter(model: model, options: options).head(outcome, hash: hash)
        plan.conflicts = conflicts
        return plan
    }
}
