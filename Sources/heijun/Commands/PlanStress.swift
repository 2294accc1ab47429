import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan stress`: a plan under delays, overruns and named events.
struct PlanStress: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stress",
        abstract: say(
            "遅延・経費超過・外的要因を見込んで計画を計算し直し、上限を超える確率を示します。",
            "Computes a plan again under delays, overruns and events, with the chance of breaking a ceiling."),
        discussion: say("例:", "Examples:") + """

              heijun plan stress
              heijun plan stress P-0002 --runs 5000 --seed 7
              heijun plan stress --event wages
              heijun plan stress --chart stress.svg
              heijun set uncertainty:SYS-0002 system=SYS-0002 delay_most=3 overrun_most=60
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("計画の番号。既定は最新。", "The plan; the latest unless given."), valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp(say("試行の回数（1〜100000）。", "Runs, 1 to 100000."), valueName: "n"))
    var runs = 1000

    @Option(help: ArgumentHelp(say("乱数の種。", "Seed."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            say("この外的要因の下で試行する（ID）。", "Draw the runs under this event, by its key."), valueName: "event"))
    var event: String?

    @Option(
        help: ArgumentHelp(
            say("図を SVG でこのファイルに書く。", "Write the chart as SVG into this file."), valueName: "file"))
    var chart: String?

    func validate() throws {
        guard (1...100_000).contains(runs) else {
            throw ValidationError(say("--runs は 1〜100000 の数です。", "--runs is a number from 1 to 100000."))
        }
    }

    func run() throws {
        let store = try common.readStore()
        let stored = try PlanPrinter.feasible(plan, in: store)
        let portfolio = try common.ledger(under: stored)
        try common.noteLaterChanges(since: stored)
        let options = StressOptions(runs: runs, seed: seed, event: try chosenEvent(portfolio))
        let result = stressTest(stored.plan, portfolio, options: options)
        let format = listing.format(of: portfolio.organization)
        if let chart, let drawn = StressChart(result, format) {
            try writeFile(Array(drawn.file.utf8), to: chart)
        }
        if listing.json {
            return try Console.write(JSONValue.stress(result, plan: stored.plan.id, portfolio, format).text)
        }
        if listing.csv { return try Console.write("\u{FEFF}" + Table.stress(result, format).csv(spoken)) }
        try printText(result, stored.plan, portfolio, format)
    }

    private func chosenEvent(_ portfolio: Portfolio) throws -> StressEvent? {
        guard let event else { return nil }
        let events = StressEvent.all(in: portfolio)
        if let found = events.first(where: { $0.event.id.text == event }) { return found }
        let names = events.map(\.event.id.text).joined(separator: say("、", ", "))
        throw Failure(
            ja: "「\(event)」という外的要因はありません。次から選んでください: \(names)",
            en: "There is no event “\(event)”. Choose among: \(names)", .usage)
    }

    private func printText(_ result: StressResult, _ plan: Plan, _ portfolio: Portfolio, _ format: Format)
        throws
    {
        let under = result.event.map { say("「\($0.title.ja)」の下で", " under “\($0.title.en)”") } ?? ""
        try Console.line(
            say(
                "計画 \(plan.id) の遅延・経費超過 \(grouped(result.runs)) 通りの試算\(under)（乱数の種 \(result.seed)、単位: 千円）",
                "Plan \(plan.id), \(grouped(result.runs)) runs of delays and overruns, seed \(result.seed)\(under) (thousand yen)"
            ))
        let scope = Array(result.accounts.prefix(1))
        try Console.write(listing.drawn(Table.stress(result, accounts: scope, format)))
        if result.accounts.count > 1 {
            try Console.line("\n" + Table.stressAccounts(result, format).title[spoken])
            try Console.write(listing.drawn(Table.stressAccounts(result, format)))
        }
        if !result.late.isEmpty {
            try Console.line("\n" + Table.stressLate(result, portfolio, format).title[spoken])
            try Console.write(listing.drawn(Table.stressLate(result, portfolio, format)))
        }
        try Console.line("\n" + Table.stressEvents(result, format).title[spoken])
        try Console.write(listing.drawn(Table.stressEvents(result, format)))
        try Console.line("\n" + summary(result))
    }

    private func summary(_ result: StressResult) -> String {
        guard let scope = result.accounts.first, let after = result.chance(scope.broken),
            let before = result.chance(scope.brokenBefore)
        else {
            return say("予算上限の登録がないため、確率は示せません。", "No ceiling is recorded, so there is no chance to show.")
        }
        let format = Format(language: spoken, years: .era)
        return say(
            "\(scope.name)の上限をいずれかの年度で超える確率 \(format.percent(after))（何もしない場合 \(format.percent(before))）",
            "Chance that \(scope.name) breaks a ceiling in some year: \(format.percent(after)) (\(format.percent(before)) if nothing is done)"
        )
    }
}
