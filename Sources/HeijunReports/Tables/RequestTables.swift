public import HeijunModel
public import HeijunPlanning

extension Table {
    /// What must be requested in which autumn, a row a year of the horizon.
    public static func requestYears(_ years: [RequestYear], _ portfolio: Portfolio, _ format: Format) -> Table
    {
        let names = Dictionary(portfolio.systems.map { ($0.id, $0.shortName ?? $0.name) }) { first, _ in first
        }
        return Table(
            key: "requests", title: Words(ja: "予算要求の予定", en: "Budget requests to come"),
            columns: [
                Column("requestedIn", ja: "要求する秋", en: "Requested in", .trailing),
                Column("fiscalYear", ja: "予算年度", en: "Budget", .trailing),
                Column("starting", ja: "新規", en: "New", .trailing),
                Column("continuing", ja: "継続", en: "Continuing", .trailing),
                .money("amount", ja: "一時経費等（千円）", en: "One-time cost (k yen)"),
                Column("systems", ja: "主な新規", en: "Greatest new ones"),
            ],
            rows: years.map { year in
                let greatest = year.starting.prefix(3).map { names[$0] ?? $0.text }
                let more = year.starting.count > 3 ? format(Words(ja: "ほか", en: " and others")) : ""
                return [
                    year.isClosed
                        ? Cell(
                            format(Words(ja: "締切済", en: "closed")), JSONValue(year.requestedIn), tone: .muted)
                        : format.cell(year.requestedIn),
                    format.cell(year.fiscalYear), format.cell(year.starting.count),
                    format.cell(year.continuing),
                    format.money(year.amount),
                    Cell(
                        greatest.joined(separator: format(Words(ja: "、", en: ", "))) + more,
                        .array(year.starting.map { .string($0.text) })),
                ]
            })
    }
}
