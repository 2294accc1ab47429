public import HeijunModel
public import HeijunPlanning

extension Table {
    /// What ends or must be renewed, by year.
    public static func due(_ items: [DueItem], _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        return Table(
            key: "due", title: Words(ja: "期限の到来", en: "What falls due"),
            columns: [
                Column("fiscalYear", ja: "年度", en: "Year", .trailing), Column("day", ja: "期日", en: "Day"),
                Column("kind", ja: "種別", en: "Kind"), Column("system", ja: "ID", en: "Key"),
                Column("name", ja: "システム名", en: "System"), Column("subject", ja: "対象", en: "Subject"),
                .money("amount", ja: "金額", en: "Amount"), .data("costs", ja: "年度別の金額", en: "Amounts by year"),
                .data("records", ja: "機器・ソフトウェアの記録", en: "Equipment or software records"),
            ],
            rows: items.map { item in
                [
                    format.cell(item.year), format.cell(item.day),
                    Cell(format(item.kind.title), .string(item.kind.rawValue)), Cell(item.system.text),
                    Cell(names.name(ofSystem: item.system)), format.cell(item.subject),
                    item.costs.isEmpty ? Cell("", .null) : format.money(item.amount), costs(of: item),
                    records(of: item),
                ]
            })
    }

    /// What the items cost in each fiscal year, by kind.
    public static func dueCosts(_ items: [DueItem], _ format: Format) -> Table {
        let kinds: [DueItem.Kind] = [.contractEnd, .renewal, .rebuild, .move, .revision]
        var sums: [FiscalYear: [DueItem.Kind: Yen]] = [:]
        for item in items {
            for cost in item.costs { sums[cost.year, default: [:]][item.kind, default: .zero] += cost.amount }
        }
        return Table(
            key: "costs", title: Words(ja: "年度別の経費", en: "Cost by fiscal year"),
            columns: [Column("fiscalYear", ja: "年度", en: "Year")]
                + kinds.map { .money($0.rawValue, ja: $0.title.ja, en: $0.title.en) } + [
                    .money("amount", ja: "計", en: "Total")
                ],
            rows: sums.sorted { $0.key < $1.key }.map { year, amounts in
                [format.cell(year)] + kinds.map { format.money(amounts[$0]) } + [
                    format.money(amounts.values.total())
                ]
            })
    }

    /// The records whose support ends, such as `software SW-1 SW-2`.
    private static func records(of item: DueItem) -> Cell {
        guard let records = item.records else { return Cell("", .null) }
        return Cell(
            ([records.kind] + records.keys).joined(separator: " "),
            .object([
                ("kind", .string(records.kind)), ("keys", .array(records.keys.map(JSONValue.string))),
            ]))
    }

    private static func costs(of item: DueItem) -> Cell {
        let parts = item.costs.map { cost in
            JSONValue.object([("fiscalYear", JSONValue(cost.year)), ("amount", JSONValue(cost.amount))])
        }
        let text = item.costs.map { "\($0.year.startYear):\($0.amount.amount)" }.joined(separator: " ")
        return Cell("", .array(parts), plain: text)
    }

    /// What must be requested for a year's budget, line by line, with its sum.
    public static func budget(
        _ requests: [BudgetRequest], _ portfolio: Portfolio, _ format: Format
    ) -> Table {
        let names = LedgerNames(portfolio)
        let sum = format.sum(requests.flatMap(\.lines).map(\.amount))
        return Table(
            key: "budget", title: Words(ja: "予算要求", en: "Budget requests"), columns: budgetColumns,
            rows: requests.flatMap { request in request.lines.map { row(request, $0, names, format) } },
            total: budgetColumns.map { column in
                column.key == "system"
                    ? Cell(format(Sentences.total)) : column.key == "amount" ? sum : Cell(nil)
            })
    }

    private static let budgetColumns: [Column] = [
        .data("fiscalYear", ja: "予算年度", en: "Budget year"), Column("system", ja: "ID", en: "Key"),
        Column("name", ja: "システム名", en: "System"), Column("standing", ja: "区分", en: "Standing"),
        Column("goLive", ja: "稼働年度", en: "Go-live", .trailing), Column("account", ja: "会計", en: "Account"),
        Column("item", ja: "節", en: "Item"), Column("purpose", ja: "内容", en: "Purpose"),
        .money("amount", ja: "金額", en: "Amount"),
    ]

    private static func row(
        _ request: BudgetRequest, _ line: BudgetRequest.Line, _ names: LedgerNames, _ format: Format
    ) -> [Cell] {
        [
            format.cell(request.fiscalYear), Cell(request.system.text),
            Cell(names.name(ofSystem: request.system)),
            Cell(format(request.standing.title), .string(request.standing.rawValue)),
            format.cell(request.goLive), Cell(line.account.text),
            Cell(format(line.item.title), .string(line.item.rawValue)), format.cell(line.purpose),
            format.money(line.amount),
        ]
    }
}
