/// Solves the relaxation of one node after the other, each from its parent's basis.
final class NodeSolver {
    let problem: LevellingProblem
    let forest: Forest
    let relaxation: Relaxation
    private let exact: ExactValue
    private var domain: Domain

    /// What the relaxation says of a node.
    enum Verdict {
        /// No choice is left, as these prices show.
        case empty(Duals)
        /// A lower bound, the duals behind it and the least costs of its parts.
        case bound(Int, Duals, ExactValue.Parts)
        /// The linear program gave no usable answer.
        case unclear
    }

    init(_ problem: LevellingProblem, _ forest: Forest, limitRows: [Int]) {
        self.problem = problem
        self.forest = forest
        exact = ExactValue(problem, forest)
        domain = Domain(of: problem)
        let activities = Array(0..<problem.activityCount)
        relaxation = Relaxation(
            problem, activities: activities, open: activities.map { Array(problem.alternatives(of: $0)) },
            fixed: problem.base, limitRows: limitRows)
        for column in 0..<relaxation.alternativeOfColumn.count {
            let alternative = relaxation.alternativeOfColumn[column]
            if alternative >= 0, !domain.isOpen(alternative) { relaxation.program.columnUpper[column] = 0 }
        }
    }

    /// Bounds a node; afterwards ``weight(of:)`` tells its relaxed picks.
    func solve(_ domain: Domain, basis: [UInt8]) -> Verdict {
        move(to: domain)
        if !basis.isEmpty { relaxation.program.basis = basis }
        switch relaxation.program.solveDual() {
        case .optimal: return bounded(domain)
        case .infeasible: return refuted(domain)
        case .unknown: return .unclear
        }
    }

    var basis: [UInt8] { relaxation.program.basis }

    /// How much of an alternative the relaxation picks.
    func weight(of alternative: Int) -> Double {
        relaxation.program.values[relaxation.firstColumn[0] + alternative]
    }

    private func move(to domain: Domain) {
        let first = relaxation.firstColumn[0]
        let upper = relaxation.program.columnUpper
        for alternative in 0..<problem.alternativeCount
        where domain.isOpen(alternative) != self.domain.isOpen(alternative) {
            upper[first + alternative] = domain.isOpen(alternative) ? .infinity : 0
        }
        self.domain = domain
    }

    private func bounded(_ domain: Domain) -> Verdict {
        let duals = relaxation.prices().rounded(for: problem)
        let parts = exact.parts(of: duals, isOpen: domain.isOpen)
        let total = parts.total
        guard total != .none else { return .empty(duals) }
        return .bound(total.dividedRoundingUp(by: duals.scale), duals, parts)
    }

    private func refuted(_ domain: Domain) -> Verdict {
        let ray = relaxation.program.ray()
        for sign in [1.0, -1.0] {
            let duals = ray.isEmpty ? .emptyRay : rayDuals(ray, sign)
            let total = exact.parts(of: duals, isOpen: domain.isOpen).total
            if total == .none || total > 0 { return .empty(duals) }
        }
        return .unclear
    }

    /// The ray's part at the limits, in whole numbers.
    private func rayDuals(_ ray: [Double], _ sign: Double) -> Duals {
        let prices = relaxation.limitRows.indices.map { max(0, sign * ray[relaxation.firstLimit + $0]) }
        let largest = prices.max() ?? 0
        guard largest > 0 else { return .emptyRay }
        let entries = zip(relaxation.limitRows, prices).compactMap { row, price -> RowPrice? in
            let whole = Int((price / largest * 0x1p32).rounded())
            return whole > 0 ? RowPrice(row: row, price: whole) : nil
        }
        return Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: entries)
    }

    /// Least total value with each alternative of an activity; only open ones are told.
    func values(of activity: Int, _ parts: ExactValue.Parts) -> [(alternative: Int, value: Int128)] {
        let total = parts.total
        let range = problem.alternatives(of: activity)
        guard forest.nodeOfActivity[activity] < 0 else { return [] }
        return range.filter { domain.isOpen($0) }.map {
            ($0, total - parts.alone[activity] + exact.cost(of: $0, parts.weights, parts.scale))
        }
    }
}

extension Duals {
    /// A ray without prices: shows that a part has no choice at all.
    static let emptyRay = Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [])
}
