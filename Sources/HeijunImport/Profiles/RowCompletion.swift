import HeijunModel

extension RowMaker {
    /// Ends an outermost record: its rows get their keys, parents before what is inside them.
    func complete() throws(ImportError) {
        for index in drafts.indices {
            let row = firstDraft + index
            guard !batch.rows[row].isDropped else { continue }
            if let parent = drafts[index].parent, batch.rows[parent].isDropped {
                batch.rows[row].isDropped = true
                result.records -= 1
                continue
            }
            setKey(index, row)
            if drafts[index].isPlain && lacksNothing(drafts[index].plan, row) { continue }
            if drafts[index].waiting.isEmpty || !drafts[index].errors.isEmpty {
                judge(row, drafts[index])
            } else {
                try hold(row, drafts[index])
            }
        }
        drafts.removeAll(keepingCapacity: true)
        firstDraft = batch.rows.count
        flush()
        firstDraft = batch.rows.count
    }

    private func lacksNothing(_ plan: RowPlan, _ row: Int) -> Bool {
        let first = batch.rows[row].firstCell
        return plan.required.allSatisfy { !batch.cells[first + $0].isNone }
    }

    private func setKey(_ index: Int, _ row: Int) {
        let plan = drafts[index].plan, first = batch.rows[row].firstCell
        let parentKey = drafts[index].parent.map { batch.rows[$0].key } ?? .none
        for field in plan.parentFields { batch.cells[first + field] = parentKey }
        guard let identity = plan.identity else {
            let values = batch.entry(batch.rows[row]).values
            batch.rows[row].key = batch.append(plan.rule.kind.key(of: values).utf8)
            return
        }
        let sole = drafts[index].sole
        if !sole.isNone {
            batch.rows[row].key = sole
            batch.cells[first + identity] = sole
        } else if let key = drafts[index].key {
            batch.rows[row].key = batch.append(withParent(key, parentKey))
            batch.cells[first + identity] = batch.rows[row].key
        } else if plan.keys.isEmpty {
            batch.rows[row].key = batch.cells[first + identity]
        }
        if batch.rows[row].key.isNone && drafts[index].errors.isEmpty {
            let error = ImportError(
                .noKey(seen: drafts[index].placeholder, paths: plan.keyPaths), at: place(of: row),
                element: plan.rule.kind.fields[identity].key)
            guard let key = correctedKey(error) else { return drafts[index].errors.append(error) }
            batch.rows[row].key = batch.append(key.utf8)
            batch.cells[first + identity] = batch.rows[row].key
        }
    }

    private func withParent(_ key: [UInt8], _ parent: RecordBatch.Span) -> [UInt8] {
        guard key.contains(1) else { return key }
        let start = Int(parent.offset)
        let parent = parent.isNone ? [] : Array(batch.bytes[start..<(start + Int(parent.count))])
        return key.flatMap { $0 == 1 ? parent : [$0] }
    }

    private func place(of row: Int) -> Place {
        Place(line: Int(batch.rows[row].line), column: Int(batch.rows[row].column))
    }

    /// Rejects a row with errors, or without a field that it must have.
    private func judge(_ row: Int, _ draft: Draft) {
        var errors = draft.errors
        let first = batch.rows[row].firstCell
        if errors.isEmpty {
            for field in draft.plan.required where batch.cells[first + field].isNone {
                let info = draft.plan.rule.kind.fields[field]
                let error = ImportError(.missingField(.init(info)), at: place(of: row), element: info.key)
                if let left = corrected(missing: error, field, draft.plan, row) { errors.append(left) }
            }
        }
        guard !errors.isEmpty else { return }
        batch.rows[row].isDropped = true
        result.rejected += 1
        let key = batch.text(batch.rows[row].key) ?? ""
        for error in errors {
            result.add(
                ImportError(error.reason, at: error.place, element: error.element, key: key),
                limit: limits.errors)
        }
    }

    /// Lays a row aside until the file has told its tables.
    private func hold(_ row: Int, _ draft: Draft) throws(ImportError) {
        let held = HeldRows.Row(
            plan: draft.plan, entry: batch.entry(batch.rows[row]), key: batch.text(batch.rows[row].key) ?? "",
            notes: draft.notes ?? OriginNotes(), place: place(of: row), pairs: draft.waiting)
        batch.rows[row].isDropped = true
        guard self.held.add(held) else {
            throw ImportError(.tooLarge(.held, limit: limits.heldBytes), at: place(of: row))
        }
    }

    /// Ends the file: what was laid aside is looked up and given out.
    func finish() {
        for row in held.rows { release(row) }
        flush(isLast: true)
    }

    private func release(_ held: HeldRows.Row) {
        var row = RecordBatch.Row(
            kind: held.plan.kind, firstCell: batch.cells.count, line: held.place.line,
            column: held.place.column)
        row.takesFirst = held.plan.rule.takesFirst
        row.rule = Int32(held.plan.scope)
        for value in held.entry.values { batch.cells.append(value.map { batch.append($0.utf8) } ?? .none) }
        row.key = batch.append(held.key.utf8)
        batch.rows.append(row)
        firstDraft = batch.rows.count - 1
        drafts = [Draft(plan: held.plan, parent: nil)]
        notes.become(held.notes)
        let table = held.plan.rule.pairs?.table ?? ""
        fill(held.pairs.map { self.held.named($0, table) }, held.plan, firstDraft)
        pack(notes, firstDraft)
        judge(firstDraft, drafts[0])
        drafts.removeAll()
        flush()
    }
}

/// Rows that wait for names which the file tells further down, and the tables of those names.
struct HeldRows {
    private(set) var rows: [Row] = []
    private var tables: [String: [String: String]] = [:]
    private var bytes = 0
    private let limit: Int

    /// A row laid aside.
    struct Row {
        let plan: RowPlan
        let entry: Entry
        let key: String, notes: OriginNotes
        let place: Place
        let pairs: [Pair]
    }

    /// A value and its name, or the reference to its name.
    struct Pair {
        let name: String, value: String
        let place: Place
    }

    init(limit: Int) { self.limit = limit }

    /// Lays a row aside; false where too much waits already.
    mutating func add(_ row: Row) -> Bool {
        bytes += 256 + row.entry.values.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        bytes += row.pairs.reduce(0) { $0 + 64 + $1.name.utf8.count + $1.value.utf8.count }
        rows.append(row)
        return bytes <= limit
    }

    /// Learns a name; the first one of a key stays.
    mutating func define(_ table: String, _ key: String, _ name: String) {
        bytes += 64 + key.utf8.count + name.utf8.count
        guard bytes <= limit, tables[table]?[key] == nil else { return }
        tables[table, default: [:]][key] = name
    }

    /// The pair with its true name, where the table has it.
    func named(_ pair: Pair, _ table: String) -> Pair {
        Pair(name: tables[table]?[pair.name] ?? pair.name, value: pair.value, place: pair.place)
    }
}
