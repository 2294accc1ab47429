import HeijunImport
import HeijunModel
import HeijunStore

/// Stores a file's records while the rest of it is still being read, all in one transaction.
///
/// Whether a file is clean is known only at its end; where it is not, everything is taken back as if nothing had
/// been begun, and what was read is there to be told of.
struct ImportStream {
    let store: Store
    /// What the store holds.
    let stored: [Entry]
    /// Whether values set by hand give way to the file's.
    let overwritesEdits: Bool

    /// What became of the file.
    struct Outcome {
        let file: InventoryFile
        /// What the file brings, and the batch that it was stored as; nil where it was not clean.
        let difference: Difference?
        let batch: Int?
        /// Values set by hand that the file would have changed.
        var kept: [KeptEdit] = []
    }

    /// Takes a file of inventory XML in; the batch's head gets the file's fingerprint.
    ///
    /// - Throws: What keeps the file from being read, or its records from being stored; nothing is stored then.
    func take(_ reading: FileReading, _ header: BatchHeader) throws -> Outcome {
        let path = reading.path
        var comparison = Comparison(with: stored)
        var hand = HandEdits(isOverwritten: overwritesEdits)
        var read = Result<InventoryFile, any Error>.failure(
            Failure(ja: "\(path): 読み終わりませんでした。", en: "\(path): was not read to its end.", .internalFailure))
        let batch = try refusing { () throws(StoreError) in
            try store.apply(header) { batch in
                read = try perform(reading, &comparison, &hand, &batch)
                guard case .success(let file) = read, file.isStreamed else { return false }
                batch.header.sourceSHA256 = file.sha256
                guard batch.count > 0 else { return false }
                try batch.note(file.source, file.reading.origins(of: comparison.changes))
                return true
            }
        }
        let file = try read.get()
        guard file.isStreamed else { return Outcome(file: file, difference: nil, batch: nil) }
        let kinds = Set(file.reading.entries.map(\.kind))
        var difference = comparison.finish(kinds: kinds)
        let kept = difference.keep { hand.positions[HandEdits.name($0)] ?? [] }
        return Outcome(file: file, difference: difference, batch: batch, kept: kept)
    }

    /// Stores records as they come, and after the end those that were not handed over.
    private func perform(
        _ reading: FileReading, _ comparison: inout Comparison, _ hand: inout HandEdits,
        _ batch: inout BatchWriter
    ) throws -> Result<InventoryFile, any Error> {
        var handed = 0
        while true {
            switch reading.entries.take() {
            case .records(let records):
                handed += records.count
                for change in comparison.take(records) { try hand.perform(change, &batch) }
            case .end(let file):
                if case .success(let file) = file, file.isStreamed {
                    let rest = file.reading.entries[handed...]
                    for change in comparison.take(rest) { try hand.perform(change, &batch) }
                }
                return file
            }
        }
    }
}

/// Keeps what was set by hand from being overwritten while changes are performed.
struct HandEdits {
    let isOverwritten: Bool
    /// Positions of the fields that were kept, by kind and key.
    private(set) var positions: [String: [Int]] = [:]

    init(isOverwritten: Bool) { self.isOverwritten = isOverwritten }

    /// Kind and key in one text.
    static func name(_ change: Change) -> String { "\(change.kind)\u{0}\(change.key)" }

    /// Makes a change but for the fields that were set by hand.
    mutating func perform(_ change: Change, _ batch: inout BatchWriter) throws {
        guard change.verb == .changed, !isOverwritten else { return try batch.perform(change) }
        let edited = try batch.handEdited(change)
        guard !edited.isEmpty else { return try batch.perform(change) }
        positions[HandEdits.name(change)] = edited
        let rest = change.keeping(edited)
        if !rest.isIdle { try batch.perform(rest) }
    }
}
