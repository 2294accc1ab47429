/// Finds the prices at which a set of blocks, each at its cheapest column, costs the most: the dual of the linear
/// relaxation, by a dual simplex method whose basis has only the size of the coupling rows.
///
/// Every block has a *key* column that is cheapest at the present prices. A basis element is a column tied with its
/// block's key, a price at the end of its range, the sum of the peak prices, or nothing (an artificial element that only
/// leaves). One step relaxes one element in whose direction the total rises, and follows that direction past all blocks
/// that merely change their key, until it would fall again: the long step of bounded dual simplex methods, with
/// generalised upper bounds kept out of the basis (Dantzig and Van Slyke 1967; Maros 2003, chapter 9).
///
/// All sums are taken in a fixed order, so the result does not depend on the machine.
final class BlockSimplex {
    enum Element: Equatable {
        /// A unit entry in a row.
        case artificial(Int)
        case column(Int)
        /// A price at the lower or upper end of its range.
        case low(Int)
        case high(Int)
        /// The peak prices' sum.
        case sum
    }

    let rows: CouplingRows
    var set: ColumnSet
    let count: Int
    /// Range of each (scaled) price.
    var lower: [Double]
    var upper: [Double]
    var peakSum: Double

    var basis: [Element]
    /// Present prices, scaled.
    var prices: [Double]
    /// Inverse of the basis, row after row.
    var inverse: [Double]
    /// Amount of each basis element.
    var amounts: [Double] = []
    var keys: [Int] = []
    /// Basis elements of each block.
    var tied: [Int32] = []
    /// Block of each column.
    var blockOf: [Int32] = []
    /// Price of each column at the present prices.
    var worth: [Double] = []
    var slope: [Double] = []
    /// Balance of the coupling rows with every block at its key.
    var balance: [Double] = []
    var constantBalance: [Double]
    var banned: [Bool] = []
    var weights: [Double]
    var steps = 0
    var sinceFactoring = 0
    static let tolerance = 1e-9

    /// - Parameter fixed: Load per row of the problem of everything that is not in a block, base included.
    init(rows: CouplingRows, set: ColumnSet, fixed: [Double], start: RowPrices, ranges: [ClosedRange<Double>])
    {
        self.rows = rows
        self.set = set
        count = rows.count
        lower = ranges.enumerated().map { $1.lowerBound / rows.scale[$0] }
        upper = ranges.enumerated().map { $1.upperBound / rows.scale[$0] }
        let scale = rows.levels > 0 ? rows.scale[0] : 1
        peakSum = Double(rows.problem.peakWeight) / scale
        prices = rows.places(start)
        inverse = Array(repeating: 0, count: count * count)
        basis = (0..<count).map { .artificial($0) }
        constantBalance = Array(repeating: 0, count: count)
        weights = Array(repeating: 0, count: rows.problem.rowCount)
        rows.spread(fixed, into: &constantBalance)
        for (index, row) in rows.limitRows.enumerated() {
            let place = rows.firstLimit + index
            constantBalance[place] -= Double(rows.problem.limits[row]) * rows.scale[place]
        }
        prepare()
    }

    private func prepare() {
        blockOf = Array(repeating: 0, count: set.columnCount)
        for block in 0..<set.blockCount {
            for column in set.columns(of: block) { blockOf[column] = Int32(block) }
        }
        worth = set.cost
        slope = Array(repeating: 0, count: set.columnCount)
        banned = Array(repeating: false, count: set.columnCount)
        tied = Array(repeating: 0, count: set.blockCount)
        keys = (0..<set.blockCount).map { set.firstColumn[$0] }
        for place in 0..<count { prices[place] = min(max(prices[place], lower[place]), upper[place]) }
        if rows.levels > 0 { balancePeak() }
        factor()
        rekeyAll()
        refresh()
    }

    /// Makes the peak prices sum exactly and puts the sum into the basis.
    private func balancePeak() {
        let levels = rows.levels
        let sum = prices[..<levels].reduce(0, +)
        for place in 0..<levels {
            prices[place] = sum > 0 ? prices[place] * (peakSum / sum) : peakSum / Double(levels)
        }
        let largest = (0..<levels).max { prices[$0] < prices[$1] }!
        basis[largest] = .sum
    }

    /// Vector of a basis element.
    func vector(of element: Element) -> [Double] {
        var vector = Array(repeating: 0.0, count: count)
        switch element {
        case .artificial(let row): if row >= 0 { vector[row] = 1 }
        case .low(let price): vector[price] = 1
        case .high(let price): vector[price] = -1
        case .sum: for level in 0..<rows.levels { vector[level] = -1 }
        case .column(let column): addDifference(column, keys[Int(blockOf[column])], to: &vector)
        }
        return vector
    }

    /// Adds a column less another.
    func addDifference(_ column: Int, _ other: Int, to vector: inout [Double]) {
        var loads: [Double] = Array(repeating: 0, count: rows.problem.rowCount)
        for entry in set.entries(of: column) { loads[Int(set.row[entry])] += set.value[entry] }
        for entry in set.entries(of: other) { loads[Int(set.row[entry])] -= set.value[entry] }
        rows.spread(loads, into: &vector)
    }

    /// What the price of an element's column is above zero at price zero.
    func cost(of element: Element) -> Double {
        switch element {
        case .artificial(let row): -prices[row]
        case .low(let price): -lower[price]
        case .high(let price): upper[price]
        case .sum: peakSum
        case .column(let column): set.cost[column] - set.cost[keys[Int(blockOf[column])]]
        }
    }

    /// Inverts the basis anew; elements that have become dependent turn artificial.
    func factor() {
        var matrix = Array(repeating: 0.0, count: count * count)
        for place in 0..<count {
            let vector = vector(of: basis[place])
            for index in 0..<count { matrix[index * count + place] = vector[index] }
        }
        let dependent = DenseInverse.invert(&matrix, into: &inverse, count: count)
        sinceFactoring = 0
        guard !dependent.isEmpty else { return }
        for (place, row) in dependent {
            if case .column(let column) = basis[place] { tied[Int(blockOf[column])] -= 1 }
            basis[place] = .artificial(row)
        }
        factor()
    }
}
