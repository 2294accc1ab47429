public import HeijunModel

extension Table {
    /// The load of every fiscal year before and after levelling, its ceiling and what is left below it.
    public static func planYears(_ plan: Plan, _ format: Format) -> Table {
        let figures = PlanFigures(plan)
        return Table(
            key: "years", title: Words(ja: "年度別経費", en: "Cost by fiscal year"), columns: planYearsColumns,
            rows: zip(plan.years, figures.years).map { row(exact: $0, shown: $1, format) },
            total: total(of: figures, exact: plan.years, format))
    }

    /// What every year costs if nothing is done, against its ceiling: what stands where no plan exists.
    public static func idleYears(_ plan: Plan, _ format: Format) -> Table {
        Table(
            key: "idleYears", title: Words(ja: "何もしない場合の年度別経費", en: "Cost by year if nothing is done"),
            columns: [
                Column("fiscalYear", ja: "年度", en: "Year"), .money("running", ja: "運用", en: "Running"),
                .money("oneTime", ja: "一時", en: "One-time"), .money("before", ja: "計", en: "Total"),
                .money("ceiling", ja: "上限", en: "Ceiling"), .money("margin", ja: "余裕", en: "Margin"),
                Column("large", ja: "大規模", en: "Large", .trailing), Column("bar", ja: "", en: ""),
            ],
            rows: plan.years.map { year in
                let margin = year.ceiling.map { $0 - year.before }
                return [
                    yearCell(year.year, format), format.money(year.runningBefore),
                    format.money(year.oneTimeBefore),
                    format.money(year.before), format.money(year.ceiling),
                    format.money(margin, tone: (margin ?? .zero) < .zero ? .bad : .plain),
                    format.cell(year.largeBefore),
                    bar(year.before, year.ceiling, greatest: plan.peak(\.before)?.before ?? .zero),
                ]
            })
    }

    /// Every year before and after levelling as bars of one scale: the histogram of a terminal, in marks that are equally
    /// wide on every one.
    public static func planBars(_ plan: Plan, _ format: Format) -> Table {
        let greatest = max(plan.peak(\.before)?.before ?? .zero, plan.peak(\.after)?.after ?? .zero)
        return Table(
            key: "bars",
            title: Words(ja: "年度別経費の推移（# は上限を超える分）", en: "Cost by year (# lies over the ceiling)"),
            columns: [
                Column("fiscalYear", ja: "年度", en: "Year"), Column("before", ja: "平準化前", en: "Before"),
                Column("after", ja: "計画", en: "Plan"),
            ],
            rows: plan.years.map {
                [
                    yearCell($0.year, format),
                    bar($0.before, $0.ceiling, greatest: greatest, marks: ("=", "#")),
                    bar($0.after, $0.ceiling, greatest: greatest, marks: ("=", "#")),
                ]
            })
    }

    /// A bar of thirty marks at the greatest year; what lies over the ceiling is drawn darker.
    private static func bar(
        _ amount: Yen, _ ceiling: Yen?, greatest: Yen, marks: (within: String, over: String) = ("▒", "█")
    ) -> Cell {
        guard greatest > .zero else { return Cell("", .null) }
        func count(_ amount: Yen) -> Int {
            max(0, (amount.amount * 30 + greatest.amount / 2) / greatest.amount)
        }
        let all = count(amount)
        let within = min(all, ceiling.map(count) ?? all)
        return Cell(
            String(repeating: marks.within, count: within)
                + String(repeating: marks.over, count: all - within), .null)
    }

    private static let planYearsColumns: [Column] = [
        Column("fiscalYear", ja: "年度", en: "Year"),
        .money("runningBefore", ja: "平準化前 運用", en: "Before: running"),
        .money("oneTimeBefore", ja: "平準化前 一時", en: "Before: one-time"),
        .money("before", ja: "平準化前 計", en: "Before: total"),
        .money("runningAfter", ja: "計画 運用", en: "Plan: running"),
        .money("oneTimeAfter", ja: "計画 一時", en: "Plan: one-time"),
        .money("after", ja: "計画 計", en: "Plan: total"),
        .money("ceiling", ja: "上限", en: "Ceiling"),
        .money("margin", ja: "余裕", en: "Margin"),
        Column("largeBefore", ja: "大規模 前", en: "Large before", .trailing),
        Column("largeAfter", ja: "大規模 計画", en: "Large plan", .trailing),
        .data("ceilingSetBy", ja: "上限の設定者", en: "Ceiling set by"),
    ]

    private static func row(exact: Plan.YearLoad, shown: PlanFigures.Year, _ format: Format) -> [Cell] {
        let margin = exact.ceiling.map { $0 - exact.after }
        return [
            yearCell(exact.year, format),
            amount(shown.runningBefore, exact.runningBefore),
            amount(shown.oneTimeBefore, exact.oneTimeBefore),
            amount(shown.before, exact.before),
            amount(shown.runningAfter, exact.runningAfter), amount(shown.oneTimeAfter, exact.oneTimeAfter),
            amount(shown.after, exact.after),
            amount(shown.ceiling, exact.ceiling),
            amount(shown.margin, margin, tone: (shown.margin ?? 0) < 0 ? .bad : .plain),
            format.cell(exact.largeBefore), format.cell(exact.largeAfter), Cell(exact.ceilingSetBy),
        ]
    }

    /// The year in both countings, where eras are shown.
    private static func yearCell(_ year: FiscalYear, _ format: Format) -> Cell {
        let western = format.years == .era ? " (\(year.startYear))" : ""
        return Cell(format.year(year) + western, JSONValue(year))
    }

    /// The sums of the columns that have one; a ceiling's sum would mean nothing where a year has none.
    private static func total(
        of figures: PlanFigures, exact: [Plan.YearLoad], _ format: Format
    ) -> [Cell] {
        func sum(_ shown: (PlanFigures.Year) -> Int, _ yen: (Plan.YearLoad) -> Yen) -> Cell {
            amount(figures.total(shown), exact.map(yen).total())
        }
        func count(_ large: (PlanFigures.Year) -> Int) -> Cell {
            Cell(grouped(figures.total(large)), .int(figures.total(large)))
        }
        let none = Cell(nil)
        return [
            Cell(format(Sentences.total)), sum(\.runningBefore, \.runningBefore),
            sum(\.oneTimeBefore, \.oneTimeBefore),
            sum(\.before, \.before), sum(\.runningAfter, \.runningAfter), sum(\.oneTimeAfter, \.oneTimeAfter),
            sum(\.after, \.after), none, none, count(\.largeBefore), count(\.largeAfter), none,
        ]
    }

    private static func amount(_ thousands: Int?, _ yen: Yen?, tone: Cell.Tone = .plain) -> Cell {
        Cell(thousands.map(grouped) ?? "", JSONValue(yen), tone: tone)
    }
}
