import HeijunImport
import HeijunModel

/// An inventory file as it was read: its fingerprint and what stands in it.
struct InventoryFile {
    let path: String
    let sha256: String
    var reading: InventoryReading
    /// Name and version of the profile that it was read by.
    var profile = Profile.inventoryName
    /// Whether a field that the file has no value for keeps the ledger's: a vendor knows a part of it only.
    var isPartial = false
    /// The profile itself, where the file is a vendor's.
    var format: Profile?

    /// The file's name without its folder, by which the next delivery of the same file is known; files of electronic
    /// deliveries, which are all called alike, with that of their delivery.
    var baseName: String {
        format?.sourceName(of: InputFiles.absolute(path)) ?? path.split(separator: "/").last.map(String.init)
            ?? path
    }

    /// The file as the batch remembers it.
    var source: SourceFile {
        SourceFile(name: baseName, sha256: sha256, profile: profile, rejected: reading.errors.count)
    }

    /// Whether its records could be stored while it was read.
    var isStreamed: Bool { reading.isClean && !isPartial }

    /// Reads a file once, for its fingerprint and its records.
    ///
    /// - Parameters:
    ///   - kind: The kind of a CSV file's records; nil reads inventory XML.
    ///   - known: Records that the file may refer to without holding them: those stored already.
    ///   - isDetecting: Whether it may be a vendor's; otherwise it is read as inventory XML whatever it is.
    ///   - profile: The profile that it must be of.
    ///   - sink: Takes the records of a vendor's file; nil gathers them for the reading.
    ///   - hand: Takes records of inventory XML that are whole, while the rest is read; they count only if the
    ///     reading turns out clean.
    ///   - judged: Hears what the file is as soon as that is known: a vendor's, by its profile, or inventory XML.
    static func read(
        _ path: String, kind: RecordKind? = nil, known: @autoclosure () -> KnownRecords = KnownRecords([]),
        isDetecting: Bool = false, profile: Profile? = nil, options: ReadingOptions = ReadingOptions(),
        sink: (any RecordSink)? = nil, hand: (([Entry]) -> Void)? = nil,
        judged: @escaping (Profile?) -> Void = { _ in }
    ) throws -> InventoryFile {
        if let kind, !path.lowercased().hasSuffix(".xml") {
            let hash = SHA256()
            let bytes = try readAll(path, ratio: options.sheets.ratio)
            bytes.withUnsafeBytes(hash.feed)
            let reading = CSVReader(
                kind, limits: options.inventory, corrections: options.corrections
            ).read(bytes, known: known().contains)
            return InventoryFile(path: path, sha256: hash.finish(), reading: reading)
        }
        let reader = FormatReader(
            path, isDetecting: isDetecting, profile: profile, kind: kind, options: options, sink: sink,
            judged: judged)
        let sha256 = try readHashed(path, ratio: options.sheets.ratio) { bytes in
            try reader.feed(bytes)
            if let hand { hand(reader.newlyWhole()) }
        }
        var records: KnownRecords?
        let reading = try reader.finish { kind, key in
            let found = records ?? known()
            records = found
            return found.contains(kind: kind, key: key)
        }
        return InventoryFile(
            path: path, sha256: sha256, reading: reading, profile: reader.profileName,
            isPartial: reader.isPartial, format: reader.vendorProfile)
    }

    /// Reads a workbook, each sheet as a file of its own: `台帳.xlsx[system]`.
    ///
    /// - Parameter kind: The kind of the first sheet's records; nil reads every sheet that is named after a kind.
    static func readWorkbook(
        _ path: String, kind: RecordKind?, known: KnownRecords,
        options: ReadingOptions = ReadingOptions()
    ) throws -> [InventoryFile] {
        let bytes = try readAll(path)
        let hash = SHA256()
        bytes.withUnsafeBytes(hash.feed)
        let sum = hash.finish()
        let sheets: [(sheet: String, reading: InventoryReading)]
        do throws(SheetError) {
            sheets = try WorkbookReader(
                kind, limits: options.inventory, sheets: options.sheets, corrections: options.corrections
            ).read(bytes, known: known.contains)
        } catch {
            throw Failure(
                Words(ja: "\(path): \(error.words.ja)", en: "\(path): \(error.words.en)"), .unreadable)
        }
        guard !sheets.isEmpty else { return try readHeaded(path, bytes, sum, known, options) }
        return sheets.map { InventoryFile(path: "\(path)[\($0.sheet)]", sha256: sum, reading: $0.reading) }
    }

    /// Reads a workbook in which no sheet is named after a kind, by its headings.
    private static func readHeaded(
        _ path: String, _ bytes: [UInt8], _ sum: String, _ known: KnownRecords, _ options: ReadingOptions
    ) throws -> [InventoryFile] {
        let sheets: [(sheet: String, reading: InventoryReading)]
        do throws(SheetError) {
            sheets = try HeadedWorkbookReader(nil, options: options).read(bytes, known: known.contains)
        } catch {
            throw Failure(
                Words(ja: "\(path): \(error.words.ja)", en: "\(path): \(error.words.en)"), .unreadable)
        }
        guard !sheets.isEmpty, let profile = Profile.builtIn.first(where: \.isSpreadsheet) else {
            throw Failure(
                ja: "\(path): 種別の名前（system、measure など）のシートも、台帳の項目名（システム名、機器名など）の見出し行もありません。"
                    + "見出しかシート名を直すか、--kind で指定してください。",
                en:
                    "\(path): no sheet is named after a kind such as system or measure, and none has headings that "
                    + "are fields of the ledger, such as Name. Rename a sheet or its headings, or give --kind.",
                .unreadable)
        }
        return sheets.map {
            InventoryFile(
                path: "\(path)[\($0.sheet)]", sha256: sum, reading: $0.reading,
                profile: profile.name, isPartial: true, format: profile)
        }
    }

    /// Whether a file's name says that it is a workbook.
    static func isWorkbook(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm")
    }

    /// The refusal of a file with errors: each on a line of its own, `file:line:column: what and what to do`.
    var refusal: Failure { Failure(Words(ja: message(.ja), en: message(.en)), .unreadable) }

    private func message(_ language: Language) -> String {
        reading.errors.map { "\(path):\($0.line):\($0.column): \($0.words[language])" }.joined(
            separator: "\n")
    }
}

/// The records that are stored, by kind and key.
struct KnownRecords {
    private var keys: [String: Set<String>] = [:]

    init(_ entries: [Entry]) {
        for entry in entries {
            guard let kind = RecordKind.named(entry.kind) else { continue }
            add(kind: kind.name, key: kind.key(of: entry.values))
        }
    }

    mutating func add(kind: String, key: String) { keys[kind, default: []].insert(key) }

    func contains(kind: String, key: String) -> Bool { keys[kind]?.contains(key) == true }
}
