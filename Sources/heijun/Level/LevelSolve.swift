import HeijunLevelling
import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// `level`: solves a problem, writes solution and proof, and says what came out.
struct LevelSolve {
    let problem: LevellingProblem
    let options: LevelCommand
    private let clock: Stopwatch
    private let threads: Int

    init(problem: LevellingProblem, options: LevelCommand, clock: Stopwatch) {
        self.problem = problem
        self.options = options
        self.clock = clock
        threads = options.threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    func run() throws {
        Interruption.catchSignals()
        switch solve() {
        case .solved(let solution, let proof): try report(solution, proof)
        case .infeasible(let proof, let conflict): try report(proof, conflict)
        case .undecided(let picks): try reportUndecided(picks)
        }
    }

    /// Runs the search and waits for it; the command line itself is not concurrent.
    private func solve() -> LevellingOutcome {
        let (problem, asked, clock, timeLimit) = (problem, asked, clock, options.timeLimit)
        return waiting {
            let progress = LevelProgress(clock: clock, timeLimit: timeLimit)
            let outcome = await level(problem, options: asked) {
                progress.draw($0)
            } isCancelled: {
                progress.isOver
            }
            progress.end()
            return outcome
        }
    }

    private var asked: LevellingOptions {
        LevellingOptions(
            seed: options.seed, gapPercent: options.gap ?? 0, effort: options.effort, threads: threads)
    }

    // MARK: solved

    private func report(_ solution: LevellingSolution, _ proof: Certificate) throws {
        if let path = options.solution {
            try writePieces(to: path) { sink in
                try solution.write(names: problem.names) { try sink(Array($0.utf8)) }
            }
            try write(proof, stating: .atLeast(solution.bound))
        }
        let counted = Evaluation(of: solution.picks, in: problem)
        if options.json {
            try Console.line(json("solved", solution, counted).text)
        } else {
            try printLines(solution, counted)
        }
        guard !Interruption.isAsked else {
            throw Failure(
                ja: "中断しました。それまでの最良の解を残しました。", en: "Interrupted; the best so far is kept.", .interrupted)
        }
    }

    private func printLines(_ solution: LevellingSolution, _ counted: Evaluation?) throws {
        if let counted {
            try Console.line(
                LevelText.figures(
                    objective: counted.objective, peak: counted.peak, roughness: counted.roughness,
                    penalty: counted.penalty))
        }
        let gap = LevelText.percent(solution.gapPercent)
        let bound = LevelText.grouped(solution.bound)
        try Console.line(
            solution.bound == solution.objective
                ? say("最適であることが証明されました。", "Proven optimal.")
                : say("証明された下界 \(bound)、差は最大 \(gap)", "proven bound \(bound), gap at most \(gap)"))
        if let relaxation = solution.relaxation.map(LevelText.grouped) {
            try Console.line(say("線形緩和の値 \(relaxation)", "linear relaxation \(relaxation)"))
        }
        try printRun()
    }

    /// What does not belong to the answer itself goes to standard error.
    private func printRun() throws {
        if options.timeLimit != nil {
            try Console.line(
                say(
                    "時間の上限を指定したため、この結果は再現できるとは限りません。",
                    "A time limit was given, so this answer is not reproducible."))
        }
        Console.note(
            say(
                "\(clock.text) 秒、\(threads) スレッド",
                "\(clock.text) s, \(threads) \(threads == 1 ? "thread" : "threads")"))
    }

    private func write(_ proof: Certificate, stating bound: ProvenBound) throws {
        guard let path = options.solution, path != "-" else { return }
        let stated = StatedCertificate(bound: bound, size: ProblemSize(problem), certificate: proof)
        try writePieces(to: path + ".certificate") { sink in try stated.write(for: problem, to: sink) }
    }

    // MARK: not solved

    private func report(_ proof: Certificate, _ conflict: LevellingConflict) throws {
        try write(proof, stating: .infeasible)
        let names = LevelNames(problem: problem)
        let demands = names.words(conflict)
        if options.json {
            var object = json("infeasible", nil, nil)
            object.add("conflict", .strings(demands.map { $0[spoken] }))
            try Console.line(object.text)
        }
        throw Failure(
            ja: "解はありません（証明済み）。次は同時に守れません。\n" + demands.map { "  " + $0.ja }.joined(separator: "\n"),
            en: "There is no solution, as the proof shows. These cannot hold together:\n"
                + demands.map { "  " + $0.en }.joined(separator: "\n"), .refused)
    }

    private func reportUndecided(_ picks: [Int]) throws {
        let broken = Evaluation(of: picks, in: problem)?.breaches ?? []
        let names = LevelNames(problem: problem)
        let shown = broken.prefix(10).map { names.words($0) }
        if options.json {
            var object = json("undecided", nil, nil)
            object.add("broken", .strings(broken.map { names.words($0)[spoken] }))
            try Console.line(object.text)
        }
        throw Failure(
            ja: "解があるかどうか決められませんでした。--effort を増やしてください。最も近い案が破るもの:\n"
                + shown.map { "  " + $0.ja }.joined(separator: "\n"),
            en: "Undecided: neither a solution nor a proof that there is none was found. Raise --effort. "
                + "The nearest choice breaks:\n" + shown.map { "  " + $0.en }.joined(separator: "\n"),
            Interruption.isAsked ? .interrupted : .refused)
    }

    private func json(_ state: String, _ solution: LevellingSolution?, _ counted: Evaluation?) -> FlatJSON {
        var object = FlatJSON()
        object.add("state", .string(state))
        object.add("objective", .int(solution?.objective))
        object.add("bound", .int(solution?.bound))
        object.add("gapPercent", .number(solution?.gapPercent))
        object.add("relaxation", .int(solution?.relaxation))
        object.add("peak", .int(counted?.peak))
        object.add("roughness", .int(counted?.roughness))
        object.add("penalty", .int(counted?.penalty))
        object.add("feasible", .bool(state == "undecided" ? nil : state == "solved"))
        object.add("activities", .int(problem.activityCount))
        object.add("alternatives", .int(problem.alternativeCount))
        object.add("seed", .unsigned(options.seed))
        object.add("reproducible", .bool(options.timeLimit == nil && !Interruption.isAsked))
        object.add("threads", .int(threads))
        object.add("seconds", .number(clock.seconds))
        return object
    }
}
