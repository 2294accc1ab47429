import HeijunLevelling
import HeijunModel

/// Looks for single limits that need only give by themselves: for each that the proof speaks of most, the least load that
/// it can come down to while every other limit holds.
struct SingleRelaxation {
    let finder: ConflictFinder

    private var model: PlanModel { finder.maker.model }

    /// One limit, and by how much it has to give.
    struct Way {
        let resource: Int, period: Int, limit: Int, excess: Int
        /// What it has to give at least, as the search proved.
        let least: Int
        /// Whether no plan exists unless this limit gives, whatever else does.
        let isNeeded: Bool

        /// Whether no less would do, to the accuracy of the search.
        var isProven: Bool {
            Double(excess - least) * 100 <= SingleRelaxation.gapPercent * Double(max(1, limit))
        }

        /// What it gives, in thousandths of the limit.
        var thousandths: Int { excess * 1000 / max(1, limit) }
    }

    /// How many limits are tried, and how many of those that work are told.
    private static let tried = 5, told = 2
    /// Nodes of one search for the least load.
    private static let nodes = 300
    /// The least load counts as proven within this distance from its bound, in percent.
    private static let gapPercent = 0.05

    /// The limits that give alone, the cheapest first; none where more than one has to.
    func ways() async -> [Way] {
        var ways: [Way] = []
        for row in model.suspects(finder.certificate).prefix(SingleRelaxation.tried)
        where ways.count < SingleRelaxation.told && !finder.isCancelled() {
            if let way = await way(row.resource, row.period, row.limit) { ways.append(way) }
        }
        return ways.sorted { $0.thousandths < $1.thousandths }
    }

    /// How far one limit has to give while all others hold; nil where no choice is found.
    private func way(_ resource: Int, _ period: Int, _ limit: Int) async -> Way? {
        guard let free = try? model.problem(limiting: { $0 == resource && $1 == period ? nil : $2 }),
            let problem = try? model.leastLoad(resource, period),
            case .solved(let first, _) = await finder.maker.solver.solve(
                free, finder.loosening(from: nil))
        else { return nil }
        var request = finder.loosening(from: finder.lowered(first.picks))
        request.options.gapPercent = SingleRelaxation.gapPercent
        request.nodes = SingleRelaxation.nodes
        guard case .solved(let solution, _) = await finder.maker.solver.solve(problem, request) else {
            return nil
        }
        let lowered = finder.lowered(solution.picks)
        let load = model.sums(picks: lowered)[resource][period]
        let row = resource * problem.periods + period
        return Way(
            resource: resource, period: period, limit: limit, excess: load - limit,
            least: min(load, solution.bound) - limit,
            isNeeded: finder.certificate?.duals.allSatisfy { $0.pi.allSatisfy { $0.row == row } } ?? false)
    }
}

extension PlanModel {
    /// The limits without which a proof that no plan exists falls, the one that it rests on most first; every limit that
    /// some choice could break where there is no proof.
    func suspects(_ certificate: Certificate?) -> [(resource: Int, period: Int, limit: Int)] {
        guard let certificate else { return bindingLimits.map { ($0.resource, $0.period, $0.limit) } }
        let periods = basis.rules.years
        var shares: [Int: Double] = [:]
        for duals in certificate.duals {
            let priced = duals.pi.compactMap { price in
                table.limits[price.row / periods][price.row % periods].map {
                    (price.row, Double(price.price) * Double($0))
                }
            }
            let whole = priced.reduce(0) { $0 + $1.1 }
            for (row, part) in priced where whole > 0 { shares[row, default: 0] += part / whole }
        }
        return shares.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.compactMap { row, _ in
            let (resource, period) = (row / periods, row % periods)
            return table.limits[resource][period].map { (resource, period, $0) }
        }
    }
}
