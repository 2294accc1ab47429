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
        var run = EditRun(store: store, command: "set \(record) \(assignments.joined(separator: " "))")
        run.reason = reason
        run.isDryRun = dryRun
        try run.apply([edit], in: stored)
    }
}
