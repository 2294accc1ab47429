import GRDB
import HeijunModel

/// One run through files' staged records, each file's in its order: what each record adds or changes, and, where there is
/// a batch, the doing of it.
public final class Settling {
    private(set) var result = StagedResult()
    var batch: BatchWriter?
    let staging: Staging
    private(set) var rules: StagedRules
    let ties: Ties
    let earlier: EarlierRecords
    private var tell: ((StagedEvent) throws -> Void)?
    private let check: () throws -> Void
    /// Whether more files follow, which may mean the same records.
    private let isOneOfMany: Bool
    private var ledgers: [LedgerTable?] = Array(repeating: nil, count: RecordKind.all.count)
    private var tables: [Table?] = []
    private var origins: OriginWriter?

    /// What is known of a kind's table.
    struct Table {
        let ledger: LedgerTable
        /// Whether the ledger had no such record when the file's turn came.
        let isEmpty: Bool
        /// The field that the body's rules may fill where it is empty.
        let completed: Int?
    }

    /// - Parameter names: The files' names, without folders.
    init(
        _ staging: Staging, _ batch: BatchWriter?, files names: [String], check: @escaping () throws -> Void
    ) throws {
        (self.staging, self.batch, self.check) = (staging, batch, check)
        isOneOfMany = names.count > 1
        rules = .none
        ties = try Ties(staging)
        earlier = try EarlierRecords(of: names, before: batch?.id, in: staging.db)
        self.batch?.mayRepeat = isOneOfMany
    }

    /// Settles every record that the staging holds, then says what the same file brought earlier and lacks now.
    ///
    /// - Parameter tell: Hears what becomes of each record that is not unchanged.
    public func settle(
        _ rules: StagedRules, tell: ((StagedEvent) throws -> Void)? = nil
    ) throws -> StagedResult {
        (self.rules, self.tell, origins, result) = (rules, tell, nil, StagedResult())
        tables = Array(repeating: nil, count: RecordKind.all.count)
        try ties.begin(rules)
        if !rules.isWhole { for kind in staging.kinds { try ties.tie(kind) } }
        if try !isFirst { try settleAll() } else { result.added = staging.count }
        try rules.isWhole ? tellMissingOfKinds() : tellMissing()
        return result
    }

    /// Whether all there is to say is how many records there are: nothing of their kinds is known, and nobody listens.
    private var isFirst: Bool {
        get throws {
            guard batch == nil, tell == nil, ties.isEmpty else { return false }
            return try staging.kinds.allSatisfy { try table($0).isEmpty }
        }
    }

    private func settleAll() throws {
        let rows = try BulkStatement(
            "SELECT kind, key, external, origin, cells FROM temp.staged ORDER BY number", in: staging.db)
        rows.begin()
        defer { rows.reset() }
        var row = StagedRow()
        while try rows.next() {
            try check()
            row.read(rows)
            try settle(row)
        }
    }

    func table(_ kind: Int) throws -> Table {
        if let table = tables[kind] { return table }
        let ledger = ledgers[kind] ?? LedgerTable(RecordKind.all[kind], in: staging.db)
        ledgers[kind] = ledger
        let table = Table(
            ledger: ledger, isEmpty: try ledger.isEmpty, completed: rules.completed(ledger.kind))
        tables[kind] = table
        return table
    }

    private func settle(_ row: StagedRow) throws {
        let table = try table(row.kind)
        let isPlain = ties.isEmpty && (table.completed.map { row.cells.bytes($0) != nil } ?? true)
        guard isPlain else { return try settleClosely(row, table) }
        let isWhole = rules.isWhole
        switch table.isEmpty ? .absent : try table.ledger.standing(of: row.key, row.cells, isWhole: isWhole) {
        case .same: result.unchanged += 1
        case .absent: try add(row, table)
        case .different: try settleClosely(row, table)
        }
    }

    /// Adds a record byte by byte as it was laid down.
    private func add(_ row: StagedRow, _ table: Table) throws {
        result.added += 1
        if let tell { try tell(.added(kind: table.ledger.kind.name, key: row.keyText)) }
        guard batch != nil else { return }
        try batch?.add(row.cells, key: row.key, to: table.ledger)
        try note(row, key: row.key, table)
        if isOneOfMany {
            try ties.learn(row.kind, key: row.keyText, before: { _ in nil }, after: { row.cells.text($0) })
        }
    }

    /// Settles a record that is tied, completed or changed: field by field.
    private func settleClosely(_ row: StagedRow, _ table: Table) throws {
        let kind = table.ledger.kind
        var entry = Entry(kind: kind.name, values: row.cells.texts)
        let isTied = try rename(&entry, row, kind)
        let key = kind.key(of: entry.values)
        let before = try table.ledger.values(of: key)
        if let before, !rules.isWhole {
            keep(before, in: &entry, said: isTied ? row.saidFields(kind) : nil, kind)
        }
        rules.complete(&entry)
        var change = Change(kind: kind.name, key: key, before: before, after: entry.values)
        if !change.isIdle, before != nil, !rules.overwritesEdits { change = try keepEdits(change) }
        if change.isIdle { return result.unchanged += 1 }
        if before == nil { result.added += 1 } else { result.changed += 1 }
        try tell?(before == nil ? .added(kind: kind.name, key: key) : .changed(change))
        guard batch != nil else { return }
        try batch?.perform(change)
        try Array(key.utf8).withUnsafeBytes { try note(row, key: $0, table) }
        if isOneOfMany {
            try ties.learn(row.kind, key: key, before: { before?[$0] }, after: { change.after?[$0] })
        }
    }

    /// The source knows a part of the fields; the ledger's others stay.
    ///
    /// - Parameter said: The fields that the file itself speaks of, where another source knew the record first: what
    ///   the profile adds of its own accord then only fills gaps.
    private func keep(_ before: [String?], in entry: inout Entry, said: Set<String>?, _ kind: RecordKind) {
        for position in entry.values.indices where before[position] != nil {
            let isSaid = said?.contains(kind.fields[position].key) ?? true
            if entry.values[position] == nil || !isSaid { entry.values[position] = before[position] }
        }
    }

    private func keepEdits(_ change: Change) throws -> Change {
        let edited = try Store.handEdited(change, in: staging.db)
        result.kept += edited.map { KeptEdit(change, at: $0) }
        let rest = edited.isEmpty ? change : change.keeping(edited)
        guard !rules.isWhole else { return rest }
        // What the file said before and says again gives way to what other sources have said since.
        let settled = try Store.settled(rest, from: rules.source, in: staging.db)
        result.settled += settled.count
        return settled.isEmpty ? rest : rest.keeping(settled)
    }

    /// Counts and tells a record that the source lacks.
    func miss(_ kind: String, _ key: String) throws {
        result.missing += 1
        try tell?(.missing(kind: kind, key: key))
    }

    /// Gives a tied record the ledger's key, and its references those of the records that they mean.
    private func rename(_ entry: inout Entry, _ row: StagedRow, _ kind: RecordKind) throws -> Bool {
        guard !ties.isEmpty else { return false }
        let target = try ties.target(kind: row.kind, key: row.keyText)
        if let target { entry.values[kind.identityPositions[0]] = target }
        for (position, field) in kind.fields.enumerated() {
            guard case .reference(let name) = field.type, !field.isList, let text = entry.values[position],
                let other = RecordKind.all.firstIndex(where: { $0.name == name }),
                let meant = try ties.target(kind: other, key: text)
            else { continue }
            entry.values[position] = meant
        }
        let key = kind.key(of: entry.values)
        if target == nil && key != row.keyText { try ties.add(kind: row.kind, key: row.keyText, target: key) }
        return target != nil
    }

    /// Notes where an added or changed record came from.
    private func note(_ row: StagedRow, key: UnsafeRawBufferPointer, _ table: Table) throws {
        guard let batch else { return }
        let kinds = staging.kinds.map { RecordKind.all[$0] }
        let writer = try origins ?? OriginWriter(rules.source, kinds: kinds, batch: batch.id, in: staging.db)
        origins = writer
        guard row.origin.count > 0 else { return }
        let external = row.external ?? row.key
        try writer.note(kind: table.ledger.kind.name, key: key, external: external, row.origin)
        guard isOneOfMany, !external.elementsEqual(key) else { return }
        try ties.learn(
            row.kind, key: String(decoding: key, as: UTF8.self),
            external: String(decoding: external, as: UTF8.self))
    }
}

/// One staged record, readable until the next is read.
struct StagedRow {
    /// Position in `RecordKind.all`.
    private(set) var kind = 0
    private(set) var key = UnsafeRawBufferPointer(start: nil, count: 0),
        origin = UnsafeRawBufferPointer(start: nil, count: 0)
    /// What the source calls it, where that is not its key.
    private(set) var external: UnsafeRawBufferPointer?
    private(set) var cells = PackedCells()

    /// Reads kind, key, external name, origin and cells from a statement's row.
    mutating func read(_ row: BulkStatement) {
        kind = row.number(at: 0)
        key = row.bytes(at: 1)
        external = row.isNull(at: 2) ? nil : row.bytes(at: 2)
        origin = row.bytes(at: 3)
        cells.read(row.bytes(at: 4), count: RecordKind.all[kind].fields.count)
    }

    /// The fields that the file speaks of.
    func saidFields(_ kind: RecordKind) -> Set<String> {
        let text = String(decoding: origin, as: UTF8.self)
        return Set(PackedOrigins.read(text, fields: kind.fields.map(\.key)).map(\.field))
    }

    var keyText: String { String(decoding: key, as: UTF8.self) }
}
