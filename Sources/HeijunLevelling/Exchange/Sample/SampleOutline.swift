/// What a sample needs to know before its first line can be written: a plan that keeps everything, hidden from
/// the reader, and the base, limits, pairs and groups that follow from it.
///
/// Each system is drawn anew whenever it is needed, so that memory stays at a few bytes per activity.
struct SampleOutline {
    let seed: UInt64
    let count: Int
    /// The alternative that the hidden plan picks, its start, and its activity's group.
    private(set) var picks: [UInt8]
    private var starts: [UInt8]
    private(set) var groups: [[Int]] = []
    private(set) var pairs: [(Int, Int)] = []
    private(set) var base = [Int](repeating: 0, count: SampleAlternatives.rows)
    private var load = [Int](repeating: 0, count: SampleAlternatives.rows)

    init(seed: UInt64, count: Int) {
        self.seed = seed
        self.count = count
        picks = Array(repeating: 0, count: count)
        starts = Array(repeating: 0, count: count)
        drawGroups()
        addCommitments()
        level()
        drawPairs()
    }

    func system(_ index: Int) -> SampleSystem {
        let deadlines = min(20, max(1, count / 5))
        let stride = max(1, count / deadlines)
        return SampleSystem(
            seed: seed, index: index, hasDeadline: index % stride == 0 && index / stride < deadlines)
    }

    /// The highest load of the hidden plan in any year and 1.5 % more.
    func limit(of resource: Int) -> Int {
        let first = resource * SampleAlternatives.periods
        let highest = load[first..<first + SampleAlternatives.periods].max() ?? 0
        return highest * 1015 / 1000
    }

    /// Systems that move with their neighbours: two to four of those that leave the third building.
    private mutating func drawGroups() {
        var random = SampleRandom(seed: seed, stream: 1 << 40)
        var open: [Int] = []
        var wanted = 0
        for index in 0..<count where system(index).moves {
            if open.isEmpty { wanted = random.pick(weights: [0, 45, 16, 24, 15]) }
            open.append(index)
            guard open.count >= wanted else { continue }
            if open.count > 1 { groups.append(open) }
            open = []
        }
    }

    /// Renewals already under contract in the first years.
    private mutating func addCommitments() {
        var random = SampleRandom(seed: seed, stream: 2 << 40)
        for _ in 0...(count / 16) {
            let year = random.pick(weights: [0, 4, 3, 1])
            let cost = random.heavyTailed(median: 6_000, doublings: 100_000)
            base[year] += cost
            base[SampleAlternatives.periods + year] += cost / 16
        }
        for year in 0..<SampleAlternatives.periods { base[year] += 1_250 * count }
    }

    /// Greedy, then two rounds of second thoughts: each pick makes the sum of squared loads smallest.
    private mutating func level() {
        var keys = [Int](repeating: -1, count: count)
        var alternatives = SampleAlternatives()
        load = base
        for round in 0..<3 {
            for index in 0..<count {
                alternatives.fill(for: system(index))
                if round == 0 {
                    add(alternatives.least, to: &base)
                    add(alternatives.least, to: &load)
                } else {
                    add(alternatives.loads(of: Int(picks[index])), to: &load, sign: -1)
                }
                choose(for: index, from: alternatives, key: keys[index])
            }
            if round == 0 { shareKeys(into: &keys) }
        }
    }

    private mutating func choose(for index: Int, from alternatives: SampleAlternatives, key: Int) {
        var best = (cost: Int.max, choice: 0)
        for (choice, what) in alternatives.choices.enumerated() where key < 0 || what.key == key {
            let cost = growth(of: alternatives.loads(of: choice))
            if cost < best.cost { best = (cost, choice) }
        }
        picks[index] = UInt8(best.choice)
        starts[index] = UInt8(alternatives.choices[best.choice].start)
        add(alternatives.loads(of: best.choice), to: &load)
    }

    /// Every group takes the move year that its first member chose.
    private mutating func shareKeys(into keys: inout [Int]) {
        var alternatives = SampleAlternatives()
        for group in groups {
            alternatives.fill(for: system(group[0]))
            let key = alternatives.choices[Int(picks[group[0]])].key
            for member in group { keys[member] = key }
        }
    }

    /// Pairs in the order of the hidden plan; each activity waits for one other at most.
    private mutating func drawPairs() {
        var random = SampleRandom(seed: seed, stream: 3 << 40)
        var waits = [Bool](repeating: false, count: count)
        for member in groups.joined() { waits[member] = true }
        let grouped = waits
        for _ in 0..<count / 12 where pairs.count < count / 20 {
            var (a, b) = (random.below(count), random.below(count))
            if (starts[b], b) < (starts[a], a) { swap(&a, &b) }
            guard a != b, !waits[b], !grouped[a] else { continue }
            waits[b] = true
            pairs.append((a, b))
        }
    }

    private func growth(of loads: ArraySlice<Int>) -> Int {
        var sum = 0
        for (row, value) in zip(0..., loads) where value != 0 {
            let weight = Self.weights[row / SampleAlternatives.periods]
            sum &+= weight &* value &* (2 &* load[row] &+ value)
        }
        return sum
    }

    private func add(_ loads: some Collection<Int>, to sum: inout [Int], sign: Int = 1) {
        for (row, value) in zip(0..., loads) { sum[row] += sign * value }
    }

    /// What one unit of a resource counts against a thousand yen, about its rarity squared.
    private static let weights = [
        2, 1500, 400_000, 40_000, 400_000, 40_000, 400_000, 40_000, 20_000_000_000,
    ]
}

extension SampleAlternatives {
    func loads(of choice: Int) -> ArraySlice<Int> { loads[choice * Self.rows..<(choice + 1) * Self.rows] }
}
