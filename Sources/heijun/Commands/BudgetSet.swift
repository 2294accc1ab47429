import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

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

    @Flag(
        help: ArgumentHelp(
            say("要求額を超える額も記録する。", "Record amounts above the request too.")))
    var overRequest = false

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
        let stage: BudgetStage = try choice(self.stage, Words(ja: "段階", en: "stage"))
        var changes: [Change] = []
        var lines: [String] = []
        var asked: [BudgetItem: Yen] = [:]
        for text in amounts {
            guard let equals = text.firstIndex(of: "=") else {
                throw Failure(
                    ja: "「\(text)」は 節=金額 の形で書いてください。", en: "Write “\(text)” as item=amount.", .usage)
            }
            let item: BudgetItem = try choice(String(text[..<equals]), Words(ja: "節", en: "item"))
            let amount: Yen = try value(String(text[text.index(after: equals)...]), item.title[spoken])
            guard amount >= .zero else {
                throw Failure(
                    ja: "\(item.title.ja): 「\(text)」は負の額です。0 以上の額を書いてください。",
                    en: "\(item.title.en): “\(text)” is negative. Write an amount of 0 or more.", .usage)
            }
            asked[item] = amount
            guard let change = stageChange(Key(system), budgetYear, stage, item, amount, reason, portfolio)
            else {
                continue
            }
            lines.append(
                "\(system) \(budgetYear.short(.era)) \(stage.title[spoken]) \(item.title[spoken]): "
                    + say(
                        "\(grouped(amount.thousands)) 千円（\(grouped(amount.amount)) 円）",
                        "\(grouped(amount.thousands)) thousand yen (\(grouped(amount.amount)) yen)"))
            changes.append(change)
        }
        try BudgetStageCheck(
            system: Key(system), year: budgetYear, stage: stage, asked: asked, portfolio: portfolio,
            plan: try latestPlan(store), mayExceed: overRequest
        ).run()
        for line in lines { try Console.line(line) }
        try storeBatch(
            changes, in: store,
            command: "budget set \(system) \(year) \(self.stage) \(amounts.joined(separator: " "))",
            reason, isDryRun: dryRun, unchanged: amounts.count - changes.count)
    }

    /// The latest plan that can be carried out, with the ledger that it was made under.
    private func latestPlan(_ store: Store) throws -> (plan: Plan, ledger: Portfolio)? {
        let plans = try refusing { () throws(StoreError) in try store.plans() }
        guard let stored = plans.last(where: { $0.plan.outcome == .feasible }) else { return nil }
        return (stored.plan, try common.ledger(under: stored))
    }

    /// One of a list, by its name or key; a refusal names them all as people call them.
    private func choice<Value: Listed>(_ text: String, _ what: Words) throws -> Value {
        do {
            return try Value(fieldText: text)
        } catch {
            let titles = { (language: Language) in Value.allCases.map { $0.title[language] } }
            let keys = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(
                ja: "「\(text)」という\(what.ja)はありません。\(titles(.ja).joined(separator: "、"))から選んでください。",
                en: "There is no \(what.en) “\(text)”. Choose among \(keys).", .usage)
        }
    }

    private func value<Value: FieldValue>(_ text: String, _ name: String) throws -> Value {
        do {
            return try Value(fieldText: text)
        } catch {
            throw Failure(ja: "\(name): \(error.words.ja)", en: "\(name): \(error.words.en)", .usage)
        }
    }
}

/// What an amount at a stage of the budget is held against: the years that plans reach, and what was requested.
private struct BudgetStageCheck {
    let system: Key
    let year: FiscalYear
    let stage: BudgetStage
    let asked: [BudgetItem: Yen]
    let portfolio: Portfolio
    let plan: (plan: Plan, ledger: Portfolio)?
    let mayExceed: Bool

    /// Refuses amounts that cannot be meant: of a year that no plan reaches, of a system that asks for nothing then, or
    /// above what was requested.
    func run() throws {
        guard let day = portfolio.organization.asOf else { return }
        let now = FiscalYear(of: day), last = now.advanced(by: portfolio.value(of: .horizonYears))
        guard year <= last else {
            throw Failure(
                ja: "\(year.short(.era)) は計画期間（\(last.short(.era)) まで）の外です。年度を確かめてください。",
                en:
                    "\(year.startYear) lies beyond the plan's years (until \(last.startYear)). Check the year.",
                .usage)
        }
        // Earlier budgets are history: they are recorded as they were.
        guard year > now, stage != .requested else { return }
        guard let request else { throw nothingAsked }
        let sum = after
        guard sum > request, !mayExceed else { return }
        throw Failure(
            ja: "\(stage.title.ja)の計 \(thousands(sum)) 千円は要求額 \(thousands(request)) 千円を超えます。単位のない数は円です。"
                + "額を確かめ、そのとおりなら --over-request を付けてください。",
            en:
                "The amounts \(stage.title.en.lowercased()), \(thousands(sum)) thousand yen, exceed the request of "
                + "\(thousands(request)) thousand yen. A bare number is yen. Check them, or add --over-request.",
            .refused)
    }

    private func thousands(_ amount: Yen) -> String { grouped(amount.thousands) }

    private var recorded: [BudgetAmount] {
        portfolio.budgetAmounts.filter { $0.system == system && $0.year == year }
    }

    /// What was recorded as requested, else what the plan asks; nil where neither asks for anything.
    private var request: Yen? {
        let amounts = recorded.filter { $0.stage == .requested }.map(\.amount)
        guard amounts.isEmpty else { return amounts.total() }
        return budgetSheet(plan?.ledger ?? portfolio, plan: plan?.plan, fiscalYear: year)
            .first { $0.request.system == system }?.amount
    }

    /// What the stage comes to with these amounts.
    private var after: Yen {
        let kept = recorded.filter { $0.stage == stage && asked[$0.item] == nil }.map(\.amount)
        return kept.total() + asked.values.total()
    }

    private var nothingAsked: Failure {
        let name = portfolio.systems.first { $0.id == system }?.name ?? system.text
        return Failure(
            ja:
                "\(system.text) \(name)は、\(year.short(.era)) に要求がありません。heijun budget \(year.short(.era)) で要求を確かめるか、"
                + "計画の外の要求なら先に「要求」の額を記録してください。",
            en:
                "\(system.text) \(name) requests nothing for FY\(year.startYear). See heijun budget \(year.startYear); a request "
                + "beside the plan is recorded first, as requested.", .refused)
    }
}
