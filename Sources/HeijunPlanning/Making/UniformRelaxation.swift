import HeijunLevelling
import HeijunModel

/// Looks for a limit of one number for every year that need only give by itself: the least number with which a plan exists.
struct UniformRelaxation {
    let finder: ConflictFinder

    private var model: PlanModel { finder.maker.model }

    /// One limit of all years, and what is enough.
    struct Way {
        let resource: Int, limit: Int, enough: Int
        /// Whether it is proven that no less is enough.
        let isProven: Bool
    }

    /// How many limits are tried.
    private static let tried = 2

    /// The first limit that gives alone, in the order in which the proof rests on them; nil where there is none.
    func way() async -> Way? {
        for resource in model.uniformSuspects(finder.certificate).prefix(UniformRelaxation.tried) {
            guard !finder.isCancelled(),
                let limit = model.table.limits[resource].lazy.compactMap({ $0 }).first
            else { break }
            if let way = await way(resource, limit) { return way }
        }
        return nil
    }

    /// Halves what lies between the limit, with which there is no plan, and what some choice needs.
    private func way(_ resource: Int, _ limit: Int) async -> Way? {
        guard case .solved(let free, _)? = await answer(resource, limit: nil) else { return nil }
        var (low, enough, isProven) = (limit, most(resource, free.picks), true)
        while enough - low > 1, !finder.isCancelled() {
            let middle = (low + enough) / 2
            switch await answer(resource, limit: middle) {
            case .solved(let solution, _)?: enough = most(resource, solution.picks)
            case .infeasible?: low = middle
            case .undecided?, nil: (low, isProven) = (middle, false)
            }
        }
        return Way(resource: resource, limit: limit, enough: enough, isProven: isProven && enough - low == 1)
    }

    private func answer(_ resource: Int, limit: Int?) async -> Solver.Answer? {
        guard let problem = try? model.problem(limiting: { $0 == resource ? limit : $2 }) else { return nil }
        return await finder.maker.solver.solve(problem, finder.loosening(from: nil))
    }

    /// The highest load of the years that are limited.
    private func most(_ resource: Int, _ picks: [Int]) -> Int {
        zip(model.sums(picks: picks)[resource], model.table.limits[resource])
            .compactMap { load, limit in limit.map { max($0, load) } }.max() ?? 0
    }
}

extension PlanModel {
    /// Resources limited by one number for all years among those that a proof rests on.
    fileprivate func uniformSuspects(_ certificate: Certificate?) -> [Int] {
        var found: [Int] = []
        for (resource, _, _) in suspects(certificate) where !found.contains(resource) {
            switch table.resources[resource] {
            case .large, .vendor: found.append(resource)
            default: continue
            }
        }
        return found
    }
}
