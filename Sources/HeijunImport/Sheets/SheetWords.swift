public import HeijunModel

extension SheetError {
    /// What is wrong and what to do.
    public var words: Words {
        let said = reason.words
        let place = place.description
        return place.isEmpty ? said : Words(ja: "\(place): \(said.ja)", en: "\(place): \(said.en)")
    }
}

extension SheetError.Reason {
    /// Short stable code, as `--json` reports it.
    public var code: String {
        switch self {
        case .emptyFile: "empty-file"
        case .notSheets: "not-sheets"
        case .oldOrLocked: "old-or-locked-workbook"
        case .damaged: "damaged-workbook"
        case .missingPart: "missing-part"
        case .part: "malformed-part"
        case .csv(let error): error.code
        case .tooLarge(let measure, _): "too-large-\(measure.rawValue)"
        case .badCellName: "bad-cell-name"
        case .badSharedText: "bad-shared-text"
        case .noSuchSheet: "no-such-sheet"
        }
    }

    /// The sentence without its place.
    public var words: Words {
        switch self {
        case .emptyFile:
            Words(ja: "ファイルが空です。出力し直してください。", en: "The file is empty. Export it again.")
        case .notSheets:
            Words(
                ja: "Excel ブック（.xlsx）でも CSV でもありません。Excel で .xlsx か CSV として保存し直してください。",
                en: "This is neither a workbook (.xlsx) nor CSV. Save it as .xlsx or CSV.")
        case .oldOrLocked:
            Words(
                ja: "古い形式（.xls）か、パスワード付きのブックです。パスワードを外し、.xlsx として保存し直してください。",
                en: "The workbook is in the old format (.xls) or has a password. "
                    + "Remove the password and save it as .xlsx.")
        case .damaged(let detail):
            Words(
                ja: "ブックが壊れています（\(detail)）。もう一度受け取るか、Excel で開いて保存し直してください。",
                en:
                    "The workbook is damaged (\(detail)). Obtain it again, or open and save it in a spreadsheet."
            )
        case .missingPart(let part):
            Words(
                ja: "ブックの中に \(part) がありません。Excel で開いて保存し直してください。",
                en: "The workbook lacks \(part). Open and save it in a spreadsheet.")
        case .part(let part, let error):
            Words(
                ja: "\(part) の \(error.line) 行 \(error.column) 文字目: \(error.words.ja)",
                en: "\(part), line \(error.line), column \(error.column): \(error.words.en)")
        case .csv(let error): error.words
        case .tooLarge(let measure, let limit): tooLarge(measure, limit)
        case .badCellName(let name):
            Words(
                ja: "セルの番地「\(name)」は正しくありません。Excel で開いて保存し直してください。",
                en: "“\(name)” is no cell. Open and save the workbook in a spreadsheet.")
        case .badSharedText(let text):
            Words(
                ja: "文字列の番号「\(text)」がブックにありません。Excel で開いて保存し直してください。",
                en: "The workbook has no text number “\(text)”. Open and save it in a spreadsheet.")
        case .noSuchSheet(let name, let names):
            Words(
                ja: "シート「\(name)」がありません。あるのは「\(names.joined(separator: "」「"))」です。",
                en: "There is no sheet “\(name)”, only “\(names.joined(separator: "”, “"))”.")
        }
    }

    private func tooLarge(_ measure: SheetError.Measure, _ limit: Int) -> Words {
        let name: Words =
            switch measure {
            case .file: Words(ja: "ファイルの大きさ（バイト）", en: "bytes in the file")
            case .part: Words(ja: "展開後の大きさ（バイト）", en: "bytes when unpacked")
            case .ratio: Words(ja: "圧縮率（倍）", en: "times the packed size")
            case .cells: Words(ja: "セルの数", en: "cells")
            case .text: Words(ja: "文字列の大きさ（バイト）", en: "bytes of text")
            }
        return Words(
            ja: "\(name.ja)が上限 \(limit) を超えています。表のファイルか確かめてください。",
            en: "More than \(limit) \(name.en). Is this a table?")
    }
}
