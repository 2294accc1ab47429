import ArgumentParser
import HeijunLevelling
import HeijunModel

/// `level`: the bare levelling engine on a problem file, and the verification of its answers.
struct LevelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "level",
        abstract: say("平準化問題のファイルを解き、または解と証明を検証します。", "Solves a levelling problem, or verifies an answer."),
        discussion: say("例:", "Examples:") + """

              heijun level city.txt --solution city.solution
              heijun level city.txt.gz --gap 0.1 --json
              heijun level --verify city.txt city.solution
              heijun level city.txt --mps city.mps
            """)

    @OptionGroup var common: Common

    @Argument(
        help: ArgumentHelp(
            say("問題のファイル（gzip 可、- は標準入力）。", "The problem, plain or gzip; - for standard input."),
            valueName: "problem"))
    var problem: String

    @Argument(
        help: ArgumentHelp(
            say("--verify で検証する解のファイル。", "The solution to check with --verify."), valueName: "solution"))
    var checked: String?

    @Option(
        help: ArgumentHelp(
            say(
                "解を書くファイル。証明は FILE.certificate に。",
                "Where to write the solution; its proof goes to FILE.certificate."),
            valueName: "file"))
    var solution: String?

    @Option(help: ArgumentHelp(say("乱数の種。", "Seed of the search."), valueName: "number"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            say("下界との差がこの％以下になれば終える。", "Stop once the gap is proven to be at most this."),
            valueName: "percent"))
    var gap: Double?

    @Option(
        help: ArgumentHelp(
            say(
                "探索の量 1〜10（既定 4）。1 増すごとに約2倍。",
                "Amount of search, 1 to 10; 4 unless given, each step doubles it."), valueName: "number"
        ))
    var effort: Int = 4

    @Option(
        help: ArgumentHelp(
            say("スレッドの数。結果は変わらない。", "Number of threads; the answer does not depend on it."),
            valueName: "number"))
    var threads: Int?

    @Option(
        help: ArgumentHelp(
            say("秒数の上限。結果の再現性は失われる。", "End after so many seconds; the answer is then not reproducible."),
            valueName: "seconds"))
    var timeLimit: Double?

    @Flag(help: ArgumentHelp(say("解と証明を計算し直して確かめる。", "Compute an answer and its proof again.")))
    var verify = false

    @Option(
        help: ArgumentHelp(
            say(
                "--verify で使う証明。既定は SOLUTION.certificate。",
                "The proof for --verify; SOLUTION.certificate unless given."),
            valueName: "file"))
    var certificate: String?

    @Option(
        help: ArgumentHelp(
            say("問題を MPS 形式で書き出して終える。", "Write the problem as free MPS and end."), valueName: "file"))
    var mps: String?

    @Flag(help: ArgumentHelp(say("JSON で出力する。", "Answer in JSON.")))
    var json = false

    func validate() throws {
        if verify {
            guard checked != nil || certificate != nil else {
                throw ValidationError(say("検証する解のファイルを指定してください。", "Name the solution to verify."))
            }
        } else if let checked {
            throw ValidationError(
                say(
                    "余分な引数「\(checked)」。検証には --verify を付けてください。",
                    "Unexpected “\(checked)”. Add --verify to check it."))
        }
        guard gap.map({ $0 >= 0 && $0.isFinite }) ?? true, timeLimit.map({ $0 > 0 }) ?? true else {
            throw ValidationError(
                say("--gap は 0 以上、--time-limit は正の数です。", "--gap must be 0 or more, --time-limit above 0."))
        }
        guard (1...10).contains(effort), threads.map({ (1...256).contains($0) }) ?? true else {
            throw ValidationError(
                say("--effort は 1〜10、--threads は 1〜256 です。", "--effort is 1 to 10, --threads 1 to 256."))
        }
    }

    func run() throws {
        let clock = Stopwatch()
        let read = try LevelFiles.problem(problem)
        if let mps { return try LevelFiles.writeMPS(of: read, to: mps) }
        if verify {
            let proof = certificate ?? (checked ?? "") + ".certificate"
            return try LevelVerify(problem: read, solution: checked, certificate: proof).report(json: json)
        }
        try LevelSolve(problem: read, options: self, clock: clock).run()
    }
}
