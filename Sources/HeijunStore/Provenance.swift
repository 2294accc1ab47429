import GRDB
public import HeijunModel

/// Where a record's values came from, for one source.
public struct Provenance: Sendable {
    /// The batch that took it in.
    public let batch: Int
    /// The file.
    public let source: SourceFile
    /// What the source calls the record.
    public let external: String
    /// Fields with their line and, where it differs from what is kept, the raw value.
    public let fields: [(field: String, line: Int, raw: String?)]
}

extension BatchWriter {
    /// Notes a source of the batch and where its records came from; one packed value a record.
    public func note(_ source: SourceFile, _ origins: some Collection<RecordOrigin>) throws {
        let kinds = Set(origins.map(\.kind)).compactMap(RecordKind.named)
        let writer = try OriginWriter(source, kinds: kinds, batch: id, in: db)
        for origin in origins { try writer.note(origin) }
    }

    /// Positions of the fields of a change whose present value was set by hand.
    public func handEdited(_ change: Change) throws -> [Int] { try Store.handEdited(change, in: db) }
}

extension Store {
    /// A field was set by hand where the latest batch that touched it and still stands came from no file.
    static func handEdited(_ change: Change, in db: Database) throws -> [Int] {
        guard let before = change.before, let after = change.after,
            let kind = RecordKind.named(change.kind)
        else { return [] }
        var open = before.indices.filter { !isSame(before[$0], after[$0]) }
        var edited: [Int] = []
        let select = try db.cachedStatement(
            sql: """
                SELECT h.before, h.after, b.source_sha256 FROM history h JOIN batch b ON b.id = h.batch
                WHERE h.kind = ? AND h.key = ? AND b.undone_by IS NULL AND b.undoes IS NULL
                ORDER BY h.batch DESC, h.number DESC
                """)
        let rows = try Row.fetchCursor(select, arguments: [change.kind, change.key])
        while !open.isEmpty, let row = try rows.next() {
            let source: String? = row["source_sha256"]
            guard let texts = RecordHistory(before: row["before"], after: row["after"]) else { continue }
            let isWhole = texts.before == nil || texts.after == nil
            let touched = Set(texts.after?.pairs.map(\.key) ?? []).union(texts.before?.pairs.map(\.key) ?? [])
            let met = open.filter { isWhole || touched.contains(kind.fields[$0].key) }
            // A record made by hand leaves its empty fields to whoever knows them.
            if source == nil { edited += met.filter { !isWhole || before[$0] != nil } }
            open.removeAll { met.contains($0) }
        }
        return edited.sorted()
    }

    /// Where a record's values came from, the latest source first.
    public func provenance(kind: String, key: String) throws(StoreError) -> [Provenance] {
        try reading { db in
            guard layout.columns["provenance"] != nil else { return [] }
            return try Row.fetchAll(
                db,
                sql: provenanceSQL + "p.kind = ? AND p.key = ? ORDER BY s.id DESC",
                arguments: [kind, key]
            ).map(Provenance.init)
        }
    }

    private var provenanceSQL: String {
        // A file that an earlier Heijun made and that is only read has no such column.
        let order =
            layout.columns["source"]?.contains("field_order") == true
            ? "s.field_order" : "NULL AS field_order"
        return """
            SELECT p.kind, p.key, p.external, p.fields, s.batch, s.name, s.sha256, s.profile, \(order)
            FROM provenance p JOIN source s ON s.id = p.source JOIN batch b ON b.id = s.batch
            WHERE b.undone_by IS NULL AND 
            """
    }
}

extension Provenance {
    init(_ row: Row) {
        batch = row["batch"]
        source = SourceFile(name: row["name"], sha256: row["sha256"], profile: row["profile"])
        external = row["external"]
        fields = PackedOrigins.read(
            row["fields"], fields: FieldOrder.fields(of: row["kind"], in: row["field_order"]))
    }
}
