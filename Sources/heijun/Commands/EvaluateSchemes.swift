import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `evaluate schemes`: the ways of grading that are recorded and those at hand; `--add` takes one into the ledger.
struct EvaluateSchemes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schemes",
        abstract: say("評価方式（区分としきい値）を示し、内蔵のものを取り込みます。", "Lists schemes of grading; takes a built-in one in."),
        discussion: say("例:", "Examples:") + """

              heijun evaluate schemes
              heijun evaluate schemes --add sabc
              heijun set scheme_grade:sabc/B at_least=80
              heijun set measure:01 scheme=sabc
            """)

    @OptionGroup var reading: EvaluationReading

    @Option(
        help: ArgumentHelp(
            say(
                "内蔵の評価方式を台帳に取り込む（以後は set で直せる）。",
                "Take this built-in scheme into the ledger, to be edited with set."),
            valueName: "scheme"))
    var add: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        if let add { return try take(add) }
        let portfolio = try reading.common.ledger()
        let format = reading.listing.format(of: portfolio.organization)
        try reading.listing.print(
            Table.schemes(portfolio, format),
            summary: say(
                "台帳 \(portfolio.schemes.count)、内蔵 \(SchemeTemplate.all.count)",
                "\(portfolio.schemes.count) recorded, \(SchemeTemplate.all.count) built in"))
    }

    private func take(_ key: String) throws {
        guard let template = SchemeTemplate.named(key) else {
            let names = SchemeTemplate.all.map(\.scheme.id.text).joined(separator: say("、", ", "))
            throw Failure(
                ja: "内蔵の評価方式「\(key)」はありません。選べる値: \(names)",
                en: "There is no built-in scheme “\(key)”. Choose among \(names).", .usage)
        }
        let store = try reading.common.store()
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let known = try typed(stored).schemes.contains { $0.id == template.scheme.id }
        guard !known else {
            throw Failure(
                ja: "評価方式「\(key)」はすでに台帳にあります。heijun set scheme:\(key) … で直せます。",
                en: "The scheme “\(key)” is in the ledger already. Edit it with heijun set scheme:\(key) …",
                .refused)
        }
        var run = EditRun(store: store, command: "evaluate schemes --add \(key)")
        run.isDryRun = dryRun
        try run.apply(
            template.entries.map { entry in
                Change(
                    kind: entry.kind, key: RecordKind.named(entry.kind)?.key(of: entry.values) ?? "",
                    before: nil, after: entry.values)
            }, in: stored)
    }
}
