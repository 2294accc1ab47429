import Foundation
public import HeijunModel

extension StoreError {
    /// The sentence for the user: what is wrong, where, and what to do.
    public var words: Words {
        switch self {
        case .notFound(let path):
            Words(
                ja: "\(path): ファイルがありません。場所を確かめるか、heijun init で作成してください。",
                en: "\(path): there is no such file. Check the place, or make one with heijun init.")
        case .alreadyExists(let path):
            Words(
                ja: "\(path): 同じ名前のファイルがあるため作成しません。別の名前を指定してください。",
                en: "\(path): a file of this name exists and is left as it is. Choose another name.")
        case .notHeijun(let path, let thing):
            Words(
                ja: "\(path): Heijun のファイルではありません（\(thing.words.ja)）。--portfolio の指定を確かめてください。",
                en: "\(path): this is not a Heijun portfolio but \(thing.words.en). Check --portfolio.")
        case .newerVersion(let path, let found, let known):
            Words(
                ja: "\(path): より新しい Heijun で作られたファイルです（版 \(found)、この Heijun は \(known) まで）。"
                    + "新しい Heijun で開いてください。",
                en:
                    "\(path): a newer Heijun made this file (version \(found); this Heijun knows up to \(known))."
                    + " Open it with the newer one.")
        case .corrupt(let path, let detail):
            Words(
                ja: "\(path): ファイルが壊れています（\(detail)）。控えのファイルに戻してください。",
                en: "\(path): the file is damaged (\(detail)). Go back to a backup.")
        case .unreadableValue(let path, let kind, let key, let problem):
            Words(
                ja: "\(path): \(kind) \(key) の \(problem.field) を読めません。\(problem.problem.words.ja)",
                en: "\(path): cannot read \(problem.field) of \(kind) \(key). \(problem.problem.words.en)")
        case .busy(let path):
            Words(
                ja: "\(path): ほかの処理が使用中です。終わるのを待って、もう一度実行してください。",
                en: "\(path): another process is using the file. Wait for it to end and try again.")
        case .cannotRead(let path, let obstacle):
            Words(
                ja: "\(path): 読み取れません（\(obstacle.words.ja)）。",
                en: "\(path): cannot be read (\(obstacle.words.en)).")
        case .cannotCreate(let path, let obstacle):
            Words(
                ja: "\(path): 作成できません（\(obstacle.words.ja)）。フォルダーと権限を確かめてください。",
                en: "\(path): cannot be created (\(obstacle.words.en)). Check the folder and its permissions."
            )
        case .cannotWrite(let path, let obstacle):
            Words(
                ja: "\(path): 書き込めません（\(obstacle.words.ja)）。変更は保存していません。",
                en: "\(path): cannot be written (\(obstacle.words.en)). Nothing was stored.")
        case .diskFull(let path):
            Words(
                ja: "\(path): ディスクの空きがありません。変更は保存していません。空きを作って、もう一度実行してください。",
                en: "\(path): the disk is full. Nothing was stored. Make room and try again.")
        case .machine(let path, let detail):
            Words(
                ja: "\(path): 処理できませんでした（\(detail)）。変更は保存していません。",
                en: "\(path): the machine failed (\(detail)). Nothing was stored.")
        case .changedMeanwhile(let kind, let key):
            Words(
                ja: "\(kind) \(key) は、読み取った後に変更されています。何も保存していません。もう一度実行してください。",
                en: "\(kind) \(key) was changed after it was read. Nothing was stored. Try again.")
        case .laterBatch(let batch):
            Words(
                ja: "読み取った後に台帳が変更されています（バッチ \(batch)）。何も保存していません。もう一度実行してください。",
                en:
                    "The ledger was changed after it was read (batch \(batch)). Nothing was stored. Try again."
            )
        case .malformedChange(let kind, let key):
            Words(
                ja: "\(kind) \(key) への変更が台帳の形に合いません。何も保存していません。",
                en: "The change of \(kind) \(key) does not have the ledger's form. Nothing was stored.")
        case .unkeptValue(let kind, let key, let field, let value):
            Words(
                ja: "\(kind) \(key) の \(field) の値「\(value)」は保存できる形ではありません。何も保存していません。",
                en: "“\(value)”, the \(field) of \(kind) \(key), is not in the form kept. Nothing was stored."
            )
        case .noBatch(let batch, let latest):
            Words(
                ja: "取込バッチ \(batch) はありません。\(latest.map { "最新は \($0) です。" } ?? "まだ一つもありません。")",
                en:
                    "There is no batch \(batch). \(latest.map { "The latest is \($0)." } ?? "There is none yet.")"
            )
        case .alreadyUndone(let batch, let other):
            Words(
                ja: "取込バッチ \(batch) は、バッチ \(other) ですでに取り消しています。"
                    + "元に戻すには heijun undo \(other) を実行してください。",
                en: "Batch \(batch) was undone by batch \(other). To bring it back, run heijun undo \(other)."
            )
        case .nothingLeft(let batch, let kept):
            Words(
                ja: "取込バッチ \(batch) の変更は、その後すべて変更されています。取り消すものがありません"
                    + (kept.isEmpty ? "。" : "（残る変更: \(list(kept, "、", "ほか", \.ja))）。"),
                en: "All that batch \(batch) changed was changed again since. Nothing is left to undo"
                    + (kept.isEmpty
                        ? "." : " (later edits that stay: \(list(kept, ", ", "and more", \.en)))."))
        case .noPlan(let id, let latest):
            Words(
                ja: (id.map { "計画 \($0) はありません。" } ?? "計画はまだありません。")
                    + (latest.map { "最新は \($0) です。" } ?? "heijun plan で作成してください。"),
                en: (id.map { "There is no plan \($0). " } ?? "There is no plan yet. ")
                    + (latest.map { "The latest is \($0)." } ?? "Make one with heijun plan."))
        }
    }
}

/// The first few of the edits that stay.
private func list(
    _ kept: [UndoResult.Kept], _ comma: String, _ more: String, _ language: KeyPath<Words, String>
) -> String {
    let names = kept.prefix(5).map { $0.words[keyPath: language] }
    return names.joined(separator: comma) + (kept.count > 5 ? comma + more : "")
}

extension UndoResult.Kept {
    /// The record and, where one is known, the field, as people call it.
    public var words: Words {
        let title = field.flatMap { key in RecordKind.named(kind)?.fields.first { $0.key == key }?.title }
        return Words(
            ja: "\(kind):\(key)\(title.map { " \($0.ja)" } ?? "")",
            en: "\(kind):\(key)\(title.map { " \($0.en)" } ?? "")")
    }
}

extension StoreError.Something {
    var words: Words {
        switch self {
        case .empty: Words(ja: "空のファイルです", en: "an empty file")
        case .folder: Words(ja: "フォルダーです", en: "a folder")
        case .otherFile: Words(ja: "別の形式のファイルです", en: "a file of another kind")
        case .otherDatabase: Words(ja: "別のソフトウェアの SQLite ファイルです", en: "another program's SQLite file")
        }
    }
}

extension Obstacle {
    /// The operating system does not permit it.
    public static let noPermission = Obstacle(EACCES)

    /// The obstacle in a few words.
    public var words: Words {
        switch number {
        case EACCES, EPERM: Words(ja: "権限がありません", en: "permission denied")
        case ENOENT, ENOTDIR: Words(ja: "フォルダーがありません", en: "there is no such folder")
        case ENOSPC, EDQUOT: Words(ja: "ディスクの空きがありません", en: "the disk is full")
        case EROFS: Words(ja: "読み取り専用の場所です", en: "the place is read-only")
        case ENAMETOOLONG: Words(ja: "名前が長すぎます", en: "the name is too long")
        default: Words(ja: "エラー番号 \(number)", en: "error number \(number)")
        }
    }
}
