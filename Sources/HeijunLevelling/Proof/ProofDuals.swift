/// Duals that were found in order, as prices per row.
///
/// The prices stay below 2⁶² in size, and all loads that can come together below 2⁶² (``LevellingProblem/Builder``
/// sees to it), so that sums of products stay below 2¹²⁶.
struct ProofDuals {
    let isRay: Bool
    let scale: Int
    /// Price of a unit of load in each row.
    let prices: [Int]
    /// `Σ price · base − Σ π · limit`.
    let constant: Int128
    /// Products of one alternative with these prices fit 64 bits.
    let isNarrow: Bool

    init(_ duals: Duals, for problem: LevellingProblem, reach: ProofReach) throws(ProofFault.DualsFault) {
        isRay = duals.isRay
        scale = duals.isRay ? 0 : duals.scale
        try Self.check(duals, problem)
        var prices = [Int128](repeating: 0, count: problem.rowCount)
        if let levelled = problem.levelled, !duals.isRay {
            for period in 0..<problem.periods {
                let rise = period > 0 ? Int128(duals.rho[period - 1]) : 0
                let next = period + 1 < problem.periods ? Int128(duals.rho[period]) : 0
                prices[levelled * problem.periods + period] = Int128(duals.lambda[period]) + rise - next
            }
        }
        var sum = Int128(0)
        for entry in duals.pi {
            prices[entry.row] += Int128(entry.price)
            sum -= Int128(entry.price) * Int128(problem.limits[entry.row])
        }
        guard prices.allSatisfy({ $0.magnitude < 1 << 62 }) else { throw .tooLarge }
        for row in prices.indices { sum += prices[row] * Int128(problem.base[row]) }
        constant = sum
        self.prices = prices.map { Int($0) }
        let largest = prices.reduce(UInt128(0)) { max($0, $1.magnitude) }
        isNarrow = largest * reach.load + UInt128(scale.magnitude) * reach.penalty < 1 << 62
    }

    private static func check(_ duals: Duals, _ problem: LevellingProblem) throws(ProofFault.DualsFault) {
        if duals.isRay {
            guard duals.lambda.isEmpty, duals.rho.isEmpty else { throw .count }
        } else {
            guard duals.scale > 0, duals.scale <= 1 << 40, duals.scale & (duals.scale - 1) == 0 else {
                throw .scale(duals.scale)
            }
            try checkLevelling(duals, problem)
        }
        var last = -1
        for entry in duals.pi {
            guard entry.row > last, entry.row < problem.rowCount,
                problem.limits[entry.row] != LevellingProblem.noLimit
            else { throw .row(entry.row) }
            guard entry.price >= 0 else { throw .outOfRange(entry.price) }
            guard entry.price < 1 << 62 else { throw .tooLarge }
            last = entry.row
        }
    }

    private static func checkLevelling(
        _ duals: Duals, _ problem: LevellingProblem
    ) throws(ProofFault.DualsFault) {
        let periods = problem.levelled == nil ? 0 : problem.periods
        guard duals.lambda.count == periods, duals.rho.count == max(0, periods - 1) else { throw .count }
        if let negative = duals.lambda.first(where: { $0 < 0 }) { throw .outOfRange(negative) }
        let highest = Int128(problem.roughnessWeight) * Int128(duals.scale)
        if let beyond = duals.rho.first(where: { Int128($0.magnitude) > highest }) {
            throw .outOfRange(beyond)
        }
        let sum = duals.lambda.reduce(Int128(0)) { $0 + Int128($1) }
        guard periods == 0 || sum == Int128(problem.peakWeight) * Int128(duals.scale) else {
            throw .peakSum(sum)
        }
    }
}

/// The largest sum of load sizes and the largest penalty of any one alternative.
struct ProofReach {
    var load: UInt128 = 0
    var penalty: UInt128 = 0

    init(_ problem: LevellingProblem) {
        for alternative in 0..<problem.alternativeCount {
            var sum = UInt(0)
            for load in problem.loads(of: alternative) { sum += load.value.magnitude }
            load = max(load, UInt128(sum))
            penalty = max(penalty, UInt128(problem.penalties[alternative].magnitude))
        }
    }
}
