/// Mends a choice that passes limits. One activity at a time picks differently, with those that it is tied to, so that
/// the limits passed weigh less; where no pick helps, the limits that are still passed weigh more from then on
/// (breakout: P. Morris, "The breakout method for escaping from local minima", 1993). Ties always hold.
struct Mender {
    private let problem: LevellingProblem
    private let ties: TieList
    /// What each alternative costs at the prices, in units of what a usual change of pick costs.
    private let cost: [Double]
    /// Activities with some load in each row.
    private let users: [[Int32]]
    /// One part of a row's usual load: what being above the limit is counted in.
    private let unit: [Double]
    private var limits: [Int]
    private var weight: [Double]
    private var loads: [Int]
    private(set) var picks: [Int]
    /// The rows whose limits are passed, ascending.
    private(set) var passed: [Int] = []
    private var rest: [Int]
    private var change: [Int]
    private var touched: [Int] = []
    var random: SplitMix

    /// How many activities one step looks at.
    private static let sample = 120
    /// What a usual change of pick costs beside one usual load above a limit.
    private static let costShare = 0.2

    /// - Parameter cost: What each alternative costs at the relaxation's prices.
    init(_ problem: LevellingProblem, picks: [Int], cost: [Double], seed: UInt64) {
        self.problem = problem
        self.picks = picks
        ties = TieList(problem)
        let usual = max(1, cost.reduce(0) { $0 + min($1, 1e15) } / Double(max(1, cost.count)))
        self.cost = cost.map { min($0, 1e15) * Mender.costShare / usual }
        let use = RowUse(problem)
        (users, unit) = (use.users, use.unit)
        limits = problem.limits
        weight = Array(repeating: 1, count: problem.rowCount)
        change = Array(repeating: 0, count: problem.rowCount)
        rest = Array(repeating: 0, count: problem.activityCount)
        loads = problem.base
        random = SplitMix(seed: seed)
        for pick in picks { for load in problem.loads(of: pick) { loads[load.row] += load.value } }
        passed = loads.indices.filter { loads[$0] > limits[$0] }
    }

    /// What a row comes to now.
    func load(_ row: Int) -> Int { loads[row] }

    /// Limits rows to what they come to now, or to the problem's limit where that is more.
    mutating func hold(_ rows: [Int]) {
        for row in rows { limit(row, to: max(loads[row], problem.limits[row])) }
    }

    /// Takes another limit for a row; all limits weigh the same again.
    mutating func limit(_ row: Int, to limit: Int) {
        limits[row] = limit
        weight = Array(repeating: 1, count: problem.rowCount)
        rest = Array(repeating: 0, count: problem.activityCount)
        passed = loads.indices.filter { loads[$0] > limits[$0] }
    }

    /// Whether no limit is passed.
    var isMended: Bool { passed.isEmpty }

    /// Steps until no limit is passed, or the steps are over.
    mutating func run(steps: Int) {
        for step in 1...max(1, steps) where !isMended { self.step(step) }
    }

    private mutating func step(_ now: Int) {
        let row = passed[random.below(passed.count)]
        var best: (moves: [TieList.Pick], worth: Double)?
        for activity in candidates(row) where rest[activity] < now {
            for alternative in problem.alternatives(of: activity) where alternative != picks[activity] {
                guard let moves = ties.moves(activity, to: alternative, picks: picks, cost: cost) else {
                    continue
                }
                let worth = worth(of: moves)
                if worth < best?.worth ?? .infinity { best = (moves, worth) }
            }
        }
        if best.map({ $0.worth >= 0 }) ?? true { for row in passed { weight[row] += 1 } }
        guard let best else { return }
        make(best.moves)
        for move in best.moves { rest[move.activity] = now + 3 + random.below(8) }
    }

    /// Activities that load a row now, a part of them where they are many.
    private mutating func candidates(_ row: Int) -> [Int] {
        let all = users[row].map(Int.init).filter { activity in
            problem.loads(of: picks[activity]).contains { $0.row == row && $0.value > 0 }
        }
        guard all.count > Mender.sample else { return all }
        return (0..<Mender.sample).map { _ in all[random.below(all.count)] }
    }

    private mutating func worth(of moves: [TieList.Pick]) -> Double {
        note(moves)
        var sum = 0.0
        for row in touched where change[row] != 0 {
            sum += weight[row] * (above(row, loads[row] + change[row]) - above(row, loads[row]))
            change[row] = 0
        }
        touched.removeAll(keepingCapacity: true)
        for move in moves { sum += cost[move.alternative] - cost[picks[move.activity]] }
        return sum
    }

    private func above(_ row: Int, _ load: Int) -> Double {
        load > limits[row] ? Double(load - limits[row]) / unit[row] : 0
    }

    private mutating func note(_ moves: [TieList.Pick]) {
        for move in moves {
            for (alternative, sign) in [(picks[move.activity], -1), (move.alternative, 1)] {
                for index in problem.loadRange(of: alternative) {
                    let load = problem.loads[index]
                    change[load.row] += sign * load.value
                    touched.append(load.row)
                }
            }
        }
    }

    private mutating func make(_ moves: [TieList.Pick]) {
        note(moves)
        for row in touched {
            loads[row] += change[row]
            change[row] = 0
        }
        for move in moves { picks[move.activity] = move.alternative }
        let seen = Set(touched)
        touched.removeAll(keepingCapacity: true)
        passed = passed.filter { !seen.contains($0) } + seen.filter { loads[$0] > limits[$0] }
        passed.sort()
    }
}

/// Who loads each row, and how much is usual there.
private struct RowUse {
    var users: [[Int32]]
    var unit: [Double]

    init(_ problem: LevellingProblem) {
        users = Array(repeating: [], count: problem.rowCount)
        unit = Array(repeating: 0, count: problem.rowCount)
        var count = Array(repeating: 0, count: problem.rowCount)
        for activity in 0..<problem.activityCount {
            for alternative in problem.alternatives(of: activity) {
                for load in problem.loads(of: alternative) where load.value != 0 {
                    if users[load.row].last != Int32(activity) { users[load.row].append(Int32(activity)) }
                    unit[load.row] += abs(Double(load.value))
                    count[load.row] += 1
                }
            }
        }
        for row in unit.indices { unit[row] = max(1, unit[row] / Double(max(1, count[row]))) }
    }
}
