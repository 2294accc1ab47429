import HeijunModel

/// Gathers the captures of each record element and makes them rows of a batch.
final class RowMaker {
    var arena: [UInt8] = []
    private(set) var captures: [Capture] = []
    private(set) var contexts: [Context] = []
    private var instances: [Instance] = []
    private(set) var pairs: [Pair] = []
    var batch = RecordBatch()
    /// One for each row of the batch since the outermost record began.
    var drafts: [Draft] = []
    /// The batch's first row without a whole record around it.
    var firstDraft = 0
    var held: HeldRows
    var result = ProfileReading()
    /// The origin of the row being made.
    var origin: [UInt8] = []
    let placeholders: Set<String>
    let limits: Limits
    /// Values that somebody has put right.
    var corrections: Corrections?
    private let automaton: Automaton
    private let sink: any RecordSink
    private var own: [Int: Set<Int>] = [:]
    private var stamps: [Int32]
    private var firsts: [Int32]
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
        /// Its key, with a 1 where the parent's key goes.
        var key: [UInt8]?
        /// What stands in its key before the last part.
        var keyStem: [UInt8] = []
        /// A text that stood where a key should and is none.
        var placeholder = ""
        /// Named values whose names a table of the file will tell.
        var waiting: [HeldRows.Pair] = []
    }

    init(_ automaton: Automaton, placeholders: Set<String>, sink: any RecordSink, limits: Limits) {
        self.automaton = automaton
        self.placeholders = placeholders.union(Dictionaries.placeholders)
        self.sink = sink
        self.limits = limits
        held = HeldRows(limit: limits.heldBytes)
        stamps = Array(repeating: 0, count: automaton.isContext.count)
        firsts = Array(repeating: -1, count: automaton.isContext.count)
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
        guard automaton.isContext[Int(capture.id)] else { return captures.append(capture) }
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
        let isThere = captures[min(mark, captures.count)...].contains { capture in
            guard capture.id == Int32(condition.capture) else { return false }
            guard let value = condition.value else { return true }
            return withBytes(of: capture) { $0.trimmed().elementsEqual(value) }
        }
        return isThere == condition.isWanted
    }

    /// Takes back what an element whose condition failed has brought.
    func void(_ ids: Set<Int>, since mark: Int, depth: Int, scopes: [Int]) {
        removeCaptures(ids, since: mark)
        for index in instances.indices
        where instances[index].depth == depth && scopes.contains(instances[index].scope) {
            instances[index].isVoid = true
        }
    }

    func withBytes<Value>(of capture: Capture, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        arena.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(capture.offset)..<Int(capture.offset + capture.count)]))
        }
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
        instances.append(Instance(scope: scope, depth: depth, mark: captures.count, row: row))
    }

    private func reserve(_ plan: RowPlan, parent: Int?, at place: Place) -> Int {
        var row = RecordBatch.Row(
            kind: plan.kind, firstCell: batch.cells.count, line: place.line, column: place.column)
        row.takesFirst = plan.rule.takesFirst
        row.rule = Int32(plan.scope)
        batch.rows.append(row)
        batch.cells.append(contentsOf: repeatElement(.none, count: plan.labels.count))
        drafts.append(Draft(plan: plan, parent: parent))
        return batch.rows.count - 1
    }

    /// The row of the innermost record around a scope that belongs to one.
    private func rowAround(_ scope: Int) -> Int? {
        guard let parent = automaton.scopes[scope].parent else { return nil }
        return instances.last { $0.scope == parent }?.row
    }

    /// Ends the scopes of an element, and with the last one the record.
    func end(depth: Int, isTextOpen: Bool) throws(ImportError) {
        guard let first = instances.firstIndex(where: { $0.depth == depth }) else {
            if instances.isEmpty && !isTextOpen { forget() }
            return
        }
        for index in instances.indices[first...].reversed() { finish(instances[index]) }
        if first == 0 {
            instances.removeAll(keepingCapacity: true)
            try complete()
            if !isTextOpen { forget() }
        } else {
            for index in instances.indices[first...].reversed() {
                removeCaptures(ownCaptures(instances[index].scope), since: instances[index].mark)
            }
            instances.removeSubrange(first...)
        }
    }

    private func forget() {
        arena.removeAll(keepingCapacity: true)
        captures.removeAll(keepingCapacity: true)
        pairs.removeAll(keepingCapacity: true)
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
        captures[mark...].first { $0.id == Int32(id) }
    }

    /// A scope's captures are used up; those of records around it stay.
    private func removeCaptures(_ ids: Set<Int>, since mark: Int) {
        guard mark < captures.count else { return }
        if captures[mark...].allSatisfy({ ids.contains(Int($0.id)) }) {
            captures.removeSubrange(mark...)
        } else {
            captures.replaceSubrange(mark..., with: captures[mark...].filter { !ids.contains(Int($0.id)) })
        }
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

    /// The first capture of an id in the record being made, with its bytes.
    @inline(__always)
    func found(_ id: Int) -> Capture? {
        stamps[id] == stamp ? captures[Int(firsts[id])] : nil
    }

    /// Every capture of the ids, in the order of the file.
    func all(_ ids: [Int]) -> [Capture] {
        let starts = ids.filter { stamps[$0] == stamp }.map { Int(firsts[$0]) }
        guard let start = starts.min() else { return [] }
        return captures[start...].filter { ids.contains(Int($0.id)) }
    }

    /// Gives the batch to the sink, where it is large enough or `isLast`.
    func flush(isLast: Bool = false) {
        guard isLast || batch.bytes.count > 1 << 18 || batch.rows.count > 4096 else { return }
        if !batch.rows.isEmpty && !isStopped { isStopped = !sink.take(batch) }
        batch.clear()
        firstDraft = 0
    }
}
