import HeijunModel
public import HeijunPolicy

extension Table {
    /// The policy tree with the systems, cost, rebuilds and indicators that roll up along it.
    public static func policyTree(_ tree: PolicyTree, _ format: Format) -> Table {
        Table(
            key: "tree", title: Words(ja: "政策体系別の集計", en: "Policy tree"),
            columns: [
                .data("level", ja: "階層", en: "Level"), Column("code", ja: "コード", en: "Code"),
                Column("name", ja: "政策・施策・事務事業", en: "Policy, measure, programme"),
                Column("systems", ja: "システム", en: "Systems", .trailing),
                .money("runCost", ja: "年間運用経費", en: "Running cost"),
                .money("buildCost", ja: "再構築経費", en: "Rebuild cost"),
                Column("rebuildYears", ja: "再構築年度", en: "Rebuild years"),
                Column("year", ja: "評価年度", en: "Evaluated", .trailing),
                .money("budget", ja: "予算（総コスト）", en: "Budget (total)"),
                .money("settled", ja: "決算（総コスト）", en: "Settled (total)"),
                Column("met", ja: "指標の達成", en: "Indicators met", .centre),
                .data("judged", ja: "判定した指標", en: "Indicators judged"),
            ], rows: tree.nodes.map { row($0, format) })
    }

    private static func row(_ node: PolicyTree.Node, _ format: Format) -> [Cell] {
        let indent = String(repeating: "　", count: max(0, node.level.rawValue - 1))
        let name = node.level == .all ? format(Words(ja: "合計（重複を除く）", en: "All, each once")) : node.name
        let years = node.rebuildYears.map(format.year).joined(separator: " ")
        return [
            Cell("", .string(String(describing: node.level))), Cell(node.code),
            Cell(indent + name, .string(name)),
            format.cell(node.systems), format.money(node.runCost), format.money(node.buildCost),
            Cell(years, .array(node.rebuildYears.map { JSONValue($0) })), format.cell(node.year),
            format.money(node.budget), format.money(node.settled),
            Cell(node.judged == 0 ? "" : "\(node.met) / \(node.judged)", .int(node.met)),
            format.cell(node.judged),
        ]
    }

    /// One comparison with other bodies.
    public static func figureComparison(_ comparison: FigureComparison, _ format: Format) -> Table {
        Table(
            key: "peers", title: Words(ja: comparison.topic, en: comparison.topic),
            columns: [
                .data("topic", ja: "比較事項", en: "Topic"), Column("body", ja: "団体", en: "Body"),
                Column("year", ja: "年度", en: "Year", .trailing), .money("amount", ja: "金額", en: "Amount"),
                Column("scope", ja: "範囲", en: "Scope"),
                Column("perHead", ja: "人口1人当たり（円）", en: "Yen per resident", .trailing),
                Column("rankPerHead", ja: "順位", en: "Rank", .trailing),
                .money("perSystem", ja: "1システム当たり", en: "Per system"),
                Column("rankPerSystem", ja: "順位", en: "Rank", .trailing),
                Column("comparable", ja: "比較", en: "Compared"),
                Column("reason", ja: "比較できない理由", en: "Why not"),
                .data("source", ja: "出典", en: "Source"),
            ],
            rows: comparison.rows.map { row in
                let isCompared = row.reason == nil
                return [
                    Cell("", .string(comparison.topic)), Cell(row.body), format.cell(row.year),
                    format.money(row.amount), Cell(row.scope),
                    Cell(row.perHead.map { grouped($0.amount) } ?? "", JSONValue(row.perHead)),
                    format.cell(row.rankPerHead), format.money(row.perSystem), format.cell(row.rankPerSystem),
                    Cell(
                        format(
                            isCompared ? Words(ja: "可", en: "yes") : Words(ja: "比較不可", en: "not comparable")),
                        .bool(isCompared), tone: isCompared ? .plain : .muted), format.cell(row.reason),
                    Cell(row.source),
                ]
            })
    }

    /// The summary reviews (総括): two choices with their reasons, and when the next is due.
    public static func reviews(_ rows: [ReviewRow], _ format: Format) -> Table {
        Table(
            key: "reviews", title: Words(ja: "総括", en: "Summary reviews"),
            columns: [
                Column("id", ja: "総括ID", en: "Key"), Column("name", ja: "対象", en: "Subject"),
                Column("day", ja: "総括日", en: "Reviewed"), Column("effect", ja: "効果および課題", en: "Effect"),
                Column("effectReason", ja: "理由", en: "Reason"),
                Column("direction", ja: "今後の方向性", en: "Direction"),
                Column("directionReason", ja: "内容・理由", en: "Content"), Column("due", ja: "次の期限", en: "Due"),
                .data("source", ja: "出典", en: "Source"),
            ],
            rows: rows.map { row in
                let due = format.cell(row.due)
                return [
                    Cell(row.review.id.text), Cell(row.review.name), format.cell(row.review.day),
                    format.cell(row.review.effect), Cell(row.review.effectReason),
                    format.cell(row.review.direction), Cell(row.review.directionReason),
                    Cell(due.text, due.value, tone: row.isOverdue ? .bad : .plain, plain: row.due?.fieldText),
                    Cell(row.review.source),
                ]
            })
    }
}
