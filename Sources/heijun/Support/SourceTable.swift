import HeijunModel
import HeijunReports
import HeijunStore

/// Where each field of a record came from: file, line, raw value, profile and fingerprint, the latest source first.
func sourceTable(_ found: [Provenance], of kind: RecordKind) -> Table {
    let rows = found.flatMap { origin in
        origin.fields.map { field in
            let title = kind.fields.first { $0.key == field.field }?.title[spoken] ?? field.field
            return [
                Cell(String(origin.batch), .int(origin.batch)), Cell(title, .string(field.field)),
                Cell(field.raw), Cell(origin.source.name), Cell(String(field.line), .int(field.line)),
                Cell(origin.source.profile), Cell(origin.external), Cell(origin.source.sha256),
            ]
        }
    }
    return Table(
        key: "sources", title: Words(ja: "取込元", en: "Sources"),
        columns: [
            .init("batch", ja: "バッチ", en: "Batch", .trailing), .init("field", ja: "項目", en: "Field"),
            .init("raw", ja: "元の値", en: "Raw value"), .init("file", ja: "ファイル", en: "File"),
            .init("line", ja: "行", en: "Line", .trailing), .init("profile", ja: "プロファイル", en: "Profile"),
            .init("external", ja: "元の識別", en: "Key in the source"),
            .init("sha256", ja: "SHA-256", en: "SHA-256"),
        ], rows: rows)
}
