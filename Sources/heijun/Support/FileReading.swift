import Dispatch
import HeijunImport
import HeijunModel

/// A file being read on a thread of its own, while what was read of it is worked on here.
final class FileReading: Sendable {
    let path: String
    /// What the file is, told as soon as its first bytes are known.
    let head = Handover<Head>()
    /// The records of inventory XML, and those of a vendor's file.
    let entries = Handover<Part<[Entry]>>(), batches = Handover<Part<RecordBatch>>(capacity: 8)
    private let known = Handover<KnownRecords>()
    private let profile: Profile?, options: ReadingOptions

    /// What a file is.
    enum Head: Sendable {
        case inventory
        case vendor(Profile)
        /// Nothing that could be told of before its end.
        case other(Result<InventoryFile, any Error>)
    }

    /// What the reading thread hands over.
    enum Part<Records: Sendable>: Sendable {
        case records(Records)
        case end(Result<InventoryFile, any Error>)
    }

    /// Begins to read a file.
    ///
    /// - Parameter profile: The profile that the file must be of; nil finds it by the content.
    init(_ path: String, profile: Profile?, options: ReadingOptions) {
        (self.path, self.profile, self.options) = (path, profile, options)
        DispatchQueue.global().async { self.read(profile, options) }
    }

    /// Whether the file can be read a second time.
    var isRepeatable: Bool { isRegularFile(path) }

    /// Begins to read the file a second time.
    func anew() -> FileReading {
        let reading = FileReading(path, profile: profile, options: options)
        _ = reading.head.take()
        return reading
    }

    /// Tells which records are stored: a file of inventory XML ends only when it knows.
    func know(_ records: KnownRecords) { known.put(records) }

    /// Reads no further.
    func stop() {
        entries.close()
        batches.close()
    }

    /// Waits for the end of inventory XML.
    func whole() throws -> InventoryFile {
        while true {
            if case .end(let file) = entries.take() { return try file.get() }
        }
    }

    private func read(_ profile: Profile?, _ options: ReadingOptions) {
        var told: Head?
        let file = Result {
            try InventoryFile.read(
                path, known: known.take(), isDetecting: true, profile: profile, options: options,
                sink: RowHandover(batches), hand: { if !$0.isEmpty { self.entries.put(.records($0)) } },
                judged: { vendor in
                    let found = vendor.map(Head.vendor) ?? .inventory
                    told = found
                    self.head.put(found)
                })
        }
        switch told {
        case .inventory: entries.put(.end(file))
        case .vendor: batches.put(.end(file))
        case .other, nil: head.put(.other(file))
        }
    }
}

/// Hands a vendor's records over, batch by batch.
private final class RowHandover: RecordSink {
    private let batches: Handover<FileReading.Part<RecordBatch>>

    init(_ batches: Handover<FileReading.Part<RecordBatch>>) { self.batches = batches }

    func take(_ batch: borrowing RecordBatch) -> Bool { batches.put(.records(copy batch)) }
}
