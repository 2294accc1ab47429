import GRDB
public import HeijunModel

// A source that says again what it said before has no news: what other sources have set since then stays. Without this,
// two sources that know the same machine would change its fields back and forth.

extension Store {
    /// Positions of the fields of a change in which a profile's files, in any of its versions, say what they last said of
    /// the record: the latest that spoke of the field was this very file, or said the same.
    static func settled(_ change: Change, from source: SourceFile, in db: Database) throws -> [Int] {
        guard let before = change.before, let after = change.after,
            let kind = RecordKind.named(change.kind)
        else { return [] }
        let open = before.indices.filter { !isSame(before[$0], after[$0]) }
        let said = try statements(ofFields: open.map { kind.fields[$0].key }, change, source, in: db)
        return try open.filter { position in
            let field = kind.fields[position].key
            guard let (batch, sha256) = said[field] else { return false }
            return try sha256 == source.sha256
                || isSame(text(of: field, change, after: batch, in: db), after[position])
        }
    }

    /// The latest standing batch in which the profile's files said something of each field, and which file it was.
    private static func statements(
        ofFields fields: [String], _ change: Change, _ source: SourceFile, in db: Database
    ) throws -> [String: (batch: Int, sha256: String)] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.batch, s.sha256, p.fields, s.field_order FROM provenance p JOIN source s ON s.id = p.source
                JOIN batch b ON b.id = s.batch
                WHERE p.kind = ? AND p.key = ? AND b.undone_by IS NULL AND s.profile LIKE ? || '-%'
                ORDER BY s.id DESC
                """, arguments: [change.kind, change.key, source.profileName])
        var said: [String: (batch: Int, sha256: String)] = [:]
        while said.count < fields.count, let row = try rows.next() {
            let order = FieldOrder.fields(of: change.kind, in: row["field_order"])
            let known = Set(PackedOrigins.read(row["fields"], fields: order).map(\.field))
            for field in fields where said[field] == nil && known.contains(field) {
                said[field] = (row["batch"], row["sha256"])
            }
        }
        return said
    }

    /// The value that a field had when a batch was done.
    private static func text(
        of field: String, _ change: Change, after batch: Int, in db: Database
    ) throws -> String? {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT h.before, h.after FROM history h JOIN batch b ON b.id = h.batch
                WHERE h.kind = ? AND h.key = ? AND h.batch <= ?
                    AND b.undone_by IS NULL AND b.undoes IS NULL
                ORDER BY h.batch DESC, h.number DESC
                """, arguments: [change.kind, change.key, batch])
        while let row = try rows.next() {
            guard let after = RecordHistory(before: row["before"], after: row["after"])?.after else {
                continue
            }
            if let pair = after.pairs.first(where: { $0.key == field }) { return pair.text }
        }
        return nil
    }
}

/// A file that was taken in before, as the next import looks for it.
public struct KnownSource: Hashable, Sendable {
    /// The latest standing batch that took a file of this name in.
    public let batch: Int
    public let source: SourceFile
}

extension Store {
    /// The latest standing source of every file name; of several of one name, the last.
    public func knownSources() throws(StoreError) -> [String: KnownSource] {
        try reading { db in
            guard layout.columns["source"]?.contains("rejected") == true else { return [:] }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.* FROM source s JOIN batch b ON b.id = s.batch
                    WHERE b.undone_by IS NULL ORDER BY s.id
                    """)
            var known: [String: KnownSource] = [:]
            for row in rows {
                let source = SourceFile(
                    name: row["name"], sha256: row["sha256"], profile: row["profile"],
                    rejected: row["rejected"])
                known[source.name] = KnownSource(batch: row["batch"], source: source)
            }
            return known
        }
    }
}
