/// Prices of the whole problem's relaxation, found by solving small parts of it: the columns that are nearly as good as
/// the best at the latest prices, everything else fixed at its best.
struct Sifting {
    let problem: LevellingProblem
    let list: PriceList
    let size: [Double]
    private(set) var rows: CouplingRows
    /// Rows whose limit could bind; those far from it are left out until they come near.
    let limitRows: [Int]
    private let rowSizes: [Double]
    /// Best prices so far and their bound.
    private(set) var prices: RowPrices
    private(set) var bound = -Double.infinity
    private var kept: [Bool]
    private(set) var treeChoices: [[[Int]]]
    private(set) var restricted: RestrictedSet

    init(_ problem: LevellingProblem, list: PriceList, limitRows: [Int], size: [Double], start: RowPrices) {
        self.problem = problem
        self.list = list
        self.limitRows = limitRows
        rowSizes = problem.rowSizes()
        rows = CouplingRows(problem, limitRows: [], sizes: rowSizes)
        self.size = size
        prices = start
        kept = Array(repeating: false, count: problem.alternativeCount)
        treeChoices = Array(repeating: [], count: list.forest.treeCount)
        restricted = RestrictedSet(problem, disturbance: 0)
    }

    /// Solves restricted programs until their value is the bound of the whole, or the rounds are over.
    ///
    /// - Parameter columns: How many near ties to take up in a round.
    mutating func run(columns: Int, rounds: Int, tolerance: Double) async {
        bound = await list.fill(prices)
        var stretch = 3.0
        var known = -1
        watch(bestLoads())
        for _ in 0..<rounds {
            let ratio = keepTies(columns)
            let reach = stretch * ratio / Double(max(1, problem.peakWeight))
            restrict()
            let simplex = BlockSimplex(
                rows: rows, set: restricted.set, fixed: restricted.fixed.map(Double.init), start: prices,
                ranges: ranges(reach))
            _ = simplex.solve(limit: 200_000)
            let value = simplex.total + Double(restricted.penalty)
            let next = rows.prices(simplex.prices)
            let used = rows
            let reached = await list.fill(next)
            let isEdge = watch(simplex.loads(fixed: restricted.fixed)) || isAtEdge(simplex, used)
            if restricted.set.columnCount == known, abs(reached - bound) <= 1e-9 * abs(bound) { break }
            known = restricted.set.columnCount
            if reached > bound {
                stretch *= reached - bound > 0.5 * (value - bound) ? 2 : 1
                bound = reached
                prices = next
                if value - reached < tolerance * abs(value), !isEdge { break }
            } else {
                if value - bound < tolerance * abs(value), !isEdge { break }
                stretch *= 0.25
                _ = await list.fill(prices)
            }
        }
    }

    /// The restricted program at the best prices, without the box around them: where a choice is made from.
    ///
    /// - Parameter columns: Near ties to take up besides those that sifting left; the list is filled at ``prices``.
    mutating func released(columns: Int) -> BlockSimplex {
        if columns > 0 {
            _ = keepTies(columns)
            restrict()
        }
        let simplex = BlockSimplex(
            rows: rows, set: restricted.set, fixed: restricted.fixed.map(Double.init), start: prices,
            ranges: ranges(.infinity))
        _ = simplex.solve(limit: 200_000)
        return simplex
    }

    /// Loads with every activity at its best.
    private func bestLoads() -> [Double] {
        var loads = problem.base
        for activity in 0..<problem.activityCount where !problem.alternatives(of: activity).isEmpty {
            let best = problem.firstAlternative[activity] + Int(list.best[activity])
            for index in problem.loadRange(of: best) {
                loads[problem.loads[index].row] += problem.loads[index].value
            }
        }
        return loads.map(Double.init)
    }

    /// Takes up rows that have come near their limit; whether one was passed that had been left out.
    @discardableResult
    private mutating func watch(_ loads: [Double]) -> Bool {
        let known = Set(rows.limitRows)
        let near = limitRows.filter { row in
            known.contains(row) || prices.pi[row] > 0
                || loads[row] > Double(problem.limits[row]) - 0.03 * abs(Double(problem.limits[row]))
        }
        guard near.count > known.count else { return false }
        let passed = near.contains { !known.contains($0) && loads[$0] > Double(problem.limits[$0]) }
        rows = CouplingRows(problem, limitRows: near, sizes: rowSizes)
        return passed
    }

    /// Whether some price was held back by the box around the prices before.
    private func isAtEdge(_ simplex: BlockSimplex, _ rows: CouplingRows) -> Bool {
        for (place, element) in simplex.basis.enumerated() where simplex.amounts[place] > 1e-7 {
            switch element {
            case .high(let price):
                if !isNatural(price, simplex.prices[price] * rows.scale[price], rows) { return true }
            case .low(let price):
                if !isNatural(price, simplex.prices[price] * rows.scale[price], rows) { return true }
            default: continue
            }
        }
        return false
    }

    private func isNatural(_ place: Int, _ price: Double, _ rows: CouplingRows) -> Bool {
        let rough = Double(problem.roughnessWeight)
        let isStep = place >= rows.levels && place < rows.firstLimit
        return isStep ? abs(price) >= rough * (1 - 1e-9) : price <= 1e-12
    }

    private func ranges(_ reach: Double) -> [ClosedRange<Double>] {
        let peak = Double(problem.peakWeight)
        let rough = Double(problem.roughnessWeight)
        let width = reach * max(1, peak)
        let usual = 0.02 * max(1, abs(bound))
        func range(_ price: Double, _ low: Double, _ high: Double, _ width: Double) -> ClosedRange<Double> {
            max(low, min(high, price) - width)...min(high, max(low, price) + width)
        }
        var ranges: [ClosedRange<Double>] = []
        for price in prices.lambda { ranges.append(range(price, 0, .infinity, width)) }
        for price in prices.rho { ranges.append(range(price, -rough, rough, width)) }
        for row in rows.limitRows {
            let natural = usual / (1 + abs(Double(problem.limits[row])))
            ranges.append(range(prices.pi[row], 0, 1000 * natural, reach * (natural + prices.pi[row])))
        }
        return ranges
    }

    private mutating func keepTies(_ columns: Int) -> Double {
        let limit = list.regretLimit(count: columns) { 1 + size[$0] }
        for activity in 0..<problem.activityCount where list.forest.nodeOfActivity[activity] < 0 {
            let most = limit * (1 + size[activity])
            for alternative in problem.alternatives(of: activity)
            where list.regret[alternative] > 0 && list.regret[alternative] <= most {
                kept[alternative] = true
            }
        }
        for tree in 0..<list.forest.treeCount { keepTree(tree, limit) }
        return limit
    }

    private mutating func keepTree(_ tree: Int, _ ratio: Double) {
        let members = list.members(of: tree)
        for member in members {
            let limit = ratio * (1 + size[member])
            for (number, alternative) in problem.alternatives(of: member).enumerated()
            where list.regret[alternative] <= limit {
                guard let choice = list.bestChoice(tree, member, number) else { continue }
                if !treeChoices[tree].contains(choice) { treeChoices[tree].append(choice) }
            }
        }
    }

    private mutating func restrict() {
        restricted = RestrictedSet(
            problem, disturbance: 1e-6 * abs(bound) / Double(problem.activityCount + 1))
        for activity in 0..<problem.activityCount where list.forest.nodeOfActivity[activity] < 0 {
            let range = problem.alternatives(of: activity)
            let choices = range.filter { kept[$0] || list.regret[$0] <= 0 }
            restricted.add(activity, choices.map { [$0] })
        }
        for tree in 0..<list.forest.treeCount {
            let best = list.members(of: tree).map { problem.firstAlternative[$0] + Int(list.best[$0]) }
            if !treeChoices[tree].contains(best) { treeChoices[tree].append(best) }
            restricted.add(problem.activityCount + tree, treeChoices[tree])
        }
    }
}
