public import HeijunModel

/// Why records cannot be written in a format. Nothing is written then.
public enum ExchangeProblem: Error, Hashable, Sendable {
    /// A child record whose parent is not among the entries.
    case orphan(kind: String, key: String)
    /// A character that the format cannot hold.
    case unwritable(character: Unicode.Scalar, format: String, kind: String, key: String, field: String)
    /// The system gives no memory or temporary files for a workbook.
    case noRoom

    /// What is wrong and what to do.
    public var words: Words {
        switch self {
        case .orphan(let kind, let key):
            return Words(
                ja: "\(kind)「\(key)」の親レコードがありません。親も含めて出力してください。",
                en: "The parent of \(kind) “\(key)” is missing. Export it too.")
        case .noRoom:
            return Words(
                ja: "ブックを作るための一時領域がありません。/tmp の空き容量を確かめてください。",
                en: "There is no room for making a workbook. Check the space in /tmp.")
        case .unwritable(let scalar, let format, let kind, let key, let field):
            let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
            return Words(
                ja: "\(kind)「\(key)」の \(field) にある文字「\(scalar)」（\(code)）は \(format) に書けません。"
                    + "別の文字に直すか、UTF-8 で出力してください。",
                en:
                    "The character “\(scalar)” (\(code)) in \(field) of \(kind) “\(key)” cannot be written in "
                    + "\(format). Replace it or export in UTF-8.")
        }
    }
}
