import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports

/// `standardization`: the standardized businesses with rate, deadline, forecast and plan.
struct StandardizationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standardization",
        abstract: say("標準化対象業務の進捗・期限・見込みを示します。", "The standardized businesses: rate, deadline, forecast."),
        discussion: say("例:", "Examples:") + """

              heijun standardization
              heijun standardization show \(say("固定資産税", "fixedAssetTax"))
              heijun standardization set \(say("固定資産税", "fixedAssetTax")) 11-2=\(say("完了済み", "done")) --on 2026-11-20
              heijun standardization forecast
              heijun standardization import \(say("全国進捗", "nation")).xlsx --source \(say("総務省", "ministry"))
              heijun standardization compare --scope nation
            """,
        subcommands: [
            StandardizationList.self, StandardizationShow.self, StandardizationSet.self,
            StandardizationForecast.self, StandardizationCompare.self, StandardizationImport.self,
            StandardizationExport.self, StandardizationCosts.self, StandardizationGrants.self,
            StandardizationRevisions.self, StandardizationDeadlines.self,
        ], defaultSubcommand: StandardizationList.self)
}

/// The official orders of the businesses as an argument.
enum OrderChoice: String, ExpressibleByArgument, CaseIterable {
    case progress, cabinet
    case digitalAgency = "digital-agency"

    var order: BusinessOrder {
        switch self {
        case .progress: .progress
        case .digitalAgency: .digitalAgency
        case .cabinet: .cabinet
        }
    }
}

/// What the standardization commands read.
struct StandardizationInput {
    let portfolio: Portfolio
    let context: Context
    let table: StandardizationTable

    /// The ledger as of the day asked for, with the stored plan where there is one.
    init(_ common: Common, _ today: AsOf, _ under: UnderPlan) throws {
        portfolio = try common.ledger()
        context = Context(portfolio, asOf: try today.day(in: portfolio))
        table = standardizationTable(context, plan: try under.plan(common))
    }

    /// The row of a business by key, name or alias.
    func row(named text: String) throws -> StandardizationTable.Row {
        let key = try StandardizationInput.key(text)
        if let row = table.rows.first(where: { $0.key == key }) { return row }
        throw Failure(
            ja: "「\(text)」はこの団体の標準化対象業務にありません。", en: "“\(text)” is no business of this body.", .refused)
    }

    /// The key of a business by key, name or alias.
    static func key(_ text: String) throws -> Key {
        if let business = StandardBusiness.named(text) { return business.key }
        let hint = StandardBusiness.suggestion(for: text)
        throw Failure(
            ja: "「\(text)」は標準化対象業務にありません。\(hint.map { "「\($0)」ではありませんか。" } ?? "")",
            en: "There is no standardized business “\(text)”. \(hint.map { "Did you mean “\($0)”?" } ?? "")",
            .usage)
    }
}

/// `standardization list`: the table.
struct StandardizationList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("業務ごとの一覧（既定）。", "The table; what is done unless told otherwise."),
        discussion: say("例:", "Examples:") + """

              heijun standardization --as-of 2027-04-01
              heijun standardization --order digital-agency
              heijun standardization --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Option(
        help: ArgumentHelp(
            say(
                "業務の並び順（progress 総務省進捗順 / digital-agency デジタル庁順 / cabinet 政令順・未確認）。",
                "Order of the businesses: the ministry's progress sheet, the Digital Agency's list or the Cabinet Order."
            ),
            valueName: "order"))
    var order = OrderChoice.progress

    func run() throws {
        let input = try StandardizationInput(common, today, under)
        let format = listing.format(of: input.portfolio.organization)
        let table = input.table.ordered(by: order.order)
        if listing.json { return try Console.write(JSONValue.standardization(table, format).text) }
        let counts = input.table.counts.map { "\($0.label[spoken]) \($0.done)/\($0.total)" }
        let lines =
            [Headlines(format: format).standardization(input.table), counts.joined(separator: " / ")]
            + deadlineNotes(input.table, format) + input.table.planFindings.map { $0.message[spoken] }
        try listing.print(
            Table.standardization(table, format), summary: lines.joined(separator: "\n"))
    }

    /// Each deadline's source, named once.
    private func deadlineNotes(_ table: StandardizationTable, _ format: Format) -> [String] {
        let deadlines = table.rows.compactMap(\.deadline).reduce(into: [Deadline]()) { list, deadline in
            if !list.contains(deadline) { list.append(deadline) }
        }
        return deadlines.map { "\(format.deadline($0.day))（\(format($0.kind.title))）: \($0.source)" }
    }
}

/// `standardization show`: one business with its steps.
struct StandardizationShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("1業務の40ステップ・システム・見込みを示します。", "One business: its 40 steps, systems, forecast."),
        discussion: say("例:", "Examples:") + """

              heijun standardization show \(say("固定資産税", "fixedAssetTax"))
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    @Argument(help: ArgumentHelp(say("業務名、別名またはキー。", "Name, alias or key."), valueName: "business"))
    var business: String

    func run() throws {
        let input = try StandardizationInput(common, today, under)
        let row = try input.row(named: business)
        let format = listing.format(of: input.portfolio.organization)
        let steps = Table.steps(of: row, input.context, format)
        if listing.json { return try Console.write(JSONValue.business(row, input.context, format).text) }
        if listing.csv { return try listing.print(steps) }
        try Console.write(listing.drawn(Table.business(row, input.context, format)))
        try Console.line()
        try listing.print(steps)
        for finding in row.findings {
            try Console.line("\(finding.severity.title[spoken]): \(finding.message[spoken])")
        }
    }
}

/// `standardization forecast`: when each open business is expected, and what decides the day.
struct StandardizationForecast: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: say("完了の見込みと、次に進める作業を示します。", "Expected completion, and the step to push next."),
        discussion: say("例:", "Examples:") + """

              heijun standardization forecast
              heijun standardization forecast --as-of 2027-04-01 --json
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf
    @OptionGroup var under: UnderPlan

    func run() throws {
        let input = try StandardizationInput(common, today, under)
        let format = listing.format(of: input.portfolio.organization)
        let findings = input.table.planFindings
        let note = say(
            "見込みは作業ステップの実績日から計算しています。実績の少ない作業項目は設定（standardization.days-NN）の標準日数を用いた仮定です。",
            "Forecasts come from the steps' history; items with little history use the settings standardization.days-NN, which are assumptions."
        )
        try listing.print(
            Table.forecast(input.table, format),
            summary: (findings.map { $0.message[spoken] } + [note]).joined(separator: "\n"))
    }
}
