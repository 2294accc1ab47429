import HeijunModel
public import HeijunPlanning

extension Table {
    /// The near-best plans to choose from, the lowest peak first.
    public static func frontier(_ frontier: Frontier, _ format: Format) -> Table {
        let cheapest = frontier.points.map(\.total).min() ?? .zero
        return Table(
            key: "points",
            title: Words(ja: "費用とピークの関係（選べる計画）", en: "Total cost against peak: plans to choose from"),
            columns: [
                Column("number", ja: "番号", en: "No.", .trailing),
                .money("peak", ja: "ピーク（千円）", en: "Peak (k yen)"),
                Column("peakYear", ja: "年度", en: "Year", .trailing),
                .money("total", ja: "総額（期間外を含む）", en: "Total, beyond too"),
                .money("extra", ja: "最も安い計画との差", en: "Above the cheapest"),
                .money("extension", ja: "延伸経費", en: "Extension"),
                .money("room", ja: "理論上の余地", en: "At most lower by"),
                Column("changed", ja: "時期の変更", en: "Changed", .trailing),
                Column("settings", ja: "設定", en: "Settings"),
            ],
            rows: frontier.points.enumerated().map { index, point in
                let own = format(Words(ja: "現在の設定", en: "as set"))
                return [
                    format.cell(index + 1), format.money(point.peak), format.cell(point.peakYear),
                    format.money(point.total), format.money(point.total - cheapest),
                    format.money(point.plan.extensionCost),
                    format.money(point.room),
                    format.cell(point.plan.choices.count { $0.shift != 0 }),
                    Cell(point.isOwn ? own : point.changes.joined(separator: " ")),
                ]
            })
    }
}

extension JSONValue {
    /// The near-best plans, what doing nothing comes to, and the plan as set.
    public static func frontier(_ frontier: Frontier, _ format: Format) -> JSONValue {
        func pair(_ peak: Yen?, _ total: Yen?) -> JSONValue {
            .object([("peak", JSONValue(peak)), ("total", JSONValue(total))])
        }
        return .object([
            ("points", Table.frontier(frontier, format).json),
            ("idle", pair(frontier.idlePeak, frontier.idleTotal)),
            ("own", pair(frontier.own?.peak, frontier.own?.total)),
            ("conflicts", .array(frontier.conflicts.map { .string(format($0)) })),
        ])
    }
}
