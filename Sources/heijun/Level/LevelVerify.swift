import HeijunLevelling
import HeijunModel

/// `level --verify`: counts everything again and says what it came to.
struct LevelVerify {
    let problem: LevellingProblem
    let result: Verification
    private let gap: Double?

    /// Reads the two files; a solution that is not there is no fault if the certificate proves that none exists.
    init(problem: LevellingProblem, solution: String?, certificate: String) throws {
        self.problem = problem
        let proof = try LevelFiles.certificate(certificate, problem)
        let needsSolution = proof.bound != .infeasible || solution.map(LevelVerify.exists) ?? false
        let stated = needsSolution ? try solution.map { try LevelFiles.solution($0, problem) } : nil
        result = Verifier(problem).verify(stated, proof)
        gap = stated.flatMap { solution in
            guard let objective = solution.objective, let bound = solution.bound else { return nil }
            return LevellingSolution(picks: [], objective: objective, bound: bound).gapPercent
        }
    }

    private static func exists(_ path: String) -> Bool {
        path == "-" || ((try? readPieces(of: path) { _ in }) != nil)
    }

    /// Prints the outcome.
    ///
    /// - Throws: `refused` with everything that is wrong.
    func report(json: Bool) throws {
        if json { try Console.line(summary.text) } else { try printLines() }
        guard !result.isAccepted else { return }
        let names = LevelNames(problem: problem)
        let shown = result.faults.prefix(20).map { names.words($0) }
        throw Failure(
            ja: "検証を通りません。\n" + shown.map { "  " + $0.ja }.joined(separator: "\n"),
            en: "The verification fails.\n" + shown.map { "  " + $0.en }.joined(separator: "\n"), .refused)
    }

    private func printLines() throws {
        if let recount = result.recount { try Console.line(LevelText.figures(recount)) }
        switch result.bound {
        case .atLeast(let bound)?:
            try Console.line(
                say(
                    "証明された下界 \(bound)（葉 \(result.leaves)）",
                    "proven bound \(bound) (leaves: \(result.leaves))"))
        case .infeasible?:
            try Console.line(
                say("解がないことの証明（葉 \(result.leaves)）", "proven infeasible (leaves: \(result.leaves))"))
        case nil: break
        }
        if result.isAccepted { try Console.line(say("検証を通りました。", "Verified.")) }
    }

    private var summary: FlatJSON {
        let names = LevelNames(problem: problem)
        var object = FlatJSON()
        object.add("verified", .bool(result.isAccepted))
        object.add("objective", .int(result.recount?.objective))
        object.add("bound", .int(result.bound?.value))
        object.add("gapPercent", .number(gap))
        object.add("peak", .int(result.recount?.peak))
        object.add("roughness", .int(result.recount?.roughness))
        object.add("penalty", .int(result.recount?.penalty))
        object.add(
            "feasible", .bool(result.bound == .infeasible ? false : result.recount.map(\.faults.isEmpty)))
        object.add("activities", .int(problem.activityCount))
        object.add("alternatives", .int(problem.alternativeCount))
        object.add("leaves", .int(result.leaves))
        object.add("faults", .strings(result.faults.map { names.words($0)[spoken] }))
        return object
    }
}
