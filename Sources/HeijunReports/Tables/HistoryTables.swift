public import HeijunModel

extension Table {
    /// The batches (取込バッチ) of a portfolio: who changed how much, when, and from which file.
    public static func history(_ batches: [BatchLine], _ format: Format) -> Table {
        Table(
            key: "batches", title: Words(ja: "履歴", en: "History"),
            columns: [
                Column("batch", ja: "バッチ", en: "Batch", .trailing), Column("time", ja: "日時", en: "Time"),
                Column("author", ja: "変更者", en: "Author"), Column("command", ja: "操作", en: "Command"),
                Column("added", ja: "追加", en: "Added", .trailing),
                Column("changed", ja: "変更", en: "Changed", .trailing),
                Column("removed", ja: "削除", en: "Removed", .trailing),
                Column("source", ja: "取込元", en: "Source"), .data("sha256", ja: "SHA-256", en: "SHA-256"),
                Column("reason", ja: "理由", en: "Reason"),
                Column("undoneBy", ja: "取消", en: "Undone by", .trailing),
            ],
            rows: batches.map { batch in
                [
                    Cell(String(batch.number), .int(batch.number)), Cell(batch.header.time),
                    Cell(batch.header.author), Cell(batch.header.command), format.cell(batch.added),
                    format.cell(batch.changed), format.cell(batch.removed), Cell(batch.header.sourceName),
                    Cell(batch.header.sourceSHA256), Cell(batch.header.reason), format.cell(batch.undoneBy),
                ]
            })
    }

    /// Changes field by field: one row for each field that differs.
    public static func changes(_ changes: [Change], _ format: Format) -> Table {
        Table(
            key: "changes", title: Words(ja: "変更内容", en: "Changes"),
            columns: [
                Column("verb", ja: "区分", en: "Change"), Column("kind", ja: "種類", en: "Kind"),
                Column("key", ja: "キー", en: "Key"), Column("field", ja: "項目", en: "Field"),
                Column("before", ja: "変更前", en: "Before"), Column("after", ja: "変更後", en: "After"),
            ],
            rows: changes.flatMap { rows($0, format) })
    }

    private static func rows(_ change: Change, _ format: Format) -> [[Cell]] {
        let kind = RecordKind.named(change.kind)?.title ?? Words(ja: change.kind, en: change.kind)
        return change.differences.map { field, before, after in
            [
                Cell(format(title(of: change.verb)), .string(change.verb.rawValue)),
                Cell(format(kind), .string(change.kind)), Cell(change.key),
                Cell(format(field.title), .string(field.key)), text(before, field, format),
                text(after, field, format),
            ]
        }
    }

    /// A field's text as people read it; JSON gives the kept one.
    private static func text(_ text: String?, _ field: FieldInfo, _ format: Format) -> Cell {
        Cell(FieldCell.cell(text, of: field, format).text, JSONValue(text))
    }

    private static func title(of verb: Change.Verb) -> Words {
        switch verb {
        case .added: Words(ja: "追加", en: "Added")
        case .changed: Words(ja: "変更", en: "Changed")
        case .removed: Words(ja: "削除", en: "Removed")
        }
    }
}
