import HeijunModel

extension EvaluationCheck {
    /// What does not fit together in summaries, and doubts that people recorded.
    static let summaries: [EvaluationCheck] = [
        EvaluationCheck(
            "count-differs", .warning,
            fix: Words(ja: "公表した件数を数え直してください。", en: "Count the published numbers again.")
        ) { countDiffers($0) },
        EvaluationCheck(
            "count-unknown", .info,
            fix: Words(
                ja: "施策ごとに属する分野（fields）を登録すると数え直せます。",
                en: "Record the fields of each measure, and it can be recounted.")
        ) { countUnknown($0) },
        EvaluationCheck(
            "fields-overlap", .info,
            fix: Words(
                ja: "分野別の件数を足して全体の件数としないでください。", en: "Do not add the fields up to a total.")
        ) { overlap($0) },
        EvaluationCheck(
            "share-truncated", .info,
            fix: Words(ja: "端数処理を四捨五入にそろえてください。", en: "Round half up as elsewhere.")
        ) { share($0) },
        EvaluationCheck(
            "summary-by-rule", .warning,
            fix: Words(
                ja: "評価の規則と違う数え方をした施策を確かめ、集計に注記してください。",
                en: "Look at the measures that were counted otherwise, and note it in the summary.")
        ) { summaryByRule($0) },
    ]

    static let remarks: [EvaluationCheck] = [
        EvaluationCheck(
            "remark", .info,
            fix: Words(
                ja: "資料の作成者に確かめ、解決したら疑義を削除してください。",
                en: "Ask who made the document; take the remark away when it is settled.")
        ) { input in
            input.context.portfolio.remarks.map { remark in
                let text = remark.text + (remark.action.map { " " + $0 } ?? "")
                return Breach(
                    kind: remark.kind ?? "remark", key: remark.key ?? remark.id.text, value: nil,
                    ja: text + (remark.source.map { "（\($0)）" } ?? ""),
                    en: text + (remark.source.map { " (\($0))" } ?? ""))
            }
        }
    ]
}

private func name(_ row: FieldSummary.Row) -> Words {
    row.field.map { Words(ja: "「\($0.name)」", en: "“\($0.name)”") } ?? Words(ja: "全施策", en: "All measures")
}

private func countDiffers(_ input: EvaluationInput) -> [Breach] {
    input.summary.rows.filter { $0.agrees == false && $0.field?.isOpen != true }.map { row in
        let counted = row.counts.map(String.init).joined(separator: "/")
        let published = row.published.map { String($0 ?? 0) }.joined(separator: "/")
        return Breach(
            kind: "policy_field", key: row.field?.id.text ?? "", field: "count", value: published,
            ja: "\(name(row).ja)の施策数は \(published) と公表、数えると \(counted) です。",
            en: "\(name(row).en) is published as \(published), but counts \(counted).")
    }
}

private func countUnknown(_ input: EvaluationInput) -> [Breach] {
    input.summary.rows.filter { $0.agrees == false && $0.field?.isOpen == true }.map { row in
        let published = row.publishedTotal ?? 0
        return Breach(
            kind: "policy_field", key: row.field?.id.text ?? "", field: "open", value: String(published),
            ja: "\(name(row).ja)は \(published) 施策と公表されていますが、属する施策のうち \(row.total) 件しか資料から読み取れません。",
            en:
                "\(name(row).en) is published with \(published) measures, of which the document names \(row.total)."
        )
    }
}

private func overlap(_ input: EvaluationInput) -> [Breach] {
    guard let total = input.summary.rows.last?.total, total > 0, input.summary.overlapping > total else {
        return []
    }
    let sum = input.summary.overlapping
    return [
        Breach(
            kind: "policy_field", key: FieldSummary.everything.text, field: "count", value: String(sum),
            ja: "分野別の施策数の合計は \(sum) で、全施策 \(total) より多くなります。複数の分野に属する施策があるためです。",
            en: "The fields add up to \(sum), more than all \(total) measures: some lie in several.")
    ]
}

private func share(_ input: EvaluationInput) -> [Breach] {
    input.summary.rows.compactMap { row in
        guard let field = row.field, let printed = field.reportedShare,
            let exact = AchievementRate(row.onTrack, over: row.total),
            exact.agreement(with: printed) != .rounded
        else { return nil }
        return Breach(
            kind: "policy_field", key: field.id.text, field: "reported_share", value: printed.fieldText,
            ja:
                "\(row.total) 施策のうち \(row.onTrack) 施策は \(exact.percent(places: 2))％ですが、\(printed.fieldText)％と公表されています。",
            en:
                "\(row.onTrack) of \(row.total) measures are \(exact.percent(places: 2))%, but \(printed.fieldText)% is published."
        )
    }
}

/// The summary as the written rule would give it, where that differs from the grades that stand.
private func summaryByRule(_ input: EvaluationInput) -> [Breach] {
    guard let standing = input.summary.rows.last, standing.total > 0 else { return [] }
    let counted = input.measures.filter { $0.measure.state != .new && $0.grade != nil }
    let onTrack = Set(input.context.portfolio.schemeGrades.filter(\.isOnTrack).map(\.code))
    let byRule = counted.map { $0.ruleGrade ?? $0.grade }
    let counts = input.summary.grades.map { grade in byRule.count { $0 == grade } }
    let good = byRule.count { $0.map(onTrack.contains) ?? false }
    guard counts != standing.counts, let share = AchievementRate(good, over: standing.total),
        let stated = AchievementRate(standing.onTrack, over: standing.total)
    else { return [] }
    func list(_ counts: [Int]) -> String {
        zip(input.summary.grades, counts).map { "\($0.text) \($1)" }.joined(separator: " / ")
    }
    return [
        Breach(
            kind: "policy_field", key: FieldSummary.everything.text, field: "count", value: list(counts),
            ja: "指標を規則どおり数えると \(list(counts))、計画どおり以上は \(good) 施策（\(share.percent(places: 1))％）で、"
                + "集計の \(list(standing.counts))、\(standing.onTrack) 施策（\(stated.percent(places: 1))％）と違います。",
            en:
                "By the written rule it is \(list(counts)) with \(good) on track (\(share.percent(places: 1))%), not "
                + "\(list(standing.counts)) with \(standing.onTrack) (\(stated.percent(places: 1))%).")
    ]
}
