import ArgumentParser
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `evaluate`: achievement rates and grades, programme sheets, summaries, and what does not fit in them.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: say(
            "施策の評価、事務事業の評価シート、分野別の集計を示します。", "Shows grades of measures, programme sheets and summaries."),
        discussion: say("例:", "Examples:") + """

              heijun evaluate
              heijun evaluate --check
              heijun evaluate sheets 40205060
              heijun evaluate tree --plan P-0001
              heijun evaluate override 52 C --reason \(say("基本構想が未策定のため", "no concept yet"))
              heijun evaluate --csv --table summary
              heijun evaluate --output \(say("評価", "evaluation"))
              heijun evaluate schemes --add sabc
              heijun evaluate --json
            """,
        subcommands: [
            EvaluateAll.self, EvaluateGrades.self, EvaluateSummary.self, EvaluateSheets.self,
            EvaluateTree.self,
            EvaluateReviews.self, EvaluateAgreements.self, EvaluateSchemes.self, EvaluateOverride.self,
        ], defaultSubcommand: EvaluateAll.self)
}

/// What the evaluating subcommands share.
struct EvaluationReading: ParsableArguments {
    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    /// Everything computed, and how it is written.
    func read() throws -> (input: EvaluationInput, format: Format) {
        let portfolio = try common.ledger()
        let input = EvaluationInput(Context(portfolio, asOf: try today.day(in: portfolio)))
        return (input, listing.format(of: portfolio.organization))
    }
}

/// `evaluate all`, the default.
struct EvaluateAll: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: say("すべての評価を示します（既定）。", "Shows every evaluation (default)."))

    @OptionGroup var reading: EvaluationReading

    @Flag(
        help: ArgumentHelp(
            say(
                "指摘を示し、要確認以上があれば終了状態を 1 にする。",
                "Show findings; exit with 1 where there are warnings or errors.")))
    var check = false

    @Option(
        help: ArgumentHelp(
            say(
                "この表だけ（\(EvaluateAll.names)）。--csv では既定が施策、なければシートの表。",
                "This table alone (\(EvaluateAll.names)); with --csv the grades, or the sheets, unless given."
            ),
            valueName: "table"))
    var table: String?

    @Option(
        help: ArgumentHelp(
            say("すべての表をCSVとしてこのフォルダーに書く。", "Write every table as CSV into this folder."), valueName: "folder")
    )
    var output: String?

    private static let names = EvaluationTable.all.map(\.key).joined(separator: say("、", ", "))

    func run() throws {
        let (input, format) = try reading.read()
        let found = evaluationFindings(input)
        if check {
            try reading.listing.printFindings(found, format)
            if found.contains(where: { $0.severity != .info }) { throw ExitCode(Status.refused.rawValue) }
            return
        }
        if let output { return try write(input, found, format, to: output) }
        if let table { return try reading.listing.print(try chosen(table).table(input, found, format)) }
        if reading.listing.json { return try Console.write(JSONValue.evaluation(input, found, format).text) }
        guard !input.isEmpty else {
            return try Console.line(
                say(
                    "評価する施策・事務事業が登録されていません（種別 measure、sheet）。",
                    "No measures or programme sheets are recorded (kinds measure and sheet)."))
        }
        if reading.listing.csv {
            let table = try chosen(input.measures.isEmpty ? "sheets" : "grades")
            return try reading.listing.print(table.table(input, found, format))
        }
        try printTables(input, found, format)
    }

    private func chosen(_ name: String) throws -> EvaluationTable {
        if let table = EvaluationTable.named(name) { return table }
        throw Failure(
            ja: "「\(name)」という表はありません。選べる表: \(EvaluateAll.names)",
            en: "There is no table “\(name)”. Choose among \(EvaluateAll.names).", .usage)
    }

    /// Writes every table that has rows.
    private func write(
        _ input: EvaluationInput, _ found: [Finding], _ format: Format, to folder: String
    ) throws {
        try makeFolder(folder)
        let tables = EvaluationTable.all.map { ($0.key, $0.table(input, found, format)) }.filter {
            !$0.1.rows.isEmpty
        }
        for (key, table) in tables {
            try writeFile(Array(("\u{FEFF}" + table.csv(spoken)).utf8), to: "\(folder)/\(key).csv")
        }
        let names = tables.map { $0.0 + ".csv" }.joined(separator: say("、", ", "))
        try Console.line(
            say(
                "\(folder) に \(tables.count) 個の表を書きました: \(names)",
                "Wrote \(tables.count) tables into \(folder): \(names)")
        )
    }

    private func printTables(_ input: EvaluationInput, _ found: [Finding], _ format: Format) throws {
        let listing = reading.listing
        if !input.measures.isEmpty {
            try Console.write(listing.drawn(Table.measures(input.measures, found, format)) + "\n")
            try Console.write(listing.drawn(Table.summary(input.summary, format)) + "\n")
        }
        if !input.sheets.isEmpty {
            try Console.write(listing.drawn(Table.sheets(input.sheets, found, format)) + "\n")
        }
        try Console.line(Headlines(format: format).evaluation(input))
        try Console.line(
            say(
                "指摘 \(found.count) 件（heijun evaluate --check）",
                "\(found.count) findings (heijun evaluate --check)"))
    }
}

/// `evaluate grades`: the measures with rates, means and grades.
struct EvaluateGrades: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grades", abstract: say("施策の達成率と評価を示します。", "Shows rates and grades of measures."))

    @OptionGroup var reading: EvaluationReading

    func run() throws {
        let (input, format) = try reading.read()
        try reading.listing.print(
            Table.measures(input.measures, evaluationFindings(input), format),
            summary: Headlines(format: format).evaluation(input))
    }
}

/// `evaluate summary`: the measures counted by field and grade.
struct EvaluateSummary: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary", abstract: say("分野別・評価別の施策数を示します。", "Counts measures by field and grade."))

    @OptionGroup var reading: EvaluationReading

    func run() throws {
        let (input, format) = try reading.read()
        let total = input.summary.rows.last?.total ?? 0
        let note =
            input.summary.overlapping > total
            ? say(
                "分野別の合計は \(input.summary.overlapping)（複数の分野に属する施策を含む）、全施策は \(total)",
                "The fields add up to \(input.summary.overlapping), as some measures lie in several; there are \(total)"
            )
            : say("全施策 \(total)", "\(total) measures")
        try reading.listing.print(Table.summary(input.summary, format), summary: note)
    }
}

/// `evaluate tree`: what rolls up along the policy tree.
struct EvaluateTree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: say(
            "政策体系別にシステム・経費・再構築・指標を集計します。", "Rolls systems, cost, rebuilds and indicators up the policy tree.")
    )

    @OptionGroup var reading: EvaluationReading

    @Option(
        help: ArgumentHelp(
            say("この計画の再構築年度と経費で集計する。", "Count the rebuild years and cost of this plan."), valueName: "plan"))
    var plan: String?

    func run() throws {
        let (input, format) = try reading.read()
        let tree = PolicyTree(input, plan: try stored)
        try reading.listing.print(
            Table.policyTree(tree, format),
            summary: say(
                "単位 千円 ・ 事務事業のないシステム \(tree.withoutProgramme)",
                "In thousand yen · systems without a programme: \(tree.withoutProgramme)"))
    }

    private var stored: Plan? {
        get throws {
            guard let plan else { return nil }
            let store = try reading.common.readStore()
            return try refusing { () throws(StoreError) in try store.plan(plan) }.plan
        }
    }
}

/// `evaluate reviews`: summary reviews, and which are due.
struct EvaluateReviews: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviews", abstract: say("総括とその期限を示します。", "Shows summary reviews and when they are due.")
    )

    @OptionGroup var reading: EvaluationReading

    func run() throws {
        let (input, format) = try reading.read()
        let rows = reviewTable(input.context)
        let late = rows.count(where: \.isOverdue)
        try reading.listing.print(
            Table.reviews(rows, format),
            summary: say("総括 \(rows.count) 件、うち期限超過 \(late)", "\(rows.count) reviews, \(late) overdue"))
    }
}

/// `evaluate agreements`: how many agreements there are of which sort, and how that changed.
struct EvaluateAgreements: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: say("協定の件数を種類別・年次別に示します。", "Counts agreements by sort and year."))

    @OptionGroup var reading: EvaluationReading

    func run() throws {
        let (input, format) = try reading.read()
        let lines = agreementLines(input.context.portfolio)
        let short = input.context.portfolio.agreementCounts.filter(\.isBelowRule).map(\.count).reduce(0, +)
        try reading.listing.print(
            Table.agreements(lines, format),
            summary: say(
                "\(lines.count) 種別、規定に満たないもの \(short) 件",
                "\(lines.count) sorts, \(short) agreements below the rule")
        )
    }
}
