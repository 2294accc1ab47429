public import HeijunModel
public import HeijunPolicy

extension Table {
    /// Running cost before and after the migration, by official item, with the sum.
    public static func costComparison(_ analysis: RunningCostAnalysis, _ format: Format) -> Table {
        Table(
            key: "costs",
            title: Words(
                ja: "移行前後の運用経費（\(analysis.scope.text)）",
                en: "Running cost before and after (\(analysis.scope.text))"),
            columns: [
                .data("scope", ja: "範囲", en: "Scope"), Column("item", ja: "費目", en: "Item"),
                .money("before", ja: "移行前", en: "Before"), .money("after", ja: "移行後", en: "After"),
                .money("change", ja: "増減", en: "Change"), Column("rate", ja: "増減率", en: "Rate", .trailing),
                Column("share", ja: "移行後の構成比", en: "Share after", .trailing),
                Column("note", ja: "増減の理由", en: "Why"), .data("source", ja: "出典", en: "Source"),
            ],
            rows: analysis.items.map { item in
                row(
                    format.cell(item.item), item.before, item.after, analysis, note: item.note,
                    source: item.source, format)
            },
            total: analysis.items.isEmpty
                ? nil
                : row(
                    Cell(format(Words(ja: "合計", en: "Total"))), analysis.before, analysis.after, analysis,
                    note: nil, source: nil, format))
    }

    private static func row(
        _ name: Cell, _ before: Yen, _ after: Yen, _ analysis: RunningCostAnalysis, note: String?,
        source: String?, _ format: Format
    ) -> [Cell] {
        let change = after - before
        let rate = permille(from: before.amount, to: after.amount)
        let share = analysis.after.amount > 0 ? after.amount * 10_000 / analysis.after.amount : nil
        return [
            Cell(analysis.scope.text), name, format.money(before), format.money(after),
            Cell(
                (change.amount > 0 ? "+" : "") + grouped(change.thousands), JSONValue(change),
                tone: change.amount > 0 ? .bad : .plain),
            Cell(rate.map(signedPercent) ?? "", rate.map { .decimal($0, places: 3) } ?? .null),
            format.cell(share.map { Rate(tenThousandths: $0) }), Cell(note), Cell(source),
        ]
    }

    /// Each year's running cost against FY2018 and the target.
    public static func costYears(_ analysis: RunningCostAnalysis, _ format: Format) -> Table {
        Table(
            key: "years", title: Words(ja: "平成30年度との比較", en: "Against FY2018"),
            columns: [
                Column("fiscalYear", ja: "年度", en: "Year"), .money("amount", ja: "運用経費", en: "Running cost"),
                Column("stage", ja: "段階", en: "Stage"), Column("taxRate", ja: "税率", en: "Tax", .trailing),
                Column("reduction", ja: "削減率", en: "Reduction", .trailing),
                Column("withoutTax", ja: "削減率（税抜）", en: "Reduction without tax", .trailing),
                Column("verdict", ja: "目標", en: "Target"), Column("label", ja: "範囲", en: "Scope"),
                Column("source", ja: "出典", en: "Source"),
            ],
            rows: analysis.history.map { cost in
                let found = analysis.reductions.first { $0.cost == cost }
                let verdict = found.map {
                    $0.isReached ? Words(ja: "達成", en: "reached") : Words(ja: "未達", en: "missed")
                }
                return [
                    format.cell(cost.year), format.money(cost.amount), format.cell(cost.stage),
                    format.cell(cost.taxRate), percent(found?.reduction), percent(found?.withoutTax),
                    format.cell(verdict, tone: found?.isReached == true ? .good : .bad), Cell(cost.label),
                    Cell(cost.source),
                ]
            })
    }

    private static func percent(_ tenThousandths: Int?) -> Cell {
        guard let value = tenThousandths else { return Cell(nil) }
        let text = (value < 0 ? "−" : "") + decimalText(Int(value.magnitude), places: 2) + " %"
        return Cell(text, .decimal(value, places: 4))
    }

    /// The grants, by system and year.
    public static func grants(_ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        let grants = portfolio.grants.sorted { ($0.year, $0.system) < ($1.year, $1.system) }
        func sum(_ path: KeyPath<Grant, Yen?>) -> Cell {
            format.money(grants.compactMap { $0[keyPath: path] }.total())
        }
        return Table(
            key: "grants", title: Words(ja: "デジタル基盤改革支援補助金", en: "Subsidy for the migration"),
            columns: [
                Column("fiscalYear", ja: "年度", en: "Year"), .data("system", ja: "システムID", en: "System key"),
                Column("name", ja: "システム", en: "System"), .money("limit", ja: "上限額", en: "Limit"),
                .money("applied", ja: "交付申請", en: "Applied for"),
                Column("appliedDay", ja: "申請日", en: "Applied on"),
                .money("decided", ja: "交付決定", en: "Decided"),
                Column("decidedDay", ja: "決定日", en: "Decided on"),
                .money("spent", ja: "実績報告", en: "Spent"), Column("reportedDay", ja: "報告日", en: "Reported on"),
                .money("carried", ja: "繰越", en: "Carried over"),
                Column("carriedTo", ja: "繰越先", en: "To", .trailing), .data("source", ja: "出典", en: "Source"),
            ],
            rows: grants.map { grant in
                let isOver = [grant.applied, grant.decided, grant.spent].contains {
                    ($0 ?? .zero) > (grant.limit ?? $0 ?? .zero)
                }
                return [
                    format.cell(grant.year), Cell(grant.system.text),
                    Cell(names.name(ofSystem: grant.system)),
                    format.money(grant.limit, tone: isOver ? .bad : .plain), format.money(grant.applied),
                    format.cell(grant.appliedDay), format.money(grant.decided), format.cell(grant.decidedDay),
                    format.money(grant.spent), format.cell(grant.reportedDay), format.money(grant.carried),
                    format.cell(grant.carriedTo), Cell(grant.source),
                ]
            },
            total: grants.isEmpty
                ? nil
                : [
                    Cell(format(Words(ja: "合計", en: "Total"))), Cell(nil), Cell(nil), sum(\.limit),
                    sum(\.applied), Cell(nil), sum(\.decided), Cell(nil), sum(\.spent), Cell(nil),
                    sum(\.carried), Cell(nil), Cell(nil),
                ])
    }

    /// The revisions of specifications, by the day from which they apply.
    public static func revisions(_ works: [RevisionWork], _ format: Format) -> Table {
        Table(
            key: "revisions", title: Words(ja: "標準仕様書の改定", en: "Specification revisions"),
            columns: [
                .data("key", ja: "業務キー", en: "Business key"), Column("name", ja: "業務", en: "Business"),
                Column("version", ja: "版", en: "Version"), Column("published", ja: "公表", en: "Published"),
                Column("applies", ja: "適用日", en: "Applies from"),
                Column("daysLeft", ja: "残日数", en: "Days left", .trailing),
                Column("effort", ja: "作業量（人月）", en: "Person-months", .trailing),
                .money("cost", ja: "対応経費", en: "Cost"),
                Column("lagging", ja: "未対応のシステム", en: "Systems behind"),
                Column("source", ja: "出典", en: "Source"),
            ],
            rows: works.map { work in
                let isLate = (work.daysLeft ?? 0) < 0 && !work.lagging.isEmpty
                let behind = work.lagging.map { "\($0.name)（\($0.version ?? "—")）" }
                return [
                    Cell(work.revision.business.text), format.cell(work.name), Cell(work.revision.version),
                    format.cell(work.revision.published), format.cell(work.revision.applies),
                    Cell(
                        work.daysLeft.map(grouped) ?? "", JSONValue(work.daysLeft),
                        tone: isLate ? .bad : .plain),
                    Cell(
                        work.revision.effort.map { decimalText($0.tenths, places: 1) } ?? "",
                        work.revision.effort.map { .decimal($0.tenths, places: 1) } ?? .null),
                    format.money(work.revision.cost), Cell(behind.joined(separator: "、")),
                    Cell(work.revision.source),
                ]
            })
    }

    /// What revisions ask for and grants bring, year by year.
    public static func recurring(_ years: [RecurringYear], _ format: Format) -> Table {
        Table(
            key: "recurring", title: Words(ja: "年度別の改定対応と補助金", en: "Revisions and grants by fiscal year"),
            columns: [
                Column("fiscalYear", ja: "年度", en: "Year"),
                Column("revisions", ja: "改定", en: "Revisions", .trailing),
                Column("businesses", ja: "業務", en: "Businesses"),
                Column("effort", ja: "作業量（人月）", en: "Person-months", .trailing),
                .money("cost", ja: "対応経費", en: "Cost"), .money("grant", ja: "補助金", en: "Grants"),
            ],
            rows: years.map { year in
                let names = year.revisions.map { "\(format($0.name)) \($0.revision.version)" }
                return [
                    format.cell(year.year), format.cell(year.revisions.count),
                    Cell(names.joined(separator: "、")),
                    Cell(decimalText(year.effort, places: 1), .decimal(year.effort, places: 1)),
                    format.money(year.cost), format.money(year.grant),
                ]
            },
            total: years.isEmpty
                ? nil
                : [
                    Cell(format(Words(ja: "合計", en: "Total"))),
                    Cell(grouped(years.map(\.revisions.count).reduce(0, +))), Cell(nil),
                    Cell(decimalText(years.map(\.effort).reduce(0, +), places: 1)),
                    format.money(years.map(\.cost).total()), format.money(years.map(\.grant).total()),
                ])
    }

    /// The decisions about deadlines, the oldest first.
    public static func deadlines(_ decisions: [DeadlineDecision], _ format: Format) -> Table {
        Table(
            key: "deadlines", title: Words(ja: "期限の経緯", en: "Decisions about deadlines"),
            columns: [
                Column("decided", ja: "決定日", en: "Decided on"), Column("scope", ja: "対象", en: "Scope"),
                Column("system", ja: "システム", en: "System"), Column("day", ja: "期限", en: "Day"),
                Column("force", ja: "種別", en: "Kind"), Column("note", ja: "内容", en: "What"),
                Column("source", ja: "出典", en: "Source"),
            ],
            rows: decisions.map { decision in
                [
                    format.cell(decision.decided), format.cell(decision.scope), Cell(decision.system?.text),
                    Cell(
                        decision.day.map(format.deadline) ?? "", JSONValue(decision.day),
                        plain: decision.day?.fieldText ?? ""),
                    format.cell(decision.force), Cell(decision.note), Cell(decision.source),
                ]
            })
    }
}

extension JSONValue {
    /// One scope's running cost: items, sums and years.
    public static func costs(_ analysis: RunningCostAnalysis, _ format: Format) -> JSONValue {
        .object([
            ("scope", .string(analysis.scope.text)), ("label", JSONValue(analysis.label)),
            ("origin", .string(analysis.origin.rawValue)),
            ("years", JSONValue(analysis.years)), ("before", JSONValue(analysis.before)),
            ("after", JSONValue(analysis.after)), ("target", JSONValue(analysis.target)),
            ("items", Table.costComparison(analysis, format).json),
            ("history", Table.costYears(analysis, format).json),
        ])
    }
}

extension Headlines {
    /// How much the running cost changes, and whether the target against FY2018 is reached.
    public func costs(_ analysis: RunningCostAnalysis) -> String {
        var parts: [String] = []
        if !analysis.items.isEmpty,
            let change = permille(from: analysis.before.amount, to: analysis.after.amount)
        {
            let span =
                analysis.years.map { Words(ja: "\($0)年間で", en: "over \($0) years ") } ?? Words(ja: "", en: "")
            parts.append(
                format(
                    Words(
                        ja:
                            "運用経費は\(span.ja) \(grouped(analysis.before.thousands)) → \(grouped(analysis.after.thousands)) 千円（\(signedPercent(change))）",
                        en:
                            "Running cost \(span.en)\(grouped(analysis.before.thousands)) → \(grouped(analysis.after.thousands)) thousand yen (\(signedPercent(change)))"
                    )))
        }
        if let last = analysis.reductions.last {
            let value = last.withoutTax ?? last.reduction
            let change = signedPercent(-(value + (value < 0 ? -5 : 5)) / 10)
            let tax = last.withoutTax == nil ? Words(ja: "", en: "") : Words(ja: "税抜", en: " without tax")
            let goal = format.percent(analysis.target)
            let verdict =
                last.isReached ? Words(ja: "に届いている", en: "reached") : Words(ja: "に届かない", en: "not reached")
            parts.append(
                format(
                    Words(
                        ja:
                            "\(format.year(last.cost.year)) は平成30年度比\(tax.ja) \(change)、目標 \(goal) 削減\(verdict.ja)",
                        en:
                            "\(format.year(last.cost.year)) against FY2018\(tax.en): \(change); target of \(goal) \(verdict.en)"
                    )))
        }
        return parts.joined(separator: format.language == .ja ? "。" : ". ")
    }
}
