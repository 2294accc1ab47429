/// Improves a choice by exchanges of two and three parts, where the second and the third are the best of *all* moves.
///
/// Every move is a short row of single-precision numbers, one per dimension that matters: a period's load against the
/// level aimed at, a change from period to period, a limit that is near. What a move would come to is estimated there
/// (`Σ a·max(0, x) + b·|x|`), and taken only after an exact count.
struct ExchangeScan: Sendable {
    private let moves: [Move]
    /// Part of each move, numbered from 0.
    private let part: [Int32]
    private let penalty: [Float]
    private let vectors: [SIMD8<Float>]
    /// Where each part stands now.
    private var current: [SIMD8<Float>]
    private var currentPenalty: [Float]
    private let blocks: Int
    private let plan: ScanPlan
    private(set) var state: LoadState
    private var random: SplitMix

    init(_ state: LoadState, moves: [Move], limitRows: [Int], seed: UInt64) {
        self.state = state
        self.moves = moves
        random = SplitMix(seed: seed)
        let plan = ScanPlan(state, limitRows: limitRows)
        self.plan = plan
        blocks = plan.blocks
        var numbers: [Int: Int32] = [:]
        var current: [SIMD8<Float>] = []
        var currentPenalty: [Float] = []
        var part: [Int32] = []
        for move in moves {
            if numbers[move.part] == nil {
                numbers[move.part] = Int32(numbers.count)
                let picks = move.activities.map { state.picks[$0] }
                current += plan.vector(of: picks)
                currentPenalty.append(plan.penalty(of: picks))
            }
            part.append(numbers[move.part]!)
        }
        self.part = part
        self.current = current
        self.currentPenalty = currentPenalty
        penalty = moves.map { plan.penalty(of: $0.alternatives) }
        vectors = moves.flatMap { plan.vector(of: $0.alternatives) }
    }

    /// Begins exchanges with this many moves, drawn at random.
    mutating func run(tries: Int) {
        guard moves.count > 1 else { return }
        for _ in 0..<tries { exchange(random.below(moves.count)) }
    }

    private mutating func exchange(_ first: Int) {
        let start = plan.residual(state)
        var residual = start
        let now = state.energy
        var taken: [Int] = []
        var next = first
        for _ in 0..<3 {
            taken.append(next)
            shift(&residual, by: next)
            if isBetter(taken, than: now) { return }
            guard taken.count < 3, let best = best(residual, besides: taken) else { return }
            next = best
        }
    }

    private func shift(_ residual: inout [SIMD8<Float>], by move: Int) {
        let own = Int(part[move])
        for block in 0..<blocks {
            residual[block] += vectors[move * blocks + block] - current[own * blocks + block]
        }
    }

    /// Makes the moves if they lower the energy.
    private mutating func isBetter(_ taken: [Int], than now: Energy) -> Bool {
        var more = 0
        for move in taken {
            state.propose(moves[move])
            more += state.penalty(of: moves[move])
        }
        guard state.proposed(penalty: more) < now else {
            state.forget()
            return false
        }
        state.accept(taken.map { moves[$0] })
        for move in taken {
            let own = Int(part[move])
            for block in 0..<blocks { current[own * blocks + block] = vectors[move * blocks + block] }
            currentPenalty[own] = penalty[move]
        }
        return true
    }

    /// The move that leaves the least estimate.
    private func best(_ residual: [SIMD8<Float>], besides taken: [Int]) -> Int? {
        let parts = taken.map { part[$0] }
        let (p0, p1) = (parts[0], parts.count > 1 ? parts[1] : parts[0])
        var best = -1
        var least = Float.infinity
        // Peak and changes, in a problem of a city's kind. No block can make up for another, so these often settle it.
        let (blocks, head) = (blocks, min(blocks, 4))
        withPointers(residual) { pointers in
            for move in 0..<part.count where part[move] != p0 && part[move] != p1 {
                let own = Int(part[move])
                let more = penalty[move] - currentPenalty[own]
                var sum = pointers.sum(0..<head, move * blocks, own * blocks)
                if head < blocks {
                    if Self.total(sum) + more >= least { continue }
                    sum += pointers.sum(head..<blocks, move * blocks, own * blocks)
                }
                let value = Self.total(sum) + more
                if value < least {
                    least = value
                    best = move
                }
            }
        }
        return best < 0 ? nil : best
    }

    private func withPointers(_ residual: [SIMD8<Float>], _ body: (ScanPointers) -> Void) {
        vectors.withUnsafeBufferPointer { vectors in
            current.withUnsafeBufferPointer { current in
                residual.withUnsafeBufferPointer { residual in
                    plan.above.withUnsafeBufferPointer { above in
                        plan.both.withUnsafeBufferPointer { both in
                            body(
                                ScanPointers(
                                    vectors: vectors, current: current, residual: residual, above: above,
                                    both: both))
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func total(_ sum: SIMD8<Float>) -> Float {
        let half = sum.lowHalf + sum.highHalf
        let quarter = half.lowHalf + half.highHalf
        return quarter[0] + quarter[1]
    }
}

/// The numbers a scan reads.
private struct ScanPointers {
    let vectors: UnsafeBufferPointer<SIMD8<Float>>
    let current: UnsafeBufferPointer<SIMD8<Float>>
    let residual: UnsafeBufferPointer<SIMD8<Float>>
    let above: UnsafeBufferPointer<SIMD8<Float>>
    let both: UnsafeBufferPointer<SIMD8<Float>>

    /// What a move leaves in some blocks, lane by lane; `to` and `from` are where its and its part's vectors begin.
    @inline(__always)
    func sum(_ blocks: Range<Int>, _ to: Int, _ from: Int) -> SIMD8<Float> {
        var sum = SIMD8<Float>.zero
        for block in blocks {
            let x = residual[block] + vectors[to + block] - current[from + block]
            let over = x.replacing(with: 0, where: x .< 0)
            let size = x.replacing(with: -x, where: x .< 0)
            sum += above[block] * over + both[block] * size
        }
        return sum
    }
}

/// The dimensions of an exchange scan and what they cost.
struct ScanPlan: Sendable {
    private let problem: LevellingProblem
    private let target: Int
    /// Limit rows that are near enough to matter.
    private let rows: [Int]
    private let placeOfRow: [Int32]
    private let levels: Int
    private let firstLevel: Int
    let blocks: Int
    /// Cost per unit above zero, and per unit either way.
    let above: [SIMD8<Float>]
    let both: [SIMD8<Float>]

    init(_ state: LoadState, limitRows: [Int]) {
        problem = state.problem
        target = state.target == Int.max ? state.peak : state.target
        levels = problem.levelled == nil ? 0 : problem.periods
        firstLevel = (problem.levelled ?? 0) * problem.periods
        let problem = problem
        rows = limitRows.filter { row in
            let limit = problem.limits[row]
            return state.loads[row] > limit - max(10, abs(limit) / 12)
        }
        let first = max(0, 2 * levels - 1)
        blocks = max(1, (first + rows.count + 7) / 8)
        var above = Array(repeating: Float(0), count: blocks * 8)
        var both = above
        for level in 0..<levels { above[level] = Float(problem.peakWeight) }
        for step in levels..<max(levels, first) { both[step] = Float(problem.roughnessWeight) }
        var places = Array(repeating: Int32(-1), count: problem.rowCount)
        for (index, row) in rows.enumerated() {
            places[row] = Int32(first + index)
            above[first + index] = Self.overloadCost(state, row)
        }
        placeOfRow = places
        self.above = Self.packed(above)
        self.both = Self.packed(both)
    }

    /// A unit above a limit: dear beside what the whole row is worth.
    private static func overloadCost(_ state: LoadState, _ row: Int) -> Float {
        let whole = Float(abs(state.objective)) + 1
        return whole / Float(1 + abs(state.problem.limits[row]))
    }

    private static func packed(_ values: [Float]) -> [SIMD8<Float>] {
        stride(from: 0, to: values.count, by: 8).map { first in
            var block = SIMD8<Float>.zero
            for lane in 0..<8 { block[lane] = values[first + lane] }
            return block
        }
    }

    func penalty(of picks: [Int]) -> Float { picks.reduce(0) { $0 + Float(problem.penalties[$1]) } }

    /// Loads of some picks in the plan's dimensions.
    func vector(of picks: [Int]) -> [SIMD8<Float>] {
        var values = Array(repeating: Float(0), count: blocks * 8)
        for pick in picks {
            for load in problem.loads(of: pick) { add(Float(load.value), load.row, to: &values) }
        }
        return Self.packed(values)
    }

    private func add(_ value: Float, _ row: Int, to values: inout [Float]) {
        let level = row - firstLevel
        if level >= 0, level < levels {
            values[level] += value
            if level > 0 { values[levels + level - 1] += value }
            if level < levels - 1 { values[levels + level] -= value }
        }
        if placeOfRow[row] >= 0 { values[Int(placeOfRow[row])] += value }
    }

    /// Where a choice stands: loads above the target, changes, loads above limits.
    func residual(_ state: LoadState) -> [SIMD8<Float>] {
        var values = Array(repeating: Float(0), count: blocks * 8)
        for level in 0..<levels {
            let load = state.loads[firstLevel + level]
            values[level] = Float(load - target)
            if level > 0 { values[levels + level - 1] = Float(load - state.loads[firstLevel + level - 1]) }
        }
        for row in rows { values[Int(placeOfRow[row])] = Float(state.loads[row] - problem.limits[row]) }
        return Self.packed(values)
    }
}
