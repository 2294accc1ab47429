import HeijunImport
import HeijunModel
import HeijunReports
import HeijunStore

/// Lays the files of a run on its desk, one after the other; those that lie there already are not read again.
struct DeskReading {
    /// Files that an earlier run had laid down.
    private(set) var resumed = 0
    /// Files that no profile knows and that are left out.
    private(set) var unknown: [String] = []
    private let run: ImportRun
    private let staging: Staging, desk: Desk
    private let options: ReadingOptions
    /// What files in Heijun's own formats may refer to: the ledger's records and those of such files before.
    private var known = KnownRecords([])
    private var knowsLedger = false

    init(_ run: ImportRun, _ staging: Staging, _ desk: Desk, _ options: ReadingOptions) {
        (self.run, self.staging, self.desk, self.options) = (run, staging, desk, options)
    }

    /// Lays files down, in order.
    ///
    /// - Returns: The files without their records; a workbook is as many as it has sheets.
    mutating func lay(_ sources: [(path: String, kind: RecordKind?)]) throws -> [LaidFile] {
        let line = ProgressLine()
        defer { line.end() }
        var files: [LaidFile] = []
        for (index, source) in sources.enumerated() {
            try Interruption.check()
            if sources.count > 1 {
                let (count, all) = (grouped(index + 1), grouped(sources.count))
                line.show(say("\(count) / \(all) 件目を読んでいます…", "Reading file \(count) of \(all)…"))
            }
            files += try take(source.path) ?? read(source.path, source.kind)
        }
        return files
    }

    /// Takes a file that lies on the desk already; nil where it does not.
    private mutating func take(_ path: String) throws -> [LaidFile]? {
        guard let file = try desk.laid(path) else { return nil }
        resumed += 1
        if !file.isPartial {
            for (kind, key) in try desk.records(of: file.path) { known.add(kind: kind, key: key) }
        }
        return [file]
    }

    private mutating func read(_ path: String, _ kind: RecordKind?) throws -> [LaidFile] {
        if InventoryFile.isWorkbook(path) || kind != nil || run.corrections != nil {
            return try gathered(path, kind).compactMap { try keep(gathered: $0) }
        }
        let reading = FileReading(path, profile: run.profile, options: options)
        defer { reading.stop() }
        switch reading.head.take() {
        case .inventory:
            reading.know(try records())
            return try keep(gathered: try reading.whole()).map { [$0] } ?? []
        case .vendor:
            try staging.clear()
            return [try keep(try run.fill(staging, from: reading))]
        case .other(let file): return try keep(gathered: try file.get()).map { [$0] } ?? []
        }
    }

    /// The known records; the ledger's are looked up when a file first needs them.
    private mutating func records() throws -> KnownRecords {
        if !knowsLedger { try staging.tellLedger { known.add(kind: $0, key: $1) } }
        knowsLedger = true
        return known
    }

    private mutating func gathered(_ path: String, _ kind: RecordKind?) throws -> [InventoryFile] {
        let known = try records()
        var options = options
        options.corrections = run.corrections?.corrections(of: path)
        defer { tellUnused(options.corrections, path) }
        return InventoryFile.isWorkbook(path)
            ? try InventoryFile.readWorkbook(path, kind: kind, known: known, options: options)
            : [
                try InventoryFile.read(
                    path, kind: kind, known: known, isDetecting: true, profile: run.profile, options: options)
            ]
    }

    /// Keeps a file whose records were gathered; nil for one that is left out.
    private mutating func keep(gathered file: InventoryFile) throws -> LaidFile? {
        let isUnknown = file.reading.isFatal && file.reading.errors.contains { $0.code == "unknown-format" }
        guard !isUnknown || !run.leavesUnknown else {
            unknown.append(file.path)
            return nil
        }
        if !file.isPartial {
            for entry in file.reading.entries {
                known.add(kind: entry.kind, key: RecordKind.named(entry.kind)?.key(of: entry.values) ?? "")
            }
        }
        try staging.lay(file)
        return try keep(file)
    }

    private func keep(_ file: InventoryFile) throws -> LaidFile {
        let laid = LaidFile(file, records: staging.count)
        try desk.keep(laid)
        return laid
    }
}
