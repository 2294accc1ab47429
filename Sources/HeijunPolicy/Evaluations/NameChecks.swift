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
