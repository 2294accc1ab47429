import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan frontier`: near-best plans between the cheapest and the lowest peak.
struct PlanFrontier: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontier",
        abstract: say(
            "総費用とピークの関係を示し、優れた計画の候補を並べます。", "Shows total cost against peak: near-best plans to choose from."),
        discussion: say("例:", "Examples:") + """

              heijun plan frontier
              heijun plan frontier --chart frontier.svg
              heijun plan frontier --choose 3
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var input: PlanInput

    @Option(
        help: ArgumentHelp(say("試すピークの上限の数（2〜40）。", "Limits of the peak to try, 2 to 40."), valueName: "n"))
    var points = 12

    @Option(help: ArgumentHelp(say("この番号の計画を保存する。", "Store the plan of this number."), valueName: "number"))
    var choose: Int?

    @Option(
        help: ArgumentHelp(
            say("図を SVG でこのファイルに書く。", "Write the chart as SVG into this file."), valueName: "file"))
    var chart: String?

    func validate() throws {
        guard (2...40).contains(points) else {
            throw ValidationError(say("--points は 2〜40 の数です。", "--points is a number from 2 to 40."))
        }
    }

    func run() async throws {
        let entries = try common.entries()
        let ledger = try typed(entries)
        let variant = try input.variant(in: ledger)
        let portfolio = try varying { () throws(VariantProblem) in try variant.applied(to: ledger) }
        Interruption.catchSignals()
        let found = await frontier(
            for: portfolio, options: try input.options(in: portfolio), count: points,
            progress: { number in if Console.showsProgress { Console.draw("\r\(number)/\(points + 3) ") } },
            isCancelled: { Interruption.isAsked })
        if Console.showsProgress { Console.draw("\r\u{1B}[K") }
        try Interruption.check()
        let format = listing.format(of: portfolio.organization)
        if let chart, let drawn = FrontierChart(found, format) {
            try writeFile(Array(drawn.file.utf8), to: chart)
        }
        if !found.points.isEmpty { try listing.head(Table.frontier(found, format)) }
        try listing.print(
            Table.frontier(found, format), summary: found.points.isEmpty ? nil : summary(found),
            wrapped: { _ in JSONValue.frontier(found, format) })
        guard !found.points.isEmpty else {
            let collisions = found.conflicts.map { "\n  - " + $0[spoken] }.joined()
            throw Failure(
                ja: "計画は成立しません。" + collisions, en: "No plan exists." + collisions, .refused)
        }
        if let choose { try store(choose, found, entries, variant, portfolio) }
    }

    private func summary(_ found: Frontier) -> String {
        guard let low = found.points.first, let cheap = found.points.last else { return "" }
        let saved = grouped((cheap.peak - low.peak).thousands),
            paid = grouped((low.total - cheap.total).thousands)
        return say(
            "\(found.points.count) 計画。ピークを最大 \(saved) 千円下げるには総額で \(paid) 千円を要する。保存: heijun plan frontier --choose 番号",
            "\(found.points.count) plans. Lowering the peak by \(saved) thousand yen costs \(paid) thousand yen in all. Store one: heijun plan frontier --choose NUMBER"
        )
    }

    /// Stores the chosen plan with the settings that it was made under.
    private func store(
        _ number: Int, _ found: Frontier, _ entries: [Entry], _ variant: PlanVariant, _ portfolio: Portfolio
    ) throws {
        guard (1...found.points.count).contains(number) else {
            throw Failure(
                ja: "--choose は 1〜\(found.points.count) の番号です。",
                en: "--choose is a number from 1 to \(found.points.count).",
                .usage)
        }
        let point = found.points[number - 1]
        let scenario = try varying { () throws(VariantProblem) in try variant.adding(point.changes) }.text
        var plan = point.plan
        plan.search = input.search + " frontier \(points)"
        plan.version = Version.text
        let inputs = PlanInputs(
            search: plan.search, asOf: try input.today.day(in: portfolio), scenario: scenario, reference: nil)
        plan.inputHash = try inputs.hash(with: entries)
        let store = try common.store()
        let id = try refusing { () throws(StoreError) in
            try store.save(plan, time: Clock.now, scenario: scenario)
        }
        Console.note(say("番号 \(number) を計画 \(id) として保存しました。", "Number \(number) is stored as plan \(id)."))
    }
}
