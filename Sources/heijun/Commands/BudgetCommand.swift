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
        let portfolio = try stored.map { try $0.basis(of: ledger) } ?? ledger
        let plan = stored?.plan
        let asked = try year.map { try fiscalYear($0, say("年度", "year")) }
        let chosen = asked ?? decisionsThisAutumn(portfolio, plan: plan, asOf: day).fiscalYear
        return View(portfolio: portfolio, plan: plan, day: day, year: chosen)
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
        try storeBatch(
            changes, in: store, command: "budget request \(view.year.short(.era))", reason, isDryRun: false,
            unchanged: unchanged)
    }
}

/// `budget set`: records one system's amounts at one stage.
struct BudgetSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("段階ごとの額（要求・内示・復活要求・査定・議決）を記録します。", "Records amounts at a stage of the budget."),
        discussion: say("例:", "Examples:") + """

              heijun budget set SYS-0002 R10 \(say("内示", "notified")) \(say("委託料", "commission"))=30000千円 \(say("備品購入費", "goods"))=0 --reason \(say("財政課内示", "notice"))
            """)

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("システムID。", "A system's key."), valueName: "system"))
    var system: String

    @Argument(help: ArgumentHelp(say("予算年度。", "Budget year."), valueName: "year"))
    var year: String

    @Argument(
        help: ArgumentHelp(
            say("段階: 要求、内示、復活要求、査定、議決。", "Stage: requested, notified, appealed, assessed, voted."),
            valueName: "stage"))
    var stage: String

    @Argument(
        help: ArgumentHelp(
            say(
                "節=金額（委託料、使用料及び賃借料、備品購入費、役務費）。単位のない数は円。30000千円、30百万円とも書けます。",
                "ITEM=AMOUNT: commission, rent, goods, services. A bare number is yen; 30000千円 and 30百万円 are taken too."
            ),
            valueName: "item=amount"))
    var amounts: [String]

    @Option(help: ArgumentHelp(say("理由。記録と履歴に残ります。", "Why; kept with it and in the history.")))
    var reason: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        let store = try common.store()
        let entries = try refusing { () throws(StoreError) in try store.entries() }
        let portfolio = try typed(entries)
        guard portfolio.systems.contains(where: { $0.id.text == system }) else {
            throw RecordEdit.unknown(system, ITSystem.kind, entries)
        }
        let budgetYear = try fiscalYear(year, say("年度", "year"))
        let stage: BudgetStage = try value(self.stage, say("段階", "stage"))
        var changes: [Change] = []
        for text in amounts {
            guard let equals = text.firstIndex(of: "=") else {
                throw Failure(
                    ja: "「\(text)」は 節=金額 の形で書いてください。", en: "Write “\(text)” as item=amount.", .usage)
            }
            let item: BudgetItem = try value(String(text[..<equals]), say("節", "item"))
            let amount: Yen = try value(String(text[text.index(after: equals)...]), item.title[spoken])
            guard let change = stageChange(Key(system), budgetYear, stage, item, amount, reason, portfolio)
            else {
                continue
            }
            try Console.line(
                "\(system) \(budgetYear.short(.era)) \(stage.title[spoken]) \(item.title[spoken]): "
                    + say(
                        "\(grouped(amount.thousands)) 千円（\(grouped(amount.amount)) 円）",
                        "\(grouped(amount.thousands)) thousand yen (\(grouped(amount.amount)) yen)"))
            changes.append(change)
        }
        try storeBatch(
            changes, in: store,
            command: "budget set \(system) \(year) \(self.stage) \(amounts.joined(separator: " "))",
            reason, isDryRun: dryRun, unchanged: amounts.count - changes.count)
    }

    private func value<Value: FieldValue>(_ text: String, _ name: String) throws -> Value {
        do {
            return try Value(fieldText: text)
        } catch {
            throw Failure(ja: "\(name): \(error.words.ja)", en: "\(name): \(error.words.en)", .usage)
        }
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
        let cuts = lines.count { line in line.granted.map { $0 < line.amount } ?? false }
        try listing.print(
            Table.budgetStages(lines, view.portfolio, listing.format(of: view.portfolio.organization)),
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
        try listing.print(
            Table.debts(lines, view.portfolio, format),
            summary: say(
                "\(view.year.long(format.years)) 新規 \(new.count) 件（限度額 \(sum) 千円）、既設定 \(lines.count - new.count) 件",
                "\(format.sentenceYear(view.year)): \(new.count) new (limit \(sum) thousand yen), \(lines.count - new.count) existing"
            ) + budget.under.note(view.plan))
    }
}
