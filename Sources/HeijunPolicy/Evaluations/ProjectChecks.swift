public import HeijunModel

extension MinimalProject {
    /// 実績 ÷ 目標; nil where one is missing or the target is 0.
    public var rate: AchievementRate? {
        target.flatMap { target in
            actual.flatMap { RateFormula.actualOverTarget.rate(target: target, actual: $0) }
        }
    }
}

extension EvaluationCheck {
    /// Minimal projects: percentages, changed targets, sums.
    static let projects: [EvaluationCheck] = [
        EvaluationCheck(
            "project-rate-differs", .warning,
            fix: Words(ja: "達成度を計算し直してください。", en: "Compute the percentage again.")
        ) { each($0, rateDiffers) },
        EvaluationCheck(
            "project-target-lowered", .info,
            fix: Words(ja: "目標を下げた理由を記載してください。", en: "Say why the target was lowered.")
        ) { each($0, targetLowered) },
        EvaluationCheck(
            "project-sum-differs", .error,
            fix: Words(ja: "最小事業の和と事業費の合計を確かめてください。", en: "Check the projects against the programme's total.")
        ) { $0.sheets.flatMap(sumDiffers) },
    ]

    private static func each(_ input: EvaluationInput, _ check: (MinimalProject) -> Words?) -> [Breach] {
        input.sheets.flatMap(\.projects).compactMap { project in
            check(project).map {
                Breach(
                    kind: "project", key: project.recordKey, field: "target",
                    value: project.target?.fieldText,
                    ja: "最小事業「\(project.name)」: \($0.ja)", en: "Project “\(project.name)”: \($0.en)")
            }
        }
    }
}

private func rateDiffers(_ project: MinimalProject) -> Words? {
    guard let reported = project.reportedRate, let rate = project.rate,
        rate.agreement(with: reported) != .rounded
    else { return nil }
    let computed = rate.percent(places: 1)
    return Words(
        ja: "達成度は \(reported.fieldText)％と記載、実績÷目標は \(computed)％です。",
        en: "its percentage is given as \(reported.fieldText), but is \(computed).")
}

private func targetLowered(_ project: MinimalProject) -> Words? {
    guard let target = project.target, let next = project.nextTarget, next < target else { return nil }
    return Words(
        ja: "翌年度の目標が \(target.fieldText) から \(next.fieldText) に下げられています。",
        en: "next year's target falls from \(target.fieldText) to \(next.fieldText).")
}

private func sumDiffers(_ row: SheetRow) -> [Breach] {
    guard !row.projects.isEmpty else { return [] }
    let sums: [(Yen, SheetRow.CostLine?)] = [
        (row.projects.compactMap(\.settled).total(), row.cost(row.year, .settled)),
        (row.projects.compactMap(\.initial).total(), row.cost(row.year, .budget)),
        (row.projects.compactMap(\.nextBudget).total(), row.cost(row.year.advanced(by: 1), .budget)),
    ]
    return sums.compactMap { sum, line in
        guard let amount = line?.cost.amount, amount != sum else { return nil }
        return Breach(
            kind: "programme", key: row.programme.id.text, field: "amount", value: amount.fieldText,
            ja: "\(row.programme.name): 最小事業の和は \(sum.inThousands) 千円、事業費は \(amount.inThousands) 千円です。",
            en:
                "\(row.programme.name): its projects add up to \(sum.inThousands), the programme to \(amount.inThousands) thousand yen."
        )
    }
}
