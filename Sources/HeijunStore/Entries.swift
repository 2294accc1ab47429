import GRDB
public import HeijunModel

extension Store {
    /// Every record as texts, kind by kind in file order, each kind by key.
    public func entries() throws(StoreError) -> [Entry] {
        try reading { db in
            let filled = try filledKinds(db)
            return try RecordKind.all.filter { filled.contains($0.name) }.flatMap {
                try entries(of: $0, in: db)
            }
        }
    }

    /// The kinds of which there are records, found in one question: most ledgers use a part of them.
    private func filledKinds(_ db: Database) throws -> Set<String> {
        let tables = RecordKind.all.filter { layout.columns[$0.name] != nil }.map(\.name)
        let asked = tables.map { "SELECT '\($0)' WHERE EXISTS (SELECT 1 FROM \"\($0)\")" }
        return try String.fetchSet(db, sql: asked.joined(separator: " UNION ALL "))
    }

    /// The records of one kind as texts, by key; none for a name that is no kind.
    public func entries(ofKind name: String) throws(StoreError) -> [Entry] {
        guard let kind = RecordKind.named(name) else { return [] }
        return try reading { db in try entries(of: kind, in: db) }
    }

    /// The whole ledger.
    ///
    /// - Throws: `.unreadableValue` where somebody put a value into the file that does not fit its field.
    public func portfolio() throws(StoreError) -> Portfolio {
        let entries = try entries()
        do {
            return try Portfolio(entries)
        } catch {
            throw firstUnreadable(in: entries, error)
        }
    }

    /// Names the record that a problem belongs to.
    private func firstUnreadable(in entries: [Entry], _ problem: EntryProblem) -> StoreError {
        let culprit = entries.first { entry in
            do throws(EntryProblem) { _ = try Portfolio([entry]) } catch { return true }
            return false
        }
        let key = culprit.flatMap { RecordKind.named($0.kind)?.key(of: $0.values) } ?? ""
        return .unreadableValue(path, kind: culprit?.kind ?? "", key: key, problem: problem)
    }

    private func entries(of kind: RecordKind, in db: Database) throws -> [Entry] {
        guard let select = layout.select(kind) else { return [] }
        let rows = try Row.fetchCursor(db, sql: select + " ORDER BY key")
        var entries: [Entry] = []
        while let row = try rows.next() {
            entries.append(Entry(kind: kind.name, values: row.texts(kind.fields.count)))
        }
        return entries
    }
}

extension Row {
    /// The first `count` columns as texts.
    func texts(_ count: Int) -> [String?] {
        var texts: [String?] = []
        texts.reserveCapacity(count)
        for index in 0..<count { texts.append(self[index]) }
        return texts
    }
}
