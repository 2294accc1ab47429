import HeijunModel
import HeijunPlanning
import HeijunReports

/// What differs between two plans: years of systems, cost of years, peak.
struct PlanComparison {
    let first: Plan
    let second: Plan
    private let portfolio: Portfolio
    private let format: Format
    /// What differs in findings and indicators, where the ledgers of both are given.
    private let effects: PlanEffects?

    /// - Parameter ledgers: The ledgers that the plans were made under; nil leaves findings and indicators out.
    init(
        _ first: Plan, _ second: Plan, _ portfolio: Portfolio, _ format: Format,
        ledgers: (first: Portfolio, second: Portfolio)? = nil
    ) {
        self.first = first
        self.second = second
        self.portfolio = portfolio
        self.format = format
        effects = ledgers.map { planEffects(first, second, ledgers: $0) }
    }

    /// Cost of the years that differ under both plans, and the difference.
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
            rows: second.years.filter { others[$0.year] != $0.after }.map { year in
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
        let forms = portfolio.presentForms
        let rows = planDifference(first, second).systems.flatMap { change in
            (events(of: change) + options(of: change, forms[change.system] ?? .purchase)).map {
                kind, values in
                [
                    Cell(change.system.text), Cell(names[change.system]), format.cell(kind),
                    values.first, values.second, format.cell(reasons[change.system] ?? nil),
                ]
            }
        }
        return Table(
            key: "systems", title: Words(ja: "内容の異なるシステム", en: "Systems that differ"),
            columns: [
                .init("system", ja: "ID", en: "Key"), .init("name", ja: "システム名", en: "System"),
                .init("kind", ja: "種別", en: "Kind"), .init("first", ja: label(first), en: label(first)),
                .init("second", ja: label(second), en: label(second)),
                .init("reason", ja: "理由", en: "Reason"),
            ], rows: rows)
    }

    private func events(
        of change: PlanDifference.SystemChange
    ) -> [(Words, (first: Cell, second: Cell))] {
        [
            (Words(ja: "再構築", en: "Rebuild"), change.rebuild),
            (Words(ja: "機器更新", en: "Renewal"), change.renewal),
            (Words(ja: "次々回の再構築", en: "Second rebuild"), change.laterRebuild),
            (Words(ja: "再構築後の更新", en: "Later renewal"), change.laterRenewal),
            (Words(ja: "移設", en: "Move"), change.move),
        ].filter { !$0.1.isEqual }.map { ($0.0, (format.cell($0.1.first), format.cell($0.1.second))) }
    }

    /// Hosting, form and ending, where they differ.
    private func options(
        of change: PlanDifference.SystemChange, _ present: ProcurementForm
    ) -> [(Words, (first: Cell, second: Cell))] {
        var result: [(Words, (first: Cell, second: Cell))] = []
        if !change.hosting.isEqual {
            let (first, second) = (change.hosting.first, change.hosting.second)
            result.append((Words(ja: "稼働形態", en: "Hosting"), (format.cell(first), format.cell(second))))
        }
        if !change.form.isEqual {
            let (first, second) = (change.form.first ?? present, change.form.second ?? present)
            result.append((Words(ja: "調達形態", en: "Form"), (format.cell(first), format.cell(second))))
        }
        if !change.ending.isEqual {
            let (first, second) = (change.ending.first, change.ending.second)
            result.append((Words(ja: "廃止・統合・共同化", en: "Ending"), (format.cell(first), format.cell(second))))
        }
        return result
    }

    /// The plans' own figures that differ: peak, roughness, total, extension cost and so on.
    var figures: Table {
        let rows = PlanMeasure.all.compactMap { measure -> [Cell]? in
            let (before, after) = (measure.value(first), measure.value(second))
            guard before != after else { return nil }
            return [
                format.cell(measure.title), measure.cell(before, format), measure.cell(after, format),
                measure.cell(after - before, format),
            ]
        }
        return Table(
            key: "figures", title: Words(ja: "計画の数値", en: "Figures"),
            columns: [
                .init("figure", ja: "数値", en: "Figure"),
                .init("first", ja: label(first), en: label(first), .trailing),
                .init("second", ja: label(second), en: label(second), .trailing),
                .init("difference", ja: "差", en: "Difference", .trailing),
            ], rows: rows)
    }

    /// The findings that only one of them has.
    var findings: Table {
        func rows(_ findings: [Finding], _ plan: Plan) -> [[Cell]] {
            findings.map { [Cell(label(plan)), Cell($0.code), Cell($0.key), format.cell($0.message)] }
        }
        return Table(
            key: "findings", title: Words(ja: "一方だけの指摘", en: "Findings of one alone"),
            columns: [
                .init("plan", ja: "計画", en: "Plan"), .init("code", ja: "コード", en: "Code"),
                .init("system", ja: "対象", en: "Record"), .init("message", ja: "内容", en: "Finding"),
            ],
            rows: rows(effects?.onlyFirst ?? [], first) + rows(effects?.onlySecond ?? [], second))
    }

    /// The computed indicators that differ.
    var indicators: Table {
        Table(
            key: "indicators", title: Words(ja: "成果指標の差", en: "Indicators"),
            columns: [
                .init("indicator", ja: "指標", en: "Indicator"), .init("unit", ja: "単位", en: "Unit"),
                .init("first", ja: label(first), en: label(first), .trailing),
                .init("second", ja: label(second), en: label(second), .trailing),
            ],
            rows: (effects?.indicators ?? []).map {
                [Cell($0.name), Cell($0.unit), format.cell($0.value.first), format.cell($0.value.second)]
            })
    }

    /// Every table that has something, and the change of the peak.
    func text(_ listing: Listing) -> String {
        let before = first.peak(\.after)?.after ?? .zero, after = second.peak(\.after)?.after ?? .zero
        let count = planDifference(first, second).systems.count
        let drawn = [years, systems, figures, findings, indicators].filter { !$0.rows.isEmpty }.map { table in
            "\(table.title[spoken])\n\(listing.drawn(table))\n"
        }
        let same = say("2つの計画に違いはありません。\n", "The two plans do not differ.\n")
        return (drawn.isEmpty ? same : drawn.joined())
            + say("ピーク（千円） ", "Peak (thousand yen) ")
            + "\(grouped(before.thousands)) → \(grouped(after.thousands))"
            + say("（\(signed((after - before).thousands))）", " (\(signed((after - before).thousands)))")
            + say(" / 内容の変わるシステム \(count)", " / \(count) systems change")
            + "\n"
    }

    /// Every table as JSON.
    var json: JSONValue {
        .object(
            [("first", .string(first.id)), ("second", .string(second.id))]
                + [years, systems, figures, findings, indicators].map { ($0.key, $0.json) })
    }

    private func label(_ plan: Plan) -> String { plan.id.isEmpty ? say("試算", "trial") : plan.id }
}

/// One figure of a plan as a whole.
private struct PlanMeasure {
    let title: Words
    let isMoney: Bool
    let value: @Sendable (Plan) -> Int

    /// Every figure. A new one is one entry here.
    static let all: [PlanMeasure] = [
        money("ピーク（千円）", "Peak (k yen)") { $0.peak(\.after)?.after ?? .zero },
        money("年度間の増減の合計（千円）", "Roughness (k yen)") { $0.roughness(\.after) },
        money("期間の総額（千円）", "Total in the horizon (k yen)") { $0.years.map(\.after).total() },
        money("延伸経費（千円）", "Extension cost (k yen)") { $0.extensionCost },
        money("期間外への先送り（千円）", "Pushed beyond the horizon (k yen)") { $0.pushedBeyond },
        count("時期を変更したシステム", "Systems whose year changes") { $0.choices.count { $0.shift != 0 } },
        count("移設するシステム", "Systems that move") { $0.choices.count { $0.moveYear != nil } },
        count("大規模再構築の最多（年）", "Most large rebuilds in a year") { $0.years.map(\.largeAfter).max() ?? 0 },
        count("上限を超える年度", "Years over the ceiling") { plan in
            plan.years.count { year in year.ceiling.map { year.after > $0 } ?? false }
        },
    ]

    private static func money(
        _ ja: String, _ en: String, value: @escaping @Sendable (Plan) -> Yen
    ) -> PlanMeasure {
        PlanMeasure(title: Words(ja: ja, en: en), isMoney: true) { value($0).amount }
    }

    private static func count(
        _ ja: String, _ en: String, value: @escaping @Sendable (Plan) -> Int
    ) -> PlanMeasure {
        PlanMeasure(title: Words(ja: ja, en: en), isMoney: false, value: value)
    }

    func cell(_ value: Int, _ format: Format) -> Cell {
        isMoney ? format.money(Yen(value)) : format.cell(value)
    }
}
