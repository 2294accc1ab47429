import HeijunModel
import HeijunStore

/// Edits of one command: shown field by field, tested, and stored as one batch.
struct EditRun {
    let store: Store
    let command: String
    var reason: String?
    var isDryRun = false

    init(store: Store, command: String) {
        self.store = store
        self.command = command
    }

    /// Stores what the edits change; says so where they change nothing.
    func apply(_ edits: [RecordEdit], in stored: [Entry]) throws {
        for edit in edits { try checkReferences(of: edit.change, stored) }
        try apply(edits.map(\.change), in: stored)
    }

    /// Stores changes whose references are known to hold.
    func apply(_ all: [Change], in stored: [Entry]) throws {
        let changes = all.filter { !$0.differences.isEmpty }
        for change in changes { try show(change) }
        guard !changes.isEmpty else { return try Console.line(summary(all)) }
        guard !isDryRun else {
            return try Console.line(say("試行のため保存していません。", "A dry run: nothing is stored."))
        }
        let header = BatchHeader(author: Clock.author, time: Clock.now, command: command, reason: reason)
        let batch = try refusing { () throws(StoreError) in try store.apply(changes, header) }
        try Console.line(say("取込バッチ \(batch) ・ ", "Batch \(batch) · ") + summary(all))
    }

    private func show(_ change: Change) throws {
        for difference in change.differences {
            let before = difference.before ?? say("（空）", "(empty)")
            let after = difference.after ?? say("（空）", "(empty)")
            try Console.line("\(change.key)  \(difference.field.title[spoken]): \(before) → \(after)")
        }
    }

    private func summary(_ changes: [Change]) -> String {
        Tally(
            added: changes.count { $0.verb == .added && !$0.differences.isEmpty },
            changed: changes.count { $0.verb == .changed && !$0.differences.isEmpty },
            unchanged: changes.count { $0.differences.isEmpty }
        ).line
    }

    private func checkReferences(of change: Change, _ stored: [Entry]) throws {
        guard let dangling = danglingReferences(of: change, in: stored).first else { return }
        throw Failure(
            ja:
                "\(change.key) の \(dangling.field.title.ja): 「\(dangling.key)」という\(dangling.kind.title.ja)は台帳にありません。",
            en:
                "\(change.key), \(dangling.field.title.en): no \(dangling.kind.title.en.lowercased()) is called “\(dangling.key)”.",
            .refused)
    }
}
