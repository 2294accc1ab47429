extension BlockSimplex {
    /// Computes prices, worths, keys and amounts anew from the basis.
    func refresh() {
        let costs = basis.map(cost)
        for place in 0..<count {
            var price = 0.0
            for element in 0..<count { price -= costs[element] * inverse[element * count + place] }
            prices[place] = price
        }
        rows.rowWeights(prices, into: &weights)
        for column in 0..<set.columnCount { worth[column] = set.cost[column] + dot(column) }
        rekeyAll()
        rebalance()
    }

    /// A column's entries times the weights.
    @inline(__always)
    func dot(_ column: Int) -> Double {
        var sum = 0.0
        for entry in set.entries(of: column) { sum += set.value[entry] * weights[Int(set.row[entry])] }
        return sum
    }

    /// Gives every block without a basis element its cheapest column as key.
    func rekeyAll() {
        for block in 0..<set.blockCount where tied[block] == 0 {
            var best = -1
            for column in set.columns(of: block) where !banned[column] {
                if best < 0 || worth[column] < worth[best] { best = column }
            }
            keys[block] = best
        }
    }

    /// Computes balance and amounts anew from the keys.
    func rebalance() {
        var loads = Array(repeating: 0.0, count: rows.problem.rowCount)
        for key in keys {
            for entry in set.entries(of: key) { loads[Int(set.row[entry])] += set.value[entry] }
        }
        balance = constantBalance
        rows.spread(loads, into: &balance)
        weigh()
    }

    /// Amounts of the basis elements.
    func weigh() {
        amounts = multiply(balance).map { -$0 }
    }

    /// The inverse times a vector.
    func multiply(_ vector: [Double]) -> [Double] {
        let count = count
        return inverse.withUnsafeBufferPointer { inverse in
            vector.withUnsafeBufferPointer { vector in
                (0..<count).map { row in
                    var sums = SIMD4<Double>.zero
                    var index = 0
                    let base = row * count
                    while index + 4 <= count {
                        let a = SIMD4(
                            inverse[base + index], inverse[base + index + 1], inverse[base + index + 2],
                            inverse[base + index + 3])
                        let b = SIMD4(vector[index], vector[index + 1], vector[index + 2], vector[index + 3])
                        sums += a * b
                        index += 4
                    }
                    var sum = sums[0] + sums[1] + sums[2] + sums[3]
                    while index < count {
                        sum += inverse[base + index] * vector[index]
                        index += 1
                    }
                    return sum
                }
            }
        }
    }

    /// Load per row of the problem, of what is picked in whole and in part.
    func loads(fixed: [Int]) -> [Double] {
        var loads = fixed.map(Double.init)
        func add(_ column: Int, _ part: Double) {
            for entry in set.entries(of: column) { loads[Int(set.row[entry])] += part * set.value[entry] }
        }
        for key in keys { add(key, 1) }
        for item in fractions() {
            for (column, part) in item.parts { add(column, column == keys[item.block] ? part - 1 : part) }
        }
        return loads
    }

    /// The total at the present prices.
    var total: Double {
        var sum = 0.0
        for place in 0..<count { sum += prices[place] * constantBalance[place] }
        for key in keys { sum += worth[key] }
        return sum
    }

    /// What is left of each tied block for its key.
    func keyAmounts() -> [Int: Double] {
        var left: [Int: Double] = [:]
        for (place, element) in basis.enumerated() {
            if case .column(let column) = element { left[Int(blockOf[column]), default: 1] -= amounts[place] }
        }
        return left
    }

    /// Columns that are picked in part, with their parts, blocks ascending.
    func fractions() -> [(block: Int, parts: [(column: Int, part: Double)])] {
        var parts: [Int: [(column: Int, part: Double)]] = [:]
        for (place, element) in basis.enumerated() {
            guard case .column(let column) = element else { continue }
            parts[Int(blockOf[column]), default: []].append((column, amounts[place]))
        }
        return parts.keys.sorted().map { block in
            let rest = 1 - parts[block]!.reduce(0) { $0 + $1.part }
            return (block, parts[block]! + [(keys[block], rest)])
        }
    }

    /// Makes a basis element of a block its key, and the key that element.
    func swapKey(_ place: Int, _ column: Int) {
        let block = Int(blockOf[column])
        for other in 0..<count where other != place {
            guard case .column(let neighbour) = basis[other], Int(blockOf[neighbour]) == block else {
                continue
            }
            for index in 0..<count { inverse[place * count + index] += inverse[other * count + index] }
        }
        for index in 0..<count { inverse[place * count + index] *= -1 }
        var difference = Array(repeating: 0.0, count: count)
        addDifference(column, keys[block], to: &difference)
        for index in 0..<count { balance[index] += difference[index] }
        basis[place] = .column(keys[block])
        keys[block] = column
        weigh()
    }
}
