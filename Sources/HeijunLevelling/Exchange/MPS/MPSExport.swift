/// Writes a levelling problem as a mixed integer program in free MPS, as HiGHS, CBC and GLPK read it.
///
/// Columns: `x.ACTIVITY.ALTERNATIVE`, one binary for every alternative (each activity's row `pick.ACTIVITY` keeps
/// them from passing one, so that no bounds are needed), `peak`, and `change.PERIOD` for the roughness. The
/// objective is that of the problem, without a constant.
public struct MPSExport: Sendable {
    let problem: LevellingProblem
    let activities: MPSNames
    let resources: MPSNames
    let ties: MPSTies

    /// Prepares the names and the rows of pairs and groups.
    public init(_ problem: LevellingProblem) {
        self.problem = problem
        activities = MPSNames(problem.names)
        resources = MPSNames(problem.resources)
        ties = MPSTies(problem)
    }

    /// Writes the file, chunk by chunk.
    ///
    /// - Parameter sink: Takes bytes (ASCII) in order; what it throws ends the writing.
    public func write<Failure: Error>(
        to sink: @escaping (borrowing [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var text = TextChunks(sink)
        text.write("NAME levelling FREE\nROWS\n N objective\n")
        try writeRows(to: &text)
        text.write("COLUMNS\n M1 'MARKER' 'INTORG'\n")
        for activity in problem.names.indices { try writeColumns(of: activity, to: &text) }
        text.write(" M2 'MARKER' 'INTEND'\n")
        try writeContinuous(to: &text)
        text.write("RHS\n")
        try writeRightHandSides(to: &text)
        if levels { text.write("BOUNDS\n FR BND peak\n") }
        text.write("ENDATA\n")
        try text.flush()
    }

    /// Peak and roughness exist where a resource is levelled.
    var levels: Bool { problem.levelled != nil }

    private func writeRows<Failure>(to text: inout TextChunks<Failure>) throws(Failure) {
        for activity in problem.names.indices { try row("E", "pick.\(activities[activity])", to: &text) }
        for row in problem.base.indices where hasLimit(row) { try self.row("L", limitName(row), to: &text) }
        if levels {
            for period in 0..<problem.periods { try row("G", "peak.\(period)", to: &text) }
            for period in 1..<max(1, problem.periods) {
                try row("G", "rise.\(period)", to: &text)
                try row("G", "fall.\(period)", to: &text)
            }
        }
        for tie in ties.rows { try row(tie.kind == .together ? "E" : "L", tie.name, to: &text) }
    }

    private func row<Failure>(
        _ kind: StaticString, _ name: String, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        text.write(" ")
        text.write(kind)
        text.write(" ")
        text.write(name)
        try text.endLine()
    }

    /// `peak` in every period's row, and each period's change in the two rows that hold it from below.
    private func writeContinuous<Failure>(to text: inout TextChunks<Failure>) throws(Failure) {
        guard levels else { return }
        try entry("peak", "objective", problem.peakWeight, to: &text)
        for period in 0..<problem.periods { try entry("peak", "peak.\(period)", 1, to: &text) }
        for period in 1..<max(1, problem.periods) {
            try entry("change.\(period)", "objective", problem.roughnessWeight, to: &text)
            try entry("change.\(period)", "rise.\(period)", 1, to: &text)
            try entry("change.\(period)", "fall.\(period)", 1, to: &text)
        }
    }

    private func writeRightHandSides<Failure>(to text: inout TextChunks<Failure>) throws(Failure) {
        for activity in problem.names.indices {
            try entry("RHS", "pick.\(activities[activity])", 1, to: &text)
        }
        for row in problem.base.indices where hasLimit(row) {
            try entry("RHS", limitName(row), problem.limits[row] - problem.base[row], to: &text)
        }
        if let levelled = problem.levelled {
            let base = (0..<problem.periods).map { problem.base[problem.row(resource: levelled, period: $0)] }
            for period in base.indices { try entry("RHS", "peak.\(period)", base[period], to: &text) }
            for period in base.indices.dropFirst() {
                let rise = base[period] - base[period - 1]
                try entry("RHS", "rise.\(period)", rise, to: &text)
                try entry("RHS", "fall.\(period)", -rise, to: &text)
            }
        }
        for tie in ties.rows where tie.kind != .together { try entry("RHS", tie.name, 1, to: &text) }
    }
}
