import HeijunModel
public import HeijunPolicy

/// A programme's sheet as labelled lines and tables, in the order of the printed form.
public struct SheetWords {
    let row: SheetRow
    let format: Format

    /// The words of a sheet for a reader.
    public init(_ row: SheetRow, _ format: Format) {
        self.row = row
        self.format = format
    }

    /// What is written down, label and text; what is not is left out.
    public var lines: [(label: String, text: String)] { plan + judgement }

    /// Where the programme stands, what it is for and what was planned.
    var plan: [(label: String, text: String)] {
        let sheet = row.sheet
        let place = [row.programme.basicPolicy, row.programme.policy, measure].compactMap { $0 }
        return labelled([
            (Words(ja: "政策体系", en: "Policy"), place.isEmpty ? nil : place.joined(separator: " ＞ ")),
            (Words(ja: "所管課", en: "Section"), row.programme.sectionName ?? row.programme.section?.text),
            (Words(ja: "目的", en: "Purpose"), sheet?.purpose),
            (Words(ja: "概要", en: "Content"), sheet?.content),
            (Words(ja: "計画上の取組", en: "Planned"), sheet?.plan),
            (Words(ja: "実施結果", en: "Result"), sheet?.result),
            (Words(ja: "計画からの変更", en: "Change from the plan"), sheet?.change),
            (Words(ja: "変更の理由", en: "Reason of the change"), sheet?.changeReason),
        ])
    }

    /// The judgement: level, contribution, direction, each with its reason.
    var judgement: [(label: String, text: String)] {
        let sheet = row.sheet
        let level = sheet?.level.map { code in row.level.map { "\(code)　\($0.name)" } ?? code }
        return labelled([
            (Words(ja: "達成度", en: "Level"), joined(level, sheet?.levelReason)),
            (
                Words(ja: "施策への貢献度", en: "Contribution"),
                joined(sheet?.contribution.map { format($0.title) }, sheet?.contributionReason)
            ),
            (
                Words(ja: "今後の方向性", en: "Direction"),
                joined(sheet?.direction.map { format($0.title) }, sheet?.directionReason)
            ),
            (Words(ja: "直近の見直し", en: "Last review"), sheet?.lastReview.map(format.year)),
            (Words(ja: "次年度の取組", en: "Next year"), sheet?.next), (Words(ja: "備考", en: "Note"), sheet?.note),
            (Words(ja: "出典", en: "Source"), sheet?.source),
        ])
    }

    /// The tables that have rows.
    public var tables: [Table] {
        [
            Table.sheetCosts(row, format), Table.sheetIndicators(row, format), Table.projects(row, format),
            Table.answers(row, format),
        ].filter { !$0.rows.isEmpty && $0.columns.count > 1 }
    }

    private var measure: String? {
        row.programme.measure.map {
            [row.programme.measureNumber, $0].compactMap { $0 }.joined(separator: " ")
        }
    }

    private func joined(_ choice: String?, _ reason: String?) -> String? {
        choice.map { [$0, reason].compactMap { $0 }.joined(separator: "　") }
    }

    private func labelled(_ pairs: [(Words, String?)]) -> [(label: String, text: String)] {
        pairs.compactMap { words, text in text.map { (format(words), $0) } }
    }
}
