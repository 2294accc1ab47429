import HeijunImport
import HeijunModel

/// Reads a file of any format that Heijun knows: its first bytes say which.
final class FormatReader {
    private let path: String
    private let kind: RecordKind?
    private let options: ReadingOptions
    /// The profile that the file must be of.
    private let asked: Profile?
    /// The first bytes: kept until the format is known, and for a profile that was asked for.
    private var head: [UInt8] = []
    private var format: FileFormatGuess?
    private let collector = EntryCollector()
    private let sink: any RecordSink
    private let judged: (Profile?) -> Void
    private var inventory: InventoryReader?
    private var vendor: ProfileReader?
    private var spreadsheet: SpreadsheetReader?
    private var validation: SchemaReader?

    /// - Parameters:
    ///   - path: Where the file stands; some formats tell their deliveries apart by the folder.
    ///   - isDetecting: Whether a file may be a vendor's; otherwise it is read as inventory XML whatever it is.
    ///   - profile: The profile that it must be of.
    ///   - sink: Takes the records of a vendor's file; nil gathers them for the reading.
    ///   - judged: Hears what the file is as soon as that is known: a vendor's, by its profile, or inventory XML.
    init(
        _ path: String, isDetecting: Bool, profile: Profile?, kind: RecordKind?, options: ReadingOptions,
        sink: (any RecordSink)? = nil, judged: @escaping (Profile?) -> Void = { _ in }
    ) {
        self.path = InputFiles.absolute(path)
        self.options = options
        validation = options.schema.map { SchemaReader($0, limits: options.vendor) }
        self.kind = kind
        self.sink = sink ?? collector
        self.judged = judged
        asked = profile
        if let profile { format = .profile(profile) } else if !isDetecting { format = .inventory }
    }

    /// Name and version of the profile that the file is read by.
    var profileName: String {
        if case .profile(let profile) = format { profile.name } else { Profile.inventoryName }
    }

    /// The profile, where the file is a vendor's.
    var vendorProfile: Profile? { if case .profile(let profile) = format { profile } else { nil } }

    /// Whether the file is a vendor's, which knows a part of the ledger's fields only.
    var isPartial: Bool { if case .profile = format { true } else { false } }

    /// Reads the next bytes.
    func feed(_ bytes: UnsafeRawBufferPointer) throws {
        validation?.feed(bytes)
        guard format == nil else {
            if asked != nil, head.count < FileFormatGuess.headBytes { head.append(contentsOf: bytes) }
            return try pass(bytes)
        }
        let isFirst = head.isEmpty
        head.append(contentsOf: bytes)
        if isFirst, FileFormatGuess.isInventory(head[...]) { return try begin(.inventory) }
        if head.count >= FileFormatGuess.headBytes { try judge() }
    }

    private func judge() throws {
        try begin(FileFormatGuess(head: head, profiles: Profile.builtIn))
    }

    private func begin(_ found: FileFormatGuess) throws {
        format = found
        let start = head
        head = []
        try start.withUnsafeBytes(pass)
    }

    private func pass(_ bytes: UnsafeRawBufferPointer) throws {
        switch format {
        case .inventory, nil:
            if inventory == nil {
                judged(nil)
                inventory = InventoryReader(
                    limits: options.inventory, corrections: options.corrections,
                    keepsLines: options.keepsLines)
            }
            if inventory?.isDone == false { inventory?.feed(bytes) }
        case .profile(let profile) where profile.isSpreadsheet:
            if spreadsheet == nil {
                judged(profile)
                spreadsheet = SpreadsheetReader(
                    kind: kind, limits: options.vendor, corrections: options.corrections,
                    names: options.names, sink: sink)
            }
            if spreadsheet?.isDone == false { spreadsheet?.feed(bytes) }
        case .profile(let profile):
            if vendor == nil {
                judged(profile)
                vendor = try understood { () throws(ProfileError) in
                    try ProfileReader(
                        profile.standing(at: path), limits: options.vendor, corrections: options.corrections,
                        sink: sink)
                }
            }
            if vendor?.isDone == false { vendor?.feed(bytes) }
        case .unknown: break
        }
    }

    /// The records of inventory XML that are whole since this was last asked.
    func newlyWhole() -> [Entry] { inventory?.newlyWhole() ?? [] }

    /// Ends the file.
    func finish(known: (String, String) -> Bool) throws -> InventoryReading {
        var reading = try finishReading(known: known)
        if let validation = validation.take() { reading.refuse(for: validation.finish()) }
        return reading
    }

    private func finishReading(known: (String, String) -> Bool) throws -> InventoryReading {
        if format == nil { try judge() }
        if case .unknown(let root, let namespace) = format {
            return InventoryReading(
                refusedFor: ImportError(.unknownFormat(root: root, namespace: namespace), at: .start))
        }
        try pass(UnsafeRawBufferPointer(start: nil, count: 0))
        if let reader = inventory.take() { return reader.finish(known: known) }
        let reading = vendor.take()?.finish() ?? spreadsheet.take()?.finish() ?? ProfileReading()
        if reading.records == 0, reading.errors.isEmpty, let error = asked?.mismatch(head: head) {
            return InventoryReading(refusedFor: error)
        }
        var inventory = InventoryReading(reading, collector, corrections: options.corrections)
        inventory.leaveLooseReferences(known: known)
        return inventory
    }
}

/// Turns a profile's fault into the command's.
func understood<Value: ~Copyable>(
    _ path: String = "", _ body: () throws(ProfileError) -> Value
) throws -> Value {
    do {
        return try body()
    } catch {
        let place = "\(path.isEmpty ? "" : path + ":")\(error.place.line):\(error.place.column): "
        throw Failure(Words(ja: place + error.words.ja, en: place + error.words.en), .unreadable)
    }
}
