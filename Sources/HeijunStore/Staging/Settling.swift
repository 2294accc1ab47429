import GRDB
import HeijunModel

/// One run through the staged records, in the order of the file: what each adds or changes, and, where there is a batch,
/// the doing of it.
final class Settling {
    private(set) var result = StagedResult()
    var batch: BatchWriter?
    let staging: Staging
    let rules: StagedRules
    let ties: Ties
    private let tell: ((StagedEvent) throws -> Void)?
    private let check: () throws -> Void
    private var tables: [Table?] = Array(repeating: nil, count: RecordKind.all.count)
    private var origins: OriginWriter?

    /// What is known of a kind's table.
    struct Table {
        let ledger: LedgerTable
        /// Whether the ledger had no such record when the run began.
        let isEmpty: Bool
        /// The field that the body's rules may fill where it is empty.
        let completed: Int?
    }

    init(
        _ staging: Staging, _ rules: StagedRules, _ batch: BatchWriter?,
        _ tell: ((StagedEvent) throws -> Void)?, check: @escaping () throws -> Void
    ) throws {
        (self.staging, self.rules, self.batch, self.tell) = (staging, rules, batch, tell)
        self.check = check
        ties = try Ties(staging, rules)
    }

    /// Settles every record, then says what the same file brought earlier and lacks now.
    func run() throws {
        for kind in staging.kinds { try ties.tie(kind) }
        if try !isFirst { try settleAll() } else { result.added = staging.count }
        try tellMissing()
        try ties.drop()
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
        let ledger = LedgerTable(RecordKind.all[kind], in: staging.db)
        let table = Table(
            ledger: ledger, isEmpty: try ledger.isEmpty, completed: rules.completed(ledger.kind))
        tables[kind] = table
        return table
    }

    private func settle(_ row: StagedRow) throws {
        let table = try table(row.kind)
        let isPlain = ties.isEmpty && (table.completed.map { row.cells.bytes($0) != nil } ?? true)
        guard isPlain else { return try settleClosely(row, table) }
        switch table.isEmpty ? .absent : try table.ledger.standing(of: row.key, row.cells) {
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
    }

    /// Settles a record that is tied, completed or changed: field by field.
    private func settleClosely(_ row: StagedRow, _ table: Table) throws {
        let kind = table.ledger.kind
        var entry = Entry(kind: kind.name, values: row.cells.texts)
        let isTied = try rename(&entry, row, kind)
        let key = kind.key(of: entry.values)
        let before = try table.ledger.values(of: key)
        if let before { keep(before, in: &entry, said: isTied ? row.saidFields(kind) : nil, kind) }
        rules.complete(&entry)
        var change = Change(kind: kind.name, key: key, before: before, after: entry.values)
        if !change.isIdle, before != nil, !rules.overwritesEdits { change = try keepEdits(change) }
        if change.isIdle { return result.unchanged += 1 }
        if before == nil { result.added += 1 } else { result.changed += 1 }
        try tell?(before == nil ? .added(kind: kind.name, key: key) : .changed(change))
        guard batch != nil else { return }
        try batch?.perform(change)
        try Array(key.utf8).withUnsafeBytes { try note(row, key: $0, table) }
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
        // What the file said before and says again gives way to what other sources have said since.
        let settled = try Store.settled(rest, byProfile: rules.source.profile, in: staging.db)
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
        try writer.note(kind: table.ledger.kind.name, key: key, external: row.external ?? row.key, row.origin)
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
