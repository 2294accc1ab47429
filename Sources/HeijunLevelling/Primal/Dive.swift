/// Turns the relaxation's optimum into a choice: the largest blocks that are picked in part are fixed first, a few at a
/// time, each at its largest part, and the small ones make up for it.
struct Dive {
    let simplex: BlockSimplex
    let sizes: [Double]
    /// Part of the partly picked blocks that is fixed in a round.
    var pace = 0.1
    private var forbidden: Set<Int> = []

    init(_ simplex: BlockSimplex, sizes: [Double]) {
        self.simplex = simplex
        self.sizes = sizes
    }

    /// Fixes until no block is picked in part, or the rounds are over; the column of each block.
    mutating func run(rounds: Int) -> [Int] {
        for _ in 0..<rounds {
            let parts = simplex.fractions().filter { item in item.parts.allSatisfy { $0.part < 1 - 1e-6 } }
            if parts.isEmpty { break }
            let order = parts.sorted { (sizes[$0.block], $1.block) > (sizes[$1.block], $0.block) }
            let count = max(1, Int(Double(order.count) * pace))
            let chosen = order.prefix(count).map { item in (block: item.block, column: largest(item.parts)) }
            simplex.fix(chosen)
            _ = simplex.solve(limit: 2_000)
            if chosen.count >= 1, simplex.isOverloaded { retreat(chosen) }
        }
        return choice()
    }

    private func largest(_ parts: [(column: Int, part: Double)]) -> Int {
        var best = parts[0]
        for item in parts where item.part > best.part || (item.part == best.part && item.column < best.column)
        {
            best = item
        }
        return best.column
    }

    /// Takes the last fixings back and forbids those columns.
    private mutating func retreat(_ chosen: [(block: Int, column: Int)]) {
        for item in chosen { forbidden.insert(item.column) }
        simplex.release(chosen, keeping: forbidden)
        _ = simplex.solve(limit: 2_000)
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
