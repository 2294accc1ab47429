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

    init(store: Store, command: String) {
        self.store = store
        self.command = command
    }

    /// Takes files in, in order; one of inventory XML alone is stored while it is read.
    ///
    /// - Throws: As `apply(_:)`, and what keeps a file from being read.
    func take(_ sources: [(path: String, kind: RecordKind?)]) throws {
        guard let source = sources.first, sources.count == 1, source.kind == nil,
            !InventoryFile.isWorkbook(source.path)
        else {
            let stored = try stored
            let known = KnownRecords(stored)
            return try apply(try sources.flatMap { try read($0.path, $0.kind, known) }, to: stored)
        }
        let reading = FileReading(source.path, profile: profile)
        defer { reading.stop() }
        switch reading.head.take() {
        case .inventory: try take(reading)
        case .vendor(let profile): try take(reading, of: profile)
        case .other(let file): try apply([try file.get()])
        }
    }

    private var stored: [Entry] {
        get throws { try refusing { () throws(StoreError) in try store.entries() } }
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

    private func read(_ path: String, _ kind: RecordKind?, _ known: KnownRecords) throws -> [InventoryFile] {
        InventoryFile.isWorkbook(path)
            ? try InventoryFile.readWorkbook(path, kind: kind, known: known)
            : [
                try InventoryFile.read(
                    path, kind: kind, known: known, isDetecting: true, profile: profile)
            ]
    }

    /// Takes files in that were read, in order, each against what the ones before it leave.
    ///
    /// - Parameter stored: What the store holds.
    /// - Throws: `unreadable` where a file is refused as a whole or no rejects are allowed; `refused`, after
    ///   storing the rest, where records were rejected and that many are allowed.
    func apply(_ files: [InventoryFile], to stored: [Entry] = []) throws {
        var merged = ImportMerge(stored, store: store, overwritesEdits: overwritesEdits)
        let results = try files.map { file in try merged.add(file) }
        let rejected = results.map(\.errors.count).reduce(0, +)
        let isFatal = files.contains(where: \.reading.isFatal)
        let isRefused = isFatal || rejected > maxRejects
        let batch = isRefused || isDryRun ? nil : try save(merged, files)
        try conclude(results, batch: batch, isRefused: isRefused, isFatal: isFatal)
    }

    /// Reports, gives the rejected back, and says by the status how it went.
    func conclude(_ results: [FileResult], batch: Int?, isRefused: Bool, isFatal: Bool) throws {
        let rejected = results.map(\.errors.count).reduce(0, +)
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
        return try refusing { () throws(StoreError) in
            try store.apply(header) { batch in
                for change in changes { try batch.perform(change) }
                for (source, origins) in sources { try batch.note(source, origins) }
                return true
            }
        }
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
                ja: "誤りが \(count) 件あるため、何も保存していません。直してもう一度取り込むか、--max-rejects で許す件数を指定してください。",
                en: "\(errors): nothing is stored. Correct the file, or allow rejects with --max-rejects.")
    }

    /// The errors as a file: place, record, field, rule and value, to be corrected and sent again.
    private func writeRejects(_ results: [FileResult]) throws {
        let table = rejectsTable(results)
        try writeFile(Array(("\u{FEFF}" + table.csv(spoken)).utf8), to: rejectsPath)
    }

    private func report(_ results: [FileResult], batch: Int?, isRefused: Bool) throws {
        if printsJSON { return try Console.write(json(results, batch: batch).text) }
        for result in results {
            for error in result.errors {
                Console.note("\(result.path):\(error.line):\(error.column): \(error.words[spoken])")
            }
            guard !isRefused else { continue }
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

    private func json(_ results: [FileResult], batch: Int?) -> JSONValue {
        let sum = results.reduce(into: Tally()) { $0.add($1.tally) }
        return .object([("batch", JSONValue(batch)), ("files", .array(results.map(\.json)))] + sum.json)
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
    let difference: Difference
    /// Values set by hand that the file would have changed.
    var kept: [KeptEdit] = []
    /// What a staging came to, where the differences themselves were told as they were found; and its batch.
    var settled: Tally?
    var batch: Int?

    init(_ file: InventoryFile, _ difference: Difference) {
        path = file.path
        sha256 = file.sha256
        profile = file.profile
        encoding = file.reading.encoding
        records = file.reading.entries.count
        errors = file.reading.errors
        self.difference = difference
    }

    var tally: Tally {
        settled
            ?? Tally(
                added: difference.count(.added), changed: difference.count(.changed),
                missing: difference.missing.count, unchanged: difference.unchanged, rejected: errors.count)
    }

    var json: JSONValue {
        .object(
            [
                ("path", .string(path)), ("sha256", .string(sha256)),
                ("profile", .string(profile)),
                ("encoding", .string(encoding)), ("records", .int(records)),
            ] + tally.json + [
                ("kept", keptJSON),
                (
                    "errors",
                    .array(
                        errors.map {
                            .object([
                                ("line", .int($0.line)), ("column", .int($0.column)),
                                ("code", .string($0.code)),
                                ("message", .string($0.words[spoken])),
                            ])
                        })
                ),
            ])
    }

    /// Says which values set by hand stay, and how to let the file win.
    func tellKept() {
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

/// The errors of all files as a table.
func rejectsTable(_ results: [FileResult]) -> Table {
    let rows = results.flatMap { result in
        result.errors.map { error in
            [
                Cell(result.path), Cell(String(error.line), .int(error.line)),
                Cell(String(error.column), .int(error.column)), Cell(error.key), Cell(error.element),
                Cell(error.code), Cell(error.seen), Cell(error.words[spoken]),
            ]
        }
    }
    return Table(
        key: "rejects", title: Words(ja: "不採用", en: "Rejected"),
        columns: [
            .init("file", ja: "ファイル", en: "File"), .init("line", ja: "行", en: "Line", .trailing),
            .init("column", ja: "桁", en: "Column", .trailing), .init("record", ja: "記録", en: "Record"),
            .init("field", ja: "項目", en: "Field"), .init("rule", ja: "規則", en: "Rule"),
            .init("value", ja: "値", en: "Value"), .init("message", ja: "内容", en: "Message"),
        ], rows: rows)
}
