import HeijunModel
import HeijunPolicy

/// The figures at the head of a page without a plan: how the standardization and the indicators stand.
struct StateTiles {
    let input: ReportInput
    private var format: Format { input.format }
    private var rows: [StandardizationTable.Row] {
        input.standardization.flatMap { $0.isRecorded ? $0.applicable : nil } ?? []
    }

    var tiles: [Tile] {
        (rows.isEmpty ? [] : [rate, migrated, supported]) + (graded.map { [$0] } ?? [])
            + (input.indicators.isEmpty ? [] : [met]) + [findings]
    }

    private var rate: Tile {
        Tile(
            label: format(Words(ja: "標準化の進捗率", en: "Standardization")),
            value: input.standardization?.overallRate.map { format.percent($0) } ?? "—",
            note: format(
                rows.contains(where: \.isReported)
                    ? Words(ja: "\(rows.count) 業務の平均（公表値）", en: "mean of \(rows.count) businesses, published")
                    : Words(ja: "\(rows.count) 業務の平均", en: "mean of \(rows.count) businesses")))
    }

    private var migrated: Tile {
        let late = rows.count(where: \.isLate)
        return Tile(
            label: format(Words(ja: "移行済の業務", en: "Migrated businesses")),
            value: grouped(rows.count(where: \.isMigrated)), unit: "/ \(rows.count)",
            note: format(Words(ja: "期限を過ぎた未移行 \(late)", en: "\(late) past the deadline")))
    }

    private var supported: Tile {
        Tile(
            label: format(Words(ja: "特定移行支援の業務", en: "In transition support")),
            value: grouped(rows.count { $0.state == .transitionSupport }), unit: "/ \(rows.count)",
            note: format(Words(ja: "期限までに移行できない見込み", en: "expected to miss the deadline")))
    }

    /// How many measures are on track; nil where none is graded.
    private var graded: Tile? {
        guard let summary = input.evaluation?.summary, let all = summary.rows.last, all.total > 0 else {
            return nil
        }
        let counts = zip(summary.grades, all.counts).map { "\($0.text) \($1)" }
        return Tile(
            label: format(Words(ja: "計画どおり以上の施策", en: "Measures on track")), value: grouped(all.onTrack),
            unit: "/ \(all.total)", note: counts.joined(separator: format.language == .ja ? "、" : ", "))
    }

    private var met: Tile {
        let pending = input.indicators.count { $0.verdict == .unsettled || $0.verdict == .underway }
        return Tile(
            label: format(Words(ja: "達成した成果指標", en: "Indicators met")),
            value: grouped(input.indicators.count { $0.verdict == .met }),
            unit: "/ \(input.indicators.count)",
            note: format(Words(ja: "実績未確定・進行中 \(pending)", en: "\(pending) pending")))
    }

    private var findings: Tile {
        let found = input.findings + input.evaluationFindings
        let grave = found.count { $0.severity == .error }
        return Tile(
            label: format(Words(ja: "指摘", en: "Findings")), value: grouped(found.count),
            unit: format(Words(ja: "件", en: "")),
            note: format(Words(ja: "うち要是正 \(grave)", en: "\(grave) errors")))
    }
}
