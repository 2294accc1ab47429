import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports

/// `check`: data quality and the policy's rules.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "台帳の不備、方針のルール違反、指標と評価の食い違いを指摘します。",
            "Finds gaps in the data, breaches of the policy's rules, and evaluations that do not fit their figures."
        ),
        discussion: say("例:", "Examples:") + """

              heijun check --summary
              heijun check --rule P02
              heijun check --strict --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Flag(help: ArgumentHelp(say("指摘を種類ごとの件数にまとめる。", "Count the findings by code.")))
    var summary = false

    @Flag(help: ArgumentHelp(say("指摘があれば終了状態を 1 にする。", "Exit with 1 where there are findings.")))
    var strict = false

    @Option(help: ArgumentHelp(say("このルールまたはコードだけ。", "Only this rule or code."), valueName: "rule"))
    var rule: String?

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let all = everyFinding(in: context, plan: try under.plan(common))
        let found = all.filter { rule == nil || $0.rule == rule || $0.code == rule }
        let format = listing.format(of: portfolio.organization)
        if listing.json {
            try Console.write(JSONValue.findings(found, format).text)
        } else {
            let table = summary ? Table.findingGroups(found, format) : Table.findings(found, format)
            try listing.print(table, summary: tally(found))
        }
        if strict && !found.isEmpty { throw ExitCode(Status.refused.rawValue) }
    }

    private func tally(_ found: [Finding]) -> String {
        Finding.Severity.allCases.map { grade in
            "\(grade.title[spoken]) \(found.count { $0.severity == grade })"
        }.joined(separator: " / ")
    }
}

/// `rules`: the policy's rules, with their words and source.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: say("方針のルールを原文・出典とともに一覧します。", "Lists the policy's rules with their words and source."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    func run() throws {
        let format = Format(language: spoken, years: .era)
        let rows = Rule.all.map { rule in
            [
                Cell(rule.id), format.cell(rule.area.title), format.cell(rule.strength.title),
                format.cell(rule.title),
                Cell(rule.isChecked ? say("自動", "checked") : say("手作業", "manual"), .bool(rule.isChecked)),
                Cell(rule.source), Cell("", .string(rule.quote)),
            ]
        }
        try listing.print(
            Table(
                key: "rules", title: Words(ja: "ルール", en: "Rules"),
                columns: [
                    .init("rule", ja: "ルール", en: "Rule"), .init("area", ja: "分野", en: "Area"),
                    .init("strength", ja: "強さ", en: "Strength"), .init("title", ja: "内容", en: "Content"),
                    .init("checked", ja: "点検", en: "Check"), .init("source", ja: "出典", en: "Source"),
                    .data("quote", ja: "原文", en: "Quote"),
                ], rows: rows),
            summary: say("\(rows.count) 件、うち自動点検 ", "\(rows.count) rules, checked by Heijun: ")
                + "\(Rule.all.count(where: \.isChecked))")
    }
}
