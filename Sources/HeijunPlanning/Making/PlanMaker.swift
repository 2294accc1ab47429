import HeijunLevelling
public import HeijunModel

/// What the planner is doing, for a progress line.
public enum PlanProgress: Sendable {
    /// Courses are listed and the problem is built: systems and courses in all.
    case modelled(systems: Int, courses: Int)
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
    progress: (PlanProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
) -> Plan {
    withoutActuallyEscaping(isCancelled) { stop in
        PlanMaker(portfolio, options, solver: .engine).plan(
            hash: inputHash, progress: progress, isCancelled: stop)
    }
}

/// The steps from a portfolio to its plan.
struct PlanMaker {
    let model: PlanModel
    let options: PlanOptions
    let solver: Solver

    init(_ portfolio: Portfolio, _ options: PlanOptions, solver: Solver) {
        model = PlanModel(PlanningBasis(portfolio, asOf: options.asOf), reference: options.startFrom)
        self.options = options
        self.solver = solver
    }

    func plan(
        hash: String = "", progress: (PlanProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) -> Plan {
        progress(
            .modelled(systems: model.systems.count, courses: model.systems.reduce(0) { $0 + $1.list.count }))
        guard model.stuck.isEmpty else { return written(.infeasible, hash, conflicts: model.stuckConflicts) }
        let problem: LevellingProblem
        do throws(ProblemFault) {
            problem = try model.problem()
        } catch {
            return written(.undecided, hash, conflicts: [Sentences.cannotState(error)])
        }
        switch solver.solve(problem, options.seed, options.effort, isCancelled) {
        case .solved(let solution):
            return PlanWriter(model: model, options: options).plan(solution, hash: hash)
        case .infeasible:
            progress(.loosening)
            return written(.infeasible, hash, conflicts: conflicts(isCancelled))
        case .undecided:
            return written(.undecided, hash, conflicts: [Sentences.undecided])
        }
    }

    private func written(_ outcome: Plan.Outcome, _ hash: String, conflicts: [Words]) -> Plan {
        var plan = PlanWriter(model: model, options: options).head(outcome, hash: hash)
        plan.conflicts = conflicts
        return plan
    }
}
