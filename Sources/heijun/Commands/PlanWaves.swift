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
        let stored = try refusing { () throws(StoreError) in try store.plan(plan) }
        guard stored.plan.outcome == .feasible else { throw PlanPrinter.noPlan(stored.plan) }
        let portfolio = try common.ledger()
        let waves = moveWaves(stored.plan, portfolio)
        let tables = WaveTables(portfolio: portfolio, format: listing.format(of: portfolio.organization))
        if listing.json {
            return try Console.write(
                JSONValue.object([
                    ("plan", .string(stored.plan.id)), ("waves", tables.waves(waves).json),
                    ("moves", tables.moves(waves).json), ("checklist", tables.checklist(waves).json),
                ]).text)
        }
        if listing.csv { return try Console.write("\u{FEFF}" + tables.moves(waves).csv(spoken)) }
        try Console.write(listing.drawn(tables.waves(waves)))
        for wave in waves {
            try Console.line("\n" + tables.heading(wave))
            try Console.write(listing.drawn(tables.moves([wave])))
            try Console.write(listing.drawn(tables.checklist([wave])))
        }
        let count = waves.reduce(0) { $0 + $1.moves.count }
        try Console.line(
            "\n" + say("\(waves.count) 波 / \(count) システム", "\(waves.count) waves / \(count) systems"))
    }
}

/// The waves as tables.
private struct WaveTables {
    let portfolio: Portfolio
    let format: Format

    func heading(_ wave: MoveWave) -> String {
        say("第\(wave.number)波 ", "Wave \(wave.number) ") + time(wave)
    }

    private func time(_ wave: MoveWave) -> String {
        format.year(wave.year) + (wave.quarter.map { say(" 第\($0)四半期", " Q\($0)") } ?? "")
    }

    func waves(_ waves: [MoveWave]) -> Table {
        Table(
            key: "waves", title: Words(ja: "移設の波", en: "Waves of moves"),
            columns: [
                .init("wave", ja: "波", en: "Wave", .trailing), .init("time", ja: "時期", en: "Time"),
                .init("systems", ja: "システム", en: "Systems", .trailing),
                .init("tied", ja: "密結合", en: "Tied", .trailing),
                .init("stretchedLinks", ja: "室をまたぐ連携", en: "Links between rooms", .trailing),
                .money("linkCost", ja: "その費用（千円）", en: "Their cost (k yen)"),
                .init("open", ja: "要確認", en: "Open", .trailing),
            ],
            rows: waves.map { wave in
                [
                    format.cell(wave.number), Cell(time(wave)), format.cell(wave.moves.count),
                    format.cell(wave.tied.reduce(0) { $0 + $1.count }), format.cell(wave.stretchedLinks),
                    format.money(wave.linkCost), format.cell(wave.checklist.count { $0.isMet != true }),
                ]
            })
    }

    func moves(_ waves: [MoveWave]) -> Table {
        let names = Dictionary(portfolio.systems.map { ($0.id, $0.name) }) { first, _ in first }
        let rooms = Dictionary(portfolio.rooms.map { ($0.id, $0.name) }) { first, _ in first }
        let buildings = Dictionary(portfolio.facilities.map { ($0.id, $0.name) }) { first, _ in first }
        func place(_ key: Key?) -> String {
            guard let key else { return say("室外", "outside") }
            let facility = portfolio.rooms.first { $0.id == key }.flatMap { buildings[$0.facility] } ?? ""
            let room = rooms[key] ?? key.text
            return room.hasPrefix(facility) ? room : facility + " " + room
        }
        return Table(
            key: "moves", title: Words(ja: "移設", en: "Moves"),
            columns: [
                .init("wave", ja: "波", en: "Wave", .trailing), .init("system", ja: "ID", en: "Key"),
                .init("name", ja: "システム名", en: "System"), .init("from", ja: "移設元", en: "From"),
                .init("to", ja: "移設先", en: "To"),
            ],
            rows: waves.flatMap { wave in
                wave.moves.map { move in
                    [
                        format.cell(wave.number), Cell(move.system.text), Cell(names[move.system]),
                        Cell(place(move.from)), Cell(place(move.to)),
                    ]
                }
            })
    }

    func checklist(_ waves: [MoveWave]) -> Table {
        Table(
            key: "checklist", title: Words(ja: "確認事項", en: "Checklist"),
            columns: [
                .init("wave", ja: "波", en: "Wave", .trailing), .init("state", ja: "状態", en: "State"),
                .init("title", ja: "確認事項", en: "To check"), .init("finding", ja: "現状", en: "Finding"),
            ],
            rows: waves.flatMap { wave in
                wave.checklist.map { item in
                    [
                        format.cell(wave.number), Cell(state(item)), Cell(item.title[spoken]),
                        Cell(item.finding[spoken]),
                    ]
                }
            })
    }

    private func state(_ item: MoveWave.Item) -> String {
        switch item.isMet {
        case true: say("済", "done")
        case false: say("未", "not met")
        case nil: say("要確認", "look")
        }
    }
}
