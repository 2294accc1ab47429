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
              heijun standardization import \(say("進捗", "progress")).xlsx --max-rejects 5 --rejects \(say("不採用", "rejects")).csv
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

    @Option(
        help: ArgumentHelp(
            say("誤りをこの件数まで許し、その業務を除いて取り込む。", "Errors allowed; their businesses are left out."), valueName: "n"
        ))
    var maxRejects = 0

    @Option(
        help: ArgumentHelp(
            say("不採用を書き出す CSV（行・列・団体・業務・ステップ・規則・値・候補）。", "CSV file that rejects come back in."),
            valueName: "file"))
    var rejects = "rejects.csv"

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
        let rejects = ProgressRejects(reading: reading, file: file, path: rejects, allowed: maxRejects)
        try rejects.tell()
        guard !rejects.isRefused else {
            if json { try report(reading, nil, batch: nil) }
            throw rejects.refusal
        }
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let entries = reading.entries(
            known: try typed(stored), asOf: try figuresDay(reading), source: source)
        let kinds = Set(entries.map(\.kind))
        let difference = Difference(from: stored.filter { kinds.contains($0.kind) }, to: entries)
        let batch = try keep(difference.changes, hash.finish(), store)
        try report(reading, difference, batch: batch)
        if let partial = rejects.partial(isDryRun: dryRun) { throw partial }
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

    /// Says what was read and what it changes; without a difference nothing was stored for its errors.
    private func report(_ reading: ProgressReading, _ difference: Difference?, batch: Int?) throws {
        let tally = Tally(
            added: difference?.count(.added) ?? 0, changed: difference?.count(.changed) ?? 0, missing: 0,
            unchanged: difference?.unchanged ?? 0, rejected: reading.errors.count)
        if json {
            return try Console.write(
                JSONValue.object(
                    [
                        ("batch", JSONValue(batch)), ("bodies", .int(reading.bodies.count)),
                        ("states", .int(reading.stateCount)), ("asOf", JSONValue(reading.asOf)),
                        ("sheets", .array(reading.read.map { .string($0) })),
                        ("remarks", .array(reading.remarks.map { .string($0[spoken]) })),
                        ("errors", ProgressRejects.table(reading.errors, file).json),
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
                "Read \(reading.bodies.count == 1 ? "1 body" : "\(reading.bodies.count) bodies") with \(grouped(reading.stateCount)) states."
            ))
        let lead =
            batch.map { say("取込バッチ \($0) ・ ", "Batch \($0) · ") }
            ?? (dryRun ? say("試行（保存していません）・ ", "Dry run, nothing stored · ") : "")
        try Console.line(lead + tally.line)
    }
}
