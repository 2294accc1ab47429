import HeijunModel
import HeijunPlanning
import HeijunReports

/// What each year would mean for one system, as tables and as JSON.
struct YearOptionTables {
    let options: [YearOption]
    let format: Format

    private var years: [FiscalYear] { options.first?.loadChanges.map(\.year) ?? [] }

    /// Peak, total and what would be broken; CSV has the change of every year too.
    var effects: Table {
        Table(
            key: "options", title: Words(ja: "年度ごとの影響", en: "What each year would mean"),
            columns: [
                .init("fiscalYear", ja: "年度", en: "Year", .trailing), .init("standing", ja: "", en: ""),
                .money("peakChange", ja: "ピークの変化（千円）", en: "Peak (k yen)"),
                .money("totalChange", ja: "総額の変化（千円）", en: "Total (k yen)"),
                .init("breaks", ja: "超える制約", en: "Limits broken"),
            ]
                + years.map { year in
                    let label = format.year(year)
                    return .money(
                        "change\(year.startYear)", ja: "\(label) の増減", en: "Change of \(label)",
                        isDataOnly: true)
                },
            rows: options.map { option in
                [
                    format.cell(option.year), standing(option), format.money(option.peakChange),
                    format.money(option.totalChange), Cell(breaks(option)),
                ] + option.loadChanges.map { format.money($0.amount) }
            })
    }

    /// The change of the levelled load in every year that changes, a row for each year that the system could have.
    var changes: Table {
        let changing = years.indices.filter { index in
            options.contains { $0.loadChanges[index].amount != .zero }
        }
        return Table(
            key: "loadChanges",
            title: Words(ja: "年度別経費の増減（千円）", en: "Change of the cost of each year (thousand yen)"),
            columns: [
                .init("fiscalYear", ja: "稼働年度", en: "Go-live", .trailing), .init("standing", ja: "", en: ""),
            ]
                + changing.map { index in
                    let label = format.year(years[index])
                    return .money("change\(years[index].startYear)", ja: label, en: label)
                },
            rows: options.map { option in
                [format.cell(option.year), standing(option)]
                    + changing.map { index in
                        let amount = option.loadChanges[index].amount
                        return amount == .zero ? Cell("", .int(0)) : format.money(amount)
                    }
            })
    }

    /// Whether no year of the plan would change under any choice.
    var isStill: Bool { options.allSatisfy { $0.loadChanges.allSatisfy { $0.amount == .zero } } }

    /// `{"system", "natural", "planned", "reason", "options": [ … ]}`; `docs/json/why.schema.json` describes it.
    func json(_ choice: Plan.Choice) -> JSONValue {
        .object([
            ("system", JSONValue(choice.system)), ("natural", JSONValue(choice.natural)),
            ("planned", JSONValue(choice.planned)),
            (
                "reason",
                choice.reason.map { .object([("ja", .string($0.ja)), ("en", .string($0.en))]) } ?? .null
            ),
            ("options", .array(options.map(json))),
        ])
    }

    private func json(_ option: YearOption) -> JSONValue {
        .object([
            ("fiscalYear", JSONValue(option.year)), ("standing", .string(key(option))),
            ("isAllowed", .bool(option.isAllowed)), ("peakChange", JSONValue(option.peakChange)),
            ("totalChange", JSONValue(option.totalChange)),
            ("objectiveChange", JSONValue(option.objectiveChange)),
            (
                "loadChanges",
                .array(
                    option.loadChanges.map {
                        .object([("fiscalYear", JSONValue($0.year)), ("change", JSONValue($0.amount))])
                    })
            ),
            ("breaks", .string(breaks(option))),
        ])
    }

    private func key(_ option: YearOption) -> String {
        option.isPlanned ? "planned" : option.isNatural ? "natural" : option.isAllowed ? "open" : "closed"
    }

    private func standing(_ option: YearOption) -> Cell {
        let text =
            option.isPlanned
            ? say("計画", "planned")
            : option.isNatural ? say("当初", "natural") : option.isAllowed ? "" : say("選べない", "closed")
        return Cell(text, .string(key(option)), tone: option.isAllowed ? .plain : .muted)
    }

    /// Whole sentences, one after the other.
    private func breaks(_ option: YearOption) -> String {
        option.breaks.map { $0[spoken] }.joined(separator: say("", " "))
    }
}
