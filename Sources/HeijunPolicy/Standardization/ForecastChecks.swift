public import HeijunModel

extension DataCheck {
    /// What the forecast says against the days that people have set.
    static let forecasts: [DataCheck] = [
        DataCheck(
            "forecast-after-deadline", .standardization, .warning,
            fix: Words(
                ja: "見込みを決めている作業ステップを先に進めるか、期限と状態を見直してください。",
                en: "Push the steps that decide the forecast, or revise deadline and state."),
            check: .whole { context in
                each(context) { business, forecast in
                    let deadline = context.deadline(of: business)
                    guard context.asOf <= deadline.day, forecast.expected > deadline.day else { return nil }
                    return breach(
                        business, "planned_day", nil,
                        severity: forecast.earliest > deadline.day ? .error : nil,
                        ja: "完了の見込み（\(context.ja(forecast.expected))）が\(deadline.kind.title.ja)"
                            + "（\(context.ja(deadline.day))）の後です。",
                        en: "it is expected on \(forecast.expected.fieldText), after "
                            + "\(deadline.day.fieldText).")
                }
            }),
        DataCheck(
            "planned-before-forecast", .standardization, .warning,
            fix: Words(
                ja: "移行予定日を見直すか、見込みを決めている作業ステップを先に進めてください。",
                en: "Revise the planned day, or push the steps that decide the forecast."),
            check: .whole { context in
                each(context) { business, forecast in
                    guard let planned = business.plannedDay, planned < forecast.earliest else { return nil }
                    return breach(
                        business, "planned_day", planned.fieldText,
                        ja: "移行予定日（\(context.ja(planned))）は、最も早い見込み（\(context.ja(forecast.earliest))）より前です。",
                        en: "its planned day (\(planned.fieldText)) lies before the earliest forecast "
                            + "(\(forecast.earliest.fieldText)).")
                }
            }),
    ]

    private static func each(
        _ context: Context, _ find: (Business, Forecast) -> Breach?
    ) -> [Breach] {
        let forecasts = Forecasts(context)
        return context.portfolio.businesses.compactMap { business in
            forecasts.of(business).flatMap { find(business, $0) }
        }
    }
}

extension StandardizationTable {
    /// Where the plan's go-live years and the forecast disagree: the plan wants a business in operation before it
    /// is expected to be.
    public var planFindings: [Finding] {
        rows.compactMap { row in
            guard let year = row.planYear, let forecast = row.forecastRange, forecast.expected > year.lastDay
            else { return nil }
            let isSure = forecast.earliest > year.lastDay
            return Finding(
                code: "plan-before-forecast", kind: "business", key: row.key.text, field: "planned_day",
                value: String(year.startYear), severity: isSure ? .error : .warning,
                message: Words(
                    ja: "「\(row.name.ja)」: 計画の稼働年度（\(year.long(.era))）は、完了の見込み"
                        + "（\(forecast.expected.long(.era))）より前です。",
                    en:
                        "“\(row.name.en)”: the plan's go-live year (FY\(year.startYear)) lies before the forecast "
                        + "(\(forecast.expected.fieldText))."),
                remedy: Words(
                    ja: "計画の年度を固定し直すか（plan pin）、見込みを決めている作業ステップを先に進めてください。",
                    en: "Pin another year (plan pin), or push the steps that decide the forecast."))
        }
    }
}
