/// Turns the relaxation's optimum into a choice: the largest blocks that are picked in part are fixed first, a few at a
/// time, each at its largest part, and the small ones make up for it.
struct Dive {
    let simplex: BlockSimplex
    let sizes: [Double]
    /// Part of the partly picked blocks that is fixed in a round.
    var pace = 0.12
    private var forbidden: Set<Int> = []
    /// Whether no block is picked in part any more.
    private(set) var isDone = false
    /// A fixing that raises the total by more than this part is compared with its opposite.
    private let patience = 2e-6

    init(_ simplex: BlockSimplex, sizes: [Double]) {
        self.simplex = simplex
        self.sizes = sizes
    }

    /// Fixes until no block is picked in part, or the work is done; the column of each block.
    ///
    /// - Parameter work: Steps of the simplex method, times columns.
    mutating func run(work: Int) -> [Int] {
        let last = simplex.steps + max(200, work / max(1, simplex.set.columnCount))
        while simplex.steps < last {
            let parts = simplex.fractions().filter { item in item.parts.allSatisfy { $0.part < 1 - 1e-6 } }
            guard !parts.isEmpty else {
                isDone = true
                break
            }
            let order = parts.sorted { (sizes[$0.block], $1.block) > (sizes[$1.block], $0.block) }
            let count = Int((Double(order.count) * pace).rounded(.up))
            fix(order.prefix(count).map { item in (block: item.block, column: largest(item.parts)) })
        }
        return choice()
    }

    /// Fixes some blocks, unless that costs much more than doing without those columns.
    private mutating func fix(_ chosen: [(block: Int, column: Int)]) {
        let before = simplex.total
        simplex.fix(chosen)
        _ = simplex.solve(limit: 2_000)
        let cost = simplex.isOverloaded ? Double.infinity : simplex.total - before
        guard cost > patience * abs(before) else { return }
        if chosen.count > 1 {
            simplex.release(chosen, keeping: forbidden)
            _ = simplex.solve(limit: 2_000)
            return fix([chosen[0]])
        }
        forbidden.insert(chosen[0].column)
        simplex.release(chosen, keeping: forbidden)
        _ = simplex.solve(limit: 2_000)
        let other = simplex.isOverloaded ? Double.infinity : simplex.total - before
        guard other > cost else { return }
        simplex.fix(chosen)
        _ = simplex.solve(limit: 2_000)
    }

    private func largest(_ parts: [(column: Int, part: Double)]) -> Int {
        var best = parts[0]
        for item in parts where item.part > best.part || (item.part == best.part && item.column < best.column)
        {
            best = item
        }
        return best.column
    }

    /// The largest part of each block.
    private func choice() -> [Int] {
        var columns = simplex.keys
        for item in simplex.fractions() { columns[item.block] = largest(item.parts) }
        return columns
    }
}

extension BlockSimplex {
    /// Leaves each block a single column.
    func fix(_ chosen: [(block: Int, column: Int)]) {
        for item in chosen {
            for column in set.columns(of: item.block) { banned[column] = column != item.column }
            loosen(item.block)
            keys[item.block] = item.column
        }
        factor()
        refresh()
    }

    /// Gives blocks their columns back, but for forbidden ones.
    func release(_ chosen: [(block: Int, column: Int)], keeping forbidden: Set<Int>) {
        for item in chosen {
            let columns = set.columns(of: item.block)
            for column in columns { banned[column] = forbidden.contains(column) }
            if columns.allSatisfy({ banned[$0] }) { banned[item.column] = false }
            loosen(item.block)
        }
        rekeyAll()
        factor()
        refresh()
    }

    /// Takes a block's elements out of the basis.
    private func loosen(_ block: Int) {
        for place in 0..<count {
            if case .column(let column) = basis[place], Int(blockOf[column]) == block {
                basis[place] = .artificial(-1)
            }
        }
        tied[block] = 0
    }

    /// Whether some limit is only held by paying the most for it.
    var isOverloaded: Bool {
        basis.indices.contains { place in
            if case .high(let price) = basis[place] {
                price >= rows.firstLimit && amounts[place] > 1e-6
            } else {
                false
            }
        }
    }
}
