/// A choice of one alternative per activity, with its exact objective and a proven lower bound.
public struct LevellingSolution: Sendable, Equatable {
    /// For each activity the number of its alternative, from 0.
    public let picks: [Int]
    /// Objective of the picks.
    public let objective: Int
    /// No feasible choice has a smaller objective.
    public let bound: Int
    /// Value of the linear relaxation, rounded up: what is proven before anything is branched on. Nil where the search
    /// ended before it was known.
    public let relaxation: Int?

    /// A choice with the figures that belong to it.
    public init(picks: [Int], objective: Int, bound: Int, relaxation: Int? = nil) {
        self.picks = picks
        self.objective = objective
        self.bound = bound
        self.relaxation = relaxation
    }

    /// `100 · (objective − bound) / |bound|`; nil where the bound is 0 and the objective is not.
    public var gapPercent: Double? {
        if objective == bound { return 0 }
        guard bound != 0 else { return nil }
        return 100 * Double(objective - bound) / Double(bound.magnitude)
    }

    /// The solution file of format 1, in pieces of about 64 KiB.
    public func write(names: [String], to sink: (String) throws -> Void) rethrows {
        var text = "solution 1\nobjective \(objective)\nbound \(bound)\n"
        for (name, pick) in zip(names, picks) {
            text += "\(name) \(pick)\n"
            if text.utf8.count >= 1 << 16 {
                try sink(text)
                text = ""
            }
        }
        try sink(text)
    }
}
