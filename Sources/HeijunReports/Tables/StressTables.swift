public import HeijunModel
public import HeijunPlanning

extension Table {
    /// Each year under delays and overruns, with the chance of breaking its ceiling: of every account, or of some.
    public static func stress(
        _ result: StressResult, accounts: [StressResult.Account]? = nil, _ format: Format
    ) -> Table {
        Table(
            key: "years", title: Words(ja: "遅延・超過を見込んだ年度別経費", en: "Cost by year under delays and overruns"),
            columns: [
                Column("account", ja: "会計", en: "Account"),
                Column("fiscalYear", ja: "年度", en: "Year", .trailing),
                .money("planned", ja: "計画", en: "Plan"), .money("ceiling", ja: "上限", en: "Ceiling"),
                Column("chance", ja: "上限を超える確率", en: "Chance over", .trailing),
                Column("chanceBefore", ja: "何もしない場合", en: "If nothing is done", .trailing),
                .money("mean", ja: "平均", en: "Mean"), .money("low", ja: "10%点", en: "10 %"),
                .money("median", ja: "中央値", en: "Median"), .money("high", ja: "90%点", en: "90 %"),
                .money("greatest", ja: "最大", en: "Greatest"),
            ],
            rows: (accounts ?? result.accounts).flatMap { account in
                account.years.map { year in
                    [
                        Cell(account.name), format.cell(year.year), format.money(year.planned),
                        format.money(year.ceiling), chance(year.broken, result, format),
                        chance(year.brokenBefore, result, format), format.money(year.mean),
                        format.money(year.low), format.money(year.median), format.money(year.high),
                        format.money(year.greatest),
                    ]
                }
            })
    }

    /// The chance that an account breaks a ceiling in some year; accounts without ceilings are left out.
    public static func stressAccounts(_ result: StressResult, _ format: Format) -> Table {
        Table(
            key: "accounts",
            title: Words(ja: "いずれかの年度で上限を超える確率", en: "Chance of breaking a ceiling in some year"),
            columns: [
                Column("account", ja: "会計", en: "Account"), Column("chance", ja: "計画", en: "Plan", .trailing),
                Column("chanceBefore", ja: "何もしない場合", en: "If nothing is done", .trailing),
            ],
            rows: result.accounts.filter { $0.broken != nil }.map {
                [Cell($0.name), chance($0.broken, result, format), chance($0.brokenBefore, result, format)]
            })
    }

    private static func chance(_ count: Int?, _ result: StressResult, _ format: Format) -> Cell {
        guard let rate = result.chance(count) else { return Cell("", .null) }
        let tone: Cell.Tone =
            rate.tenThousandths >= 5000 ? .bad : rate.tenThousandths > 1000 ? .caution : .plain
        return Cell(fixed(rate.tenThousandths / 10, places: 1) + " %", JSONValue(rate), tone: tone)
    }

    /// Every named event by itself: what the scope pays, and which ceilings break.
    public static func stressEvents(_ result: StressResult, _ format: Format) -> Table {
        Table(
            key: "events", title: Words(ja: "外的要因ごとの再計算", en: "Under named events"),
            columns: [
                Column("id", ja: "ID", en: "Key"), Column("name", ja: "外的要因", en: "Event"),
                .money("total", ja: "期間の総額", en: "Total"), .money("rise", ja: "計画からの増", en: "Rise"),
                .money("peak", ja: "ピーク", en: "Peak"), Column("peakYear", ja: "年度", en: "Year", .trailing),
                Column("over", ja: "上限を超える年度（超過額）", en: "Years over the ceiling (excess)"),
                .data("loads", ja: "年度別", en: "By year"),
            ],
            rows: result.events.map { event in
                [
                    Cell(event.event.event.id.text), format.cell(event.event.title),
                    format.money(event.total),
                    format.money(event.rise), format.money(event.peak), format.cell(event.peakYear),
                    amounts(event.over, format, isShown: true), amounts(event.years, format, isShown: false),
                ]
            })
    }

    /// Amounts by year in one cell; CSV has years and whole yen.
    static func amounts(_ amounts: [YearAmount], _ format: Format, isShown: Bool) -> Cell {
        let json = amounts.map {
            JSONValue.object([("fiscalYear", JSONValue($0.year)), ("amount", JSONValue($0.amount))])
        }
        let text = amounts.map { "\(format.year($0.year))（\(grouped($0.amount.thousands))）" }
        let english = amounts.map { "\(format.year($0.year)) (\(grouped($0.amount.thousands)))" }
        let shown = format.language == .ja ? text.joined(separator: "、") : english.joined(separator: ", ")
        let plain = amounts.map { "\($0.year.startYear):\($0.amount.amount)" }.joined(separator: " ")
        return Cell(isShown ? (amounts.isEmpty ? "–" : shown) : "", .array(json), plain: plain)
    }

    /// The systems that miss a deadline, or leave a closing room too late, in some run.
    public static func stressLate(_ result: StressResult, _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        return Table(
            key: "late", title: Words(ja: "期限・明渡しに遅れるおそれ", en: "May miss a deadline or a closing"),
            columns: [
                Column("system", ja: "ID", en: "Key"), Column("name", ja: "システム名", en: "System"),
                Column("chance", ja: "確率", en: "Chance", .trailing),
                Column("chanceBefore", ja: "何もしない場合", en: "If nothing is done", .trailing),
            ],
            rows: result.late.map {
                [
                    Cell($0.system.text), Cell(names.name(ofSystem: $0.system)),
                    chance($0.runs, result, format),
                    chance($0.runsBefore, result, format),
                ]
            })
    }
}

extension JSONValue {
    /// A stress test: its years, named events and late systems.
    public static func stress(
        _ result: StressResult, plan: String?, _ portfolio: Portfolio, _ format: Format
    ) -> JSONValue {
        .object([
            ("plan", JSONValue(plan)), ("runs", .int(result.runs)),
            ("seed", .int(Int(clamping: result.seed))),
            ("event", JSONValue(result.event?.event.id)),
            ("accounts", Table.stressAccounts(result, format).json),
            ("years", Table.stress(result, format).json), ("events", Table.stressEvents(result, format).json),
            ("late", Table.stressLate(result, portfolio, format).json),
        ])
    }
}
