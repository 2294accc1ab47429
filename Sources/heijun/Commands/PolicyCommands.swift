import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports

/// `check`: data quality and the policy's rules.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("台帳の不備と方針のルール違反を指摘します。", "Finds gaps in the data and breaches of the policy's rules."),
        discussion: say("例:", "Examples:") + """

              heijun check --summary
              heijun check --rule P02
              heijun check --strict --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Flag(help: ArgumentHelp(say("指摘を種類ごとの件数にまとめる。", "Count the findings by code.")))
    var summary = false

    @Flag(help: ArgumentHelp(say("指摘があれば終了状態を 1 にする。", "Exit with 1 where there are findings.")))
    var strict = false

    @Option(help: ArgumentHelp(say("このルールまたはコードだけ。", "Only this rule or code."), valueName: "rule"))
    var rule: String?

    @Option(help: ArgumentHelp(say("基準日。既定は台帳の基準日。", "As-of date; the ledger's unless given."), valueName: "date"))
    var asOf: String?

    func run() throws {
        let portfolio = try common.ledger()
        let day = try asOfDay(asOf, in: portfolio)
        let all = findings(in: portfolio, asOf: day)
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
