import Dispatch
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

    /// What became of the file.
    struct Outcome {
        let file: InventoryFile
        /// What the file brings, and the batch that it was stored as; nil where it was not clean.
        let difference: Difference?
        let batch: Int?
    }

    /// What the reading thread hands over.
    private enum Part: Sendable {
        case records([Entry])
        case end(Result<InventoryFile, any Error>)
    }

    /// Takes a file of inventory XML in; the batch's head gets the file's fingerprint.
    ///
    /// - Throws: What keeps the file from being read, or its records from being stored; nothing is stored then.
    func take(_ path: String, _ header: BatchHeader) throws -> Outcome {
        let parts = read(path)
        var comparison = Comparison(with: stored)
        var read = Result<InventoryFile, any Error>.failure(
            Failure(ja: "\(path): 読み終わりませんでした。", en: "\(path): was not read to its end.", .internalFailure))
        let batch = try refusing { () throws(StoreError) in
            try store.apply(header) { batch in
                read = try perform(parts, &comparison, &batch)
                guard case .success(let file) = read, file.reading.isClean else { return false }
                batch.header.sourceSHA256 = file.sha256
                return batch.count > 0
            }
        }
        let file = try read.get()
        guard file.reading.isClean else { return Outcome(file: file, difference: nil, batch: nil) }
        let kinds = Set(file.reading.entries.map(\.kind))
        return Outcome(file: file, difference: comparison.finish(kinds: kinds), batch: batch)
    }

    /// Reads the file on a thread of its own.
    private func read(_ path: String) -> Handover<Part> {
        let parts = Handover<Part>()
        let known = KnownRecords(stored)
        DispatchQueue.global().async {
            let file = Result {
                try InventoryFile.read(path, known: known) { if !$0.isEmpty { parts.put(.records($0)) } }
            }
            parts.put(.end(file))
        }
        return parts
    }

    /// Stores records as they come, and after the end those that were not handed over.
    private func perform(
        _ parts: Handover<Part>, _ comparison: inout Comparison, _ batch: inout BatchWriter
    ) throws -> Result<InventoryFile, any Error> {
        var handed = 0
        while true {
            switch parts.take() {
            case .records(let records):
                handed += records.count
                for change in comparison.take(records) { try batch.perform(change) }
            case .end(let file):
                if case .success(let file) = file, file.reading.isClean {
                    let rest = file.reading.entries[handed...]
                    for change in comparison.take(rest) { try batch.perform(change) }
                }
                return file
            }
        }
    }
}
