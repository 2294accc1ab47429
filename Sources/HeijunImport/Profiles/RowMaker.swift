import HeijunModel

/// Gathers the captures of each record element and makes them rows of a batch.
final class RowMaker {
    var arena = Pile<UInt8>(room: 1 << 16)
    private(set) var captures = Pile<Capture>()
    private(set) var contexts: [Context] = []
    private var instances = Pile<Instance>()
    private(set) var pairs: [Pair] = []
    var batch = RecordBatch()
    /// One for each row of the batch since the outermost record began.
    var drafts: [Draft] = []
    /// The batch's first row without a whole record around it.
    var firstDraft = 0
    var held: HeldRows
    var result = ProfileReading()
    /// Where the fields of the row being made stand.
    let notes = OriginNotes()
    private var packed = Pile<UInt8>(room: 512)
    let placeholders: Placeholders
    let limits: Limits
    /// Values that somebody has put right.
    var corrections: Corrections?
    private let automaton: Automaton
    private let sink: any RecordSink
    private var own: [Int: Set<Int>] = [:]
    private var stamps: Pile<Int32>
    private var firsts: Pile<Int32>
    private var stamp: Int32 = 0
    /// Whether the sink wants no more.
    private(set) var isStopped = false

    /// A captured text in the arena, and where it stands in the file.
    struct Capture {
        let id: Int32, offset: Int32, count: Int32, line: Int32, column: Int32
        var place: Place { Place(line: Int(line), column: Int(column)) }
    }

    /// A captured text of the elements around records; it counts until its owner ends.
    struct Context {
        let capture: Capture
        let bytes: [UInt8]
        let owner: Int
    }

    /// A scope that has begun.
    private struct Instance {
        let scope: Int, depth: Int, mark: Int, row: Int
        var isVoid = false
    }

    /// A named value of a record.
    struct Pair {
        let name: Capture, value: Capture
        let row: Int
    }

    /// What must be known of a row until the outermost record is whole.
    struct Draft {
        let plan: RowPlan
        let parent: Int?
        var errors: [ImportError] = []
        /// Whether nothing is wrong with it and nothing waited for.
        var isPlain: Bool { errors.isEmpty && waiting.isEmpty }
        /// Its key in the batch, where that is known at once.
        var sole = RecordBatch.Span.none
        /// Its key, with a 1 where the parent's key goes.
        var key: [UInt8]?
        /// What stands in its key before the last part.
        var keyStem: [UInt8] = []
        /// A text that stood where a key should and is none.
        var placeholder = ""
        /// Named values whose names a table of the file will tell.
        var waiting: [HeldRows.Pair] = []
        /// Where its fields stand, while such names are waited for.
        var notes: OriginNotes?
    }

    init(_ automaton: Automaton, placeholders: Set<String>, sink: any RecordSink, limits: Limits) {
        self.automaton = automaton
        self.placeholders = Placeholders(placeholders.union(Dictionaries.placeholders))
        self.sink = sink
        self.limits = limits
        held = HeldRows(limit: limits.heldBytes)
        stamps = Pile(0, count: automaton.isContext.count)
        firsts = Pile(-1, count: automaton.isContext.count)
    }

    /// Holds a record to the size that any honest one keeps to.
    @inline(__always)
    func checkSize(at cursor: Cursor) throws(ImportError) {
        guard arena.count + captures.count * 20 + (drafts.count + pairs.count) * 64 <= limits.recordBytes
        else {
            throw ImportError(.tooLarge(.record, limit: limits.recordBytes), at: cursor.place)
        }
    }

    /// Keeps a capture.
    func capture(_ capture: Capture, owner: Int) {
        guard automaton.isContext[Int(capture.id)] else { return captures.push(capture) }
        let bytes = withBytes(of: capture) { Array($0) }
        contexts.removeAll { $0.capture.id == capture.id && $0.owner == owner }
        contexts.append(Context(capture: capture, bytes: bytes, owner: owner))
    }

    /// Forgets what belonged to an element that has ended.
    @inline(__always)
    func leave(depth: Int) {
        if contexts.isEmpty { return }
        contexts.removeAll { $0.owner >= depth }
    }

    /// Whether a condition's text has been captured since `mark`; or, where it is not wanted, has not.
    func holds(_ condition: Automaton.Condition, since mark: Int) -> Bool {
        let isThere = captures.rest(mark).contains { capture in
            guard capture.id == Int32(condition.capture) else { return false }
            guard let value = condition.value else { return true }
            return withBytes(of: capture) { $0.trimmed().elementsEqual(value) }
        }
        return isThere == condition.isWanted
    }

    /// Takes back what an element whose condition failed has brought.
    func void(_ ids: Set<Int>, since mark: Int, depth: Int, scopes: [Int]) {
        removeCaptures(ids, since: mark)
        for index in 0..<instances.count
        where instances[index].depth == depth && scopes.contains(instances[index].scope) {
            instances[index].isVoid = true
        }
    }

    func withBytes<Value>(of capture: Capture, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        body(arena.part(Int(capture.offset), Int(capture.count)))
    }

    func string(_ capture: Capture) -> String {
        withBytes(of: capture) { String(decoding: $0.trimmed(), as: UTF8.self) }
    }
}

extension RowMaker {
    /// Begins a scope.
    func begin(_ scope: Int, depth: Int, at place: Place) throws(ImportError) {
        var row = -1
        if case .row(let plan) = automaton.scopes[scope].role {
            guard result.records < limits.records else {
                throw ImportError(.tooLarge(.records, limit: limits.records), at: place)
            }
            row = reserve(plan, parent: rowAround(scope), at: place)
        }
        instances.push(Instance(scope: scope, depth: depth, mark: captures.count, row: row))
    }

    private func reserve(_ plan: RowPlan, parent: Int?, at place: Place) -> Int {
        var row = RecordBatch.Row(
            kind: plan.kind, firstCell: batch.cells.count, line: place.line, column: place.column)
        row.takesFirst = plan.rule.takesFirst
        row.rule = Int32(plan.scope)
        batch.rows.append(row)
        batch.cells.append(contentsOf: repeatElement(.none, count: plan.width))
        drafts.append(Draft(plan: plan, parent: parent))
        return batch.rows.count - 1
    }

    /// The row of the innermost record around a scope that belongs to one.
    private func rowAround(_ scope: Int) -> Int? {
        guard let parent = automaton.scopes[scope].parent else { return nil }
        return instances.rest(0).last { $0.scope == parent }?.row
    }

    /// Ends the scopes of an element, and with the last one the record.
    func end(depth: Int, isTextOpen: Bool) throws(ImportError) {
        guard let first = instances.rest(0).firstIndex(where: { $0.depth == depth }) else {
            return forget(isTextOpen: isTextOpen)
        }
        for index in (first..<instances.count).reversed() { finish(instances[index]) }
        guard first == 0 else {
            for index in (first..<instances.count).reversed() {
                removeCaptures(ownCaptures(instances[index].scope), since: instances[index].mark)
            }
            return instances.cut(to: first)
        }
        instances.cut(to: 0)
        try complete()
        forget(isTextOpen: isTextOpen)
    }

    /// Forgets what was captured, where no record and no text is open.
    @inline(__always)
    func forget(isTextOpen: Bool) {
        guard instances.isEmpty, !isTextOpen else { return }
        arena.cut(to: 0)
        captures.cut(to: 0)
        if !pairs.isEmpty { pairs.removeAll(keepingCapacity: true) }
    }

    private func finish(_ instance: Instance) {
        switch automaton.scopes[instance.scope].role {
        case .row(let plan):
            if instance.isVoid {
                batch.rows[instance.row].isDropped = true
            } else {
                index(since: instance.mark)
                result.records += 1
                write(plan, instance.row)
            }
        case .pair(let name, let value):
            guard !instance.isVoid, let row = rowAround(instance.scope),
                let name = first(name, since: instance.mark), let value = first(value, since: instance.mark)
            else { return }
            pairs.append(Pair(name: name, value: value, row: row))
        case .entry(let table, let key, let value):
            guard let key = first(key, since: instance.mark), let value = first(value, since: instance.mark)
            else { return }
            held.define(table, string(key), string(value))
        }
    }

    private func first(_ id: Int, since mark: Int) -> Capture? {
        captures.rest(mark).first { $0.id == Int32(id) }
    }

    /// A scope's captures are used up; those of records around it stay.
    private func removeCaptures(_ ids: Set<Int>, since mark: Int) {
        guard mark < captures.count else { return }
        var kept = mark
        for index in mark..<captures.count where !ids.contains(Int(captures[index].id)) {
            captures[kept] = captures[index]
            kept += 1
        }
        captures.cut(to: kept)
    }

    private func ownCaptures(_ scope: Int) -> Set<Int> {
        if let known = own[scope] { return known }
        let made = automaton.captures(below: automaton.scopes[scope].node)
        own[scope] = made
        return made
    }

    /// Notes where the first capture of each id is.
    private func index(since mark: Int) {
        stamp += 1
        for position in mark..<captures.count {
            let id = Int(captures[position].id)
            if stamps[id] != stamp {
                stamps[id] = stamp
                firsts[id] = Int32(position)
            }
        }
    }

    /// Packs notes as those of a row.
    func pack(_ notes: OriginNotes, _ row: Int) {
        packed.cut(to: 0)
        notes.pack(from: batch.rows[row].line, to: &packed)
        batch.rows[row].origin = batch.append(packed.rest(0))
    }

    /// The first capture of an id in the record being made, with its bytes.
    @inline(__always)
    func found(_ id: Int) -> Capture? {
        stamps[id] == stamp ? captures[Int(firsts[id])] : nil
    }

    /// Every capture of the ids, in the order of the file.
    func all(_ ids: [Int]) -> [Capture] {
        let starts = ids.filter { stamps[$0] == stamp }.map { Int(firsts[$0]) }
        guard let start = starts.min() else { return [] }
        return captures.rest(start).filter { ids.contains(Int($0.id)) }
    }

    private static let batchBytes = 1 << 16

    /// Gives the batch to the sink, where it is large enough or `isLast`.
    func flush(isLast: Bool = false) {
        guard isLast || batch.bytes.count > RowMaker.batchBytes || batch.rows.count > 4096 else { return }
        if !batch.rows.isEmpty && !isStopped { isStopped = !sink.take(batch) }
        batch.clear()
        batch.bytes.reserveCapacity(RowMaker.batchBytes + 4096)
        firstDraft = 0
    }
}
