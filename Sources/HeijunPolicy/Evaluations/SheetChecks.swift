import HeijunModel

extension EvaluationCheck {
    /// The identities of programme sheets, and what people judged against what the figures say.
    static let sheets: [EvaluationCheck] = [
        EvaluationCheck(
            "total-differs", .error,
            fix: Words(ja: "事業費と人件費の和を計算し直してください。", en: "Add amount and personnel cost again.")
        ) { eachCost($0, totalDiffers) },
        EvaluationCheck(
            "funding-differs", .error,
            fix: Words(ja: "財源内訳の和が事業費になるように直してください。", en: "Make the funding add up to the amount.")
        ) { eachCost($0, fundingDiffers) },
        EvaluationCheck(
            "personnel-differs", .error,
            fix: Words(ja: "人工と人件費単価を確かめてください。", en: "Check the full-time equivalents and their unit cost.")
        ) { $0.sheets.flatMap(personnelDiffers) },
        EvaluationCheck(
            "settled-over-budget", .warning,
            fix: Words(
                ja: "予算を超えた理由（流用・補正など）を記載してください。", en: "Say why, such as a transfer or a revised budget.")
        ) { $0.sheets.flatMap(settledOverBudget) },
        EvaluationCheck(
            "budget-not-plan", .info,
            fix: Words(ja: "計画からの変更箇所と理由を登録してください。", en: "Record the change from the plan and its reason.")
        ) { $0.sheets.flatMap(budgetNotPlan) },
        EvaluationCheck(
            "change-without-reason", .error,
            fix: Words(ja: "change_reason に理由を登録してください。", en: "Record change_reason.")
        ) { input in
            written(input) { sheet in
                guard sheet.change != nil, sheet.changeReason == nil else { return nil }
                return (
                    "change", nil,
                    Words(ja: "計画からの変更に理由がありません。", en: "its change from the plan has no reason.")
                )
            }
        },
        EvaluationCheck(
            "level-unknown", .error,
            fix: Words(ja: "評価方式にある区分から選んでください。", en: "Choose one of the scheme's grades.")
        ) { input in
            input.sheets.filter { $0.sheet?.level != nil && $0.sheet?.scheme != nil && $0.level == nil }.map {
                breach(
                    $0, "level", $0.sheet?.level,
                    Words(ja: "達成度の区分が評価方式にありません。", en: "its level is none of its scheme's."))
            }
        },
        EvaluationCheck(
            "direction-missing", .warning,
            fix: Words(ja: "達成度・貢献度・方向性を登録してください。", en: "Record level, contribution and direction.")
        ) { input in
            written(input) { sheet in
                guard sheet.scheme != nil,
                    sheet.level == nil || sheet.contribution == nil || sheet.direction == nil
                else { return nil }
                return (
                    "direction", nil,
                    Words(
                        ja: "達成度・貢献度・方向性のいずれかがありません。", en: "its level, contribution or direction is missing.")
                )
            }
        },
        EvaluationCheck(
            "level-against-rates", .info,
            fix: Words(
                ja: "達成度は所管課の判断です。指標との違いを説明できるか確かめてください。",
                en: "The level is the section's judgement; make sure that it can explain the difference.")
        ) { $0.sheets.flatMap(levelAgainstRates) },
        EvaluationCheck(
            "sheet-without-indicator", .info,
            fix: Words(ja: "成果を測る指標を設けられないか検討してください。", en: "Consider an indicator for what comes of it.")
        ) { input in
            input.sheets.filter { $0.sheet != nil && $0.indicators.isEmpty && $0.projects.isEmpty }.map {
                breach($0, "indicator", nil, Words(ja: "指標がありません。", en: "it has no indicator."))
            }
        },
    ]
}

private func breach(_ row: SheetRow, _ field: String, _ value: String?, _ words: Words) -> Breach {
    Breach(
        kind: "programme", key: row.programme.id.text, field: field, value: value,
        ja: "\(row.programme.id.text) \(row.programme.name): \(words.ja)",
        en: "\(row.programme.id.text) \(row.programme.name): \(words.en)")
}

private func written(
    _ input: EvaluationInput, _ check: (ProgrammeSheet) -> (String, String?, Words)?
) -> [Breach] {
    input.sheets.compactMap { row in
        row.sheet.flatMap(check).map { breach(row, $0.0, $0.1, $0.2) }
    }
}

private func eachCost(
    _ input: EvaluationInput, _ check: (SheetRow, SheetRow.CostLine, Context) -> Breach?
) -> [Breach] {
    input.sheets.flatMap { row in row.costs.compactMap { check(row, $0, input.context) } }
}

private func place(_ line: SheetRow.CostLine, _ context: Context) -> Words {
    Words(
        ja: "\(context.ja(line.cost.year))\(line.cost.stage.title.ja)",
        en: "\(line.cost.stage.title.en) of FY\(line.cost.year.startYear)")
}

private func totalDiffers(_ row: SheetRow, _ line: SheetRow.CostLine, _ context: Context) -> Breach? {
    guard let reported = line.cost.total, let total = line.total, reported != total else { return nil }
    let place = place(line, context)
    return breach(
        row, "total", reported.fieldText,
        Words(
            ja: "\(place.ja)の総コストは \(reported.inThousands) 千円と記載、事業費と人件費の和は \(total.inThousands) 千円です。",
            en:
                "\(place.en): the total is given as \(reported.inThousands), but adds up to \(total.inThousands) thousand yen."
        ))
}

private func fundingDiffers(_ row: SheetRow, _ line: SheetRow.CostLine, _ context: Context) -> Breach? {
    guard let funding = line.funding, funding != line.cost.amount else { return nil }
    let place = place(line, context)
    return breach(
        row, "amount", line.cost.amount.fieldText,
        Words(
            ja: "\(place.ja)の事業費 \(line.cost.amount.inThousands) 千円に対し、財源内訳の和は \(funding.inThousands) 千円です。",
            en:
                "\(place.en): the amount is \(line.cost.amount.inThousands), its funding adds up to \(funding.inThousands) thousand yen."
        ))
}

private func personnelDiffers(_ row: SheetRow) -> [Breach] {
    row.staff.compactMap { line in
        guard let reported = line.staff.cost, let reckoned = line.reckoned, reported != reckoned else {
            return nil
        }
        return breach(
            row, "cost", reported.fieldText,
            Words(
                ja:
                    "人件費は \(reported.inThousands) 千円と記載、人工 \(line.staff.fte.fieldText) × 単価は \(reckoned.inThousands) 千円です。",
                en:
                    "personnel cost is given as \(reported.inThousands), but \(line.staff.fte.fieldText) FTE make \(reckoned.inThousands) thousand yen."
            ))
    }
}

private func settledOverBudget(_ row: SheetRow) -> [Breach] {
    row.costs.filter { $0.cost.stage == .settled }.compactMap { line in
        let year = line.cost.year
        guard let budget = (row.cost(year, .revised) ?? row.cost(year, .budget))?.cost.amount,
            line.cost.amount > budget
        else { return nil }
        let share = AchievementRate(line.cost.amount.amount, over: budget.amount)?.percent(places: 1)
        let percent = share.map { "（\($0)％）" } ?? ""
        let expected = line.cost.isExpected ? "見込" : ""
        return breach(
            row, "amount", line.cost.amount.fieldText,
            Words(
                ja:
                    "\(year.long(.era))の決算\(expected) \(line.cost.amount.inThousands) 千円が予算 \(budget.inThousands) 千円を超えています\(percent)。",
                en:
                    "FY\(year.startYear) settled at \(line.cost.amount.inThousands), over its budget of \(budget.inThousands) thousand yen\(share.map { " (\($0)%)" } ?? "")."
            ))
    }
}

private func budgetNotPlan(_ row: SheetRow) -> [Breach] {
    guard let plan = row.cost(row.year, .planned)?.cost.amount,
        let budget = row.cost(row.year, .budget)?.cost.amount, plan != budget, row.sheet?.changeReason == nil
    else { return [] }
    return [
        breach(
            row, "amount", budget.fieldText,
            Words(
                ja:
                    "\(row.year.long(.era))の予算 \(budget.inThousands) 千円が計画 \(plan.inThousands) 千円と違い、変更の理由が登録されていません。",
                en:
                    "the budget of FY\(row.year.startYear), \(budget.inThousands), is not the planned \(plan.inThousands) thousand yen, and no reason is recorded."
            ))
    ]
}

/// A level that says “as aimed at” beside a rate far from it. Levels are judged by people: this only asks.
private func levelAgainstRates(_ row: SheetRow) -> [Breach] {
    guard let level = row.level, !row.rates.isEmpty else { return [] }
    let low = row.rates.filter { $0.rate < AchievementRate(percent: Figure(80)) }
    let allHigh = row.rates.allSatisfy { $0.rate >= AchievementRate(percent: Figure(200)) }
    if level.isOnTrack {
        return low.map { found in
            breach(
                row, "level", level.code.text,
                Words(
                    ja:
                        "指標「\(found.indicator.name)」の達成率は \(found.rate.percent(places: 1))％ですが、達成度は \(level.code.text)（\(level.name)）です。",
                    en:
                        "“\(found.indicator.name)” reached \(found.rate.percent(places: 1))%, but its level is \(level.code.text) (\(level.name))."
                ))
        } + (allHigh && level.order > 1 ? [allAbove(row, level)] : [])
    }
    return []
}

private func allAbove(_ row: SheetRow, _ level: SchemeGrade) -> Breach {
    let least = row.rates.map(\.rate).min()?.percent(places: 1) ?? ""
    return breach(
        row, "level", level.code.text,
        Words(
            ja: "すべての指標の達成率が \(least)％以上ですが、達成度は \(level.code.text)（\(level.name)）です。",
            en:
                "every indicator reached \(least)% or more, but its level is \(level.code.text) (\(level.name))."
        ))
}
