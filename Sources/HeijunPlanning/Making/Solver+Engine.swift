import HeijunLevelling

extension Solver {
    /// The levelling engine.
    static let engine = Solver { problem, request in
        let options = LevellingOptions(
            seed: request.options.seed, gapPercent: request.options.gapPercent,
            effort: request.options.effort, nodes: request.nodes,
            threads: request.options.threads, start: request.start, narrowsConflicts: false)
        let outcome = await level(
            problem, options: options,
            progress: { request.progress(.searching(objective: $0.objective, bound: $0.bound)) },
            isCancelled: request.isCancelled)
        return switch outcome {
        case .solved(let solution, let certificate): .solved(solution, certificate)
        case .infeasible(let certificate, _): .infeasible(certificate)
        case .undecided: .undecided
        }
    }
}
