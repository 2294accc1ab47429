import GRDB
import HeijunModel

/// Writes where the records of one source came from.
final class OriginWriter {
    private let db: Database
    private let number: Int
    private let insert: BulkStatement

    /// Notes the source itself.
    init(_ source: SourceFile, kinds: [RecordKind], batch: Int, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO source (batch, name, sha256, profile, rejected, field_order)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                batch, source.name, source.sha256, source.profile, source.rejected,
                FieldOrder.text(of: kinds),
            ])
        self.db = db
        number = Int(db.lastInsertedRowID)
        insert = try BulkStatement(
            "INSERT INTO provenance (kind, key, source, external, fields) VALUES (?, ?, ?, ?, ?)", in: db)
    }

    /// Names the source anew, which was not known when the batch began.
    func name(_ source: SourceFile) throws {
        try db.execute(
            sql: "UPDATE source SET name = ?, sha256 = ?, profile = ?, rejected = ? WHERE id = ?",
            arguments: [source.name, source.sha256, source.profile, source.rejected, number])
    }

    /// Notes where a record came from.
    func note(_ origin: RecordOrigin) throws {
        insert.begin()
        insert.bind(origin.kind, at: 1)
        insert.bind(origin.key, at: 2)
        insert.bind(number, at: 3)
        insert.bind(origin.external, at: 4)
        insert.bind(origin.fields, at: 5)
        try insert.run()
    }

    /// Notes where a staged record came from.
    func note(
        kind: String, key: UnsafeRawBufferPointer, external: UnsafeRawBufferPointer,
        _ fields: UnsafeRawBufferPointer
    ) throws {
        insert.begin()
        insert.bind(kind, at: 1)
        insert.lend(key, at: 2)
        insert.bind(number, at: 3)
        insert.lend(external, at: 4)
        insert.lend(fields, at: 5)
        try insert.run()
    }
}
