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
    private(set) var kept: Set<Int> = []
    private(set) var treeChoices: [[[Int]]]
    private(set) var restricted: RestrictedSet
    private(set) var simplex: BlockSimplex?

    init(_ problem: LevellingProblem, list: PriceList, limitRows: [Int], size: [Double], start: RowPrices) {
        self.problem = problem
        self.list = list
        self.limitRows = limitRows
        rowSizes = problem.rowSizes()
        rows = CouplingRows(problem, limitRows: [], sizes: rowSizes)
        self.size = size
        prices = start
        treeChoices = Array(repeating: [], count: list.forest.treeCount)
        restricted = RestrictedSet(problem, disturbance: 0)
    }

    /// Solves restricted programs until their value is the bound of the whole, or the rounds are over.
    ///
    /// - Parameter columns: How many near ties to take up in a round.
    mutating func run(columns: Int, rounds: Int, tolerance: Double) async {
        bound = await list.fill(prices)
        var stretch = 3.0
        watch(bestLoads())
        for _ in 0..<rounds {
            let ratio = keepTies(columns)
            let reach = stretch * ratio / Double(max(1, problem.peakWeight))
            restrict()
            let simplex = BlockSimplex(
                rows: rows, set: restricted.set, fixed: restricted.fixed.map(Double.init), start: prices,
                ranges: ranges(reach))
            _ = simplex.solve(limit: 200_000)
            self.simplex = simplex
            let value = simplex.total + Double(restricted.penalty)
            let next = rows.prices(simplex.prices)
            let used = rows
            let reached = await list.fill(next)
            let isEdge = watch(simplex.loads(fixed: restricted.fixed)) || isAtEdge(simplex, used)
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
        var ratios: [(ratio: Double, alternative: Int)] = []
        for activity in 0..<problem.activityCount where list.forest.nodeOfActivity[activity] < 0 {
            for alternative in problem.alternatives(of: activity) where list.regret[alternative] > 0 {
                ratios.append((list.regret[alternative] / (1 + size[activity]), alternative))
            }
        }
        ratios.sort { $0 < $1 }
        for item in ratios.prefix(columns) { kept.insert(item.alternative) }
        let limit = ratios.isEmpty ? Double.infinity : ratios[min(columns, ratios.count - 1)].ratio
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
            let choices = range.filter { kept.contains($0) || list.regret[$0] <= 0 }
            restricted.add(activity, choices.map { [$0] })
        }
        for tree in 0..<list.forest.treeCount {
            let best = list.members(of: tree).map { problem.firstAlternative[$0] + Int(list.best[$0]) }
            if !treeChoices[tree].contains(best) { treeChoices[tree].append(best) }
            restricted.add(problem.activityCount + tree, treeChoices[tree])
        }
    }
}

extension PriceList {
    /// The activities of a tree, in its order.
    func members(of tree: Int) -> [Int] { forest.nodes[forest.tree(tree)].map(\.activity).filter { $0 >= 0 } }

    /// The cheapest choice for a tree with a given alternative of one member, as positions.
    func bestChoice(_ tree: Int, _ member: Int, _ number: Int) -> [Int]? {
        let sweep = TreeSweep<Double>(tree, of: forest) { activity, element in
            activity == member && element != number ? .none : cost(activity, element)
        }
        guard let choice = sweep.best(forest) else { return nil }
        return zip(forest.nodes[forest.tree(tree)], choice).compactMap { node, element in
            node.activity < 0 ? nil : problem.firstAlternative[node.activity] + element
        }
    }
}

/// Finds prices for a whole problem, by way of samples of growing size.
struct RootPrices {
    let problem: LevellingProblem
    let forest: Forest
    let threads: Int
    /// Near ties to take up in a round.
    var columns = 4000

    /// The finished sifting of the whole problem.
    func find(limitRows: [Int]) async -> Sifting {
        var start = RowPrices(problem)
        for period in start.lambda.indices {
            start.lambda[period] = Double(problem.peakWeight) / Double(problem.periods)
        }
        let size = problem.activitySizes()
        let list = PriceList(problem, forest, threads: threads)
        var count = 250
        while count * 2 < problem.activityCount {
            _ = await list.fill(start)
            let sample = Sample(of: problem, forest: forest, size: size, count: count, picks: list.best)
            guard let sample else { break }
            start = await sifted(sample.problem, limitRows, start, rounds: 12, tolerance: 1e-5).prices
            count *= 8
        }
        return await sifted(problem, limitRows, start, rounds: 24, tolerance: 5e-7, list: list)
    }

    private func sifted(
        _ problem: LevellingProblem, _ limitRows: [Int], _ start: RowPrices, rounds: Int, tolerance: Double,
        list: PriceList? = nil
    ) async -> Sifting {
        let list = list ?? PriceList(problem, Forest(of: problem), threads: threads)
        var sifting = Sifting(
            problem, list: list, limitRows: limitRows, size: problem.activitySizes(), start: start)
        await sifting.run(columns: columns, rounds: rounds, tolerance: tolerance)
        return sifting
    }
}

extension LevellingProblem {
    /// Largest load of each row.
    func rowSizes() -> [Double] {
        var sizes = Array(repeating: 0, count: rowCount)
        for load in loads { sizes[load.row] = max(sizes[load.row], abs(load.value)) }
        return sizes.map(Double.init)
    }

    /// How much room each activity takes: its largest alternative's loads of the levelled resource, or without one its
    /// loads as parts of the limits.
    func activitySizes() -> [Double] {
        let unit = rowUnits()
        return (0..<activityCount).map { activity in
            var largest = 0.0
            for alternative in alternatives(of: activity) {
                var sum = 0.0
                for index in loadRange(of: alternative) {
                    sum += abs(Double(loads[index].value)) * unit[loads[index].row]
                }
                largest = max(largest, sum)
            }
            return largest
        }
    }

    private func rowUnits() -> [Double] {
        (0..<rowCount).map { row in
            if let levelled { return row / periods == levelled ? 1 : 0 }
            return limits[row] == Self.noLimit ? 0 : 1000 / (1 + abs(Double(limits[row] - base[row])))
        }
    }
}
