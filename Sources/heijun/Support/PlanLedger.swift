import HeijunModel
import HeijunPlanning
import HeijunStore

extension Common {
    /// The ledger under which a stored plan is read: without the batch that put the plan into it, so that "before" stays
    /// what it was, and with the changes of the plan's scenario.
    func ledger(under stored: StoredPlan) throws -> Portfolio {
        try stored.basis(of: try typed(try entries(under: stored)))
    }

    /// The same without the changes of the scenario, as entries.
    func entries(under stored: StoredPlan) throws -> [Entry] {
        guard path != "-", let batch = stored.appliedBatch else { return try entries() }
        let store = try readStore()
        return try refusing { () throws(StoreError) in try store.entries(without: batch) }
    }

    /// Says on standard error that the ledger has changed since a plan was made, beside the plan's own batch.
    func noteLaterChanges(since stored: StoredPlan) throws {
        guard path != "-" else { return }
        let count = try laterChanges(since: stored, in: try readStore()).count
        guard count > 0 else { return }
        let id = stored.plan.id
        Console.note(
            say(
                "注: 計画 \(id) を作った後に台帳が変わっています（\(count) 件）。heijun plan で作り直してください。",
                "Note: the ledger has changed since plan \(id) was made (\(count)). Make a new one with heijun plan."
            ))
    }
}

/// What changed after a plan was made, of what plans are made from, beside the batch that applied the plan.
func laterChanges(since stored: StoredPlan, in store: Store) throws -> [HistoryLine] {
    try refusing { () throws(StoreError) in try store.history(after: stored.afterBatch) }
        .filter { !RecordKind.besidePlanning.contains($0.kind) && $0.batch.id != stored.appliedBatch }.net
}
