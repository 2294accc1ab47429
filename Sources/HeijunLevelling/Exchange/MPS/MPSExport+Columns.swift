extension MPSExport {
    /// The columns of one activity's alternatives.
    func writeColumns<Failure>(of activity: Int, to text: inout TextChunks<Failure>) throws(Failure) {
        let pick = "pick.\(activities[activity])"
        for (number, alternative) in problem.alternatives(of: activity).enumerated() {
            let column = "x.\(activities[activity]).\(number)"
            try entry(column, pick, 1, to: &text)
            try entry(column, "objective", problem.penalties[alternative], to: &text)
            for load in problem.loads(of: alternative) where load.value != 0 {
                try write(load, of: column, to: &text)
            }
            try writeChanges(of: alternative, column, to: &text)
            for position in ties.ofActivity[activity] {
                let tie = ties.rows[position]
                let count = ties.coefficient(of: alternative, activity: activity, in: tie, problem)
                try entry(column, tie.name, count, to: &text)
            }
        }
    }

    func hasLimit(_ row: Int) -> Bool { problem.limits[row] != LevellingProblem.noLimit }

    func limitName(_ row: Int) -> String {
        "limit.\(resources[row / problem.periods]).\(row % problem.periods)"
    }

    private func write<Failure>(
        _ load: Load, of column: String, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        if hasLimit(load.row) { try entry(column, limitName(load.row), load.value, to: &text) }
        guard load.row / problem.periods == problem.levelled else { return }
        try entry(column, "peak.\(load.row % problem.periods)", -load.value, to: &text)
    }

    /// How an alternative changes the levelled load from each period to the next.
    private func writeChanges<Failure>(
        of alternative: Int, _ column: String, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        guard let levelled = problem.levelled else { return }
        var profile: [Int: Int] = [:]
        for load in problem.loads(of: alternative) where load.row / problem.periods == levelled {
            profile[load.row % problem.periods] = load.value
        }
        let touched = Set(profile.keys).union(profile.keys.map { $0 + 1 })
        for period in touched.sorted() where period > 0 && period < problem.periods {
            let rise = profile[period, default: 0] - profile[period - 1, default: 0]
            try entry(column, "rise.\(period)", -rise, to: &text)
            try entry(column, "fall.\(period)", rise, to: &text)
        }
    }

    /// One number of the file; zeros stay away.
    func entry<Failure>(
        _ column: String, _ row: String, _ value: Int, to text: inout TextChunks<Failure>
    ) throws(Failure) {
        guard value != 0 else { return }
        text.write(" ")
        text.write(column)
        text.write(" ")
        text.write(row)
        text.write(" ")
        text.write(value)
        try text.endLine()
    }
}
