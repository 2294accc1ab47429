public import HeijunModel
public import HeijunPlanning

/// The waves of moves as tables.
public struct WaveTables {
    let portfolio: Portfolio
    let format: Format

    /// Tables of a portfolio's moves in a language and way of writing years.
    public init(portfolio: Portfolio, format: Format) {
        self.portfolio = portfolio
        self.format = format
    }

    private func say(_ ja: String, _ en: String) -> String { format(Words(ja: ja, en: en)) }

    /// A wave's number and time.
    public func heading(_ wave: MoveWave) -> String {
        say("第\(wave.number)波 ", "Wave \(wave.number) ") + time(wave)
    }

    private func time(_ wave: MoveWave) -> String {
        format.year(wave.year) + (wave.quarter.map { say(" 第\($0)四半期", " Q\($0)") } ?? "")
    }

    /// A row a wave.
    public func waves(_ waves: [MoveWave]) -> Table {
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

    /// A row a move.
    public func moves(_ waves: [MoveWave]) -> Table {
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
                        Cell(place(move.from)), Cell(move.hosting.map { format($0.title) } ?? place(move.to)),
                    ]
                }
            })
    }

    /// Use of every room with capacities, against its capacity.
    ///
    /// - Parameters:
    ///   - changesOnly: Whether periods are left out in which a room holds the same as in the one before.
    ///   - wanted: The rooms to show; nil shows all.
    public func rooms(_ plan: Plan, changesOnly: Bool, of wanted: Set<Key>? = nil) -> Table {
        let names = LedgerNames(portfolio)
        let kinds: [Plan.LimitKind] = [.roomUnits, .roomPower, .roomWeight]
        let uses = plan.uses.filter { kinds.contains($0.kind) && (wanted?.contains($0.key) ?? true) }
        let periods = Set(uses.map { RoomPeriod(room: $0.key, year: $0.year, quarter: $0.quarter) }).sorted()
        return Table(
            key: "rooms", title: Words(ja: "マシン室の使用（計画／容量）", en: "Use of rooms (plan/capacity)"),
            columns: [
                .init("room", ja: "室", en: "Room"), .init("time", ja: "時期", en: "Time"),
                .init("roomUnits", ja: "ラック（U）", en: "Rack (U)", .trailing),
                .init("roomPower", ja: "電力（W）", en: "Power (W)", .trailing),
                .init("roomWeight", ja: "床荷重（kg）", en: "Weight (kg)", .trailing),
            ],
            rows: (changesOnly ? changing(periods, uses) : periods).map { period in
                let time =
                    format.year(period.year) + (period.quarter.map { say(" 第\($0)四半期", " Q\($0)") } ?? "")
                return [Cell(names.name(ofRoom: period.room)), Cell(time)]
                    + kinds.map { kind in
                        let use = uses.first {
                            $0.kind == kind && $0.key == period.room && $0.year == period.year
                                && $0.quarter == period.quarter
                        }
                        return use.map(load) ?? Cell("", .null)
                    }
            })
    }

    /// The first period of each room, and every one in which something differs from the one before.
    private func changing(_ periods: [RoomPeriod], _ uses: [Plan.LimitUse]) -> [RoomPeriod] {
        let loads = Dictionary(grouping: uses) {
            RoomPeriod(room: $0.key, year: $0.year, quarter: $0.quarter)
        }
        .mapValues { uses in uses.map { [$0.after, $0.limit] } }
        return periods.enumerated().filter { index, period in
            guard index > 0, periods[index - 1].room == period.room else { return true }
            return loads[periods[index - 1]] != loads[period]
        }.map(\.element)
    }

    private func load(_ use: Plan.LimitUse) -> Cell {
        func text(_ amount: Int) -> String {
            use.kind == .roomUnits ? fixed(amount * 5, places: 1) : grouped(amount)
        }
        return Cell(
            text(use.after) + "/" + text(use.limit), tone: use.after > use.limit ? .bad : .plain)
    }

    /// A row an item of each wave's checklist.
    public func checklist(_ waves: [MoveWave]) -> Table {
        Table(
            key: "checklist", title: Words(ja: "確認事項", en: "Checklist"),
            columns: [
                .init("wave", ja: "波", en: "Wave", .trailing), .init("state", ja: "状態", en: "State"),
                .init("title", ja: "確認事項", en: "To check"), .init("finding", ja: "現状", en: "Finding"),
            ],
            rows: waves.flatMap { wave in
                wave.checklist.map { item in
                    [
                        format.cell(wave.number), Cell(state(item)), Cell(format(item.title)),
                        Cell(format(item.finding)),
                    ]
                }
            })
    }

    /// The items of the checklists that are not in order, or must be looked at.
    func openItems(_ waves: [MoveWave]) -> Table {
        let all = checklist(waves)
        let done = say("済", "done")
        return Table(
            key: "openItems", title: Words(ja: "移設前に整えること", en: "To be settled before the moves"),
            columns: all.columns, rows: all.rows.filter { $0[1].text != done })
    }

    private func state(_ item: MoveWave.Item) -> String {
        switch item.isMet {
        case true: say("済", "done")
        case false: say("未", "not met")
        case nil: say("要確認", "look")
        }
    }
}

/// A room in a year or quarter.
private struct RoomPeriod: Hashable, Comparable {
    let room: Key
    let year: FiscalYear
    let quarter: Int?

    static func < (left: Self, right: Self) -> Bool {
        (left.room, left.year, left.quarter ?? 0) < (right.room, right.year, right.quarter ?? 0)
    }
}
