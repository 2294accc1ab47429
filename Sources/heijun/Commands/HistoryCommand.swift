import ArgumentParser
import HeijunModel
import HeijunReports
import HeijunStore

/// `history`: every batch, or what happened to one record.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: say("いつ、誰が、何を変えたかを示します。", "Shows who changed what, when and from which file."),
        discussion: say("例:", "Examples:") + """

              heijun history
              heijun history SYS-0012
              heijun history equipment:K-001 --sources
              heijun history ceiling:\(say("一般会計", "一般会計"))/2028
            """)

    @OptionGroup var common: Common
    @OptionGroup var listing: Listing

    @Argument(
        help: ArgumentHelp(say("システムID、または 種別:キー。", "A system's key, or KIND:KEY."), valueName: "record"))
    var record: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "項目ごとの取込元（ファイル、SHA-256、プロファイル、行、元の値）を示す。",
                "Show the source of each field: file, SHA-256, profile, line, raw value.")))
    var sources = false

    func run() throws {
        let store = try refusing { () throws(StoreError) in try Store.open(common.path, readOnly: true) }
        if let record {
            let (kind, key) = try RecordEdit.target(record)
            if sources { return try listSources(store, kind, key) }
            let lines = try refusing { () throws(StoreError) in
                try store.history(kind: kind.name, key: key, withChildren: true)
            }
            guard !lines.isEmpty else { throw RecordEdit.unknown(key, kind, try common.entries()) }
            try listing.print(
                lineTable(lines),
                summary: say("\(lines.count) 件", lines.count == 1 ? "1 change" : "\(lines.count) changes"))
        } else {
            let batches = try refusing { () throws(StoreError) in try store.batches() }
            try listing.print(
                batchTable(batches, listing.format(of: Organization())),
                summary: say(
                    "\(batches.count) バッチ", batches.count == 1 ? "1 batch" : "\(batches.count) batches"))
        }
    }

    private func batchTable(_ batches: [Batch], _ format: Format) -> Table {
        let lines = batches.map {
            BatchLine(
                number: $0.id, header: $0.header, added: $0.added, changed: $0.changed, removed: $0.removed,
                undoneBy: $0.undoneBy)
        }
        return Table.history(lines, format)
    }

    private func listSources(_ store: Store, _ kind: RecordKind, _ key: String) throws {
        let found = try refusing { () throws(StoreError) in
            try store.provenance(kind: kind.name, key: key)
        }
        try listing.print(
            sourceTable(found, of: kind), summary: say("取込元 \(found.count) 件", "\(found.count) sources"))
    }

    private func lineTable(_ lines: [HistoryLine]) -> Table {
        Table(
            key: "history", title: Words(ja: "履歴", en: "History"),
            columns: [
                .init("batch", ja: "バッチ", en: "Batch", .trailing), .init("time", ja: "日時", en: "Time"),
                .init("author", ja: "実行者", en: "Author"), .init("record", ja: "記録", en: "Record"),
                .init("field", ja: "項目", en: "Field"), .init("before", ja: "変更前", en: "Before"),
                .init("after", ja: "変更後", en: "After"), .init("source", ja: "出所", en: "Source"),
                .init("reason", ja: "理由", en: "Reason"),
            ],
            rows: lines.map { line in
                let header = line.batch.header
                let kind = RecordKind.named(line.kind)
                let field = line.field.flatMap { name in
                    kind?.fields.first { $0.key == name }?.title[spoken] ?? name
                }
                return [
                    Cell(String(line.batch.id), .int(line.batch.id)), Cell(header.time), Cell(header.author),
                    Cell("\(line.kind):\(line.key)"), Cell(field ?? verb(line.verb), JSONValue(line.field)),
                    Cell(line.before), Cell(line.after), Cell(header.sourceName ?? header.command),
                    Cell(header.reason),
                ]
            })
    }

    private func verb(_ verb: Change.Verb) -> String {
        switch verb {
        case .added: say("（追加）", "(added)")
        case .changed: say("（変更）", "(changed)")
        case .removed: say("（削除）", "(removed)")
        }
    }
}

/// `undo`: takes a batch back.
struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: say("バッチを取り消します。後の変更は残ります。", "Takes a batch back; later edits stay."),
        discussion: say("例:", "Examples:") + """

              heijun history
              heijun undo 3 --reason \(say("取込対象の誤り", "wrong file"))
            """)

    @OptionGroup var common: Common

    @Argument(help: ArgumentHelp(say("バッチの番号。", "Number of the batch."), valueName: "batch"))
    var batch: Int

    @Option(help: ArgumentHelp(say("取消の理由。履歴に残ります。", "Why; kept in the history.")))
    var reason: String?

    func run() throws {
        let store = try common.store()
        let header = BatchHeader(
            author: Clock.author, time: Clock.now, command: "undo \(batch)", reason: reason)
        let result = try refusing { () throws(StoreError) in try store.undo(batch, header) }
        for kept in result.kept {
            try Console.line(
                say("後の変更を残しました: ", "Kept a later edit: ") + kept.words[spoken])
        }
        let verbs = result.changes.map(\.verb)
        try Console.line(
            say(
                "バッチ \(batch) を取り消しました（取消はバッチ \(result.batch)）。",
                "Batch \(batch) is undone (by batch \(result.batch)). ")
                + say("復元 ", "restored ") + "\(verbs.count { $0 == .changed })"
                + say(" / 削除 ", " / removed ") + "\(verbs.count { $0 == .removed })"
                + say(" / 再登録 ", " / added back ") + "\(verbs.count { $0 == .added })")
    }
}
