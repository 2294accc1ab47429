public import HeijunModel

extension Table {
    /// The hostings, forms of procurement and endings that a plan chooses, a row each.
    public static func options(_ plan: Plan, _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        let forms = portfolio.presentForms
        return Table(
            key: "options", title: Words(ja: "選んだ稼働形態・調達形態等", en: "Hostings, forms and endings chosen"),
            columns: [
                Column("system", ja: "ID", en: "Key"), Column("name", ja: "システム名", en: "System"),
                Column("kind", ja: "種別", en: "Kind"), Column("from", ja: "現在", en: "Now"),
                Column("to", ja: "計画", en: "Planned"), Column("year", ja: "年度", en: "Year", .trailing),
                Column("reason", ja: "理由", en: "Reason"),
            ],
            rows: plan.choices.flatMap { choice in
                chosen(choice, names.system(choice.system), forms[choice.system] ?? .purchase).map {
                    kind, key, from, to in
                    [
                        Cell(choice.system.text), Cell(names.name(ofSystem: choice.system)),
                        Cell(format(kind), .string(key)), format.cell(from), format.cell(to),
                        format.cell(choice.firstRebuild), format.cell(choice.reason),
                    ]
                }
            })
    }

    private static func chosen(
        _ choice: Plan.Choice, _ system: ITSystem?, _ present: ProcurementForm
    ) -> [(kind: Words, key: String, from: (any Listed)?, to: (any Listed)?)] {
        var result: [(kind: Words, key: String, from: (any Listed)?, to: (any Listed)?)] = []
        if let hosting = choice.newHosting {
            result.append((Words(ja: "稼働形態", en: "Hosting"), "hosting", system?.hosting, hosting))
        }
        if let form = choice.form {
            result.append((Words(ja: "調達形態", en: "Form"), "form", present, form))
        }
        if let ending = choice.ending {
            result.append((Words(ja: "廃止・統合・共同化", en: "Ending"), "ending", nil, ending))
        }
        return result
    }

    /// What each source pays for the levelled scope, by year.
    public static func fundings(_ plan: Plan, _ format: Format) -> Table {
        let uses = plan.fundings ?? []
        let used = Funding.allCases.filter { funding in uses.contains { $0.funding == funding } }
        let columns = used.flatMap { funding -> [Column] in
            [
                .money(
                    funding.rawValue + "Before", ja: "平準化前 " + funding.title.ja,
                    en: "Before: " + funding.title.en),
                .money(funding.rawValue, ja: "計画 " + funding.title.ja, en: "Plan: " + funding.title.en),
            ]
        }
        let hasMemo = uses.contains { $0.taxMemoBefore != nil || $0.taxMemoAfter != nil }
        return Table(
            key: "fundings", title: Words(ja: "財源内訳", en: "Funding"),
            columns: [Column("fiscalYear", ja: "年度", en: "Year")] + columns + (hasMemo ? memoColumns : []),
            rows: plan.years.map { year in
                let own = uses.filter { $0.year == year.year }
                let cells = used.flatMap { funding -> [Cell] in
                    let use = own.first { $0.funding == funding }
                    return [format.money(use?.before), format.money(use?.after)]
                }
                let memo = [own.compactMap(\.taxMemoBefore).total(), own.compactMap(\.taxMemoAfter).total()]
                return [format.cell(year.year)] + cells + (hasMemo ? memo.map { format.money($0) } : [])
            })
    }

    /// 交付税措置 stands beside the sources, in none of them.
    private static let memoColumns: [Column] = [
        .money("taxMemoBefore", ja: "平準化前 参考:交付税措置", en: "Before: allocation tax (memo)"),
        .money("taxMemo", ja: "計画 参考:交付税措置", en: "Plan: allocation tax (memo)"),
    ]
}
