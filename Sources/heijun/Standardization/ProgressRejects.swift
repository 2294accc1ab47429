import HeijunImport
import HeijunModel
import HeijunReports

/// What a progress sheet's errors lead to: all is refused, or the rest is taken and the rejected come back as a file.
struct ProgressRejects {
    let reading: ProgressReading
    /// The sheet's file, and the CSV file that the rejected come back in.
    let file: String, path: String
    /// How many errors are allowed.
    let allowed: Int

    private var errors: [ProgressError] { reading.errors }
    private var count: String { errors.count == 1 ? "1 error" : "\(errors.count) errors" }

    /// Whether nothing may be stored.
    var isRefused: Bool { reading.isFatal || errors.count > allowed }

    /// Says every error with its place, and writes them as a file to correct and send again.
    func tell() throws {
        for error in errors { Console.note("\(file): \(error.words[spoken])") }
        guard !errors.isEmpty, !reading.isFatal else { return }
        try writeFile(
            Array(("\u{FEFF}" + ProgressRejects.table(errors, file).csv(spoken)).utf8), to: path)
    }

    /// Why nothing is stored.
    var refusal: Failure {
        reading.isFatal
            ? Failure(
                ja: "ファイル全体が読めないため、何も保存していません。", en: "The file as a whole cannot be read: nothing is stored.",
                .unreadable)
            : Failure(
                ja: "誤りが \(errors.count) 件あるため、何も保存していません（一覧: \(path)）。直してもう一度取り込むか、"
                    + "--max-rejects で許す件数を指定してください。",
                en:
                    "\(count): nothing is stored (listed in \(path)). Correct the file, or allow rejects with "
                    + "--max-rejects.", .unreadable)
    }

    /// That the rest was stored; nil without errors.
    func partial(isDryRun: Bool) -> Failure? {
        guard !errors.isEmpty else { return nil }
        return isDryRun
            ? Failure(
                ja: "試行のため何も保存していません。取り込むと、\(errors.count) 件の誤りがある業務は不採用になります（\(path)）。",
                en:
                    "A dry run: nothing is stored. An import would leave out the businesses that have \(count) (\(path)).",
                .refused)
            : Failure(
                ja: "\(errors.count) 件の誤りがある業務を除いて保存しました。不採用は \(path) にあります。",
                en: "Stored without the businesses that have \(count); the rejected are in \(path).", .refused
            )
    }

    /// The errors as a table: place, body, business, step, rule, value and the nearest name.
    static func table(_ errors: [ProgressError], _ file: String) -> Table {
        Table(
            key: "rejects", title: Words(ja: "不採用", en: "Rejected"),
            columns: [
                .init("file", ja: "ファイル", en: "File"), .init("sheet", ja: "シート", en: "Sheet"),
                .init("line", ja: "行", en: "Row", .trailing),
                .init("column", ja: "列", en: "Column", .trailing),
                .init("cell", ja: "セル", en: "Cell"), .init("body", ja: "団体", en: "Body"),
                .init("business", ja: "業務", en: "Business"), .init("step", ja: "作業ステップ", en: "Step"),
                .init("code", ja: "規則", en: "Rule"), .init("value", ja: "値", en: "Value"),
                .init("suggestion", ja: "候補", en: "Suggestion"),
                .init("message", ja: "内容", en: "Message"),
            ],
            rows: errors.map { error in
                [
                    Cell(file), Cell(error.place.sheet),
                    Cell(String(error.place.row), .int(error.place.row)),
                    Cell(String(error.place.column), .int(error.place.column)),
                    Cell(error.place.description), Cell(error.body), Cell(error.business), Cell(error.step),
                    Cell(error.code), Cell(error.value), Cell(error.suggestion), Cell(error.words[spoken]),
                ]
            })
    }
}
