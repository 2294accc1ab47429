import HeijunModel

extension EvaluationCheck {
    /// Names and indicators that stand twice.
    static let names: [EvaluationCheck] = [
        EvaluationCheck(
            "name-differs", .info, fix: Words(ja: "名称をそろえてください。", en: "Use one name.")
        ) { namesTwice($0) },
        EvaluationCheck(
            "same-indicator", .info,
            fix: Words(
                ja: "同じ実績を二重に数えていないか確かめてください。", en: "Make sure that one result is not counted twice.")
        ) { sameIndicator($0) },
        EvaluationCheck(
            "outcome-judged-apart", .warning,
            fix: Words(
                ja: "同じ成果は同じ基準で達成・未達を判断してください。", en: "Judge the same outcome by the same standard.")
        ) { judgedApart($0) },
    ]
}

private func namesTwice(_ input: EvaluationInput) -> [Breach] {
    let measures = input.context.portfolio.measures.compactMap { measure in
        measure.otherName.map { other in
            Breach(
                kind: "measure", key: measure.id.text, field: "other_name", value: other,
                ja: "施策\(measure.number): 名称が箇所により「\(measure.name)」と「\(other)」です。",
                en: "Measure \(measure.number) is called “\(measure.name)” here and “\(other)” there.")
        }
    }
    let fields = input.context.portfolio.policyFields.compactMap { field in
        field.otherName.map { other in
            Breach(
                kind: "policy_field", key: field.id.text, field: "other_name", value: other,
                ja: "分野の名称が箇所により「\(field.name)」と「\(other)」です。",
                en: "The field is called “\(field.name)” here and “\(other)” there.")
        }
    }
    return measures + fields
}

/// Two measures whose indicators have the same name, target and actual.
private func sameIndicator(_ input: EvaluationInput) -> [Breach] {
    let rows = input.indicators.filter { $0.measure != nil && $0.deciding?.target.value != nil }
    let groups = Dictionary(grouping: rows) { row in
        [row.name, row.target?.value?.fieldText ?? "", row.actual?.value?.fieldText ?? ""]
    }
    return groups.values.filter { $0.count > 1 }.compactMap { group in
        let sorted = group.sorted { $0.id < $1.id }
        let keys = sorted.compactMap { $0.measure?.text }.joined(separator: "、")
        guard Set(sorted.map(\.measure)).count > 1, let first = sorted.first else { return nil }
        return Breach(
            kind: "indicator", key: first.id.text, field: "name", value: first.name,
            ja: "施策 \(keys) の指標「\(first.name)」は目標も実績も同じです。",
            en: "Measures \(keys) have the same indicator “\(first.name)” with the same figures.")
    }
}

/// Indicators whose outcome the document writes in the same words, but which count as reached here and not there.
private func judgedApart(_ input: EvaluationInput) -> [Breach] {
    let values = input.context.portfolio.indicatorValues.filter { $0.outcome != nil && $0.attainment != nil }
    let groups = Dictionary(grouping: values) { [$0.outcome ?? "", $0.year.fieldText] }
    let rows = Dictionary(input.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return groups.values.compactMap { group -> Breach? in
        let sorted = group.sorted { $0.indicator < $1.indicator }
        guard Set(sorted.map(\.attainment)).count > 1, let first = sorted.first, let outcome = first.outcome
        else { return nil }
        func judged(_ language: Language) -> String {
            sorted.map { value in
                let name = rows[value.indicator]?.measure.map {
                    language == .ja ? "施策\($0.text)" : "measure \($0.text)"
                }
                let verdict = value.text ?? value.attainment?.title[language] ?? ""
                return (name ?? value.indicator.text) + (language == .ja ? "は「\(verdict)」" : ": “\(verdict)”")
            }.joined(separator: language == .ja ? "、" : ", ")
        }
        return Breach(
            kind: "indicator", key: first.indicator.text, field: "attainment", value: outcome,
            ja: "\(input.context.ja(first.year))の成果はどちらも「\(outcome)」ですが、\(judged(.ja))と数えられています。",
            en:
                "The outcome of FY\(first.year.startYear) is “\(outcome)” in each, but it counts apart: \(judged(.en))."
        )
    }
}
