public import HeijunModel

extension Table {
    /// The rebuilds and renewals whose year changes, with the reason of each.
    public static func changedYears(_ plan: Plan, _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        return Table(
            key: "changedYears",
            title: Words(ja: "時期を変更した再構築・機器更新", en: "Rebuilds and renewals whose year changes"),
            columns: [
                Column("system", ja: "ID", en: "Key"), Column("name", ja: "システム名", en: "System"),
                Column("kind", ja: "種別", en: "Kind"), Column("size", ja: "規模", en: "Size"),
                Column("from", ja: "当初", en: "Natural", .trailing),
                Column("to", ja: "計画", en: "Planned", .trailing),
                Column("shift", ja: "変更（年）", en: "Shift (years)", .trailing),
                .money("oneTimeCost", ja: "一時経費", en: "One-time cost"),
                Column("reason", ja: "理由", en: "Reason"),
            ],
            rows: plan.yearChanges.map { row($0, names, format) })
    }

    private static func row(_ change: YearChange, _ names: LedgerNames, _ format: Format) -> [Cell] {
        let choice = change.choice
        return [
            Cell(choice.system.text), Cell(names.name(ofSystem: choice.system)),
            Cell(format(change.kind.title), .string(change.kind.rawValue)),
            format.cell(names.system(choice.system)?.size), year(change.from, format),
            year(change.to, format),
            change.shift.map(shift) ?? Cell("", .null), format.money(choice.oneTimeCost),
            format.cell(choice.reason),
        ]
    }

    /// A year, or that there is none within the plan.
    private static func year(_ year: FiscalYear?, _ format: Format) -> Cell {
        year.map { format.cell($0) } ?? Cell(format(Sentences.outsideHorizon), .null)
    }

    /// The systems that change rooms (移設), by year.
    public static func moves(_ plan: Plan, _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        let movers = plan.choices.filter { $0.moveYear != nil }
            .sorted { ($0.moveYear ?? FiscalYear(0), $0.system) < ($1.moveYear ?? FiscalYear(0), $1.system) }
        return Table(
            key: "moves", title: Words(ja: "移設", en: "Moves between rooms"),
            columns: [
                Column("moveYear", ja: "移設年度", en: "Year", .trailing),
                Column("system", ja: "ID", en: "Key"), Column("name", ja: "システム名", en: "System"),
                .data("kind", ja: "種別", en: "Kind"),
                Column("quarter", ja: "四半期", en: "Quarter", .trailing),
                Column("from", ja: "移設元", en: "From"), Column("to", ja: "移設先", en: "To"),
                Column("rackUnits", ja: "ラック（U）", en: "Rack (U)", .trailing),
                .data("reason", ja: "理由", en: "Reason"),
            ],
            rows: movers.map { choice in
                let units = names.system(choice.system)?.units?.fieldText
                return [
                    format.cell(choice.moveYear), Cell(choice.system.text),
                    Cell(names.name(ofSystem: choice.system)), Cell("move"),
                    format.cell(choice.moveQuarter),
                    place(choice.moveFrom, nil, names, format),
                    place(choice.moveTo, choice.hosting, names, format),
                    Cell(units), format.cell(choice.reason),
                ]
            })
    }

    /// A room by its name, or the hosting for which a system leaves the rooms.
    private static func place(
        _ room: Key?, _ hosting: Hosting?, _ names: LedgerNames, _ format: Format
    ) -> Cell {
        if let room { return Cell(names.name(ofRoom: room) ?? room.text, JSONValue(room)) }
        return hosting.map { format.cell($0) } ?? Cell(format(Sentences.outsideRooms), .null)
    }
}
