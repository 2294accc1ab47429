import GRDB
public import HeijunModel

/// The records of one file on their way straight into a ledger that holds none of their kinds yet: there is nothing to
/// compare them with, so they need not be laid down first.
///
/// Whether a file is good is known only at its end; where it is not, everything is taken back as if nothing had begun.
public final class FirstDelivery {
    /// Records taken.
    public private(set) var count = 0
    private var batch: BatchWriter
    private let origins: OriginWriter
    private let tables: [LedgerTable?]
    private var cells = PackedCells()

    /// A second record of a key: which of the two is right only a look at the whole file can tell.
    struct RepeatedKey: Error {}

    fileprivate init(_ header: BatchHeader, _ kinds: [RecordKind], in db: Database) throws {
        batch = try BatchWriter(header, in: db)
        let source = SourceFile(name: "", sha256: "", profile: "")
        origins = try OriginWriter(source, kinds: kinds, batch: batch.id, in: db)
        tables = RecordKind.all.map { kinds.contains($0) ? LedgerTable($0, in: db) : nil }
    }

    /// Stores the records of a batch.
    public func take(_ records: borrowing RecordBatch) throws {
        try records.bytes.withUnsafeBytes { arena in
            for row in records.rows where !row.isDropped { try add(row, records.cells, arena) }
        }
    }

    private func add(
        _ row: RecordBatch.Row, _ spans: [RecordBatch.Span], _ arena: UnsafeRawBufferPointer
    ) throws {
        guard let table = tables[row.kind] else { throw RepeatedKey() }
        cells.read(spans[row.firstCell..<row.firstCell + table.columns.count], of: arena)
        let key = spans[row.firstCell + table.kind.identityPositions[0]].bytes(of: arena)
        let external = row.key.isNone ? key : row.key.bytes(of: arena)
        do {
            try batch.add(cells, key: key, to: table)
        } catch StoreError.changedMeanwhile {
            throw RepeatedKey()
        }
        try origins.note(kind: table.kind.name, key: key, external: external, row.origin.bytes(of: arena))
        count += 1
    }

    fileprivate func finish(_ header: BatchHeader, _ source: SourceFile) throws -> Int {
        try origins.name(source)
        batch.header = header
        try batch.finish()
        return batch.id
    }
}

/// What a first delivery came to.
public enum FirstResult {
    /// What the file brought was stored as a batch, or taken back.
    case done(batch: Int?)
    /// It was no such delivery after all, and everything was taken back.
    case other
}

extension Store {
    /// Stores the records of a file while they are read, where the ledger holds none of their kinds.
    ///
    /// - Parameters:
    ///   - kinds: Kinds that one field names and that refer to no others.
    ///   - body: Gives the records, and then the batch's head and the source; nil takes everything back.
    /// - Throws: What the machine has against it, and what `body` throws; nothing is stored then.
    public func firstDelivery(
        of kinds: [RecordKind], _ header: BatchHeader,
        _ body: (FirstDelivery) throws -> (header: BatchHeader, source: SourceFile)?
    ) throws -> FirstResult {
        var result = FirstResult.other
        do {
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    guard try kinds.allSatisfy({ try LedgerTable($0, in: db).isEmpty }) else {
                        return .rollback
                    }
                    let delivery = try FirstDelivery(header, kinds, in: db)
                    guard let end = try body(delivery), delivery.count > 0 else {
                        result = .done(batch: nil)
                        return .rollback
                    }
                    result = .done(batch: try delivery.finish(end.header, end.source))
                    return .commit
                }
            }
        } catch is FirstDelivery.RepeatedKey {
            return .other
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
        return result
    }
}

extension RecordBatch.Span {
    /// The bytes of a span in its arena; none where there is no text.
    @inline(__always)
    func bytes(of arena: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: arena[Int(offset)..<Int(offset + max(0, count))])
    }
}
