import HeijunModel
public import HeijunPolicy

extension Table {
    /// The standardized businesses: rate, steps, state, deadline and what is left until it.
    public static func standardization(_ table: StandardizationTable, _ format: Format) -> Table {
        Table(
            key: "businesses", title: Words(ja: "標準化対象業務の進捗", en: "Standardized businesses"),
            columns: standardizationColumns, rows: table.rows.map { row($0, format) })
    }

    /// One business as the members of a JSON object.
    static func standardizationMembers(
        of business: StandardizationTable.Row, _ format: Format
    ) -> [(String, JSONValue)] {
        zip(standardizationColumns, row(business, format)).map { ($0.key, $1.value) }
    }

    private static let standardizationColumns: [Column] = [
        .data("key", ja: "業務キー", en: "Business key"),
        Column("name", ja: "業務", en: "Business"),
        Column("systemCount", ja: "システム数", en: "Systems", .trailing),
        Column("state", ja: "状態", en: "State"),
        Column("rate", ja: "進捗率", en: "Rate", .trailing),
        Column("basis", ja: "根拠", en: "Basis"),
        .data("done", ja: "完了", en: "Done"),
        .data("working", ja: "作業中", en: "Working"),
        .data("notStarted", ja: "未", en: "Not started"),
        .data("notApplicable", ja: "対象外", en: "Not applicable"),
        Column("stepsLeft", ja: "残り", en: "Steps left", .trailing),
        Column("deadline", ja: "期限", en: "Deadline"),
        Column("deadlineKind", ja: "種別", en: "Kind"),
        Column("daysLeft", ja: "残日数", en: "Days left", .trailing),
        Column("forecast", ja: "見込み", en: "Forecast"),
        Column("planned", ja: "予定", en: "Planned"),
        Column("planYear", ja: "計画", en: "Plan", .trailing),
        .data("completed", ja: "移行完了日", en: "Completed"),
        .data("systems", ja: "システム", en: "Systems"),
        .data("transitionReason", ja: "特定移行支援の事由", en: "Transition reason"),
        .data("deadlineSource", ja: "期限の根拠", en: "Source of the deadline"),
        .data("reportedAsOf", ja: "公表時点", en: "Reported as of"),
        .data("forecastEarliest", ja: "見込み（早い場合）", en: "Forecast, earliest"),
        .data("forecastLatest", ja: "見込み（遅い場合）", en: "Forecast, latest"),
        .data("nextStep", ja: "次に進める作業", en: "Step to push next"),
        .data("deadlineDecided", ja: "期限の決定日", en: "Deadline decided on"),
        .data("systemDeadlines", ja: "システム個別の期限", en: "Deadlines of single systems"),
    ]

    private static func row(_ row: StandardizationTable.Row, _ format: Format) -> [Cell] {
        let deadline = row.deadline?.day
        let next = row.forecastRange?.next.flatMap(ProcedureStep.numbered)
        return [
            Cell(row.key.text), format.cell(row.name), format.cell(row.systems.count),
            Cell(format(row.state.title), .string(row.state.rawValue), tone: tone(row)),
            format.cell(row.rate?.rate),
            Cell(row.rate.map { format($0.origin.short) } ?? "", JSONValue(row.rate?.origin.rawValue)),
            format.cell(row.steps?.done), format.cell(row.steps?.working), format.cell(row.steps?.notStarted),
            format.cell(row.steps?.notApplicable), format.cell(row.stepsLeft),
            Cell(deadline.map(format.deadline) ?? "", JSONValue(deadline), plain: deadline?.fieldText ?? ""),
            Cell(row.deadline.map { format($0.kind.title) } ?? "", JSONValue(row.deadline?.kind.rawValue)),
            daysLeft(row), forecast(row, format), format.cell(row.planned), format.cell(row.planYear),
            format.cell(row.completed), Cell("", JSONValue(row.systems)), format.cell(row.transitionReason),
            Cell(row.deadline?.source), format.cell(row.rate?.asOf),
            format.cell(row.forecastRange?.earliest), format.cell(row.forecastRange?.latest),
            Cell(next?.code), format.cell(row.deadline?.decided),
            Cell(
                "",
                .array(row.systemDeadlines.map { .string("\($0.system.text) \($0.deadline.day.fieldText)") })),
        ]
    }

    /// The expected day; late where it lies after a deadline that has not passed, or after the plan's year.
    private static func forecast(_ row: StandardizationTable.Row, _ format: Format) -> Cell {
        guard let day = row.forecast else { return Cell(nil) }
        let isLate = row.deadline.map { day > $0.day } ?? false
        return Cell(
            format.shortDay(day), JSONValue(day), tone: isLate ? .bad : .plain, plain: day.fieldText)
    }

    private static func daysLeft(_ row: StandardizationTable.Row) -> Cell {
        Cell(
            row.daysLeft.map(grouped) ?? "", JSONValue(row.daysLeft),
            tone: (row.daysLeft ?? 0) < 0 ? .bad : .plain)
    }

    private static func tone(_ row: StandardizationTable.Row) -> Cell.Tone {
        if row.isLate { return .bad }
        switch row.state {
        case .migrated: return .good
        case .migratedInterim, .transitionSupport: return .caution
        case .notApplicable, .undecided: return .muted
        case .notStarted, .working: return .plain
        }
    }
}
