/// The alternatives that a node of a proof's tree leaves open, and the way back to those of its parent.
struct ProofDomain {
    private(set) var isOpen: [Bool]
    /// Alternatives closed so far, latest last.
    private var closed: [Int] = []

    /// The root's: every alternative, but those whose activity is `apart` from itself and would start.
    init(_ problem: LevellingProblem) {
        isOpen = Array(repeating: true, count: problem.alternativeCount)
        for pair in problem.apart where pair.first == pair.second {
            for position in problem.alternatives(of: pair.first) where problem.starts[position] >= 0 {
                isOpen[position] = false
            }
        }
    }

    /// How much is closed, for ``reopen(to:)``.
    var mark: Int { closed.count }

    mutating func close(_ position: Int) {
        guard isOpen[position] else { return }
        isOpen[position] = false
        closed.append(position)
    }

    /// Opens again what was closed since `mark`.
    mutating func reopen(to mark: Int) {
        while closed.count > mark { isOpen[closed.removeLast()] = true }
    }
}
