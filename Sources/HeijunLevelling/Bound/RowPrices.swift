/// Prices of peak, changes and limits, as a linear program gives them.
struct RowPrices: Sendable {
    /// Per period; empty without a levelled resource. Not negative, sums to the peak weight.
    var lambda: [Double]
    /// Per change; one entry fewer.
    var rho: [Double]
    /// Per row of the problem; not negative.
    var pi: [Double]

    init(_ problem: LevellingProblem) {
        let level = problem.levelled == nil ? 0 : problem.periods
        lambda = Array(repeating: 0, count: level)
        rho = Array(repeating: 0, count: max(0, level - 1))
        pi = Array(repeating: 0, count: problem.rowCount)
    }

    /// The prices as whole numbers, in range and with the sum a certificate asks for.
    func rounded(for problem: LevellingProblem) -> Duals {
        let scale = scale(for: problem)
        let factor = Double(scale)
        let rough = problem.roughnessWeight * scale
        let steps = rho.map { min(max(Int(max(-0x1p58, min(0x1p58, $0 * factor)).rounded()), -rough), rough) }
        let prices = pi.indices.compactMap { row -> RowPrice? in
            guard pi[row] > 0, problem.limits[row] != LevellingProblem.noLimit else { return nil }
            let price = Int(min(pi[row] * factor, 0x1p58).rounded())
            return price > 0 ? RowPrice(row: row, price: price) : nil
        }
        return Duals(
            isRay: false, scale: scale, lambda: levelPrices(sum: problem.peakWeight * scale, factor),
            rho: steps, pi: prices)
    }

    /// The largest power of two up to 2²⁰ that keeps every price under 2⁵⁸.
    private func scale(for problem: LevellingProblem) -> Int {
        let weights = Double(max(problem.peakWeight, problem.roughnessWeight))
        let largest = max(weights, pi.max() ?? 0)
        var scale = 1 << 20
        while scale > 1, largest * Double(scale) >= 0x1p58 { scale >>= 1 }
        return scale
    }

    /// Period prices that are not negative and sum exactly.
    private func levelPrices(sum: Int, _ factor: Double) -> [Int] {
        guard !lambda.isEmpty else { return [] }
        var prices = lambda.map { max(0, Int(min(0x1p58, $0 * factor).rounded())) }
        var rest = sum - prices.reduce(0, +)
        while rest != 0 {
            let largest = prices.indices.max { prices[$0] < prices[$1] }!
            let step = rest > 0 ? rest : -min(-rest, prices[largest])
            prices[largest] += step
            rest -= step
        }
        return prices
    }
}

extension Duals {
    /// What a unit of load costs in each row: `w` of ``Certificate``.
    func rowWeights(for problem: LevellingProblem) -> [Int] {
        var weights = Array(repeating: 0, count: problem.rowCount)
        for entry in pi { weights[entry.row] = entry.price }
        guard let levelled = problem.levelled, !lambda.isEmpty else { return weights }
        for period in 0..<problem.periods {
            let row = levelled * problem.periods + period
            let before = period > 0 ? rho[period - 1] : 0
            let after = period < problem.periods - 1 ? rho[period] : 0
            weights[row] += lambda[period] + before - after
        }
        return weights
    }

    /// The part of the value that no choice changes.
    func constant(for problem: LevellingProblem, weights: [Int]) -> Int128 {
        var sum = Int128(0)
        for row in weights.indices { sum += Int128(weights[row]) * Int128(problem.base[row]) }
        for entry in pi { sum -= Int128(entry.price) * Int128(problem.limits[entry.row]) }
        return sum
    }
}
