import HeijunImport
import HeijunModel

/// An inventory file as it was read: its fingerprint and what stands in it.
struct InventoryFile {
    let path: String
    let sha256: String
    let reading: InventoryReading

    /// Reads a file once, for its fingerprint and its records.
    ///
    /// - Parameters:
    ///   - kind: The kind of a CSV file's records; nil reads inventory XML.
    ///   - known: Records that the file may refer to without holding them: those stored already.
    ///   - hand: Takes records of an XML file that are whole, while the rest is read; they count only if the
    ///     reading turns out clean.
    static func read(
        _ path: String, kind: RecordKind? = nil, known: KnownRecords = KnownRecords([]),
        hand: (([Entry]) -> Void)? = nil
    ) throws -> InventoryFile {
        let hash = SHA256()
        if let kind {
            let bytes = try readAll(path)
            bytes.withUnsafeBytes(hash.feed)
            let reading = CSVReader(kind).read(bytes, known: known.contains)
            return InventoryFile(path: path, sha256: hash.finish(), reading: reading)
        }
        var reader = InventoryReader()
        try readPieces(of: path) { bytes in
            hash.feed(bytes)
            if !reader.isDone { reader.feed(bytes) }
            if let hand { hand(reader.newlyWhole()) }
        }
        return InventoryFile(path: path, sha256: hash.finish(), reading: reader.finish(known: known.contains))
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
            keys[kind.name, default: []].insert(kind.key(of: entry.values))
        }
    }

    func contains(kind: String, key: String) -> Bool { keys[kind]?.contains(key) == true }
}
