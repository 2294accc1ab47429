import HeijunModel

extension EvaluationCheck {
    /// What an assembly would ask about an indicator.
    static let indicators: [EvaluationCheck] = [
        EvaluationCheck(
            "target-missed", .warning,
            fix: Words(ja: "未達の理由と今後の対応を説明できるようにしてください。", en: "Be ready to say why, and what will be done.")
        ) { each($0, missed) },
        EvaluationCheck(
            "actual-overdue", .warning,
            fix: Words(
                ja: "実績を heijun kpi set で登録してください。", en: "Record the actual with heijun kpi set.")
        ) { each($0, overdue) },
        EvaluationCheck(
            "check-overdue", .warning,
            fix: Words(ja: "点検年度の実績を登録してください。", en: "Record the actual of the check year.")
        ) { checkOverdue($0) },
        EvaluationCheck(
            "computed-differs", .warning,
            fix: Words(
                ja: "範囲や時点の違いか、台帳か報告値の誤りかを確かめてください。",
                en: "Find out whether scope or day differ, or the ledger or the report is wrong.")
        ) { each($0, computedDiffers) },
        EvaluationCheck(
            "target-reached-early", .info,
            fix: Words(ja: "目標値の見直しを検討してください。", en: "Consider a new target.")
        ) { each($0, early) },
        EvaluationCheck(
            "no-target", .info,
            fix: Words(
                ja: "目標値か、設定しない理由（not_set）を登録してください。", en: "Record a target, or why there is none (not_set).")
        ) { each($0, withoutTarget) },
        EvaluationCheck(
            "baseline-year-differs", .info,
            fix: Words(ja: "表の見出しに基準年度の違いを注記してください。", en: "Note the other year beside the baseline.")
        ) { baselineYears($0) },
        EvaluationCheck(
            "unit-differs", .info, fix: Words(ja: "単位をそろえてください。", en: "Use one unit.")
        ) { each($0, unitDiffers) },
        EvaluationCheck(
            "cumulative-falls", .error,
            fix: Words(ja: "累計が減ることはありません。値を確かめてください。", en: "A cumulative figure cannot fall; check it.")
        ) { each($0, cumulativeFalls) },
    ]

    private static func each(
        _ input: EvaluationInput, _ check: (IndicatorRow, Context) -> (String, String?, Words)?
    ) -> [Breach] {
        input.indicators.compactMap { row in
            check(row, input.context).map { breach(row, $0.0, $0.1, $0.2) }
        }
    }
}

private func breach(_ row: IndicatorRow, _ field: String, _ value: String?, _ words: Words) -> Breach {
    Breach(
        kind: "indicator", key: row.id.text, field: field, value: value,
        ja: "「\(row.name)」: \(words.ja)", en: "“\(row.name)”: \(words.en)")
}

/// The latest target that was settled and missed. An indicator of a measure is judged there.
private func missed(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard row.measure == nil,
        let last = row.assessments.last(where: { $0.verdict == .met || $0.verdict == .missed }),
        last.verdict == .missed, let target = last.target.value, let actual = last.actual?.value
    else { return nil }
    let unit = row.unit ?? ""
    let (aim, got) = (target.inWords + unit, actual.inWords + unit)
    let rate = last.rate.map { "（達成率 \($0.percent(places: 1))％）" } ?? ""
    return (
        "actual", actual.fieldText,
        Words(
            ja:
                "\(context.ja(last.target.year))の目標 \(aim)\(row.direction.limit.ja)に対し実績は \(got)で、未達です\(rate)。",
            en:
                "The target of FY\(last.target.year.startYear) was \(row.direction.limit.en)\(aim); it came to \(got): missed."
        )
    )
}

extension Indicator.Direction {
    fileprivate var limit: Words {
        switch self {
        case .higher: Words(ja: "以上", en: "at least ")
        case .lower, .atOrBelow: Words(ja: "以下", en: "at most ")
        case .text, .none: Words(ja: "", en: "")
        }
    }
}

private func overdue(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard let last = row.assessments.last(where: { $0.verdict == .unsettled }) else { return nil }
    let seen = last.actual.map { ("最新は\(context.ja($0.year))", "the latest is of FY\($0.year.startYear)") }
    return (
        "actual", nil,
        Words(
            ja: "\(context.ja(last.target.year))が終わりましたが、実績が登録されていません（\(seen?.0 ?? "実績なし")）。",
            en:
                "FY\(last.target.year.startYear) has ended, but its actual is not recorded (\(seen?.1 ?? "there is none"))."
        )
    )
}

private func checkOverdue(_ input: EvaluationInput) -> [Breach] {
    let rows = Dictionary(input.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return input.context.portfolio.indicators.flatMap { indicator -> [Breach] in
        guard let row = rows[indicator.id] else { return [] }
        return indicator.checkYears.filter { year in
            input.context.asOf > year.lastDay && !row.trend.contains { $0.year == year && $0.exists }
        }.map { year in
            breach(
                row, "check_years", year.fieldText,
                Words(
                    ja: "点検年度 \(input.context.ja(year))の実績がありません。",
                    en: "the actual of its check year FY\(year.startYear) is missing."))
        }
    }
}

private func computedDiffers(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard let computed = row.computed, computed.differs,
        let reported = row.trend.last(where: { $0.year == computed.year })?.value
    else { return nil }
    return (
        "actual", reported.fieldText,
        Words(
            ja:
                "\(context.ja(computed.year))の報告値は \(reported.inWords)、台帳からの計算では \(computed.value.inWords) です（\(computed.title.ja)）。",
            en:
                "FY\(computed.year.startYear) is reported as \(reported.inWords); the ledger gives \(computed.value.inWords) (\(computed.title.en))."
        )
    )
}

/// A target of a year that has not ended at the latest actual, which meets it already.
private func early(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard let last = row.assessments.last, let target = last.target.value, let actual = last.actual,
        actual.year < last.target.year, let value = actual.value,
        row.direction == .higher, row.direction.isMet(target: target, actual: value)
    else { return nil }
    return (
        "target", target.fieldText,
        Words(
            ja:
                "\(context.ja(last.target.year))の目標 \(target.inWords) を\(context.ja(actual.year))の実績 \(value.inWords) がすでに満たしています。",
            en:
                "the target of FY\(last.target.year.startYear), \(target.inWords), was reached in FY\(actual.year.startYear) (\(value.inWords))."
        )
    )
}

private func withoutTarget(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard row.verdict == .noTarget, row.notSet == nil, row.measure == nil else { return nil }
    let words = row.target?.text.map { ("「\($0)」", "“\($0)”") }
    return (
        "target", row.target?.text,
        Words(
            ja: words.map { "目標は文章だけです（\($0.0)）。数値としての判定はしません。" } ?? "目標値がありません。",
            en: words.map { "its target is words alone (\($0.1)); no verdict is given." }
                ?? "it has no target.")
    )
}

/// Baselines of another year than most of their table's.
private func baselineYears(_ input: EvaluationInput) -> [Breach] {
    let rows = input.indicators.filter {
        $0.baseline?.year != nil && $0.measure == nil && $0.programme == nil
    }
    let counts = Dictionary(grouping: rows.compactMap { $0.baseline?.year }, by: { $0 }).mapValues(\.count)
    guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), usual.value > 1 else {
        return []
    }
    return rows.filter { $0.baseline?.year != usual.key }.compactMap { row in
        row.baseline?.year.map { year in
            breach(
                row, "baseline_year", year.fieldText,
                Words(
                    ja: "基準値は\(input.context.ja(year))のもので、他の指標（\(input.context.ja(usual.key))）と違います。",
                    en: "its baseline is of FY\(year.startYear), the others' of FY\(usual.key.startYear)."))
        }
    }
}

/// Words of a value that end in another unit than the indicator's.
private func unitDiffers(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard let unit = row.unit, row.direction != .text else { return nil }
    let points = row.assessments.map(\.target) + row.trend
    let plain = halfWidth(unit)
    guard let other = points.first(where: { $0.value != nil && hasOtherUnit($0.text, plain) }) else {
        return nil
    }
    return (
        "unit", other.text,
        Words(
            ja: "単位は「\(unit)」ですが、\(context.ja(other.year))は「\(other.text ?? "")」と記載されています。",
            en: "its unit is “\(unit)”, but FY\(other.year.startYear) says “\(other.text ?? "")”.")
    )
}

/// Whether a text gives a number with a unit, and that is not the one.
private func hasOtherUnit(_ text: String?, _ unit: String) -> Bool {
    guard let text else { return false }
    let plain = halfWidth(text)
    guard let last = plain.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return false }
    let rest = plain[plain.index(after: last)...]
    guard let first = rest.first, first.isLetter || first == "%" else { return false }
    return !rest.contains(unit) && !rest.hasPrefix("以")
}

private func cumulativeFalls(_ row: IndicatorRow, _ context: Context) -> (String, String?, Words)? {
    guard row.isCumulative else { return nil }
    let values = row.trend.filter { $0.value != nil }
    guard
        let fall = zip(values, values.dropFirst()).first(where: {
            ($1.value ?? Figure(0)) < ($0.value ?? Figure(0))
        })
    else { return nil }
    return (
        "actual", fall.1.value?.fieldText,
        Words(
            ja:
                "累計が\(context.ja(fall.0.year))の \(fall.0.value?.inWords ?? "") から\(context.ja(fall.1.year))の \(fall.1.value?.inWords ?? "") に減っています。",
            en:
                "its cumulative figure falls from \(fall.0.value?.inWords ?? "") to \(fall.1.value?.inWords ?? "") in FY\(fall.1.year.startYear)."
        )
    )
}
