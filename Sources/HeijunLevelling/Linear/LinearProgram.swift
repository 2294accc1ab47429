internal import CClp

/// A linear program being minimised, solved by Clp and solved again after changes.
///
/// One object belongs to one task at a time.
final class LinearProgram {
    private let model: UnsafeMutableRawPointer
    private(set) var rowCount: Int
    private(set) var columnCount: Int

    enum Status {
        case optimal
        case infeasible
        /// Stopped at a limit or in numerical trouble.
        case unknown
    }

    /// A program with these rows and columns; the columns' entries lie one after the other.
    init(rows: RowList, columns: ColumnList) {
        model = Clp_newModel()
        rowCount = rows.lower.count
        columnCount = columns.cost.count
        Clp_setLogLevel(model, 0)
        Clp_loadProblem(
            model, Int32(columnCount), Int32(rowCount), columns.start, columns.row, columns.value,
            columns.lower, columns.upper, columns.cost, rows.lower, rows.upper)
    }

    deinit { Clp_deleteModel(model) }

    /// Solves by the dual simplex from where it stands.
    func solveDual() -> Status {
        _ = Clp_dual(model, 0)
        return status
    }

    /// Solves by the primal simplex from where it stands.
    func solvePrimal() -> Status {
        _ = Clp_primal(model, 0)
        return status
    }

    private var status: Status {
        switch Clp_status(model) {
        case 0: .optimal
        case 1: .infeasible
        default: .unknown
        }
    }

    /// Stops a solve after this many steps.
    func limitIterations(_ count: Int) { Clp_setMaximumIterations(model, Int32(clamping: count)) }

    var iterations: Int { Int(Clp_numberIterations(model)) }
    var objective: Double { Clp_objectiveValue(model) }
    var values: UnsafePointer<Double> { UnsafePointer(Clp_primalColumnSolution(model)) }
    var reducedCosts: UnsafePointer<Double> { UnsafePointer(Clp_dualColumnSolution(model)) }
    var prices: UnsafePointer<Double> { UnsafePointer(Clp_dualRowSolution(model)) }
    var columnLower: UnsafeMutablePointer<Double> { Clp_columnLower(model) }
    var columnUpper: UnsafeMutablePointer<Double> { Clp_columnUpper(model) }
    var rowLower: UnsafeMutablePointer<Double> { Clp_rowLower(model) }
    var rowUpper: UnsafeMutablePointer<Double> { Clp_rowUpper(model) }

    /// A multiple of the rows that no point satisfies, after `infeasible`; empty if Clp keeps none.
    func ray() -> [Double] {
        guard let ray = Clp_infeasibilityRay(model) else { return [] }
        defer { Clp_freeRay(model, ray) }
        return (0..<rowCount).map { ray[$0] }
    }

    /// Which columns and rows are basic or at which bound, columns first.
    var basis: [UInt8] {
        get {
            let pointer = Clp_statusArray(model)!
            return Array(UnsafeBufferPointer(start: pointer, count: rowCount + columnCount))
        }
        set { Clp_copyinStatus(model, newValue) }
    }
}

/// Bounds of a program's rows.
struct RowList {
    var lower: [Double] = []
    var upper: [Double] = []

    mutating func append(from low: Double, to high: Double) -> Int {
        lower.append(low)
        upper.append(high)
        return lower.count - 1
    }
}

/// Columns with their entries.
struct ColumnList {
    var start: [Int32] = [0]
    var row: [Int32] = []
    var value: [Double] = []
    var cost: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []

    mutating func entry(_ at: Int, _ amount: Double) {
        row.append(Int32(at))
        value.append(amount)
    }

    /// Ends the column whose entries were appended last.
    mutating func close(cost amount: Double, to high: Double = .infinity) -> Int {
        cost.append(amount)
        lower.append(0)
        upper.append(high)
        start.append(Int32(row.count))
        return cost.count - 1
    }
}
