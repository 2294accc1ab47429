import HeijunModel
import HeijunPlanning
import HeijunReports

/// What differs between two plans: years of systems, cost of years, peak.
struct PlanComparison {
    let first: Plan
    let second: Plan
    private let portfolio: Portfolio
    private let format: Format

    init(_ first: Plan, _ second: Plan, _ portfolio: Portfolio, _ format: Format) {
        self.first = first
        self.second = second
        self.portfolio = portfolio
        self.format = format
    }

    /// Cost of each year under both plans, and the difference.
    var years: Table {
        let others = Dictionary(uniqueKeysWithValues: first.years.map { ($0.year, $0.after) })
        return Table(
            key: "years", title: Words(ja: "年度別経費の差", en: "Cost by fiscal year"),
            columns: [
                .init("fiscalYear", ja: "年度", en: "Year"),
                .money("first", ja: label(first) + "（千円）", en: label(first)),
                .money("second", ja: label(second) + "（千円）", en: label(second)),
                .money("difference", ja: "差", en: "Difference"),
            ],
            rows: second.years.map { year in
                let before = others[year.year]
                return [
                    format.cell(year.year), format.money(before), format.money(year.after),
                    format.money(before.map { year.after - $0 }),
                ]
            })
    }

    /// The systems whose rebuild, renewal or move differs, a row each.
    var systems: Table {
        let names = Dictionary(uniqueKeysWithValues: portfolio.systems.map { ($0.id, $0.name) })
        let reasons = Dictionary(uniqueKeysWithValues: second.choices.map { ($0.system, $0.reason) })
        let rows = planDifference(first, second).systems.flatMap { change in
            events(of: change).map { kind, years in
                [
                    Cell(change.system.text), Cell(names[change.system]), format.cell(kind),
                    format.cell(years.first), format.cell(years.second),
                    format.cell(reasons[change.system] ?? nil),
                ]
            }
        }
        return Table(
            key: "systems", title: Words(ja: "年度の異なるシステム", en: "Systems whose year differs"),
            columns: [
                .init("system", ja: "ID", en: "Key"), .init("name", ja: "システム名", en: "System"),
                .init("kind", ja: "種別", en: "Kind"), .init("first", ja: label(first), en: label(first)),
                .init("second", ja: label(second), en: label(second)),
                .init("reason", ja: "理由", en: "Reason"),
            ], rows: rows)
    }

    private func events(
        of change: PlanDifference.SystemChange
    ) -> [(Words, PlanDifference.Pair<FiscalYear?>)] {
        [
            (Words(ja: "再構築", en: "Rebuild"), change.rebuild),
            (Words(ja: "機器更新", en: "Renewal"), change.renewal),
            (Words(ja: "移設", en: "Move"), change.move),
        ].filter { !$0.1.isEqual }
    }

    /// Both tables and the change of the peak.
    func text(_ listing: Listing) -> String {
        let before = first.peak(\.after)?.after ?? .zero, after = second.peak(\.after)?.after ?? .zero
        let count = planDifference(first, second).systems.count
        return listing.drawn(years) + "\n" + (systems.rows.isEmpty ? "" : listing.drawn(systems) + "\n")
            + say("ピーク ", "Peak ") + "\(grouped(before.thousands)) → \(grouped(after.thousands))"
            + say(
                "（\(grouped((after - before).thousands)) 千円）",
                " (\(grouped((after - before).thousands))k yen)")
            + say(" / 年度が変わるシステム \(count)", " / \(count) systems change their year")
            + "\n"
    }

    /// Both tables as JSON.
    var json: JSONValue {
        .object([
            ("first", .string(first.id)), ("second", .string(second.id)),
            ("years", years.json), ("systems", systems.json),
        ])
    }

    private func label(_ plan: Plan) -> String { plan.id.isEmpty ? say("試算", "trial") : plan.id }
}
