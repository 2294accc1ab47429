/// Blocks of columns: each block picks one of its columns; a column is an alternative, or a choice for a whole tree.
struct ColumnSet: Sendable {
    /// Where each block's columns begin; one more entry than blocks.
    private(set) var firstColumn: [Int] = [0]
    private(set) var cost: [Double] = []
    /// Where each column's entries begin; one more entry than columns.
    private(set) var firstEntry: [Int] = [0]
    /// Row of the problem and load, times the block's weight.
    private(set) var row: [Int32] = []
    private(set) var value: [Double] = []

    var blockCount: Int { firstColumn.count - 1 }
    var columnCount: Int { cost.count }

    func columns(of block: Int) -> Range<Int> { firstColumn[block]..<firstColumn[block + 1] }
    func entries(of column: Int) -> Range<Int> { firstEntry[column]..<firstEntry[column + 1] }

    /// Runs a body on first entries, rows and values.
    func withEntries(
        _ body: (UnsafePointer<Int>, UnsafePointer<Int32>, UnsafePointer<Double>) -> Void
    ) {
        firstEntry.withUnsafeBufferPointer { first in
            row.withUnsafeBufferPointer { row in
                value.withUnsafeBufferPointer { value in
                    guard let row = row.baseAddress, let value = value.baseAddress else { return }
                    body(first.baseAddress!, row, value)
                }
            }
        }
    }

    /// Adds a load to the column under construction.
    mutating func addLoad(_ load: Load, times weight: Int) {
        row.append(Int32(load.row))
        value.append(Double(load.value) * Double(weight))
    }

    mutating func closeColumn(cost amount: Double) {
        cost.append(amount)
        firstEntry.append(row.count)
    }

    mutating func closeBlock() { firstColumn.append(cost.count) }
}
