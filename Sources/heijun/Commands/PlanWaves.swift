import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan waves`: the moves of a plan, period by period, with what must be in order before each.
struct PlanWaves: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waves",
        abstract: say("移設の波（同じ期に移すシステム）と確認事項を示します。", "Shows the waves of moves and their checklists."),
        discussion: say("例:", "Examples:") + """

              heijun plan waves
              heijun plan waves P-0001 --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("計画の番号。既定は最新。", "The plan; the latest unless given."), valueName: "plan"))
    var plan: String?

    func run() throws {
        let store = try common.readStore()
        let stored = try PlanPrinter.feasible(plan, in: store)
        let portfolio = try common.ledger(under: stored)
        try common.noteLaterChanges(since: stored)
        let waves = moveWaves(stored.plan, portfolio)
        let tables = WaveTables(portfolio: portfolio, format: listing.format(of: portfolio.organization))
        if listing.json {
            return try Console.write(
                JSONValue.object([
                    ("plan", .string(stored.plan.id)), ("waves", tables.waves(waves).json),
                    ("moves", tables.moves(waves).json), ("checklist", tables.checklist(waves).json),
                    ("rooms", tables.rooms(stored.plan, changesOnly: false).json),
                ]).text)
        }
        if listing.csv { return try Console.write("\u{FEFF}" + tables.moves(waves).csv(spoken)) }
        try Console.write(listing.drawn(tables.waves(waves)))
        for wave in waves {
            try Console.line("\n" + tables.heading(wave))
            try Console.write(listing.drawn(tables.moves([wave])))
            try Console.write(listing.drawn(tables.checklist([wave])))
        }
        let rooms = tables.rooms(stored.plan, changesOnly: true)
        if !rooms.rows.isEmpty {
            try Console.line("\n" + rooms.title[spoken] + say("、変わる時期のみ", ", where it changes"))
            try Console.write(listing.drawn(rooms))
        }
        let count = waves.reduce(0) { $0 + $1.moves.count }
        try Console.line(
            "\n" + say("\(waves.count) 波 / \(count) システム", "\(waves.count) waves / \(count) systems"))
    }
}
