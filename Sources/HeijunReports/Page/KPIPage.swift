import HeijunModel
import HeijunPolicy

/// The indicators in the layout of a policy's own table: area, indicator, baseline, then target and actual of every
/// target year, as the document words them, each actual with its verdict.
struct KPIPage {
    let input: ReportInput
    private var format: Format { input.format }
    private var rows: [IndicatorRow] { input.indicators }
    /// Every year that has a target.
    private var years: [FiscalYear] { Set(rows.flatMap { $0.assessments.map(\.target.year) }).sorted() }
    /// The year most baselines are of; others are written beside the figure.
    private var baselineYear: FiscalYear? {
        let years = rows.compactMap { $0.baseline?.year }
        return Set(years).sorted().max { left, right in
            years.count { $0 == left } < years.count { $0 == right }
        }
    }

    var html: String {
        let chart = Charts(input).indicators.map { [$0.markup.onItsLine] } ?? []
        let title = format(Words(ja: "成果指標一覧", en: "Indicators"))
        return PrintedPage(
            title: title, input: input, isWide: true,
            content: [
                .tag("p", ["class": "lead"], Headlines(format: format).indicators(rows)), table, notes,
            ] + chart
        ).html
    }

    private var table: Markup {
        Markup.tag("table", [.tag("thead", [head]).onItsLine, .tag("tbody", lines)]).onItsLine
    }

    private var head: Markup {
        let base =
            format(Words(ja: "基準値", en: "Baseline")) + (baselineYear.map { "（\(format.year($0))）" } ?? "")
        let first = [format(Words(ja: "取組分野", en: "Area")), format(Words(ja: "成果指標", en: "Indicator")), base]
        let later = years.flatMap { year -> [String] in
            let target = format(Words(ja: "目標値", en: "Target")) + "（\(format.year(year))）"
            return hasActual(year)
                ? [target, format(Words(ja: "実績値", en: "Actual")) + "（\(format.year(year))）"] : [target]
        }
        return .tag("tr", (first + later).map { .tag("th", ["scope": "col"], $0) })
    }

    private func hasActual(_ year: FiscalYear) -> Bool {
        rows.contains { $0.trend.contains { $0.year == year && $0.exists } }
    }

    /// The rows, with one cell for each run of the same area.
    private var lines: [Markup] {
        rows.indices.map { index in
            let row = rows[index]
            let isFirst = index == 0 || rows[index - 1].area != row.area
            let run = rows[index...].prefix { $0.area == row.area }.count
            let area = isFirst ? [Markup.tag("td", ["class": "area", "rowspan": String(run)], row.area)] : []
            return Markup.tag(
                "tr", area + [name(row, index), baseline(row)] + years.flatMap { cells(row, $0) }
            )
            .onItsLine
        }
    }

    private func name(_ row: IndicatorRow, _ index: Int) -> Markup {
        let mark = note(row) == nil ? [] : [Markup.tag("sup", "※\(index + 1)")]
        let unit = row.unit.map { "（\($0)）" } ?? ""
        return .tag("td", [.text(row.name + unit)] + mark)
    }

    private func baseline(_ row: IndicatorRow) -> Markup {
        guard let base = row.baseline else { return .tag("td", "—") }
        let text = base.text ?? base.value.map { format.figure($0) } ?? "—"
        let isUsual = base.year == nil || base.year == baselineYear || text.contains("年度")
        return .tag("td", text + (isUsual ? "" : "（\(base.year.map(format.year) ?? "")）"))
    }

    private func cells(_ row: IndicatorRow, _ year: FiscalYear) -> [Markup] {
        let assessment = row.assessments.first { $0.target.year == year }
        let target = assessment?.target
        let aim = [words(target), target?.notSetReason].compactMap { $0 }.first ?? "—"
        guard hasActual(year) else { return [.tag("td", aim)] }
        return [.tag("td", aim), actual(row, assessment, year)]
    }

    private func actual(_ row: IndicatorRow, _ assessment: IndicatorRow.Assessment?, _ year: FiscalYear)
        -> Markup
    {
        guard let point = row.trend.first(where: { $0.year == year && $0.exists }) else {
            return .tag("td", "—")
        }
        var parts = [Markup.text(words(point) ?? "")]
        if let assessment, assessment.verdict == .met || assessment.verdict == .missed {
            let rate = assessment.rate.map { " " + format.shortPercent($0) } ?? ""
            let tone = assessment.verdict == .met ? "good" : "bad"
            parts += [
                .leaf("br"), .tag("span", ["class": "pill \(tone)"], format(assessment.verdict.title) + rate),
            ]
        }
        if let computed = row.computed, computed.year == year {
            let label = Words(ja: "台帳 ", en: "ledger ")
            parts += [
                .leaf("br"),
                .text(format(label) + format.figure(computed.value) + (computed.differs ? " ≠" : "")),
            ]
        }
        return .tag("td", parts)
    }

    private func words(_ point: IndicatorRow.Point?) -> String? {
        point?.text ?? point?.value.map { format.figure($0) }
    }

    /// Scope, formula, computed value of another year and note of each indicator, under the table.
    private var notes: Markup {
        let lines = rows.indices.compactMap { index in
            note(rows[index]).map { Markup.tag("p", ["class": "source"], "※\(index + 1) \($0)").onItsLine }
        }
        let sources = rows.compactMap(\.source).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let label = format(Words(ja: "出典：", en: "Sources: "))
        let source =
            sources.isEmpty
            ? [] : [Markup.tag("p", ["class": "source"], label + joinedSources(sources))]
        return .all(lines + source)
    }

    private func note(_ row: IndicatorRow) -> String? {
        let scope = row.scope.map { format(Words(ja: "範囲：\($0)", en: "Scope: \($0)")) }
        let formula =
            row.formula == .actualOverTarget || row.rate == nil
            ? nil : row.formula.map { format(Words(ja: "達成率：", en: "Rate: ")) + format($0.title) }
        let computed = row.computed.map { computed in
            format(
                Words(
                    ja:
                        "台帳の値（\(format.year(computed.year))）：\(format.figure(computed.value))　\(computed.title.ja)",
                    en:
                        "Ledger (\(format.year(computed.year))): \(format.figure(computed.value)), \(computed.title.en)"
                ))
        }
        let parts = [scope, formula, computed, row.note].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "　")
    }
}
