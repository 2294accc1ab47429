import HeijunModel

extension EvaluationCheck {
    /// What does not fit together in the rates, means and grades of measures.
    static let measures: [EvaluationCheck] = [
        EvaluationCheck(
            "rate-differs", .warning,
            fix: Words(
                ja: "評価の規則に沿った値か、規則と違う数え方をした理由を所管課に確かめてください。",
                en: "Ask the section for a rate by the rule, or for its reason to count otherwise.")
        ) { each($0, rateDiffers) },
        EvaluationCheck(
            "rate-truncated", .info,
            fix: Words(ja: "端数処理を四捨五入にそろえてください。", en: "Round half up as elsewhere.")
        ) { each($0, rateTruncated) },
        EvaluationCheck(
            "rate-twice", .warning,
            fix: Words(ja: "どちらが正しいか所管課に確かめてください。", en: "Ask the section which one is right.")
        ) { each($0, rateTwice) },
        EvaluationCheck(
            "year-left-out", .info,
            fix: Words(
                ja: "除いた年度の扱いを評価に注記してください。", en: "Note beside the grade how that year was treated.")
        ) { each($0, yearLeftOut) },
        EvaluationCheck(
            "mean-rounding", .info,
            fix: Words(ja: "平均は端数処理の前の達成率から求めてください。", en: "Make means of unrounded rates.")
        ) { each($0, meanRounding) },
        EvaluationCheck(
            "mean-differs", .warning,
            fix: Words(ja: "平均を計算し直してください。", en: "Compute the mean again.")
        ) { each($0, meanDiffers) },
        EvaluationCheck(
            "grade-differs", .warning,
            fix: Words(
                ja: "評価を直すか、修正後の評価と理由を登録してください。",
                en: "Correct the grade, or record one set by hand with its reason.")
        ) { each($0, gradeDiffers) },
        EvaluationCheck(
            "grade-by-rule", .warning,
            fix: Words(
                ja: "指標の結果を規則どおり数えた評価になります。公表の前に所管課と確かめてください。",
                en: "This is the grade if the rule is followed. Settle it with the section before publishing."
            )
        ) { each($0, gradeByRule) },
        EvaluationCheck(
            "override-without-reason", .error,
            fix: Words(
                ja: "override_reason に理由を登録してください。それまで修正後の評価は使いません。",
                en: "Record override_reason; until then the grade set by hand is not used.")
        ) { each($0, overrideWithoutReason) },
    ]

    private static func each(
        _ input: EvaluationInput, _ check: (MeasureRow, EvaluationInput) -> [Breach]
    ) -> [Breach] {
        input.measures.flatMap { check($0, input) }
    }
}

private func breach(
    _ row: MeasureRow, _ field: String, _ value: String?, ja: String, en: String
) -> Breach {
    Breach(
        kind: "measure", key: row.measure.id.text, field: field, value: value,
        ja: "施策\(row.measure.number): \(ja)", en: "Measure \(row.measure.number): \(en)")
}

private func rateDiffers(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    row.years.filter { $0.agreement == .differs }.compactMap { year in
        guard let reported = year.reported?.fieldText, let computed = year.computed?.percent(places: 1) else {
            return nil
        }
        let name = input.context.ja(year.year)
        let en = "FY\(year.year.startYear)"
        let (ja, count) =
            year.hasFigures
            ? ("指標の達成率の平均は \(computed)％", "the indicators' mean is \(computed)%")
            : (
                "指標は \(year.judged) 件中 \(year.met) 件達成（\(computed)％）",
                "\(year.met) of \(year.judged) indicators were reached (\(computed)%)"
            )
        return breach(
            row, "rate", reported, ja: "\(name)の達成率は \(reported)％と記載、\(ja)。",
            en: "the rate of \(en) is reported as \(reported)%, but \(count).")
    }
}

private func rateTruncated(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    row.years.filter { $0.agreement == .truncated }.compactMap { year in
        guard let reported = year.reported?.fieldText, let computed = year.computed?.percent(places: 2) else {
            return nil
        }
        return breach(
            row, "rate", reported,
            ja: "\(input.context.ja(year.year))の達成率 \(computed)％が \(reported)％に切り捨てられています。",
            en: "the rate of FY\(year.year.startYear), \(computed)%, is cut to \(reported)%.")
    }
}

private func rateTwice(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    row.years.compactMap { year in
        guard let list = year.reported, let sheet = year.sheet, list != sheet else { return nil }
        return breach(
            row, "sheet_rate", sheet.fieldText,
            ja:
                "\(input.context.ja(year.year))の達成率が一覧では \(list.fieldText)％、個票では \(sheet.fieldText)％です。計算には一覧の値を使いました。",
            en:
                "the rate of FY\(year.year.startYear) is \(list.fieldText)% in the list and \(sheet.fieldText)% in the sheet; the list's is used."
        )
    }
}

private func yearLeftOut(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    row.years.compactMap { year in
        guard let reason = year.leftOut, year.judged > year.met else { return nil }
        return breach(
            row, "left_out", nil,
            ja: "\(input.context.ja(year.year))は達成できなかった指標がありますが、平均から除かれています（\(reason)）。",
            en:
                "FY\(year.year.startYear) has an indicator that was missed but is left out of the mean (\(reason))."
        )
    }
}

/// A mean of printed rates that lies on a half may have been rounded either way: it came from unrounded rates.
private func meanRounding(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    let printed = row.years.filter { $0.leftOut == nil }.compactMap(\.reported)
    guard let reported = row.measure.reportedMean, !row.isMeanBeyondRounding,
        let mean = AchievementRate.mean(printed.map { AchievementRate(percent: $0) }),
        mean.percent(places: 0) != reported.fieldText
    else { return [] }
    return [
        breach(
            row, "reported_mean", reported.fieldText,
            ja: "記載の達成率の平均 \(mean.percent(places: 1))％が \(reported.fieldText)％になっています。端数処理の前の値から求めたものと見られます。",
            en:
                "the printed rates' mean of \(mean.percent(places: 1))% is given as \(reported.fieldText)%; it seems to come from unrounded rates."
        )
    ]
}

private func meanDiffers(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    guard row.isMeanBeyondRounding, let mean = row.mean, let reported = row.measure.reportedMean else {
        return []
    }
    return [
        breach(
            row, "reported_mean", reported.fieldText,
            ja: "平均達成率は \(reported.fieldText)％と記載、計算では \(mean.percent(places: 1))％です。",
            en: "the mean is reported as \(reported.fieldText)%, but is \(mean.percent(places: 1))%.")
    ]
}

private func gradeDiffers(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    guard row.override == nil, let reported = row.measure.reportedGrade, let computed = row.computedGrade,
        reported != computed
    else { return [] }
    return [
        breach(
            row, "reported_grade", reported.text,
            ja: "評価は \(reported.text) と記載、平均達成率からは \(computed.text) です。",
            en: "the grade is reported as \(reported.text), but the mean gives \(computed.text).")
    ]
}

private func gradeByRule(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    guard let byRule = row.ruleGrade, let mean = row.ruleMean, let grade = row.grade, byRule != grade else {
        return []
    }
    return [
        breach(
            row, "reported_grade", grade.text,
            ja: "指標を規則どおり数えると平均達成率は \(mean.percent(places: 1))％、評価は \(grade.text) ではなく \(byRule.text) です。",
            en:
                "by the written rule its mean would be \(mean.percent(places: 1))% and its grade \(byRule.text), not \(grade.text)."
        )
    ]
}

private func overrideWithoutReason(_ row: MeasureRow, _ input: EvaluationInput) -> [Breach] {
    guard let grade = row.measure.overrideGrade, row.override == nil else { return [] }
    return [
        breach(
            row, "override_grade", grade.text, ja: "修正後の評価 \(grade.text) に理由がありません。",
            en: "its grade is set to \(grade.text) by hand without a reason.")
    ]
}
