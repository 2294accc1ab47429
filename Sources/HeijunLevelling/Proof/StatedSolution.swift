/// What a solution file says, before anything of it is believed.
public struct StatedSolution: Equatable, Sendable {
    /// The picks by activity; nil where the file names none.
    public var picks: [Int?]
    /// The objective that the file states, if any.
    public var objective: Int?
    /// The lower bound that the file states, if any.
    public var bound: Int?

    /// What a file would say.
    public init(picks: [Int?], objective: Int?, bound: Int?) {
        self.picks = picks
        self.objective = objective
        self.bound = bound
    }

    /// What the engine's own answer says.
    public init(_ solution: LevellingSolution) {
        self.init(picks: solution.picks, objective: solution.objective, bound: solution.bound)
    }

    /// Reads a solution file of format 1.
    ///
    /// - Throws: ``ProofFileError`` with the line; picks that do not exist are left to ``Verifier``.
    public init(reading bytes: [UInt8], for problem: LevellingProblem) throws(ProofFileError) {
        self.init(picks: Array(repeating: nil, count: problem.activityCount), objective: nil, bound: nil)
        var numbers: [String: Int] = [:]
        numbers.reserveCapacity(problem.activityCount)
        for (number, name) in problem.names.enumerated() { numbers[name] = number }
        var lines = FieldLines(bytes)
        guard lines.next()?.fields == ["solution", "1"] else {
            throw ProofFileError(.header("solution 1"), line: max(1, lines.line))
        }
        while let (line, fields) = lines.next() { try take(fields, line: line, numbers) }
    }

    /// `objective` and `bound` are figures once, and only where they come first may they also name activities.
    private mutating func take(
        _ fields: [String], line: Int, _ numbers: [String: Int]
    ) throws(ProofFileError) {
        guard fields.count == 2 else {
            throw ProofFileError(.unexpected(fields.joined(separator: " ")), line: line)
        }
        guard let value = Int(fields[1]) else { throw ProofFileError(.notANumber(fields[1]), line: line) }
        if fields[0] == "objective", objective == nil {
            objective = value
        } else if fields[0] == "bound", bound == nil {
            bound = value
        } else if let activity = numbers[fields[0]] {
            guard picks[activity] == nil else { throw ProofFileError(.repeated(fields[0]), line: line) }
            picks[activity] = value
        } else {
            throw ProofFileError(.unknownActivity(fields[0]), line: line)
        }
    }
}
