/// Improves a choice by moving one to three parts at a time.
struct Polish: Sendable {
    private let moves: [Move]
    private(set) var state: LoadState
    private var random: SplitMix

    /// - Parameter moves: What may be tried; every one keeps all constraints between activities.
    init(_ state: LoadState, moves: [Move], seed: UInt64) {
        self.state = state
        self.moves = moves
        random = SplitMix(seed: seed)
    }

    /// Tries this many exchanges, each looking at `width` moves for a second and a third part.
    mutating func run(tries: Int, width: Int) {
        guard moves.count > 1 else { return }
        for _ in 0..<tries { exchange(width) }
    }

    private mutating func exchange(_ width: Int) {
        let first = moves[random.below(moves.count)]
        guard !isPicked(first) else { return }
        let now = state.energy
        state.propose(first)
        var more = state.penalty(of: first)
        var taken = [first]
        if state.proposed(penalty: more) < now { return state.accept(taken) }
        for _ in 0..<2 {
            guard let next = best(width, besides: taken, more) else { break }
            state.propose(next.move)
            more += state.penalty(of: next.move)
            taken.append(next.move)
            if next.energy < now { return state.accept(taken) }
        }
        state.forget()
    }

    private func isPicked(_ move: Move) -> Bool {
        for (activity, alternative) in zip(move.activities, move.alternatives)
        where state.picks[activity] != alternative {
            return false
        }
        return true
    }

    /// The best of some random moves on top of those proposed.
    private mutating func best(_ width: Int, besides taken: [Move], _ more: Int) -> (
        move: Move, energy: Energy
    )? {
        var best: (move: Move, energy: Energy)?
        for _ in 0..<width {
            let move = moves[random.below(moves.count)]
            if taken.contains(where: { $0.part == move.part }) || isPicked(move) { continue }
            let energy = state.preview(move, penalty: more + state.penalty(of: move))
            if best.map({ energy < $0.energy }) ?? true { best = (move, energy) }
        }
        return best
    }
}

/// A small seeded generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to a bound, which it never reaches.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
