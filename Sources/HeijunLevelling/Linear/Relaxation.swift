/// The linear relaxation of a part of a problem: free activities with some of their alternatives, everything else
/// fixed into a constant load.
///
/// Rows: peak per period, change per step, limits, one pick per activity, then the ties between activities.
final class Relaxation {
    let problem: LevellingProblem
    let program: LinearProgram
    /// Alternative of each column, or −1 for a column of the objective.
    let alternativeOfColumn: [Int]
    /// Free activities, and where their columns begin.
    let activities: [Int]
    let firstColumn: [Int]
    /// Rows of the problem that have a limit row here, in their order.
    let limitRows: [Int]
    let firstLimit: Int

    /// - Parameters:
    ///   - open: For each free activity the positions of the alternatives it may pick.
    ///   - fixed: Load per row of everything that is not free, base included.
    ///   - limitRows: Rows whose limit is kept.
    init(
        _ problem: LevellingProblem, activities: [Int], open: [[Int]], fixed: [Int], limitRows: [Int]
    ) {
        var build = RelaxationBuilder(problem, fixed: fixed, limitRows: limitRows)
        if problem.levelled != nil { build.addPeak() }
        build.addActivities(activities, open)
        self.problem = problem
        self.activities = activities
        self.limitRows = limitRows
        program = LinearProgram(rows: build.rows, columns: build.columns)
        alternativeOfColumn = build.alternativeOfColumn
        firstColumn = build.firstColumn
        firstLimit = build.firstLimit
    }

    /// The columns of the free activity at a place in ``activities``.
    func columns(at place: Int) -> Range<Int> { firstColumn[place]..<firstColumn[place + 1] }

    /// The prices at the program's optimum, set right where rounding left them out of range.
    func prices() -> RowPrices {
        var result = RowPrices(problem)
        let dual = program.prices
        if problem.levelled != nil {
            for period in 0..<problem.periods { result.lambda[period] = max(0, -dual[period]) }
            for step in 0..<problem.periods - 1 { result.rho[step] = -dual[problem.periods + step] }
        }
        for (index, row) in limitRows.enumerated() { result.pi[row] = max(0, -dual[firstLimit + index]) }
        return result
    }
}

/// Collects a relaxation's rows and columns.
struct RelaxationBuilder {
    let problem: LevellingProblem
    var rows = RowList()
    var columns = ColumnList()
    var alternativeOfColumn: [Int] = []
    var firstColumn: [Int] = []
    let firstLimit: Int
    /// Limit row of each row of the problem, or −1.
    private var limitRowOf: [Int]
    private let limitRows: [Int]

    init(_ problem: LevellingProblem, fixed: [Int], limitRows: [Int]) {
        self.problem = problem
        self.limitRows = limitRows
        let level = problem.levelledLoads(in: fixed)
        for load in level { _ = rows.append(from: -.infinity, to: -Double(load)) }
        for (before, after) in zip(level, level.dropFirst()) {
            let change = Double(before - after)
            _ = rows.append(from: change, to: change)
        }
        firstLimit = rows.lower.count
        limitRowOf = Array(repeating: -1, count: problem.rowCount)
        for row in limitRows {
            let room = Double(problem.limits[row] - fixed[row])
            limitRowOf[row] = rows.append(from: -.infinity, to: room)
        }
    }

    mutating func addPeak() {
        for period in 0..<problem.periods { columns.entry(period, -1) }
        close(cost: Double(problem.peakWeight))
        columns.lower[0] = -.infinity
        for step in 0..<problem.periods - 1 {
            for sign in [-1.0, 1.0] {
                columns.entry(problem.periods + step, sign)
                close(cost: Double(problem.roughnessWeight))
            }
        }
    }

    private mutating func close(cost: Double) {
        _ = columns.close(cost: cost)
        alternativeOfColumn.append(-1)
    }

    mutating func addActivities(_ activities: [Int], _ open: [[Int]]) {
        let firstPick = rows.lower.count
        for _ in activities { _ = rows.append(from: 1, to: 1) }
        var ties = TieRows(problem, activities: activities, open: open)
        ties.addRows(to: &rows)
        for (place, alternatives) in open.enumerated() {
            firstColumn.append(columns.cost.count)
            for alternative in alternatives {
                addLoads(of: alternative)
                columns.entry(firstPick + place, 1)
                for entry in ties.entries(place, alternative) { columns.entry(entry.row, entry.value) }
                _ = columns.close(cost: Double(problem.penalties[alternative]))
                alternativeOfColumn.append(alternative)
            }
        }
        firstColumn.append(columns.cost.count)
    }

    private mutating func addLoads(of alternative: Int) {
        let level = problem.levelled.map { $0 * problem.periods..<($0 + 1) * problem.periods } ?? 0..<0
        for load in problem.loads(of: alternative) where load.value != 0 {
            let amount = Double(load.value)
            if level.contains(load.row) {
                let period = load.row - level.lowerBound
                columns.entry(period, amount)
                if period > 0 { columns.entry(problem.periods + period - 1, amount) }
                if period < problem.periods - 1 { columns.entry(problem.periods + period, -amount) }
            }
            if limitRowOf[load.row] >= 0 { columns.entry(limitRowOf[load.row], amount) }
        }
    }
}
