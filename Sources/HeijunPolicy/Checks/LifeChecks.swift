import HeijunModel

extension DataCheck {
    /// Years and days of a system's life that do not fit together.
    static let lives: [DataCheck] = [
        DataCheck(
            "renewal-before-service", .contradictory, .error,
            fix: Words(ja: "稼働年度か次期機器更新年度を直してください。", en: "Correct its in-service or renewal year."),
            check: .eachSystem { system, context in
                guard let start = system.inService, let year = system.renewalYear, year < start else {
                    return nil
                }
                return Breach(
                    system, "renewal_year", year.fieldText,
                    ja: "次期機器更新（\(context.ja(year))）が稼働（\(context.ja(start))）より前です。",
                    en: "its renewal (FY\(year.startYear)) comes before its service (FY\(start.startYear)).")
            }),
        DataCheck(
            "rebuild-before-service", .contradictory, .error,
            fix: Words(ja: "稼働年度か次期再構築年度を直してください。", en: "Correct its in-service or rebuild year."),
            check: .eachSystem { system, context in
                guard let start = system.inService, let year = system.rebuildYear, year < start else {
                    return nil
                }
                return Breach(
                    system, "rebuild_year", year.fieldText,
                    ja: "次期再構築（\(context.ja(year))）が稼働（\(context.ja(start))）より前です。",
                    en: "its rebuild (FY\(year.startYear)) comes before its service (FY\(start.startYear)).")
            }),
        past("rebuild-in-the-past", "rebuild_year", Words(ja: "次期再構築", en: "rebuild"), \.rebuildYear),
        past("renewal-in-the-past", "renewal_year", Words(ja: "次期機器更新", en: "renewal"), \.renewalYear),
        past("pin-in-the-past", "pinned_year", Words(ja: "固定した再構築", en: "pinned rebuild"), \.pinnedYear),
        DataCheck(
            "pin-outside-window", .contradictory, .warning,
            fix: Words(ja: "固定年度か前倒し・先送りの年数を直してください。", en: "Correct the pinned year or the window."),
            check: .eachSystem { system, context in
                guard let pin = system.pinnedYear, let natural = system.naturalYear else { return nil }
                let early = system.windowEarly ?? context.portfolio.value(of: .windowEarly)
                let late = system.windowLate ?? context.portfolio.value(of: .windowLate)
                guard early >= 0, late >= 0, !(-early...late).contains(natural.distance(to: pin)) else {
                    return nil
                }
                return Breach(
                    system, "pinned_year", pin.fieldText,
                    ja: "固定年度（\(context.ja(pin))）が許容範囲（\(context.ja(natural))の\(early)年前〜\(late)年後）の外です。",
                    en:
                        "its pinned year FY\(pin.startYear) is outside FY\(natural.startYear) −\(early)/+\(late)."
                )
            }),
        DataCheck(
            "decided-without-year", .contradictory, .error,
            fix: Words(ja: "次期再構築年度を記入するか「年度決定済」を外してください。", en: "Enter the rebuild year or unset the flag."),
            check: .eachSystem { system, _ in
                guard system.isYearDecided, system.rebuildYear == nil, system.pinnedYear == nil else {
                    return nil
                }
                return Breach(
                    system, "year_decided", "true", ja: "年度決定済ですが、年度がありません。",
                    en: "its year is said to be decided, but there is none.")
            }),
        DataCheck(
            "rebuild-after-retirement", .contradictory, .warning,
            fix: Words(ja: "廃止年度か次期再構築年度を直してください。", en: "Correct its last year or its rebuild year."),
            check: .eachSystem { system, context in
                guard let last = system.retiresAfter, let year = system.rebuildYear, year > last else {
                    return nil
                }
                return Breach(
                    system, "rebuild_year", year.fieldText,
                    ja: "廃止（\(context.ja(last))）の後に再構築（\(context.ja(year))）が予定されています。",
                    en:
                        "a rebuild (FY\(year.startYear)) is planned after its last year (FY\(last.startYear))."
                )
            }),
        validity,
    ]

    /// A year of change that lies before today, of a system still in use.
    private static func past(
        _ code: String, _ field: String, _ name: Words,
        _ year: any KeyPath<ITSystem, FiscalYear?> & Sendable
    ) -> DataCheck {
        DataCheck(
            code, .contradictory, .warning,
            fix: Words(
                ja: "済んでいれば稼働年度と次期の年度を、遅れていれば新しい年度を記入してください。",
                en: "If done, enter the new service year and the next one; if late, the new year."),
            check: .eachSystem { system, context in
                guard let year = system[keyPath: year], year < context.year, system.isRunning,
                    !system.isLeaving
                else { return nil }
                return Breach(
                    system, field, year.fieldText, ja: "\(name.ja)の年度（\(context.ja(year))）が過ぎています。",
                    en: "the year of its \(name.en) (FY\(year.startYear)) has passed.")
            })
    }

    private static let validity = DataCheck(
        "valid-to-before-from", .contradictory, .error,
        fix: Words(ja: "二つの日付の順序を直してください。", en: "Put the two days in order."),
        check: .whole { context in spans(in: context).compactMap { $0.breach(context) } })
}
