import HeijunModel
public import HeijunPolicy

extension Table {
    /// One business: a row for each fact.
    public static func business(
        _ row: StandardizationTable.Row, _ context: Context, _ format: Format
    ) -> Table {
        let business = context.ledger.business(row.key)
        var facts: [(Words, String)] = [
            (Words(ja: "業務", en: "Business"), format(row.name)),
            (Words(ja: "所管", en: "Ministry"), row.business?.ministry ?? ""),
            (Words(ja: "状態", en: "State"), format(row.state.title)),
            (
                Words(ja: "進捗率", en: "Rate"),
                row.rate.map { "\(format.percent($0.rate))（\(format($0.origin.title))）" } ?? ""
            ),
            (Words(ja: "期限", en: "Deadline"), row.deadline.map { text($0, format) } ?? ""),
            (Words(ja: "残日数", en: "Days left"), row.daysLeft.map { format(Sentences.daysLeft($0)) } ?? ""),
            (Words(ja: "予定日", en: "Planned"), row.planned.map(format.shortDay) ?? ""),
            (Words(ja: "計画の稼働年度", en: "Plan's year"), row.planYear.map(format.year) ?? ""),
            (Words(ja: "完了日", en: "Completed"), row.completed.map(format.shortDay) ?? ""),
            (Words(ja: "経過措置の期限", en: "Interim until"), business?.interimDue.map(format.shortDay) ?? ""),
            (
                Words(ja: "特定移行支援の事由", en: "Transition reason"),
                row.transitionReason.map { format($0.title) } ?? ""
            ),
            (Words(ja: "標準仕様書の版", en: "Specification"), business?.specificationVersion ?? ""),
            (Words(ja: "掲載順", en: "Official orders"), orders(row.business, format)),
        ]
        facts += forecastFacts(row, format)
        facts += context.ledger.systems(of: row.key).filter(\.isLive).map { system in
            (Words(ja: "システム", en: "System"), line(system, row, format))
        }
        return Table(
            key: "business", title: row.name,
            columns: [Column("fact", ja: "項目", en: "Fact"), Column("value", ja: "内容", en: "Value")],
            rows: facts.filter { !$0.1.isEmpty }.map { [format.cell($0.0), Cell($0.1)] })
    }

    private static func text(_ deadline: Deadline, _ format: Format) -> String {
        let decided = deadline.decided.map { " \(format.shortDay($0))" } ?? ""
        return "\(format.deadline(deadline.day))（\(format(deadline.kind.title))、\(deadline.source)\(decided)）"
    }

    private static func orders(_ business: StandardBusiness?, _ format: Format) -> String {
        guard let business else { return "" }
        func text(_ order: Int?) -> String { order.map { "\($0)" } ?? "—" }
        let mark = business.isCabinetOrderVerified ? "" : format(Words(ja: "・未確認", en: ", unverified"))
        return format(
            Words(
                ja: "総務省進捗 \(text(business.progressOrder))、デジタル庁 \(text(business.digitalAgencyOrder))、"
                    + "政令 \(text(business.cabinetOrder))\(mark)",
                en: "progress sheet \(text(business.progressOrder)), Digital Agency "
                    + "\(text(business.digitalAgencyOrder)), Cabinet Order \(text(business.cabinetOrder))\(mark)"
            ))
    }

    private static func forecastFacts(
        _ row: StandardizationTable.Row, _ format: Format
    ) -> [(Words, String)] {
        guard let forecast = row.forecastRange else { return [] }
        let path = forecast.criticalPath.compactMap { ProcedureStep.numbered($0)?.code }
        let next = forecast.next.flatMap(ProcedureStep.numbered)?.name ?? ""
        return [
            (
                Words(ja: "完了の見込み", en: "Forecast"),
                "\(format.shortDay(forecast.expected))（\(format.shortDay(forecast.earliest))–\(format.shortDay(forecast.latest))）"
            ),
            (Words(ja: "次に進める作業", en: "Push next"), next),
            (Words(ja: "見込みを決める作業", en: "Critical path"), path.joined(separator: "→")),
        ]
    }

    private static func line(
        _ system: ITSystem, _ row: StandardizationTable.Row, _ format: Format
    ) -> String {
        let version = system.specificationVersion.map { format(Words(ja: "仕様 第\($0)版", en: "version \($0)")) }
        let own = row.systemDeadlines.first { $0.system == system.id }
            .map { text($0.deadline, format) }
        let hosting = system.hosting.map { format($0.title) }
        return ([system.id.text, system.name] + [hosting, version, own].compactMap { $0 })
            .joined(separator: "  ")
    }

    /// The 40 steps of one business.
    public static func steps(
        of row: StandardizationTable.Row, _ context: Context, _ format: Format
    ) -> Table {
        let recorded = Dictionary(
            context.ledger.steps(of: row.key).map { ($0.number, $0) }, uniquingKeysWith: { _, last in last })
        let path = Set(row.forecastRange?.criticalPath ?? [])
        return Table(
            key: "steps", title: Words(ja: "作業ステップ", en: "Steps"),
            columns: [
                Column("number", ja: "番号", en: "No.", .trailing), Column("phase", ja: "フェーズ", en: "Phase"),
                Column("name", ja: "作業ステップ", en: "Step"), Column("state", ja: "状態", en: "State"),
                Column("planned", ja: "予定", en: "Planned"), Column("actual", ja: "実績", en: "Done on"),
                Column("person", ja: "担当", en: "Who"), Column("reason", ja: "対象外の理由", en: "Reason"),
                Column("critical", ja: "見込み", en: "Forecast"),
                Column("slack", ja: "余裕（日）", en: "Slack", .trailing),
            ],
            rows: ProcedureStep.all.map { step in
                let record = recorded[step.number]
                let state = record?.state ?? .notStarted
                let isOpen = state == .notStarted || state == .working
                let isLate = isOpen && (record?.plannedDay.map { $0 < context.asOf } ?? false)
                let mark =
                    row.forecastRange?.next == step.number
                    ? Words(ja: "次に進める", en: "push next")
                    : path.contains(step.number) ? Words(ja: "決め手", en: "critical") : nil
                return [
                    format.cell(step.number), format.cell(step.phase.title), Cell(step.name),
                    Cell(format(state.title), .string(state.rawValue), tone: isLate ? .bad : tone(state)),
                    format.cell(record?.plannedDay), format.cell(record?.actualDay), Cell(record?.person),
                    Cell(record?.reason), format.cell(mark),
                    format.cell(row.forecastRange?.slack[step.number]),
                ]
            })
    }

    private static func tone(_ state: Step.State) -> Cell.Tone {
        switch state {
        case .done: .good
        case .working: .caution
        case .notApplicable: .muted
        case .notStarted: .plain
        }
    }

    /// The open businesses with their forecasts, the latest first.
    public static func forecast(_ table: StandardizationTable, _ format: Format) -> Table {
        let rows = table.rows.filter { $0.forecastRange != nil }.sorted {
            ($1.forecast ?? table.asOf, $0.key) < ($0.forecast ?? table.asOf, $1.key)
        }
        return Table(
            key: "forecast", title: Words(ja: "完了の見込み", en: "Forecast"),
            columns: [
                .data("key", ja: "業務キー", en: "Business key"), Column("name", ja: "業務", en: "Business"),
                Column("stepsLeft", ja: "残り", en: "Left", .trailing),
                Column("earliest", ja: "早い場合", en: "Earliest"), Column("expected", ja: "見込み", en: "Expected"),
                Column("latest", ja: "遅い場合", en: "Latest"), Column("deadline", ja: "期限", en: "Deadline"),
                Column("margin", ja: "余裕（日）", en: "Margin (days)", .trailing),
                Column("planned", ja: "予定", en: "Planned"),
                Column("planYear", ja: "計画", en: "Plan", .trailing),
                Column("nextStep", ja: "次に進める作業", en: "Push next"),
                Column("criticalPath", ja: "見込みを決める作業", en: "Critical path"),
                Column("fromHistory", ja: "実績による", en: "From history", .trailing),
            ],
            rows: rows.map { forecastRow($0, format) })
    }

    /// The step to push next, its long name cut in tables.
    private static func next(_ forecast: Forecast?) -> Cell {
        let name = forecast?.next.flatMap(ProcedureStep.numbered)?.name
        return Cell(name.map { DisplayWidth().cut($0, to: 44) } ?? "", JSONValue(name), plain: name)
    }

    private static func forecastRow(_ row: StandardizationTable.Row, _ format: Format) -> [Cell] {
        let forecast = row.forecastRange
        let margin = row.deadline.flatMap { deadline in row.forecast.map { $0.days(to: deadline.day) } }
        let codes = (forecast?.criticalPath ?? []).compactMap { ProcedureStep.numbered($0)?.code }
        let path = codes.count > 4 ? codes.prefix(2) + ["…"] + codes.suffix(1) : codes[...]
        let ofAll = forecast.map { "\($0.fromHistory)/\($0.openSteps)" }
        return [
            Cell(row.key.text), format.cell(row.name), format.cell(row.stepsLeft),
            format.cell(forecast?.earliest), format.cell(forecast?.expected), format.cell(forecast?.latest),
            Cell(
                row.deadline.map { format.deadline($0.day) } ?? "", JSONValue(row.deadline?.day),
                plain: row.deadline?.day.fieldText),
            Cell(margin.map(grouped) ?? "", JSONValue(margin), tone: (margin ?? 0) < 0 ? .bad : .plain),
            format.cell(row.planned), format.cell(row.planYear),
            next(forecast),
            Cell(path.joined(separator: "→"), .array((forecast?.criticalPath ?? []).map { .int($0) })),
            Cell(ofAll ?? "", JSONValue(forecast?.fromHistory)),
        ]
    }
}
