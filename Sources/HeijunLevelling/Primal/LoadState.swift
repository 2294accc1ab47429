/// A choice with its loads, changed step by step. What a change would come to is computed exactly, from the rows it
/// touches alone.
struct LoadState: Sendable {
    let problem: LevellingProblem
    /// Position of each activity's pick.
    private(set) var picks: [Int]
    private(set) var loads: [Int]
    private(set) var penalty: Int
    private(set) var peak = 0
    private(set) var roughness = 0
    /// Sum of the loads above limits, each times its row's weight.
    private(set) var excess = 0
    /// What a unit above a row's limit counts.
    let excessWeight: [Int]
    /// Level the peak is to come down to; loads above it count a little even below the peak.
    var target = Int.max
    private(set) var above = 0

    // Scratch for a change under consideration.
    private var change: [Int]
    private var touched: [Int] = []
    private let level: Range<Int>

    init(_ problem: LevellingProblem, picks: [Int], excessWeight: [Int]) {
        self.problem = problem
        self.picks = picks
        self.excessWeight = excessWeight
        loads = problem.base
        penalty = 0
        for alternative in picks {
            penalty += problem.penalties[alternative]
            for load in problem.loads(of: alternative) { loads[load.row] += load.value }
        }
        change = Array(repeating: 0, count: problem.rowCount)
        level = problem.levelled.map { $0 * problem.periods..<($0 + 1) * problem.periods } ?? 0..<0
        recount()
    }

    var objective: Int { problem.peakWeight * peak + problem.roughnessWeight * roughness + penalty }

    /// Excess first, then the objective and what all loads above the target would cost as peaks.
    var energy: Energy { Energy(excess: excess, cost: objective + problem.peakWeight * above) }

    /// How good the choice is by itself, whatever was aimed at.
    var rank: Energy { Energy(excess: excess, cost: objective) }

    mutating func aim(at level: Int) {
        target = level
        recount()
    }

    private mutating func recount() {
        let levelled = loads[level]
        peak = levelled.max() ?? 0
        roughness = zip(levelled, levelled.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
        above = levelled.reduce(0) { $0 + max(0, $1 - min($1, target)) }
        excess = loads.indices.reduce(0) { $0 + overload($1, loads[$1]) }
    }

    @inline(__always)
    private func overload(_ row: Int, _ load: Int) -> Int {
        load > problem.limits[row] ? (load - problem.limits[row]) * excessWeight[row] : 0
    }

    /// Notes that a part would pick differently.
    mutating func propose(_ move: Move) {
        for (activity, alternative) in zip(move.activities, move.alternatives) {
            note(picks[activity], -1)
            note(alternative, 1)
        }
    }

    /// What a move adds to the penalty.
    func penalty(of move: Move) -> Int {
        var sum = 0
        for (activity, alternative) in zip(move.activities, move.alternatives) {
            sum += problem.penalties[alternative] - problem.penalties[picks[activity]]
        }
        return sum
    }

    private mutating func note(_ alternative: Int, _ sign: Int) {
        for index in problem.loadRange(of: alternative) {
            let load = problem.loads[index]
            if change[load.row] == 0 { touched.append(load.row) }
            change[load.row] += sign * load.value
        }
    }

    /// The energy with what has been proposed.
    func proposed(penalty more: Int) -> Energy {
        var excess = excess
        for (index, row) in touched.enumerated() where change[row] != 0 && isFirst(row, index) {
            excess += overload(row, loads[row] + change[row]) - overload(row, loads[row])
        }
        var peak = Int.min
        var roughness = 0
        var above = 0
        var last = 0
        for row in level {
            let load = loads[row] + change[row]
            peak = max(peak, load)
            if row > level.lowerBound { roughness += abs(load - last) }
            if load > target { above += load - target }
            last = load
        }
        if level.isEmpty { peak = 0 }
        let objective = problem.peakWeight * peak + problem.roughnessWeight * roughness + penalty + more
        return Energy(excess: excess, cost: objective + problem.peakWeight * above)
    }

    /// A row may be listed twice if its change went back to nothing in between.
    private func isFirst(_ row: Int, _ index: Int) -> Bool {
        for earlier in 0..<index where touched[earlier] == row { return false }
        return true
    }

    mutating func forget() {
        for row in touched { change[row] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    /// Makes the proposed picks.
    mutating func accept(_ moves: [Move]) {
        for row in touched {
            loads[row] += change[row]
            change[row] = 0
        }
        touched.removeAll(keepingCapacity: true)
        for move in moves {
            penalty += self.penalty(of: move)
            for (activity, alternative) in zip(move.activities, move.alternatives) {
                picks[activity] = alternative
            }
        }
        recount()
    }
}

/// How good a choice is: loads above limits count before everything else.
struct Energy: Comparable, Sendable {
    var excess: Int
    var cost: Int

    static func < (a: Energy, b: Energy) -> Bool {
        a.excess != b.excess ? a.excess < b.excess : a.cost < b.cost
    }
}
