import GRDB
public import HeijunModel

extension Staging {
    /// Leaves out what refers to records that neither the file nor the ledger holds; a record that cannot be without
    /// the reference is taken out.
    ///
    /// - Returns: Those references, in the order of the file.
    public func leaveLooseReferences() throws -> [LooseReference] {
        guard !referring.isEmpty else { return [] }
        try index()
        let kinds = referring.sorted().map(String.init).joined(separator: ", ")
        let rows = try BulkStatement(
            """
            SELECT number, kind, key, line, place, cells FROM temp.staged WHERE kind IN (\(kinds))
            ORDER BY number
            """, in: db)
        let update = try BulkStatement("UPDATE temp.staged SET cells = ? WHERE number = ?", in: db)
        let finder = try ReferenceFinder(db)
        var cells = PackedCells(), loose: [LooseReference] = [], rejected: [Int] = []
        rows.begin()
        defer { rows.reset() }
        while try rows.next() {
            let kind = RecordKind.all[rows.number(at: 1)]
            cells.read(rows.bytes(at: 5), count: kind.fields.count)
            var texts = cells.texts
            let found = try finder.leave(in: &texts, of: kind)
            guard !found.isEmpty else { continue }
            let key = rows.text(at: 2) ?? ""
            loose += found.map { $0.told(kind.name, key, rows.number(at: 3), rows.number(at: 4)) }
            if found.contains(where: \.isRejecting) { rejected.append(rows.number(at: 0)) }
            try PackedCells.packed(texts).withUnsafeBytes { packed in
                update.begin()
                update.lend(blob: packed, at: 1)
                update.bind(rows.number(at: 0), at: 2)
                try update.run()
            }
        }
        for number in rejected {
            try db.execute(sql: "DELETE FROM temp.staged WHERE number = ?", arguments: [number])
        }
        count -= rejected.count
        return loose
    }
}

/// Finds references to nothing.
private final class ReferenceFinder {
    private let staged: BulkStatement
    private var ledger: [String: LedgerTable] = [:]
    private let db: Database
    /// The reference that was found last: neighbours mostly refer to the same record.
    private var last = (kind: "", key: "")

    struct Found {
        let field: String, target: String, meant: String
        let isRejecting: Bool

        func told(_ kind: String, _ key: String, _ line: Int, _ column: Int) -> LooseReference {
            LooseReference(
                kind: kind, key: key, line: line, column: column, field: field, target: target, meant: meant,
                isRejecting: isRejecting)
        }
    }

    init(_ db: Database) throws {
        self.db = db
        staged = try BulkStatement("SELECT 1 FROM temp.staged WHERE kind = ? AND key = ?", in: db)
    }

    /// Takes loose references out of a record's texts.
    func leave(in texts: inout [String?], of kind: RecordKind) throws -> [Found] {
        var found: [Found] = []
        for (position, field) in kind.fields.enumerated() {
            guard case .reference(let target) = field.type, let text = texts[position] else { continue }
            let keys = field.isList ? text.split(separator: " ").map(String.init) : [text]
            let loose = try keys.filter { try !holds(target, $0) }
            guard !loose.isEmpty else { continue }
            let rest = keys.filter { !loose.contains($0) }.joined(separator: " ")
            texts[position] = rest.isEmpty ? nil : rest
            found += loose.map {
                Found(
                    field: field.key, target: target, meant: $0,
                    isRejecting: rest.isEmpty && field.isRequired)
            }
        }
        return found
    }

    private func holds(_ name: String, _ key: String) throws -> Bool {
        if last == (name, key) { return true }
        guard let index = RecordKind.all.firstIndex(where: { $0.name == name }) else { return false }
        staged.begin()
        staged.bind(index, at: 1)
        staged.bind(key, at: 2)
        let table = ledger[name] ?? LedgerTable(RecordKind.all[index], in: db)
        ledger[name] = table
        guard try staged.firstRow() != nil || table.values(of: key) != nil else { return false }
        last = (name, key)
        return true
    }
}
