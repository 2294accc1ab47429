import ArgumentParser
import HeijunModel
import HeijunPlanning
import HeijunReports
import HeijunStore

/// `plan scenario`: named variants of settings, ceilings and pins.
struct PlanScenario: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario",
        abstract: say("設定・上限・固定年度の組（シナリオ）を登録し、示します。", "Keeps named variants of settings, ceilings and pins."),
        discussion: say("例:", "Examples:") + """

              heijun plan scenario new \(say("緊縮", "tight")) R10=-10% R11=-10% large-per-year=3 SYS-0002=R12
              heijun plan scenario
              heijun plan scenario show \(say("緊縮", "tight"))
              heijun plan --scenario \(say("緊縮", "tight"))
              heijun plan scenario remove \(say("緊縮", "tight"))
            """,
        subcommands: [
            ScenarioList.self, ScenarioShow.self, ScenarioNew.self, ScenarioChangeCommand.self,
            ScenarioRemove.self,
        ],
        defaultSubcommand: ScenarioList.self)
}

/// `plan scenario list`, the default.
struct ScenarioList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("シナリオを一覧します（既定）。", "Lists the scenarios (default)."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    func run() throws {
        let portfolio = try common.ledger()
        let count = portfolio.scenarios.count
        try listing.print(
            Table.scenarios(portfolio, listing.format(of: portfolio.organization)),
            summary: say("\(count) シナリオ", count == 1 ? "1 scenario" : "\(count) scenarios"))
    }
}

/// `plan scenario show`: what one scenario changes, beside the ledger.
struct ScenarioShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: say("シナリオの内容を台帳と並べて示します。", "Shows a scenario beside the ledger."))

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(help: ArgumentHelp(say("シナリオの名前。", "The scenario's name."), valueName: "name"))
    var name: String

    func run() throws {
        let portfolio = try common.ledger()
        let variant = try varying { () throws(VariantProblem) in
            try PlanVariant(scenario: Key(name), changes: [], in: portfolio)
        }
        let values = Dictionary(
            variant.changes.map { ($0.target, $0.ledgerValue(in: portfolio)) }, uniquingKeysWith: { $1 })
        let note = portfolio.scenarios.first { $0.id.text == name }?.note
        try listing.print(
            Table.scenario(Key(name), portfolio, listing.format(of: portfolio.organization)) {
                values[$0.text] ?? nil
            },
            summary: say(
                "\(variant.changes.count) 件の変更",
                variant.changes.count == 1 ? "1 change" : "\(variant.changes.count) changes")
                + (note.map { say("（\($0)）", " (\($0))") } ?? ""))
    }
}

/// `plan scenario new`: makes a scenario.
struct ScenarioNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: say("シナリオを登録します。", "Makes a scenario."))

    @OptionGroup var common: Common
    @OptionGroup var content: ScenarioContent

    @Option(help: ArgumentHelp(say("説明。", "What it stands for.")))
    var note: String?

    func run() throws {
        let store = try common.store()
        let portfolio = try typed(try refusing { () throws(StoreError) in try store.entries() })
        guard !portfolio.scenarios.contains(where: { $0.id.text == content.name }) else {
            throw Failure(
                ja: "シナリオ「\(content.name)」はすでにあります。heijun plan scenario change で変えるか、別の名前にしてください。",
                en:
                    "There is a scenario “\(content.name)” already. Change it with heijun plan scenario change, or take another name.",
                .refused)
        }
        var scenario = Scenario()
        scenario.id = try content.key
        scenario.note = note
        let head = Change(
            kind: Scenario.kind.name, key: scenario.recordKey, before: nil, after: scenario.entry.values)
        try storeBatch(
            [head] + (try content.changes(in: portfolio)), in: store,
            command: "plan scenario new \(content.name)", note,
            isDryRun: false)
    }
}

/// `plan scenario change`: adds changes to a scenario, or gives them other values.
struct ScenarioChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: say("シナリオの内容を加え、変えます。", "Adds to a scenario, or changes it."))

    @OptionGroup var common: Common
    @OptionGroup var content: ScenarioContent

    @Option(help: ArgumentHelp(say("理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() throws {
        let store = try common.store()
        let portfolio = try typed(try refusing { () throws(StoreError) in try store.entries() })
        _ = try varying { () throws(VariantProblem) in
            try PlanVariant(scenario: Key(content.name), changes: [], in: portfolio)
        }
        try storeBatch(
            try content.changes(in: portfolio), in: store, command: "plan scenario change \(content.name)",
            reason,
            isDryRun: false)
    }
}

/// `plan scenario remove`: takes a scenario out of the ledger; plans made under it stay.
struct ScenarioRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: say("シナリオを消します。作った計画は残ります。", "Removes a scenario; its plans stay."))

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("シナリオの名前。", "The scenario's name."), valueName: "name"))
    var name: String

    func run() throws {
        let store = try common.store()
        let portfolio = try typed(try refusing { () throws(StoreError) in try store.entries() })
        _ = try varying { () throws(VariantProblem) in
            try PlanVariant(scenario: Key(name), changes: [], in: portfolio)
        }
        let parts = portfolio.scenarioChanges.filter { $0.scenario.text == name }.map {
            Change(kind: ScenarioChange.kind.name, key: $0.recordKey, before: $0.entry.values, after: nil)
        }
        let heads = portfolio.scenarios.filter { $0.id.text == name }.map {
            Change(kind: Scenario.kind.name, key: $0.recordKey, before: $0.entry.values, after: nil)
        }
        try storeBatch(
            parts + heads, in: store, command: "plan scenario remove \(name)", nil, isDryRun: false)
    }
}

/// The name and the changes of a scenario on the command line.
struct ScenarioContent: ParsableArguments {
    @Argument(
        help: ArgumentHelp(say("シナリオの名前。空白なし。", "The scenario's name, without blanks."), valueName: "name"))
    var name: String

    @Argument(
        help: ArgumentHelp(
            say(
                "R10=-10%（上限）、会計/R10=…、large-per-year=3（設定）、SYS-0002=R12（固定）、SYS-0002.build_cost=80000千円。",
                "R10=-10% (ceiling), ACCOUNT/R10=…, large-per-year=3 (setting), SYS-0002=R12 (pin), SYS-0002.build_cost=…"
            ),
            valueName: "target=value"))
    var assignments: [String]

    var key: Key {
        get throws {
            do {
                return try Key(fieldText: name)
            } catch {
                throw Failure(error.words, .usage)
            }
        }
    }

    /// The changes of the ledger that keep these; each is tried on the ledger first.
    func changes(in portfolio: Portfolio) throws -> [Change] {
        let variant = try varying { () throws(VariantProblem) in
            try PlanVariant(scenario: nil, changes: assignments, in: portfolio)
        }
        let varied = try varying { () throws(VariantProblem) in try variant.applied(to: portfolio) }
        if portfolio.organization.asOf != nil { _ = try PlanInput.parse([]).options(in: varied) }
        let kept = Dictionary(
            portfolio.scenarioChanges.filter { $0.scenario.text == name }.map { ($0.target.text, $0) }
        ) { first, _ in first }
        return try variant.changes.map { change in
            var record = ScenarioChange()
            record.scenario = try key
            record.target = Key(change.target)
            record.value = change.value.isEmpty ? nil : change.value
            return Change(
                kind: ScenarioChange.kind.name, key: record.recordKey,
                before: kept[change.target]?.entry.values,
                after: record.entry.values)
        }
    }
}
