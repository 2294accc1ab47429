/// The rows that tie the blocks together, in the order of their prices: peak per period, change per step, limits.
struct CouplingRows: Sendable {
    let problem: LevellingProblem
    /// Rows of the problem whose limit is kept.
    let limitRows: [Int]
    let levels: Int
    /// First limit's place.
    let firstLimit: Int
    let count: Int
    /// Place of each row's limit, or −1.
    let placeOfLimit: [Int]
    /// Powers of two that bring each place's usual entries near 1.
    private(set) var scale: [Double]
    private let firstLevelRow: Int

    init(_ problem: LevellingProblem, limitRows: [Int], sizes: [Double]) {
        self.problem = problem
        self.limitRows = limitRows
        levels = problem.levelled == nil ? 0 : problem.periods
        firstLimit = max(0, 2 * levels - 1)
        count = firstLimit + limitRows.count
        firstLevelRow = (problem.levelled ?? 0) * problem.periods
        var places = Array(repeating: -1, count: problem.rowCount)
        for (index, row) in limitRows.enumerated() { places[row] = firstLimit + index }
        placeOfLimit = places
        scale = Array(repeating: 1, count: count)
        let level = (0..<levels).reduce(0.0) { max($0, sizes[firstLevelRow + $1]) }
        for place in 0..<firstLimit { scale[place] = 1 / Self.powerOfTwo(below: level) }
        for (index, row) in limitRows.enumerated() {
            scale[firstLimit + index] = 1 / Self.powerOfTwo(below: sizes[row])
        }
    }

    private static func powerOfTwo(below size: Double) -> Double {
        size >= 1 ? Double(sign: .plus, exponent: Int(size.exponent), significand: 1) : 1
    }

    /// Adds what a load per row of the problem comes to at each place.
    func spread(_ loads: [Double], into places: inout [Double]) {
        for period in 0..<levels {
            let load = loads[firstLevelRow + period]
            places[period] += load * scale[period]
            if period > 0 { places[levels + period - 1] += load * scale[levels + period - 1] }
            if period < levels - 1 { places[levels + period] -= load * scale[levels + period] }
        }
        for place in firstLimit..<count {
            places[place] += loads[limitRows[place - firstLimit]] * scale[place]
        }
    }

    /// What a unit of load in each row of the problem costs at (scaled) prices per place.
    func rowWeights(_ prices: UnsafePointer<Double>, into weights: inout [Double]) {
        for row in weights.indices { weights[row] = 0 }
        for place in firstLimit..<count {
            weights[limitRows[place - firstLimit]] = prices[place] * scale[place]
        }
        for period in 0..<levels {
            var weight = prices[period] * scale[period]
            if period > 0 { weight += prices[levels + period - 1] * scale[levels + period - 1] }
            if period < levels - 1 { weight -= prices[levels + period] * scale[levels + period] }
            weights[firstLevelRow + period] += weight
        }
    }

    /// Scaled prices per place.
    func places(_ prices: RowPrices) -> [Double] {
        var places = prices.lambda + prices.rho
        for row in limitRows { places.append(prices.pi[row]) }
        for place in places.indices { places[place] /= scale[place] }
        return places
    }

    /// Prices per row from scaled prices per place, in range.
    func prices(_ places: UnsafePointer<Double>) -> RowPrices {
        var prices = RowPrices(problem)
        for period in 0..<levels {
            prices.lambda[period] = max(0, places[period] * scale[period])
            if period > 0 {
                prices.rho[period - 1] = places[levels + period - 1] * scale[levels + period - 1]
            }
        }
        for (index, row) in limitRows.enumerated() {
            prices.pi[row] = max(0, places[firstLimit + index] * scale[firstLimit + index])
        }
        return prices
    }
}
