import ArgumentParser
import HeijunImport
import HeijunModel
import HeijunPolicy
import HeijunReports
import HeijunStore

/// `standardization import`: progress sheets in the ministry's layouts, of one body or of the whole country.
struct StandardizationImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say("進捗表（ステップ表・進捗率表）を取り込みます。", "Reads step sheets and rate sheets (xlsx, CSV)."),
        discussion: say("例:", "Examples:") + """

              heijun standardization import \(say("進捗", "progress")).xlsx --dry-run
              heijun standardization import \(say("全国進捗", "nation")).xlsx --day 2026-01-31 --source \(say("総務省", "ministry"))
            """)

    @OptionGroup var common: Common

    @Argument(
        help: ArgumentHelp(say("Excel ブック（.xlsx）または CSV。", "Workbook (.xlsx) or CSV."), valueName: "file"))
    var file: String

    @Option(
        help: ArgumentHelp(
            say(
                "数値の時点。既定はシート名の月末（令和8年1月 など）。",
                "Day of the figures; the month that the sheet names unless given."),
            valueName: "date"))
    var day: String?

    @Option(help: ArgumentHelp(say("出典。公表値とともに記録されます。", "Source, kept with the figures.")))
    var source: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更の件数だけを示す。", "Count the changes and store nothing.")))
    var dryRun = false

    @Flag(help: ArgumentHelp(say("JSONで出力する。", "Print JSON.")))
    var json = false

    func run() throws {
        let store = try common.store()
        let bytes = try readAll(file)
        let hash = SHA256()
        bytes.withUnsafeBytes(hash.feed)
        let reading = try read(bytes)
        guard reading.errors.isEmpty else { throw try refusal(reading) }
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let entries = reading.entries(
            known: try typed(stored), asOf: try figuresDay(reading), source: source)
        let kinds = Set(entries.map(\.kind))
        let difference = Difference(from: stored.filter { kinds.contains($0.kind) }, to: entries)
        let batch = try keep(difference.changes, hash.finish(), store)
        try report(reading, difference, batch)
    }

    private func read(_ bytes: [UInt8]) throws -> ProgressReading {
        do throws(SheetError) {
            var reader = ProgressReader()
            return try reader.read(try SheetFile(bytes))
        } catch {
            throw Failure(
                ja: "\(file): \(error.words.ja)", en: "\(file): \(error.words.en)", .unreadable)
        }
    }

    /// Says every error with its place; nothing is stored.
    private func refusal(_ reading: ProgressReading) throws -> Failure {
        for error in reading.errors { Console.note("\(file): \(error.words[spoken])") }
        let count = reading.errors.count
        let isWhole = reading.read.isEmpty
        return Failure(
            ja: "誤りが \(count) 件あるため、何も保存していません。直してもう一度取り込んでください。",
            en:
                "\(count == 1 ? "1 error" : "\(count) errors"): nothing is stored. Correct the file and import it again.",
            isWhole ? .unreadable : .refused)
    }

    private func figuresDay(_ reading: ProgressReading) throws -> Day {
        if let day {
            do { return try Day(fieldText: day) } catch {
                throw Failure(ja: "--day: \(error.words.ja)", en: "--day: \(error.words.en)", .usage)
            }
        }
        if let day = reading.asOf { return day }
        throw Failure(
            ja: "いつの数値か分かりません。シート名に「令和8年1月」のような月がないので、--day 2026-01-31 のように指定してください。",
            en: "The day of the figures is unknown: no sheet names a month. Give --day 2026-01-31.", .usage)
    }

    private func keep(_ changes: [Change], _ sha256: String, _ store: Store) throws -> Int? {
        guard !dryRun, !changes.isEmpty else { return nil }
        let header = BatchHeader(
            author: Clock.author, time: Clock.now, command: "standardization import \(file)",
            sourceName: file,
            sourceSHA256: sha256, reason: source)
        return try refusing { () throws(StoreError) in try store.apply(changes, header) }
    }

    private func report(_ reading: ProgressReading, _ difference: Difference, _ batch: Int?) throws {
        let tally = Tally(
            added: difference.count(.added), changed: difference.count(.changed), missing: 0,
            unchanged: difference.unchanged)
        if json {
            return try Console.write(
                JSONValue.object(
                    [
                        ("batch", JSONValue(batch)), ("bodies", .int(reading.bodies.count)),
                        ("states", .int(reading.stateCount)), ("asOf", JSONValue(reading.asOf)),
                        ("sheets", .array(reading.read.map { .string($0) })),
                        ("remarks", .array(reading.remarks.map { .string($0[spoken]) })),
                    ] + tally.json
                ).text)
        }
        for remark in reading.remarks { Console.note(remark[spoken]) }
        for name in reading.passedOver where !name.isEmpty {
            Console.note(
                say(
                    "シート「\(name)」は進捗の表ではないため読み飛ばしました。",
                    "Sheet “\(name)” holds no such table and was passed over."))
        }
        try Console.line(
            say(
                "\(reading.bodies.count) 団体、状態 \(grouped(reading.stateCount)) 件を読みました。",
                "Read \(reading.bodies.count) bodies with \(grouped(reading.stateCount)) states."))
        let lead =
            batch.map { say("取込バッチ \($0) ・ ", "Batch \($0) · ") }
            ?? (dryRun ? say("試行（保存していません）・ ", "Dry run, nothing stored · ") : "")
        try Console.line(lead + tally.line)
    }
}

/// `standardization export`: the monthly progress sheet in the ministry's layout.
struct StandardizationExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("月次の進捗表を総務省の様式で書き出します。", "Writes the monthly progress sheet in the ministry's layout."),
        discussion: say("例:", "Examples:") + """

              heijun standardization export --output \(say("進捗", "progress")).xlsx
              heijun standardization export --csv > \(say("進捗", "progress")).csv
            """)

    @OptionGroup var common: Common
    @OptionGroup var today: AsOf

    @Option(
        help: ArgumentHelp(
            say("書き出すファイル（.xlsx）。既定は標準出力。", "File to write (.xlsx); standard output unless given.")))
    var output: String?

    @Flag(help: ArgumentHelp(say("ステップ表をCSVで標準出力に出す。", "Print the step sheet as CSV.")))
    var csv = false

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let sheets = ProgressSheets(context, standardizationTable(context))
        if csv { return try Console.write("\u{FEFF}" + sheets.steps.table.csv(.ja)) }
        let format = Format(language: .ja, years: portfolio.organization.yearStyle ?? .era)
        let bytes = try exchanging { () throws(ExchangeProblem) in
            try Workbook([sheets.rates, sheets.steps], format).bytes()
        }
        guard let output else { return try Console.write(bytes) }
        try writeFile(bytes, to: output)
    }
}

/// `standardization compare`: rank and distribution among other bodies, and where we are behind.
struct StandardizationCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: say(
            "他団体（同区分・同一都道府県・全国）と比べます。", "Compares with other bodies: category, prefecture, nation."),
        discussion: say("例:", "Examples:") + """

              heijun standardization compare
              heijun standardization compare --scope nation --behind 20
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing
    @OptionGroup var today: AsOf

    @Option(
        help: ArgumentHelp(
            say("比べる範囲（category / prefecture / nation）。", "Bodies: category, prefecture or nation."),
            valueName: "scope"))
    var scope = PeerScope.category

    @Option(
        help: ArgumentHelp(
            say("遅れている作業ステップを何件示すか。", "How many steps to show where we are behind."), valueName: "n"))
    var behind = 10

    func run() throws {
        let portfolio = try common.ledger()
        let context = Context(portfolio, asOf: try today.day(in: portfolio))
        let table = standardizationTable(context)
        let peers = PeerTable(portfolio.peers)
        let comparison = PeerComparison(table, context, peers, scope: scope.scope)
        guard comparison.peers > 0 else { throw nobody(comparison, portfolio) }
        let format = listing.format(of: portfolio.organization)
        if listing.json {
            return try Console.write(JSONValue.comparison(comparison, limit: behind, format).text)
        }
        try listing.print(
            Table.comparison(comparison, format), summary: summary(comparison, portfolio, format))
        let gaps = Table.stepGaps(comparison, limit: behind, format)
        guard !listing.csv, !gaps.rows.isEmpty else { return }
        try Console.line(
            "\n" + say("多くの団体が終えていて、まだ終わっていない作業ステップ", "Steps that most others have settled and we have not"))
        try Console.write(listing.drawn(gaps))
    }

    private func summary(_ comparison: PeerComparison, _ portfolio: Portfolio, _ format: Format) -> String {
        let days = portfolio.peers.compactMap(\.asOf)
        let span =
            days.min().map { first in
                let last = days.max() ?? first
                return first == last
                    ? format.shortDay(first) : "\(format.shortDay(first))–\(format.shortDay(last))"
            } ?? ""
        return say(
            "比較: \(comparison.group.ja) \(grouped(comparison.peers)) 団体（他団体の時点 \(span)）。進捗率は（完了済み＋対象外）÷40 の手続進捗率です。",
            "Compared with \(grouped(comparison.peers)) bodies (\(comparison.group.en), as of \(span)). The rate is the procedure's, (done + not applicable) ÷ 40."
        )
    }

    private func nobody(_ comparison: PeerComparison, _ portfolio: Portfolio) -> Failure {
        portfolio.peers.isEmpty
            ? Failure(
                ja: "他団体の進捗がありません。heijun standardization import で公表された進捗表を取り込んでください。",
                en: "No other body's progress is known. Read a published sheet with standardization import.",
                .refused)
            : Failure(
                ja: "\(comparison.group.ja)の団体がありません。--scope nation で全国と比べられます。",
                en: "There is no other body in this group (\(comparison.group.en)). Try --scope nation.",
                .refused)
    }
}

/// The scopes of a comparison as an argument.
enum PeerScope: String, ExpressibleByArgument, CaseIterable {
    case category, prefecture, nation

    var scope: PeerComparison.Scope {
        switch self {
        case .category: .category
        case .prefecture: .prefecture
        case .nation: .nation
        }
    }
}
