extension BlockSimplex {
    enum Result {
        case optimal
        /// The total rises without end in these (scaled) prices' direction.
        case unbounded([Double])
        case stopped
    }

    /// Steps until the total rises no more, or `limit` steps are done.
    ///
    /// Rounding can make the last steps turn in circles; a total that has not moved for 400 steps, or an optimum that a
    /// fresh inverse puts in doubt for the fourth time, is taken as it is.
    func solve(limit: Int) -> Result {
        var doubts = 0
        var last = -Double.infinity
        for step in 0..<limit {
            if step % 400 == 0 {
                let now = total
                if step > 0, now - last <= 1e-12 * abs(now) { return .optimal }
                last = now
            }
            if sinceFactoring >= 64 { renew() }
            var next = leaving()
            if next == nil, sinceFactoring > 0 {
                renew()
                doubts += 1
                next = doubts > 3 ? nil : leaving()
            }
            guard let next else { return .optimal }
            if let ray = self.step(next.place, next.sign) { return .unbounded(ray) }
        }
        return .stopped
    }

    private func renew() {
        factor()
        refresh()
    }

    /// The basis element to relax, and in which direction; nil at the optimum.
    private func leaving() -> (place: Int, sign: Double)? {
        var best: (place: Int, sign: Double)?
        var score = 0.0
        let slack = 1e-9 + 1e-11 * Double(set.blockCount)
        func consider(_ place: Int, _ excess: Double, _ sign: Double) {
            let norm = squaredNorm(place)
            if excess * excess > score * norm {
                score = excess * excess / norm
                best = (place, sign)
            }
        }
        for place in 0..<count {
            switch basis[place] {
            case .artificial:
                if abs(amounts[place]) > slack {
                    consider(place, abs(amounts[place]), amounts[place] > 0 ? -1 : 1)
                }
            case .low, .high: if amounts[place] < -slack { consider(place, -amounts[place], 1) }
            case .column: if amounts[place] < -1e-9 { consider(place, -amounts[place], 1) }
            case .sum: break
            }
        }
        if best != nil { return best }
        return overfullKey()
    }

    /// A block whose basis elements take more than there is: its key becomes the element that leaves.
    private func overfullKey() -> (place: Int, sign: Double)? {
        var worst: (block: Int, left: Double) = (-1, -1e-9)
        for (block, left) in keyAmounts()
        where left < worst.left || (left == worst.left && block < worst.block) {
            worst = (block, left)
        }
        guard worst.block >= 0 else { return nil }
        let place = (0..<count).filter { element in
            if case .column(let column) = basis[element] {
                Int(blockOf[column]) == worst.block
            } else {
                false
            }
        }.max { amounts[$0] < amounts[$1] }!
        if case .column(let column) = basis[place] { swapKey(place, column) }
        return (place, 1)
    }

    private func squaredNorm(_ place: Int) -> Double {
        var sum = 1e-30
        for index in place * count..<(place + 1) * count { sum += inverse[index] * inverse[index] }
        return sum
    }

    /// Relaxes one element; a direction in which the total rises without end, if it is one.
    private func step(_ place: Int, _ sign: Double) -> [Double]? {
        let direction = inverse[place * count..<(place + 1) * count].map { sign * $0 }
        rows.rowWeights(direction, into: &weights)
        fillSlopes()
        let entering = search(direction, rate: abs(amounts[place]))
        guard let entering else { return direction }
        advance(entering.length, direction)
        exchange(place, entering.element)
        return nil
    }

    /// How fast each column's price changes when the weights are the direction's.
    private func fillSlopes() {
        let count = set.columnCount
        weights.withUnsafeBufferPointer { weights in
            set.withEntries { first, row, value in
                slope.withUnsafeMutableBufferPointer { slope in
                    for column in 0..<count {
                        var sum = 0.0
                        for entry in first[column]..<first[column + 1] {
                            sum += value[entry] * weights[Int(row[entry])]
                        }
                        slope[column] = sum
                    }
                }
            }
        }
    }

    private func advance(_ length: Double, _ direction: [Double]) {
        for index in 0..<count { prices[index] += length * direction[index] }
        guard length != 0 else { return }
        worth.withUnsafeMutableBufferPointer { worth in
            slope.withUnsafeBufferPointer { slope in
                for column in 0..<worth.count { worth[column] += length * slope[column] }
            }
        }
    }

    /// Puts an element into the basis in another's place.
    private func exchange(_ place: Int, _ element: Element) {
        let entering = vector(of: element)
        let image = multiply(entering)
        if case .column(let column) = basis[place] { tied[Int(blockOf[column])] -= 1 }
        if case .column(let column) = element { tied[Int(blockOf[column])] += 1 }
        basis[place] = element
        steps += 1
        guard abs(image[place]) > 1e-11 else {
            factor()
            refresh()
            return
        }
        inverse.withUnsafeMutableBufferPointer { buffer in
            let base = buffer.baseAddress!
            let factor = 1 / image[place]
            for index in 0..<count { base[place * count + index] *= factor }
            for row in 0..<count where row != place && image[row] != 0 {
                DenseInverse.subtract(base + row * count, base + place * count, image[row], count)
            }
        }
        sinceFactoring += 1
        weigh()
    }
}
