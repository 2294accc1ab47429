import ArgumentParser
import HeijunModel
import HeijunStore

/// `set`: edits fields of one record as one batch.
struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("台帳の項目を変更します。", "Edits fields of a record."),
        discussion: say("例:", "Examples:") + """

              heijun set SYS-0012 rebuild_year=R11 --reason \(say("所管課の申出", "asked by its section"))
              heijun set SYS-0012 window_late=3 vendor=V04
              heijun set ceiling:\(say("一般会計", "一般会計"))/2028 amount=9200000千円 --reason \(say("財政課通知", "notice"))
              heijun set setting:plan.large-per-year value=3
              heijun set SYS-0012 pinned_year=
            """)

    @OptionGroup var common: Common

    @Argument(
        help: ArgumentHelp(
            say("システムID、または 種別:キー。", "A system's key, or KIND:KEY."), valueName: "record"))
    var record: String

    @Argument(
        help: ArgumentHelp(
            say("項目=値。値が空なら消去。", "Field and value; an empty value empties it."), valueName: "field=value"))
    var assignments: [String]

    @Option(help: ArgumentHelp(say("変更の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    @Flag(help: ArgumentHelp(say("保存せず、変更内容だけを示す。", "Show the change and store nothing.")))
    var dryRun = false

    func run() throws {
        let store = try common.store()
        let stored = try refusing { () throws(StoreError) in try store.entries() }
        let edit = try RecordEdit(record, assignments, in: stored)
        try checkReferences(of: edit.change, stored)
        for difference in edit.change.differences {
            try Console.line(
                "\(edit.change.key)  \(difference.field.title[spoken]): "
                    + "\(difference.before ?? say("（空）", "(empty)")) → \(difference.after ?? say("（空）", "(empty)"))"
            )
        }
        guard !edit.change.differences.isEmpty else { return try Console.line(summary(edit.change)) }
        guard !dryRun else { return try Console.line(say("試行のため保存していません。", "A dry run: nothing is stored.")) }
        let header = BatchHeader(
            author: Clock.author, time: Clock.now,
            command: "set \(record) \(assignments.joined(separator: " "))",
            reason: reason)
        let batch = try refusing { () throws(StoreError) in try store.apply([edit.change], header) }
        try Console.line(say("取込バッチ \(batch) ・ ", "Batch \(batch) · ") + summary(edit.change))
    }

    private func summary(_ change: Change) -> String {
        Tally(
            added: change.verb == .added ? 1 : 0,
            changed: change.verb == .changed && !change.differences.isEmpty ? 1 : 0,
            unchanged: change.differences.isEmpty ? 1 : 0
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
