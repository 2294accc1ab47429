import HeijunModel
public import HeijunPolicy

extension Table {
    /// The standardized businesses: rate, steps, state, deadline and what is left until it.
    public static func standardization(_ table: StandardizationTable, _ format: Format) -> Table {
        Table(
            key: "businesses", title: Words(ja: "標準化対象業務の進捗", en: "Standardized businesses"),
            columns: standardizationColumns, rows: table.rows.map { row($0, format) })
    }

    private static let standardizationColumns: [Column] = [
        .data("key", ja: "業務キー", en: "Business key"),
        Column("name", ja: "業務", en: "Business"),
        Column("rate", ja: "進捗率", en: "Rate", .trailing),
        Column("basis", ja: "根拠", en: "Basis"),
        Column("done", ja: "完了", en: "Done", .trailing),
        Column("working", ja: "作業中", en: "Working", .trailing),
        Column("notStarted", ja: "未", en: "Not started", .trailing),
        Column("notApplicable", ja: "対象外", en: "Not applicable", .trailing),
        Column("state", ja: "状態", en: "State"),
        Column("deadline", ja: "期限", en: "Deadline"),
        Column("deadlineKind", ja: "種別", en: "Kind"),
        Column("daysLeft", ja: "残日数", en: "Days left", .trailing),
        .data("forecast", ja: "見込み", en: "Forecast"),
        Column("planned", ja: "予定", en: "Planned"),
        .data("completed", ja: "移行完了日", en: "Completed"),
        .data("systems", ja: "システム", en: "Systems"),
        .data("transitionReason", ja: "特定移行支援の事由", en: "Transition reason"),
        .data("deadlineSource", ja: "期限の根拠", en: "Source of the deadline"),
        .data("reportedAsOf", ja: "公表時点", en: "Reported as of"),
    ]

    private static func row(_ row: StandardizationTable.Row, _ format: Format) -> [Cell] {
        let deadline = row.deadline?.day
        return [
            Cell(row.key.text), format.cell(row.name), format.cell(row.rate?.rate),
            Cell(row.rate.map { format($0.origin.title) } ?? "", JSONValue(row.rate?.origin.rawValue)),
            format.cell(row.steps?.done), format.cell(row.steps?.working), format.cell(row.steps?.notStarted),
            format.cell(row.steps?.notApplicable),
            Cell(format(row.state.title), .string(row.state.rawValue), tone: tone(row)),
            Cell(deadline.map(format.deadline) ?? "", JSONValue(deadline), plain: deadline?.fieldText ?? ""),
            Cell(row.deadline.map { format($0.kind.title) } ?? "", JSONValue(row.deadline?.kind.rawValue)),
            daysLeft(row), format.cell(row.forecast), format.cell(row.planned), format.cell(row.completed),
            Cell("", JSONValue(row.systems)), format.cell(row.transitionReason), Cell(row.deadline?.source),
            format.cell(row.rate?.asOf),
        ]
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
