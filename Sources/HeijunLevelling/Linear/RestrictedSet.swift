/// Columns for the parts of a problem that are worth a choice; every other part is fixed at its best.
struct RestrictedSet {
    /// Part of each block: an activity, or activity count + tree.
    private(set) var parts: [Int] = []
    private(set) var set = ColumnSet()
    /// Where each column's picks begin; one more entry than columns.
    private(set) var firstPick: [Int] = [0]
    /// Positions of picked alternatives.
    private(set) var picks: [Int] = []
    /// Load per row of everything without a choice, base included.
    private(set) var fixed: [Int]
    private(set) var penalty = 0
    /// Positions of the alternatives that are fixed.
    private(set) var fixedPicks: [Int] = []
    private let problem: LevellingProblem
    /// Half the size of the disturbance that keeps costs from being equal.
    private let disturbance: Double

    init(_ problem: LevellingProblem, disturbance: Double) {
        self.problem = problem
        self.disturbance = disturbance
        fixed = problem.base
    }

    func picks(of column: Int) -> ArraySlice<Int> { picks[firstPick[column]..<firstPick[column + 1]] }

    /// Adds a part with a choice among these lists of picks, or fixes it at the only one.
    mutating func add(_ part: Int, _ choices: [[Int]]) {
        guard choices.count > 1 else {
            for alternative in choices[0] { fix(alternative) }
            return
        }
        parts.append(part)
        for choice in choices { addColumn(choice) }
        set.closeBlock()
    }

    /// Adds a part without a choice.
    mutating func fix(_ alternative: Int) {
        for load in problem.loads(of: alternative) { fixed[load.row] += load.value }
        penalty += problem.penalties[alternative]
        fixedPicks.append(alternative)
    }

    private mutating func addColumn(_ choice: [Int]) {
        var cost = 0.0
        for alternative in choice {
            for load in problem.loads(of: alternative) { set.addLoad(load, times: 1) }
            let mixed = (UInt64(alternative) &+ 1) &* 0x9E37_79B9_7F4A_7C15
            cost += Double(problem.penalties[alternative]) + disturbance * Double(mixed >> 40) / 0x1p24
        }
        picks += choice
        firstPick.append(picks.count)
        set.closeColumn(cost: cost)
    }

    /// The column of a block with exactly these picks.
    func column(_ block: Int, _ choice: ArraySlice<Int>) -> Int? {
        set.columns(of: block).first { picks(of: $0) == choice }
    }
}
