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
    /// What the user has given that files are read by, other than what is above.
    var readBy: [String] = []
    /// Files that were taken in before, the same, and are not read again.
    var passedOver = 0
    /// Files that a run before this one had read when it was interrupted.
    var resumed = 0
    /// Files that were read when this run was interrupted, which the next need not read again.
    var laidDown = 0
    /// Files of unknown formats that were left out.
    var unknown: [String] = []
    /// Records that several files together add and change.
    var net: (added: Int, changed: Int)?

    /// The files and folders as the user named them.
    let asked: [String]

    /// - Parameter command: The command that does it, before the files.
    init(store: Store, command: String, _ asked: [String]) {
        self.store = store
        self.command = ([command] + asked).joined(separator: " ")
        self.asked = asked
    }

    /// Takes files in, in order; one of inventory XML alone is stored while it is read.
    ///
    /// - Throws: As `conclude`, and what keeps a file from being read.
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
        else { return try takeTogether(sources) }
        let reading = FileReading(source.path, profile: profile, options: try options())
        defer { reading.stop() }
        switch reading.head.take() {
        case .inventory: try take(reading)
        case .vendor(let profile): try take(reading, of: profile)
        case .other(let file): try take(gathered: try file.get())
        }
    }

    var stored: [Entry] {
        get throws { try refusing { () throws(StoreError) in try store.entries() } }
    }

    /// What the body has set of how files are read.
    func options() throws -> ReadingOptions {
        let settings = try refusing { () throws(StoreError) in
            try store.entries(ofKind: SettingValue.kind.name)
        }
        var options = ReadingOptions(settingsIn: settings)
        options.schema = schema
        options.keepsLines = keepsLines
        options.names = KnownNames(
            try KnownNames.kinds.flatMap { kind in
                try refusing { () throws(StoreError) in try store.entries(ofKind: kind.name) }
            })
        return options
    }

    /// Takes inventory XML in, which is stored while it is read.
    private func take(_ reading: FileReading) throws {
        let stored = try stored
        reading.know(KnownRecords(stored))
        guard !isDryRun else { return try take(gathered: try reading.whole()) }
        let stream = ImportStream(store: store, stored: stored, overwritesEdits: overwritesEdits)
        let outcome = try stream.take(reading, header([reading.path]))
        guard let difference = outcome.difference else { return try take(gathered: outcome.file) }
        var result = FileResult(outcome.file, difference)
        result.kept = outcome.kept
        try report([result], batch: outcome.batch, isRefused: false)
    }

    /// Takes in a file in Heijun's own format whose records were gathered.
    func take(gathered file: InventoryFile) throws {
        var result = FileResult(file, records: file.reading.entries.count)
        if !isRefused(file) || printsJSON {
            let rules = StagedRules(whole: file.source, overwritesEdits: overwritesEdits)
            try stores {
                try store.staging { staging in
                    try staging.lay(file)
                    try settle(staging, file, rules, &result)
                }
            }
        }
        try conclude(
            [result], batch: result.batch, isRefused: isRefused(file), isFatal: file.reading.isFatal)
    }

    /// Whether a file that was taken in before may be passed over: nothing asks for another reading of it.
    var mayPassOver: Bool {
        !readsAgain && !overwritesEdits && corrections == nil && schema == nil
    }

    func header(_ paths: [String]) -> BatchHeader {
        BatchHeader(
            author: Clock.author, time: Clock.now, command: command,
            sourceName: paths.count == 1 ? paths[0] : asked.joined(separator: " "), reason: reason)
    }
}
