import HeijunImport
import HeijunModel
import HeijunReports
import HeijunStore

/// What an import does with the files it has read: compare, show, and store as one batch.
struct ImportRun {
    let store: Store
    let command: String
    var isDryRun = false
    var maxRejects = 0
    var rejectsPath = "rejects.csv"
    var reason: String?
    var printsJSON = false
    var isVerbose = false
    /// The profile that every file must be of; nil finds it by the content.
    var profile: Profile?
    /// Whether values set by hand give way to the files'.
    var overwritesEdits = false
    /// Whether the line and the raw value of every field of Heijun's own XML are kept.
    var keepsLines = false
    /// A file of rejects that came back with corrections.
    var corrections: CorrectionTable?
    /// The schema that the files must keep to.
    var schema: XMLSchema?
    /// Whether files that were taken in before are read again.
    var readsAgain = false
    /// Whether files of a format that nobody knows are left out.
    var leavesUnknown = false
    /// Files that were taken in before, the same, and are not read again.
    private var passedOver = 0
    /// Files of unknown formats that were left out.
    private var unknown: [String] = []

    init(store: Store, command: String) {
        self.store = store
        self.command = command
    }

    /// Takes files in, in order; one of inventory XML alone is stored while it is read.
    ///
    /// - Throws: As `apply(_:)`, and what keeps a file from being read.
    mutating func take(_ sources: [(path: String, kind: RecordKind?)]) throws {
        do {
            try takeAll(sources)
        } catch let failure as Failure where failure.status == .interrupted && printsJSON {
            try Console.write(json([], batch: nil, isInterrupted: true).text)
            throw failure
        }
    }

    private mutating func takeAll(_ sources: [(path: String, kind: RecordKind?)]) throws {
        guard let source = sources.first, sources.count == 1, source.kind == nil, corrections == nil,
            !InventoryFile.isWorkbook(source.path), !leavesUnknown
        else {
            let stored = try stored
            let known = KnownRecords(stored), options = try options()
            let done = try DoneFiles(store, isAsked: sources.count > 1 && mayPassOver)
            let rest = try sources.filter { try !done.holds($0.path) }
            passedOver = done.count
            done.tell()
            let files = leaveUnknown(try rest.flatMap { try read($0.path, $0.kind, known, options) })
            return try apply(files, to: stored)
        }
        let reading = FileReading(source.path, profile: profile, options: try options())
        defer { reading.stop() }
        switch reading.head.take() {
        case .inventory: try take(reading)
        case .vendor(let profile): try take(reading, of: profile)
        case .other(let file): try apply([try file.get()])
        }
    }

    /// Leaves out the files that no profile knows, where that is asked for, and says which.
    private mutating func leaveUnknown(_ files: [InventoryFile]) -> [InventoryFile] {
        guard leavesUnknown else { return files }
        let (left, known) = files.reduce(into: ([InventoryFile](), [InventoryFile]())) { parts, file in
            let isUnknown =
                file.reading.isFatal && file.reading.errors.contains { $0.code == "unknown-format" }
            if isUnknown { parts.0.append(file) } else { parts.1.append(file) }
        }
        unknown = left.map(\.path)
        for path in unknown {
            Console.note(say("\(path): 知らない形式のため読み飛ばしました。", "\(path): of no known format, left out."))
        }
        return known
    }

    private var stored: [Entry] {
        get throws { try refusing { () throws(StoreError) in try store.entries() } }
    }

    /// What the body has set of how files are read.
    private func options() throws -> ReadingOptions {
        let settings = try refusing { () throws(StoreError) in
            try store.entries(ofKind: SettingValue.kind.name)
        }
        var options = ReadingOptions(settingsIn: settings)
        options.schema = schema
        options.keepsLines = keepsLines
        return options
    }

    /// Takes inventory XML in, which is stored while it is read.
    private func take(_ reading: FileReading) throws {
        let stored = try stored
        reading.know(stored)
        guard !isDryRun else { return try apply([try reading.whole()], to: stored) }
        let stream = ImportStream(store: store, stored: stored, overwritesEdits: overwritesEdits)
        let outcome = try stream.take(reading, header([reading.path]))
        guard let difference = outcome.difference else { return try apply([outcome.file], to: stored) }
        var result = FileResult(outcome.file, difference)
        result.kept = outcome.kept
        try report([result], batch: outcome.batch, isRefused: false)
    }

    /// Whether a file that was taken in before may be passed over: nothing asks for another reading of it.
    private var mayPassOver: Bool {
        !readsAgain && !overwritesEdits && corrections == nil && schema == nil
    }

    private func read(
        _ path: String, _ kind: RecordKind?, _ known: KnownRecords, _ options: ReadingOptions
    ) throws -> [InventoryFile] {
        var options = options
        options.corrections = corrections?.corrections(of: path)
        defer { tellUnused(options.corrections, path) }
        return InventoryFile.isWorkbook(path)
            ? try InventoryFile.readWorkbook(path, kind: kind, known: known, options: options)
            : [
                try InventoryFile.read(
                    path, kind: kind, known: known, isDetecting: true, profile: profile, options: options)
            ]
    }

    /// Takes files in that were read, in order, each against what the ones before it leave.
    ///
    /// - Parameter stored: What the store holds.
    /// - Throws: `unreadable` where a file is refused as a whole or no rejects are allowed; `refused`, after
    ///   storing the rest, where records were rejected and that many are allowed.
    func apply(_ files: [InventoryFile], to stored: [Entry] = []) throws {
        var merged = ImportMerge(stored, store: store, overwritesEdits: overwritesEdits)
        let results = try files.map { file in
            try Interruption.check()
            return try merged.add(file)
        }
        let rejected = results.map(\.errorCount).reduce(0, +)
        let isFatal = files.contains(where: \.reading.isFatal)
        let isRefused = isFatal || rejected > maxRejects
        let batch = isRefused || isDryRun ? nil : try save(merged, files)
        try conclude(results, batch: batch, isRefused: isRefused, isFatal: isFatal)
    }

    /// Reports, gives the rejected back, and says by the status how it went.
    func conclude(_ results: [FileResult], batch: Int?, isRefused: Bool, isFatal: Bool) throws {
        let rejected = results.map(\.errorCount).reduce(0, +)
        try report(results, batch: batch, isRefused: isRefused)
        if rejected > 0 && !isFatal { try writeRejects(results) }
        guard rejected == 0 else {
            throw Failure(
                refusal(rejected, isRefused: isRefused, isFatal: isFatal), isRefused ? .unreadable : .refused)
        }
    }

    private func save(_ merged: ImportMerge, _ files: [InventoryFile]) throws -> Int? {
        let changes = merged.changes
        guard !changes.isEmpty else { return nil }
        var header = header(files.map(\.path))
        header.sourceSHA256 = files.map(\.sha256).joined(separator: " ")
        let sources = merged.sources
        let batch = try refusing { () throws(StoreError) in
            try store.apply(header) { batch in
                for change in changes {
                    if Interruption.isAsked { return false }
                    try batch.perform(change)
                }
                for (source, origins) in sources { try batch.note(source, origins) }
                return true
            }
        }
        if batch == nil { try Interruption.check() }
        return batch
    }

    func header(_ paths: [String]) -> BatchHeader {
        BatchHeader(
            author: Clock.author, time: Clock.now, command: command,
            sourceName: paths.joined(separator: " "), reason: reason)
    }

    private func refusal(_ count: Int, isRefused: Bool, isFatal: Bool) -> Words {
        let errors = count == 1 ? "1 error" : "\(count) errors"
        if isDryRun && !isRefused {
            return Words(
                ja: "試行のため何も保存していません。取り込むと、\(count) 件の誤りがある記録は不採用になります（\(rejectsPath)）。",
                en:
                    "A dry run: nothing is stored. An import would leave out the records that have \(errors) (\(rejectsPath))."
            )
        }
        guard isRefused else {
            return Words(
                ja: "\(count) 件の誤りがある記録を除いて保存しました。不採用の記録は \(rejectsPath) にあります。",
                en: "Stored without the records that have \(errors); the rejected are in \(rejectsPath).")
        }
        return isFatal
            ? Words(
                ja: "ファイル全体が読めないため、何も保存していません。", en: "The file as a whole cannot be read: nothing is stored.")
            : Words(
                ja:
                    "誤りが \(count) 件あるため、何も保存していません。ファイルを直すか、\(rejectsPath) に訂正値を書いて "
                    + "--corrections \(rejectsPath) を付けて取り込むか、--max-rejects で許す件数を指定してください。",
                en:
                    "\(errors): nothing is stored. Correct the file; or write corrections into \(rejectsPath) and add "
                    + "--corrections \(rejectsPath); or allow rejects with --max-rejects.")
    }

    /// The errors as a file: place, record, field, rule and value, to be corrected and sent again.
    private func writeRejects(_ results: [FileResult]) throws {
        let table = rejectsTable(results, corrections)
        try writeFile(Array(("\u{FEFF}" + table.csv(spoken)).utf8), to: rejectsPath)
    }

    private func report(_ results: [FileResult], batch: Int?, isRefused: Bool) throws {
        if printsJSON { return try Console.write(json(results, batch: batch).text) }
        for result in results {
            for error in result.errors {
                Console.note("\(result.path):\(error.line):\(error.column): \(error.words[spoken])")
            }
            result.tellFurtherErrors()
            guard !isRefused else { continue }
            result.tellNotes()
            if isDryRun || isVerbose { try Console.write(result.listing) }
            result.tellKept()
        }
        guard !isRefused else { return }
        let lead =
            isDryRun
            ? say("試行（保存していません）・ ", "Dry run, nothing stored · ")
            : batch.map { say("取込バッチ \($0) ・ ", "Batch \($0) · ") } ?? ""
        try Console.line(lead + results.reduce(into: Tally()) { $0.add($1.tally) }.line)
    }

    private func json(_ results: [FileResult], batch: Int?, isInterrupted: Bool = false) -> JSONValue {
        let sum = results.reduce(into: Tally()) { $0.add($1.tally) }
        return .object(
            [
                ("batch", JSONValue(batch)), ("interrupted", .bool(isInterrupted)),
                ("passedOver", .int(passedOver)), ("unknown", .array(unknown.map { .string($0) })),
                ("files", .array(results.map(\.json))),
            ] + sum.json)
    }
}

/// What one file brings.
struct FileResult {
    let path: String
    let sha256: String
    let profile: String
    let encoding: String
    var records: Int
    let errors: [ImportError]
    /// How many errors there are, with those beyond the ones that are kept.
    let errorCount: Int
    /// What the file holds that is not taken in.
    let notes: [ImportError]
    let difference: Difference
    /// Values set by hand that the file would have changed.
    var kept: [KeptEdit] = []
    /// Values of other sources that stay, because the file says what it said before.
    var settled = 0
    /// What a staging came to, where the differences themselves were told as they were found; and its batch.
    var counts: Tally?
    var batch: Int?

    init(_ file: InventoryFile, _ difference: Difference) {
        path = file.path
        sha256 = file.sha256
        profile = file.profile
        encoding = file.reading.encoding
        records = file.reading.entries.count
        errors = file.reading.errors
        errorCount = errors.count + file.reading.furtherErrors
        notes = file.reading.notes
        self.difference = difference
    }

    var tally: Tally {
        counts
            ?? Tally(
                added: difference.count(.added), changed: difference.count(.changed),
                missing: difference.missing.count, unchanged: difference.unchanged, rejected: errorCount)
    }

    var json: JSONValue {
        .object(
            [
                ("path", .string(path)), ("sha256", .string(sha256)),
                ("profile", .string(profile)),
                ("encoding", .string(encoding)), ("records", .int(records)),
            ] + tally.json + [
                ("kept", keptJSON), ("settled", .int(settled)), ("notes", list(notes)),
                ("errors", list(errors)),
            ])
    }

    private func list(_ errors: [ImportError]) -> JSONValue {
        .array(
            errors.map {
                .object([
                    ("line", .int($0.line)), ("column", .int($0.column)), ("code", .string($0.code)),
                    ("message", .string($0.words[spoken])),
                ])
            })
    }

    /// Says how many errors are not listed.
    func tellFurtherErrors() {
        guard errorCount > errors.count else { return }
        let rest = errorCount - errors.count
        Console.note(
            say(
                "\(path): 誤りはほかに \(rest) 件あります（表示は \(errors.count) 件まで）。",
                "\(path): \(rest) more errors (\(errors.count) are listed)."))
    }

    /// Says what of the file is not taken in; a long list is cut, and says so.
    func tellNotes() {
        for note in notes.prefix(20) {
            Console.note("\(path):\(note.line):\(note.column): \(note.words[spoken])")
        }
        guard notes.count > 20 else { return }
        Console.note(
            say("ほか \(notes.count - 20) 件（--json ですべて）。", "\(notes.count - 20) more (--json has all)."))
    }

    /// Says which values set by hand stay, and how to let the file win.
    func tellKept() {
        if settled > 0 {
            Console.note(
                say(
                    "\(path): ほかの情報源の新しい値 \(settled) 件を残しました（このファイルの値は前回と同じ）。",
                    "\(path): \(settled) newer values of other sources stay; this file says what it said before."
                ))
        }
        guard !kept.isEmpty else { return }
        let empty = say("（空）", "(empty)")
        for edit in kept.prefix(20) {
            Console.note(
                "\(edit.kind) \(edit.key)  \(edit.field.title[spoken]): "
                    + say(
                        "手で入れた「\(edit.present ?? empty)」を残しました（ファイルは「\(edit.offered ?? empty)」）",
                        "kept “\(edit.present ?? empty)”, set by hand (the file has “\(edit.offered ?? empty)”)"
                    ))
        }
        Console.note(
            say(
                "手で入れた値 \(kept.count) 件を残しました。ファイルの値にするには --overwrite-edits を付けてください。",
                "\(kept.count) values set by hand are kept. To take the file's, add --overwrite-edits."))
    }

    /// The kept edits under their stable keys.
    var keptJSON: JSONValue {
        .array(
            kept.map {
                .object([
                    ("kind", .string($0.kind)), ("record", .string($0.key)), ("field", .string($0.field.key)),
                    ("present", JSONValue($0.present)), ("offered", JSONValue($0.offered)),
                ])
            })
    }

    /// Every change, field by field, and what the source lacks.
    var listing: String {
        let changes = difference.changes.map(FileResult.listing(of:))
        let missing = difference.missing.map { "? \($0.kind) \($0.key)\n" }
        return changes.joined() + missing.joined()
    }

    /// A change, field by field.
    static func listing(of change: Change) -> String {
        "\(mark(change)) \(change.kind) \(change.key)\n"
            + (change.verb == .changed ? change.differences.map(line).joined() : "")
    }

    private static func mark(_ change: Change) -> String {
        switch change.verb {
        case .added: "+"
        case .changed: "~"
        case .removed: "-"
        }
    }

    private static func line(_ difference: (field: FieldInfo, before: String?, after: String?)) -> String {
        let empty = say("（空）", "(empty)")
        return
            "    \(difference.field.title[spoken]): \(difference.before ?? empty) → \(difference.after ?? empty)\n"
    }
}
