/// The search along a direction for the point where the total stops rising.
extension BlockSimplex {
    struct Entering {
        let element: Element
        let length: Double
    }

    private struct Break {
        let length: Double
        let block: Int
        let column: Int
        func isBefore(_ other: Break) -> Bool {
            length < other.length || (length == other.length && block < other.block)
        }
    }

    /// - Parameter rate: How fast the total rises at first.
    /// - Returns: What enters the basis and where; nil if the total rises without end. Keys passed on the way change.
    func search(_ direction: [Double], rate: Double) -> Entering? {
        let threshold = 1e-9 * (direction.reduce(0) { max($0, abs($1)) })
        var stop = firstStop(direction, threshold)
        var breaks: [Break] = []
        worth.withUnsafeBufferPointer { worth in
            slope.withUnsafeBufferPointer { slope in
                for block in 0..<set.blockCount {
                    let next = nextBreak(block, threshold, after: 0, worth, slope)
                    guard next.column >= 0, next.length < stop?.length ?? .infinity else { continue }
                    if tied[block] > 0 {
                        stop = Entering(element: .column(next.column), length: next.length)
                    } else {
                        breaks.append(next)
                    }
                }
            }
        }
        return pass(&breaks, stop, rate, threshold)
    }

    /// The first price to reach an end of its range.
    private func firstStop(_ direction: [Double], _ threshold: Double) -> Entering? {
        var ends: Entering?
        var isBasic = Array(repeating: false, count: 2 * count)
        for element in basis {
            if case .low(let price) = element { isBasic[2 * price] = true }
            if case .high(let price) = element { isBasic[2 * price + 1] = true }
        }
        for price in 0..<count {
            let rise = direction[price]
            guard abs(rise) > threshold else { continue }
            let room = rise > 0 ? upper[price] - prices[price] : prices[price] - lower[price]
            guard room < .infinity else { continue }
            let element: Element = rise > 0 ? .high(price) : .low(price)
            if isBasic[2 * price + (rise > 0 ? 1 : 0)] { continue }
            let length = max(0, room) / abs(rise)
            if length < ends?.length ?? .infinity { ends = Entering(element: element, length: length) }
        }
        return ends
    }

    /// Where another column of a block becomes cheaper than its key.
    @inline(__always)
    private func nextBreak(
        _ block: Int, _ threshold: Double, after: Double, _ worth: UnsafeBufferPointer<Double>,
        _ slope: UnsafeBufferPointer<Double>
    ) -> Break {
        let key = keys[block]
        let (keyWorth, keySlope) = (worth[key], slope[key])
        var best = Break(length: .infinity, block: block, column: -1)
        for column in set.columns(of: block) {
            let fall = keySlope - slope[column]
            guard fall > threshold, !banned[column] else { continue }
            let length = max(after, (worth[column] - keyWorth) / fall)
            if length < best.length || (length == best.length && slope[column] < slope[best.column]) {
                best = Break(length: length, block: block, column: column)
            }
        }
        return best
    }

    /// Passes breaks in their order while the total rises.
    private func pass(
        _ breaks: inout [Break], _ stop: Entering?, _ rate: Double, _ threshold: Double
    ) -> Entering? {
        var heap = Heap(breaks) { $0.isBefore($1) }
        var rate = rate
        var change = Array(repeating: 0.0, count: rows.problem.rowCount)
        var entering = stop
        while let next = heap.first, next.length < stop?.length ?? .infinity {
            let key = keys[next.block]
            rate += slope[next.column] - slope[key]
            if rate <= 0 {
                entering = Entering(element: .column(next.column), length: next.length)
                break
            }
            for entry in set.entries(of: next.column) { change[Int(set.row[entry])] += set.value[entry] }
            for entry in set.entries(of: key) { change[Int(set.row[entry])] -= set.value[entry] }
            keys[next.block] = next.column
            let again = worth.withUnsafeBufferPointer { worth in
                slope.withUnsafeBufferPointer {
                    nextBreak(next.block, threshold, after: next.length, worth, $0)
                }
            }
            heap.replaceFirst(again.column < 0 ? nil : again)
        }
        rows.spread(change, into: &balance)
        return entering
    }
}

/// A binary heap, the least on top.
struct Heap<Item> {
    private var items: [Item]
    private let isBefore: (Item, Item) -> Bool

    init(_ items: [Item], isBefore: @escaping (Item, Item) -> Bool) {
        self.items = items
        self.isBefore = isBefore
        for index in stride(from: items.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    var first: Item? { items.first }

    /// Takes the least away, or puts another item in its place.
    mutating func replaceFirst(_ item: Item?) {
        if let item {
            items[0] = item
        } else {
            let last = items.removeLast()
            if items.isEmpty { return }
            items[0] = last
        }
        sink(0)
    }

    mutating func insert(_ item: Item) {
        items.append(item)
        var at = items.count - 1
        while at > 0, isBefore(items[at], items[(at - 1) / 2]) {
            items.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    private mutating func sink(_ start: Int) {
        var at = start
        while true {
            var least = at
            for child in [2 * at + 1, 2 * at + 2]
            where child < items.count && isBefore(items[child], items[least]) {
                least = child
            }
            if least == at { return }
            items.swapAt(at, least)
            at = least
        }
    }
}
