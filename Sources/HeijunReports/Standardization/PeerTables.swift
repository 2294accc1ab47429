import HeijunModel
public import HeijunPolicy

extension Table {
    /// The body among its peers, a row a business and one for all.
    public static func comparison(_ comparison: PeerComparison, _ format: Format) -> Table {
        Table(
            key: "comparison", title: Words(ja: "他団体との比較", en: "Comparison with other bodies"),
            columns: [
                .data("key", ja: "業務キー", en: "Business key"), Column("name", ja: "業務", en: "Business"),
                Column("own", ja: "本団体", en: "Own", .trailing),
                Column("rank", ja: "順位", en: "Rank", .trailing),
                Column("count", ja: "団体数", en: "Of", .trailing),
                Column("mean", ja: "平均", en: "Mean", .trailing),
                Column("least", ja: "最小", en: "Least", .trailing),
                Column("lower", ja: "下位1/4", en: "Lower quarter", .trailing),
                Column("median", ja: "中央", en: "Median", .trailing),
                Column("upper", ja: "上位1/4", en: "Upper quarter", .trailing),
                Column("most", ja: "最大", en: "Most", .trailing),
                Column("complete", ja: "100 %", en: "At 100 %", .trailing),
                Column("below", ja: "50 %未満", en: "Below 50 %", .trailing),
                Column("gap", ja: "中央との差", en: "Against the median", .trailing),
                .data("tenths", ja: "10 %刻みの分布", en: "Distribution by tenths"),
            ],
            rows: comparison.lines.filter { $0.business != nil }.map { row($0, format) },
            total: comparison.lines.last.map { row($0, format) })
    }

    private static func row(_ line: PeerComparison.Line, _ format: Format) -> [Cell] {
        let name = line.business?.name ?? Words(ja: "全業務の平均", en: "Mean of all")
        return [
            Cell(line.business?.key.text), format.cell(name), format.cell(line.own),
            format.cell(line.rank), format.cell(line.count), format.cell(line.mean),
        ] + (0..<5).map { format.cell(line.quartiles.count == 5 ? line.quartiles[$0] : nil) } + [
            format.cell(line.complete), format.cell(line.below),
            Cell(
                line.gap.map { points($0) } ?? "",
                line.gap.map { .decimal($0, places: 4) } ?? .null, tone: (line.gap ?? 0) < 0 ? .bad : .plain),
            Cell("", .array(line.tenths.map { .int($0) })),
        ]
    }

    /// A difference of rates in percentage points.
    private static func points(_ tenThousandths: Int) -> String {
        (tenThousandths > 0 ? "+" : tenThousandths < 0 ? "−" : "±")
            + decimalText(Int(tenThousandths.magnitude), places: 2) + "pt"
    }

    /// The steps that most others have settled and the body has not.
    public static func stepGaps(_ comparison: PeerComparison, limit: Int, _ format: Format) -> Table {
        Table(
            key: "behind", title: Words(ja: "遅れている作業ステップ", en: "Steps behind"),
            columns: [
                .data("key", ja: "業務キー", en: "Business key"), Column("name", ja: "業務", en: "Business"),
                .data("number", ja: "番号", en: "No."), Column("step", ja: "作業ステップ", en: "Step"),
                Column("state", ja: "本団体", en: "Own state"),
                Column("settled", ja: "終えた団体", en: "Settled by others", .trailing),
            ],
            rows: comparison.behind.prefix(max(0, limit)).map { gap in
                [
                    Cell(gap.business.key.text), format.cell(gap.business.name),
                    Cell("", .int(gap.step.number)), Cell(gap.step.name), format.cell(gap.state),
                    format.cell(gap.settled),
                ]
            })
    }
}

/// The monthly progress in the ministry's layout: rates by body, and steps by business.
public struct ProgressSheets: Sendable {
    /// The rate sheet, its businesses under one merged heading.
    public let rates: WorkbookSheet
    /// The step sheet: prefecture, body, business and 40 steps.
    public let steps: WorkbookSheet

    /// Makes the sheets of a body's own table.
    public init(_ context: Context, _ table: StandardizationTable) {
        let body = context.portfolio.organization
        let format = Format(language: .ja, years: .era)
        let isPrefecture = body.category == .prefecture
        let place = [Cell(body.prefecture ?? ""), Cell(isPrefecture ? "" : body.name)]
        let rows = table.rows.filter { $0.business?.isOneOfTwenty == true }
        let month =
            "\(Era.of(context.asOf).name)\(context.asOf.year - Era.of(context.asOf).offset)年\(context.asOf.month)月"
        let columns = [
            Table.Column("prefecture", ja: "都道府県", en: "Prefecture"), .init("body", ja: "市区町村", en: "Body"),
        ]
        let rateTable = Table(
            key: "rates", title: Words(ja: "\(month)_進捗状況", en: "Rates"),
            columns: columns + [.init("rate", ja: "進捗率", en: "Rate", .trailing)]
                + rows.map { .init($0.key.text, ja: $0.name.ja, en: $0.name.en, .trailing) },
            rows: [place + [format.cell(table.overallRate)] + rows.map { format.cell($0.rate?.rate) }])
        rates = WorkbookSheet(
            rateTable, headings: rows.isEmpty ? [] : [.init("業務別の進捗率", over: 3...(2 + rows.count))],
            crowd: rows.isEmpty
                ? nil
                : .init(3...(2 + rows.count), width: 8, headingHeight: 18, headHeight: 48, pagesAcross: 1))
        let stepTable = Table(
            key: "steps", title: Words(ja: "業務別ステップ別進捗一覧", en: "Steps"),
            columns: columns + [
                .init("business", ja: "業務名", en: "Business"), .init("rate", ja: "進捗率", en: "Rate"),
            ]
                + ProcedureStep.all.map { .init("step\($0.number)", ja: $0.name, en: $0.name) },
            rows: rows.compactMap { row in
                let steps = context.ledger.steps(of: row.key)
                guard !steps.isEmpty else { return nil }
                let letters = StepLetters(steps)
                return place + [Cell(row.name.ja), format.cell(letters.rate)]
                    + (1...40).map { Cell(letters[$0].title.ja) }
            })
        steps = WorkbookSheet(
            stepTable, headings: ProgressSheets.items,
            crowd: .init(4...43, width: 10, headingHeight: 48, headHeight: 170, pagesAcross: 2))
    }

    /// The 18 work items over their steps.
    private static let items: [WorkbookSheet.Heading] = (1...18).compactMap { item in
        let steps = ProcedureStep.all.filter { $0.item == item }
        guard let first = steps.first, let last = steps.last else { return nil }
        return .init(first.itemName, over: (first.number + 3)...(last.number + 3))
    }
}

extension JSONValue {
    /// A comparison with other bodies.
    public static func comparison(
        _ comparison: PeerComparison, limit: Int, _ format: Format
    ) -> JSONValue {
        let table = Table.comparison(comparison, format)
        return .object([
            ("group", .string(format(comparison.group))), ("peers", .int(comparison.peers)),
            ("businesses", table.json),
            (
                "overall",
                Table(
                    key: "", title: table.title, columns: table.columns, rows: table.total.map { [$0] } ?? []
                ).json
            ),
            ("behind", Table.stepGaps(comparison, limit: limit, format).json),
        ])
    }

    /// One business with its steps.
    public static func business(
        _ row: StandardizationTable.Row, _ context: Context, _ format: Format
    ) -> JSONValue {
        .object(
            Table.standardizationMembers(of: row, format)
                + [("steps", Table.steps(of: row, context, format).json)])
    }
}
