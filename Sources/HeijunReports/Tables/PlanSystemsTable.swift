public import HeijunModel

extension Table {
    /// What the plan chose for every system: one row each, in the plan's order.
    public static func planSystems(_ plan: Plan, _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        return Table(
            key: "systems", title: Words(ja: "システム別の計画", en: "Plan by system"), columns: planSystemsColumns,
            rows: plan.choices.map { identity($0, names, format) + decision($0, names, format) })
    }

    private static let planSystemsColumns: [Column] = [
        Column("system", ja: "ID", en: "Key"),
        Column("name", ja: "システム名", en: "System"),
        Column("class", ja: "業務分類", en: "Class"),
        Column("size", ja: "規模", en: "Size"),
        .data("section", ja: "システム所管課", en: "System section"),
        .data("account", ja: "会計", en: "Account"),
        .data("vendor", ja: "事業者", en: "Vendor"),
        Column("from", ja: "当初", en: "Natural", .trailing),
        Column("to", ja: "計画", en: "Planned", .trailing),
        Column("shift", ja: "変更（年）", en: "Shift (years)", .trailing),
        Column("buildsFrom", ja: "開発開始", en: "Builds from", .trailing),
        Column("renewals", ja: "機器更新", en: "Renewals"),
        Column("moveTo", ja: "移設先", en: "Moves to"),
        Column("moveYear", ja: "移設年度", en: "Move year", .trailing),
        .money("oneTimeCost", ja: "一時経費", en: "One-time cost"),
        .data("moveQuarter", ja: "移設四半期", en: "Move quarter"),
        .data("hosting", ja: "稼働形態（計画）", en: "Hosting planned"),
        .data("form", ja: "調達形態", en: "Form"), .data("ending", ja: "廃止・統合・共同化", en: "Ending"),
        .data("fixed", ja: "固定の理由", en: "Fixed by"),
        .data("reason", ja: "理由", en: "Reason"),
    ]

    private static func identity(_ choice: Plan.Choice, _ names: LedgerNames, _ format: Format) -> [Cell] {
        let system = names.system(choice.system)
        return [
            Cell(choice.system.text), Cell(names.name(ofSystem: choice.system)),
            format.cell(system?.systemClass),
            format.cell(system?.size), Cell(names.name(ofSection: system?.systemSection)),
            Cell(system?.account?.text), Cell(names.name(ofVendor: system?.vendor)),
        ]
    }

    private static func decision(_ choice: Plan.Choice, _ names: LedgerNames, _ format: Format) -> [Cell] {
        let renewals = choice.renewals.map(format.year).joined(separator: " ")
        return [
            format.cell(choice.natural), format.cell(choice.goLive), shift(choice.shift),
            format.cell(choice.buildsFrom),
            Cell(renewals, .array(choice.renewals.map { JSONValue($0) })),
            Cell(names.name(ofRoom: choice.moveTo) ?? choice.hosting.map { format($0.title) }),
            format.cell(choice.moveYear),
            format.money(choice.oneTimeCost), format.cell(choice.moveQuarter),
            format.cell(choice.newHosting), format.cell(choice.form), format.cell(choice.ending),
            Cell(choice.fixed.map { format(Sentences.fixed($0)) } ?? "", JSONValue(choice.fixed?.rawValue)),
            format.cell(choice.reason),
        ]
    }

    /// A number of years with its sign; nothing where the year stays.
    static func shift(_ years: Int) -> Cell {
        Cell(years == 0 ? "" : years > 0 ? "+\(years)" : "−\(-years)", .int(years))
    }
}
