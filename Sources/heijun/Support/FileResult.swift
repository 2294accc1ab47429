import HeijunImport
import HeijunModel
import HeijunReports
import HeijunStore

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
    /// Whether the file as a whole is unusable.
    let isFatal: Bool
    /// What the file holds that is not taken in.
    let notes: [ImportError]
    /// Every change, field by field, and what the source lacks; where somebody asked for it.
    var listing = ""
    /// Values set by hand that the file would have changed.
    var kept: [KeptEdit] = []
    /// Values of other sources that stay, because the file says what it said before.
    var settled = 0
    /// What became or would become of its records.
    var tally: Tally
    var batch: Int?

    /// A file of so many records, of which nothing has become yet.
    init(_ file: InventoryFile, records: Int) {
        path = file.path
        sha256 = file.sha256
        profile = file.profile
        encoding = file.reading.encoding
        self.records = records
        errors = file.reading.errors
        errorCount = errors.count + file.reading.furtherErrors
        isFatal = file.reading.isFatal
        notes = file.reading.notes
        tally = Tally(rejected: errorCount)
    }

    /// A file whose differences are known.
    init(_ file: InventoryFile, _ difference: Difference) {
        self.init(file, records: file.reading.entries.count)
        tally.added = difference.count(.added)
        tally.changed = difference.count(.changed)
        tally.missing = difference.missing.count
        tally.unchanged = difference.unchanged
        listing =
            difference.changes.map(FileResult.listing(of:)).joined()
            + difference.missing.map { "? \($0.kind) \($0.key)\n" }.joined()
    }

    /// Takes what a staging came to.
    mutating func take(_ settled: StagedResult) {
        batch = settled.batch
        kept = settled.kept
        self.settled = settled.settled
        tally.added = settled.added
        tally.changed = settled.changed
        tally.missing = settled.missing
        tally.unchanged = settled.unchanged
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
                "\(path): \(rest) more \(rest == 1 ? "error" : "errors") (\(errors.count) are listed)."))
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
                    "\(path): \(settled == 1 ? "1 newer value of another source stays" : "\(settled) newer values of other sources stay"); this file says what it said before."
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
                (kept.count == 1
                    ? "1 value set by hand is kept." : "\(kept.count) values set by hand are kept.")
                    + " To take the file's, add --overwrite-edits."))
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
