import HeijunModel

/// One of the figures at the head of the page: what it is, its value with a unit, and what stands behind it.
struct Tile {
    let label: String
    let value: String
    var unit = ""
    let note: String

    var markup: Markup {
        .tag(
            "div", ["class": "tile"],
            [
                .tag("div", ["class": "k"], label),
                .tag(
                    "div", ["class": "v"], [.text(value)] + (unit.isEmpty ? [] : [Markup.tag("small", unit)])),
                .tag("div", ["class": "n"], note),
            ])
    }
}

/// The five figures of a plan.
struct PlanTiles {
    let plan: Plan
    let portfolio: Portfolio
    let figures: PlanFigures
    let format: Format

    var tiles: [Tile] { [peak, roughness, gap, changed, vacating].compactMap { $0 } }

    private var peak: Tile? {
        guard let before = figures.peak(\.before), let after = figures.peak(\.after) else { return nil }
        let change = permille(from: before.before, to: after.after).map(signedPercent) ?? "—"
        let year = format.year(before.year)
        return Tile(
            label: format(Words(ja: "ピーク年度経費", en: "Peak year")), value: grouped(after.after),
            unit: format(Words(ja: "千円", en: "k¥")),
            note: format(
                Words(
                    ja: "\(year) の \(grouped(before.before)) から \(change)",
                    en: "\(change) from \(grouped(before.before)) in \(year)")))
    }

    private var roughness: Tile? {
        let before = figures.roughness(\.before)
        let after = figures.roughness(\.after)
        let change = permille(from: before, to: after).map(signedPercent) ?? "—"
        return Tile(
            label: format(Words(ja: "年度間の増減の合計", en: "Changes between years")), value: grouped(after),
            unit: format(Words(ja: "千円", en: "k¥")),
            note: format(
                Words(ja: "平準化前 \(grouped(before))（\(change)）", en: "before: \(grouped(before)) (\(change))"))
        )
    }

    /// The gap is rounded up to a thousandth of a percent.
    private var gap: Tile? {
        let label = format(Words(ja: "理論上の最小値との差", en: "Gap to the least possible"))
        guard let gap = plan.gapPercent, let bound = plan.bound, let objective = plan.objective else {
            return Tile(label: label, value: "—", note: format(Words(ja: "下限なし", en: "no bound")))
        }
        let thousandths = Int((gap * 1000).rounded())
        return Tile(
            label: label, value: decimalText(thousandths, places: 3) + " %",
            unit: thousandths == 0 ? "" : format(Words(ja: "以内", en: "at most")),
            note: format(
                Words(
                    ja: "評価値 \(grouped(objective))、下限 \(grouped(bound))",
                    en: "value \(grouped(objective)), bound \(grouped(bound))")))
    }

    private var changed: Tile? {
        let changes = plan.yearChanges
        let rebuilds = changes.count { $0.kind == .rebuild }
        let longest = changes.compactMap { $0.shift.map(abs) }.max() ?? 0
        return Tile(
            label: format(Words(ja: "時期を変更したシステム", en: "Systems whose year changes")),
            value: grouped(plan.changedSystems), unit: "/ \(grouped(plan.choices.count))",
            note: format(
                Words(
                    ja: "再構築 \(rebuilds)、機器更新 \(changes.count - rebuilds)、最大 \(longest) 年",
                    en: "\(rebuilds) rebuilds, \(changes.count - rebuilds) renewals, at most \(longest) years"
                )))
    }

    private var vacating: Tile? {
        guard let vacating = Vacating(plan, portfolio) else { return nil }
        let label = format(Words(ja: "\(vacating.facility.name)の明渡し", en: "\(vacating.facility.name) empty"))
        let rest = vacating.staying
        guard rest == 0, let year = vacating.lastYear else {
            return Tile(
                label: label, value: format(Words(ja: "未定", en: "open")),
                note: format(
                    Words(
                        ja: "移設未定 \(rest) / 対象 \(vacating.count)",
                        en: "\(rest) of \(vacating.count) systems have no move planned")))
        }
        return Tile(
            label: label, value: format.year(year), unit: format(Words(ja: "年度", en: "")),
            note: format(Words(ja: "残り \(vacating.count) システムが退去", en: "\(vacating.count) systems leave")))
    }
}
