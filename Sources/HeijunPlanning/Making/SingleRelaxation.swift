import HeijunLevelling
import HeijunModel

/// Looks for single limits that need only give by themselves: for each that a choice without limits of its kind breaks,
/// the least load that it can come down to while every other limit holds.
struct SingleRelaxation {
    let maker: PlanMaker
    let progress: @Sendable (PlanProgress) -> Void
    let isCancelled: @Sendable () -> Bool

    /// One limit, and by how much it has to give.
    struct Way {
        let resource: Int, period: Int, limit: Int, excess: Int
        /// What it has to give at least, as the search proved.
        let least: Int

        /// Whether no less would do, to the accuracy of the search.
        var isProven: Bool {
            Double(excess - least) * 100 <= SingleRelaxation.gapPercent * Double(max(1, limit))
        }

        /// What it gives, in thousandths of the limit.
        var thousandths: Int { excess * 1000 / max(1, limit) }
    }

    /// How many limits are tried, and how many of those that work are told.
    private static let tried = 2, told = 2
    /// Nodes of one search.
    private static let nodes = 60
    /// The least load counts as proven within this distance from its bound, in percent.
    private static let gapPercent = 0.05

    /// The limits of a kind that give alone, the cheapest first; none where more than one has to.
    ///
    /// - Parameter picks: A choice that keeps every limit of other kinds.
    func ways(of kind: LimitGroup, from picks: [Int]) async -> [Way] {
        var ways = await broken(kind, by: picks)
        if let only = ways.first, ways.count == 1,
            let problem = try? maker.model.problem(
                where: { !kind.holds($0) }, and: (only.resource, only.period)),
            case .solved(let solution, _) = await maker.solver.solve(
                problem, maker.loosening(from: nil, progress, isCancelled))
        {
            ways += await broken(kind, by: solution.picks)
        }
        return Array(ways.sorted { $0.thousandths < $1.thousandths }.prefix(SingleRelaxation.told))
    }

    /// The limits that a choice breaks and that need only give alone.
    private func broken(_ kind: LimitGroup, by picks: [Int]) async -> [Way] {
        let picks = Array(picks.prefix(maker.model.systems.count))
        let sums = maker.model.sums(picks: picks)
        let broken = maker.model.bindingLimits.filter { row in
            kind.holds(maker.model.table.resources[row.resource])
                && sums[row.resource][row.period] > row.limit
        }
        let worst = broken.sorted {
            excess($0, sums) * max(1, $1.limit) > excess($1, sums) * max(1, $0.limit)
        }
        var ways: [Way] = []
        for row in worst.prefix(SingleRelaxation.tried) {
            let start = broken.count == 1 ? picks : nil
            if let way = await way(row.resource, row.period, row.limit, from: start) { ways.append(way) }
        }
        return ways
    }

    private func excess(_ row: (resource: Int, period: Int, limit: Int, most: Int), _ sums: [[Int]]) -> Int {
        sums[row.resource][row.period] - row.limit
    }

    /// How far one limit has to give while all others hold; nil where no choice is found.
    ///
    /// - Parameter start: A choice that keeps all others, where one is known.
    private func way(_ resource: Int, _ period: Int, _ limit: Int, from start: [Int]?) async -> Way? {
        guard let problem = try? maker.model.leastLoad(resource, period) else { return nil }
        var request = maker.loosening(from: start, progress, isCancelled)
        request.options.gapPercent = SingleRelaxation.gapPercent
        request.nodes = SingleRelaxation.nodes
        guard case .solved(let solution, _) = await maker.solver.solve(problem, request) else { return nil }
        let load = maker.model.sums(picks: solution.picks)[resource][period]
        return Way(
            resource: resource, period: period, limit: limit, excess: load - limit,
            least: min(load, solution.bound) - limit)
    }
}
