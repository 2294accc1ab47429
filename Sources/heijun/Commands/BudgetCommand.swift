import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `budget`: what must be requested for a fiscal year, and how far it has come.
struct BudgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget",
        abstract: say(
            "年度の予算要求をシステム別・節別に示し、要求から議決までを記録します。",
            "Shows a fiscal year's budget request by system and item, and records it from request to vote."),
        discussion: say("例:", "Examples:") + """

              heijun budget
              heijun budget R10 --csv > \(say("R10要求.csv", "fy2028.csv"))
              heijun budget request R10
              heijun budget set SYS-0002 R10 \(say("内示 委託料=30000千円", "notified commission=30000千円"))
              heijun budget stages R10
              heijun budget replan R10
              heijun budget debts R10
            """,
        subcommands: [
            BudgetShow.self, BudgetRequestCommand.self, BudgetSet.self, BudgetStages.self, BudgetReplan.self,
            BudgetDebts.self,
        ],
        defaultSubcommand: BudgetShow.self)
}

/// The budget year of a command, and the ledger and plan that it is seen under.
struct BudgetYear: ParsableArguments {
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Argument(
        help: ArgumentHelp(
            say("予算年度。既定はこの秋に要求する年度。", "Budget year; the one requested this autumn unless given."),
            valueName: "year"))
    var year: String?

    /// What the command looks at.
    struct View {
        let portfolio: Portfolio
        let plan: Plan?
        let day: Day
        let year: FiscalYear
        var lines: [BudgetLine] { budgetSheet(portfolio, plan: plan, fiscalYear: year, asOf: day) }
    }

    func view(_ common: Common) throws -> View {
        let ledger = try common.ledger()
        let day = try today.day(in: ledger)
        let stored = try under.stored(common)
        let portfolio = try stored.map { try common.ledger(under: $0) } ?? ledger
        let plan = stored?.plan
        let asked = try year.map { try fiscalYear($0, say("年度", "year")) }
        if let asked { try checkReach(asked, portfolio, plan, day) }
        let chosen = asked ?? decisionsThisAutumn(portfolio, plan: plan, asOf: day).fiscalYear
        return View(portfolio: portfolio, plan: plan, day: day, year: chosen)
    }

    /// Refuses a year that neither the plan nor any recorded amount reaches.
    private func checkReach(_ year: FiscalYear, _ portfolio: Portfolio, _ plan: Plan?, _ day: Day) throws {
        let now = FiscalYear(of: day)
        let first = min(now, plan?.years.first?.year ?? now)
        let last = plan?.years.last?.year ?? now.advanced(by: portfolio.value(of: .horizonYears))
        guard !(first...last).contains(year), !portfolio.budgetAmounts.contains(where: { $0.year == year })
        else { return }
        throw Failure(
            ja: "\(year.short(.era)) は計画期間（\(first.short(.era))–\(last.short(.era))）の外で、記録された額もありません。"
                + "期間内の年度を指定してください。",
            en:
                "\(year.startYear) lies outside the plan's years (\(first.startYear)–\(last.startYear)), and no amount "
                + "is recorded for it. Give a year within them.", .usage)
    }
}

/// `budget show`, the default: the request of a year.
struct BudgetShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("予算要求をシステム別に示します（既定）。", "Shows the request by system (default)."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var budget: BudgetYear

    @Flag(help: ArgumentHelp(say("会計・節・内容ごとの明細で示す。", "Show every line by account, item and purpose.")))
    var lines = false

    func run() throws {
        let view = try budget.view(common)
        let format = listing.format(of: view.portfolio.organization)
        let sheet = view.lines
        let requests = sheet.map(\.request)
        let findings = contractFindings(
            view.portfolio, plan: view.plan, fiscalYear: view.year, asOf: view.day)
        let detail = Table.budget(requests, view.portfolio, format)
        let table = lines ? detail : Table.budgetSheet(sheet, view.portfolio, format)
        guard !listing.json else {
            return try Console.write(
                JSONValue.object([
                    (detail.key, detail.json),
                    (Table.budgetSheet(sheet, view.portfolio, format).key, table.json),
                    ("findings", Table.findings(findings, format).json),
                    ("recurring", Table.recurring(recurring(view), format).json),
                ]).text)
        }
        let sum = grouped(requests.map(\.amount).total().thousands)
        if !listing.csv {
            try listing.head(table, say(view.year.long(format.years), format.sentenceYear(view.year)))
        }
        if !listing.csv, !findings.isEmpty {
            try Console.write(listing.drawn(table) + "\n")
            try print(findings, view.portfolio)
            return try Console.line("\n" + summary(view, requests.count, sum, format))
        }
        try listing.print(table, summary: summary(view, requests.count, sum, format))
    }

    /// What contracts and purchases need beside money: purchases of one kind on one line, with their amounts.
    private func print(_ findings: [Finding], _ portfolio: Portfolio) throws {
        let names = Dictionary(portfolio.systems.map { ($0.id.text, $0.shortName ?? $0.name) }) { first, _ in
            first
        }
        let purchases = [
            ("purchase-assembly", say("議会の議決を要する見込みの買入れ", "Purchases that need the assembly")),
            ("purchase-agreement", say("政府調達協定の対象となる見込みの調達", "Purchases under the procurement agreement")),
        ]
        try Console.line(say("契約・調達の留意点", "Contracts and purchases to mind"))
        for (code, title) in purchases {
            let group = findings.filter { $0.code == code }
            guard let first = group.first else { continue }
            let list = group.map { finding in
                let amount = finding.value.flatMap(Int.init).map { grouped($0 / 1000) } ?? ""
                return "\(names[finding.key] ?? finding.key) \(amount)"
            }
            try Console.line(
                "  - \(title)" + say("（\(group.count) 件、千円）: ", " (\(group.count), thousand yen): ")
                    + list.joined(separator: say("、", ", ")) + say("。", ". ") + first.remedy[spoken])
        }
        for finding in findings where !purchases.contains(where: { $0.0 == finding.code }) {
            try Console.line(
                "  - \(names[finding.key] ?? finding.key): \(finding.message[spoken]) \(finding.remedy[spoken])"
            )
        }
    }

    /// What revisions of the standard specifications ask for in the budget year.
    private func recurring(_ view: BudgetYear.View) -> [RecurringYear] {
        RecurringYear.all(in: Context(view.portfolio, asOf: view.day)).filter { $0.year == view.year }
    }

    /// The same as a line that stands before the sum; empty where there are none.
    private func recurringNote(_ view: BudgetYear.View, _ format: Format) -> String {
        recurring(view).filter { !$0.revisions.isEmpty }.map { year in
            let names = year.revisions.map { "\(format($0.name)) \($0.revision.version)" }
            let list = names.joined(separator: say("、", ", "))
            let cost = grouped(year.cost.thousands)
            return say(
                "標準仕様書の改定対応（上の要求のほか）: \(list)、\(cost) 千円\n",
                "Revisions of standard specifications, beside the above: \(list), \(cost) thousand yen\n")
        }.joined()
    }

    private func summary(_ view: BudgetYear.View, _ count: Int, _ sum: String, _ format: Format) -> String {
        recurringNote(view, format)
            + say(
                "\(view.year.long(format.years)) 予算要求 \(count) システム、一時経費等 \(sum) 千円",
                "Requests for \(format.sentenceYear(view.year)): \(count) systems, \(sum) thousand yen of one-time cost"
            )
            + budget.under.note(view.plan)
    }
}

/// `budget request`: records what the plan asks as 要求.
struct BudgetRequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: say("計画の必要額を「要求」として記録します（1バッチ、取消可）。", "Records the plan's request, as one batch."))

    @OptionGroup var common: Common
    @OptionGroup var budget: BudgetYear

    @Option(help: ArgumentHelp(say("理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() throws {
        let store = try common.store()
        let view = try budget.view(common)
        var unchanged = 0
        let changes = view.lines.flatMap { line in
            line.amounts.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { item, amount in
                let change = stageChange(
                    line.request.system, view.year, .requested, item, amount, reason, view.portfolio)
                if change == nil { unchanged += 1 }
                return change
            }
        }
        let sum = grouped(view.lines.map(\.amount).total().thousands)
        try Console.line(
            say(
                "\(view.year.long(.era))の要求: \(view.lines.count) システム、一時経費等 \(sum) 千円",
                "Requested for FY\(view.year.startYear): \(view.lines.count) systems, \(sum) thousand yen of one-time cost"
            ) + budget.under.note(view.plan))
        try storeBatch(
            changes, in: store, command: "budget request \(view.year.short(.era))", reason, isDryRun: false,
            unchanged: unchanged)
    }
}

/// The change that records an amount at a stage; nil where it is recorded already.
func stageChange(
    _ system: Key, _ year: FiscalYear, _ stage: BudgetStage, _ item: BudgetItem, _ amount: Yen,
    _ reason: String?,
    _ portfolio: Portfolio
) -> Change? {
    var record = BudgetAmount()
    (record.system, record.year, record.stage, record.item) = (system, year, stage, item)
    let old = portfolio.budgetAmounts.first { $0.recordKey == record.recordKey }
    record.amount = amount
    record.reason = reason ?? old?.reason
    guard old != record else { return nil }
    return Change(
        kind: BudgetAmount.kind.name, key: record.recordKey, before: old?.entry.values,
        after: record.entry.values)
}

/// `budget stages`: the amounts of every stage beside what the plan needs.
struct BudgetStages: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages",
        abstract: say("要求から議決までの額を、計画の必要額と並べて示します。", "Shows every stage beside what the plan needs."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var budget: BudgetYear

    func run() throws {
        let view = try budget.view(common)
        let lines = view.lines
        let format = listing.format(of: view.portfolio.organization)
        let table = Table.budgetStages(lines, view.portfolio, format)
        let cuts = lines.count { line in line.granted.map { $0 < line.amount } ?? false }
        try listing.head(table, say(view.year.long(format.years), format.sentenceYear(view.year)))
        try listing.print(
            table,
            summary: say(
                "\(lines.count) システム、必要額に足りないもの \(cuts)",
                "\(lines.count) systems, \(cuts) granted less than needed")
                + budget.under.note(view.plan))
    }
}

/// `budget debts`: 債務負担行為に関する調書.
struct BudgetDebts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debts",
        abstract: say(
            "債務負担行為に関する調書（新規・既設定）を予算書の様式で示します。", "The statement on debt burden acts, as budgets have it."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var budget: BudgetYear

    func run() throws {
        let view = try budget.view(common)
        let format = listing.format(of: view.portfolio.organization)
        let lines = debtSheet(view.portfolio, plan: view.plan, fiscalYear: view.year, asOf: view.day)
        let new = lines.filter(\.isNew)
        let sum = grouped(new.map(\.limit).total().thousands)
        let table = Table.debts(lines, view.portfolio, format)
        try listing.head(table, say(view.year.long(format.years), format.sentenceYear(view.year)))
        try listing.print(
            table,
            summary: say(
                "\(view.year.long(format.years)) 新規 \(new.count) 件（限度額 \(sum) 千円）、既設定 \(lines.count - new.count) 件",
                "\(format.sentenceYear(view.year)): \(new.count) new (limit \(sum) thousand yen), \(lines.count - new.count) existing"
            ) + budget.under.note(view.plan))
    }
}
