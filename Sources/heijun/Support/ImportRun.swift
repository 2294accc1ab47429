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
    private(set) var passedOver = 0
    /// Files of unknown formats that were left out.
    private(set) var unknown: [String] = []

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
        options.names = KnownNames(
            try KnownNames.kinds.flatMap { kind in
                try refusing { () throws(StoreError) in try store.entries(ofKind: kind.name) }
            })
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
}
