public import HeijunModel
public import HeijunPlanning

extension Table {
    /// The budget request system by system: amounts by item, funding, last year, reason, basis and review.
    public static func budgetSheet(_ lines: [BudgetLine], _ portfolio: Portfolio, _ format: Format) -> Table {
        let names = LedgerNames(portfolio)
        let own = portfolio.enterpriseSystems
        let items = BudgetItem.allCases
        func sum(_ value: (BudgetLine) -> Yen) -> Cell { format.sum(lines.map(value)) }
        return Table(
            key: "requests", title: Words(ja: "予算要求（システム別）", en: "Budget requests by system"),
            columns: sheetColumns,
            rows: lines.map { row($0, names, hasOwnFunds: own.contains($0.request.system), format) },
            total: [Cell(nil), Cell(format(Sentences.total)), Cell(nil), Cell(nil), Cell(nil)]
                + items.map { item in sum { $0.amounts[item] ?? .zero } }
                + [sum(\.amount), Cell(nil), sum(\.lastYear), sum(\.difference)]
                + [Cell](repeating: Cell(nil), count: 5) + [sum { $0.request.running.map(\.amount).total() }])
    }

    private static let sheetColumns: [Column] =
        [
            .data("fiscalYear", ja: "予算年度", en: "Budget year"), Column("system", ja: "ID", en: "Key"),
            Column("name", ja: "システム名", en: "System"), Column("standing", ja: "区分", en: "Standing"),
            Column("goLive", ja: "稼働年度", en: "Go-live", .trailing),
        ] + BudgetItem.allCases.map { .money($0.rawValue, ja: $0.title.ja, en: $0.title.en) } + [
            .money("amount", ja: "計", en: "Total"), Column("funding", ja: "財源", en: "Funding"),
            .money("lastYear", ja: "前年度", en: "Last year"), .money("difference", ja: "増減", en: "Change"),
            Column("reason", ja: "増減の理由", en: "Reason"), Column("basis", ja: "積算根拠", en: "Basis"),
            Column("review", ja: "事前評価", en: "Review"), Column("stage", ja: "段階", en: "Stage"),
            .data("lastYearFrom", ja: "前年度の出所", en: "Last year from"),
            .money("running", ja: "運用経費（別途）", en: "Running, beside", isDataOnly: true),
        ]

    private static func row(
        _ line: BudgetLine, _ names: LedgerNames, hasOwnFunds: Bool, _ format: Format
    ) -> [Cell] {
        let request = line.request
        let head = [
            format.cell(request.fiscalYear), Cell(request.system.text),
            Cell(names.name(ofSystem: request.system)),
            Cell(format(request.standing.title), .string(request.standing.rawValue)),
            format.cell(request.goLive),
        ]
        let amounts = BudgetItem.allCases.map { item in
            line.amounts[item].map { format.money($0) } ?? Cell("", .int(0))
        }
        return head + amounts + [
            format.money(line.amount), funding(line.funding, hasOwnFunds: hasOwnFunds, format),
            format.money(line.lastYear),
            format.money(line.difference), format.cell(line.reason), basis(line, format),
            review(line.gate, format),
            stage(line, format), Cell(line.lastYearFrom.rawValue),
            format.money(request.running.map(\.amount).total()),
        ]
    }

    /// - Parameter hasOwnFunds: Whether an enterprise account pays: what other sources leave is then its own money
    ///   (自己財源), not general revenue.
    static func funding(_ parts: [BudgetLine.FundingPart], hasOwnFunds: Bool, _ format: Format) -> Cell {
        func isOwn(_ funding: Funding) -> Bool { hasOwnFunds && funding == .general }
        func key(_ funding: Funding) -> String { isOwn(funding) ? "own" : funding.rawValue }
        func title(_ funding: Funding) -> String {
            format(isOwn(funding) ? Words(ja: "自己財源", en: "Own funds") : funding.title)
        }
        let json = parts.map { (key($0.funding), JSONValue($0.amount)) }
        let single = parts.count == 1 ? parts.first.map { title($0.funding) } : nil
        let list = parts.map { "\(title($0.funding)) \(grouped($0.amount.thousands))" }
        return Cell(
            single ?? list.joined(separator: format.language == .ja ? "、" : ", "), .object(json),
            plain: parts.map { "\(key($0.funding)):\($0.amount.amount)" }.joined(separator: " "))
    }

    private static func basis(_ line: BudgetLine, _ format: Format) -> Cell {
        guard let basis = line.basis else {
            return Cell(format(Words(ja: "台帳の見込額", en: "Ledger's estimate")), .null)
        }
        let day = line.basisDay.map { "（\(format.shortDay($0))）" } ?? ""
        return Cell(format(basis.title) + day, .string(basis.rawValue))
    }

    private static func review(_ gate: BudgetLine.GateState, _ format: Format) -> Cell {
        switch gate {
        case .done(let day, let open):
            let words =
                open == nil ? Words(ja: "済", en: "done") : Words(ja: "済・付帯事項あり", en: "done, open conditions")
            return Cell(
                "\(format(words)) \(format.shortDay(day))", .string("done"),
                tone: open == nil ? .good : .caution)
        case .due(let day):
            return Cell(
                "\(format(Words(ja: "未実施、期限", en: "not held, due"))) \(format.shortDay(day))", .string("due"),
                tone: .caution)
        case .open: return Cell(format(Words(ja: "未実施", en: "not held")), .string("open"), tone: .caution)
        case .missing:
            return Cell(format(Words(ja: "登録なし", en: "none recorded")), .string("missing"), tone: .muted)
        }
    }

    private static func stage(_ line: BudgetLine, _ format: Format) -> Cell {
        guard let latest = line.latestStage else { return Cell("", .null) }
        return Cell(
            "\(format(latest.stage.title)) \(grouped(latest.amount.thousands))",
            .string(latest.stage.rawValue),
            tone: latest.amount < line.amount ? .caution : .plain)
    }

    /// The amounts of every stage, system by system, and what is missing to the request.
    public static func budgetStages(_ lines: [BudgetLine], _ portfolio: Portfolio, _ format: Format) -> Table
    {
        let names = LedgerNames(portfolio)
        let stages = BudgetStage.allCases
        return Table(
            key: "stages", title: Words(ja: "予算編成の経過", en: "Stages of the budget"),
            columns: [
                Column("system", ja: "ID", en: "Key"), Column("name", ja: "システム名", en: "System"),
                .money("needed", ja: "計画の必要額", en: "Needed by the plan"),
            ] + stages.map { .money($0.rawValue, ja: $0.title.ja, en: $0.title.en) } + [
                .money("cut", ja: "必要額との差", en: "Missing")
            ],
            rows: lines.map { line in
                let cut = line.granted.map { $0 - line.amount }
                return [
                    Cell(line.request.system.text), Cell(names.name(ofSystem: line.request.system)),
                    format.money(line.amount),
                ] + stages.map { format.money(line.stages[$0]) } + [
                    format.money(cut, tone: (cut ?? .zero) < .zero ? .caution : .plain)
                ]
            },
            total: stagesTotal(lines, format))
    }

    /// The sums; a stage that no system has reached stays empty.
    private static func stagesTotal(_ lines: [BudgetLine], _ format: Format) -> [Cell] {
        func sum(_ amounts: [Yen]) -> Cell { amounts.isEmpty ? Cell(nil) : format.sum(amounts) }
        let stages = BudgetStage.allCases.map { stage in sum(lines.compactMap { $0.stages[stage] }) }
        let cuts = lines.compactMap { line in line.granted.map { $0 - line.amount } }
        return [Cell(nil), Cell(format(Sentences.total)), sum(lines.map(\.amount))] + stages + [sum(cuts)]
    }

    /// 債務負担行為に関する調書, in the columns of 地方自治法施行規則 別記.
    /// The own money of an enterprise account stands under その他.
    public static func debts(_ lines: [DebtLine], _ portfolio: Portfolio, _ format: Format) -> Table {
        let own = portfolio.enterpriseSystems
        return Table(
            key: "debts", title: Words(ja: "債務負担行為に関する調書", en: "Statement on debt burden acts"),
            columns: [
                Column("subject", ja: "事項", en: "Subject"), Column("standing", ja: "区分", en: "Standing"),
                Column("period", ja: "期間", en: "Period"), .money("limit", ja: "限度額", en: "Limit"),
                Column("beforeYears", ja: "前年度末まで 期間", en: "Before: years"),
                .money("before", ja: "前年度末までの支出見込額", en: "Before: spent"),
                Column("afterYears", ja: "当該年度以降 期間", en: "From now: years"),
                .money("after", ja: "当該年度以降の支出予定額", en: "From now: to spend"),
                .money("subsidy", ja: "国（県）支出金", en: "Subsidies"), .money("bond", ja: "地方債", en: "Bonds"),
                .money("other", ja: "その他", en: "Other"), .money("general", ja: "一般財源", en: "General revenue"),
                .data("system", ja: "ID", en: "Key"),
            ],
            rows: lines.map { debt($0, hasOwnFunds: own.contains($0.system), format) })
    }

    private static func debt(_ line: DebtLine, hasOwnFunds: Bool, _ format: Format) -> [Cell] {
        func part(_ kinds: [Funding]) -> Yen {
            line.funding.filter { kinds.contains($0.funding) }.map(\.amount).total()
        }
        let kind = line.isNew ? Words(ja: "新規", en: "New") : Words(ja: "既設定", en: "Existing")
        let zero = line.isZero ? format(Words(ja: "・ゼロ債務", en: ", zero debt")) : ""
        return [
            format.cell(line.subject),
            Cell(
                format(kind) + zero, .string((line.isNew ? "new" : "existing") + (line.isZero ? " zero" : ""))
            ),
            years(line.period, format), format.money(line.limit), years(line.before?.years, format),
            format.money(line.before?.amount), years(line.after?.years, format),
            format.money(line.after?.amount),
            format.money(part([.national, .prefectural])), format.money(part([.bond])),
            format.money(part(hasOwnFunds ? [.fund, .other, .general] : [.fund, .other])),
            format.money(hasOwnFunds ? .zero : part([.general])), Cell(line.system.text),
        ]
    }

    private static func years(_ years: ClosedRange<FiscalYear>?, _ format: Format) -> Cell {
        guard let years else { return Cell("–", .null) }
        let (from, to) = (years.lowerBound, years.upperBound)
        let text = from == to ? format.year(from) : "\(format.year(from))〜\(format.year(to))"
        return Cell(text, .string("\(from.startYear)/\(to.startYear)"))
    }
}

extension Portfolio {
    /// The systems whose account is a public enterprise's (公営企業会計).
    var enterpriseSystems: Set<Key> {
        let enterprises = Set(accounts.filter { $0.category == .enterprise }.map(\.id))
        return Set(systems.filter { $0.account.map(enterprises.contains) ?? false }.map(\.id))
    }
}
