public import HeijunModel

/// One thing that is wrong with a profile (取込プロファイル), with its place in the JSON file.
public struct ProfileError: Error, Hashable, Sendable {
    /// Where it is.
    public let place: Place
    /// What is wrong.
    public let reason: Reason

    init(_ reason: Reason, at place: Place) {
        self.place = place
        self.reason = reason
    }

    /// Everything that can be wrong with a profile.
    public enum Reason: Hashable, Sendable {
        case notJSON
        case givenTwice(String)
        case unknownKey(String, closest: String?)
        case missingKey(String)
        case wrongType(String, expected: String)
        case unknownKind(String, closest: String?)
        case unknownField(String, kind: String, closest: String?)
        case unknownMap(String)
        case badPath(String, String)
        case unknownPrefix(String)
        case notAChoice(String, allowed: [String])
        case tooMuch(String, limit: Int)
    }

    /// What is wrong and what to do.
    public var words: Words {
        switch reason {
        case .notJSON:
            Words(
                ja: "JSON として正しくありません。この場所の前後のコンマ、引用符、括弧を確かめてください。",
                en: "This is not JSON. Check the commas, quotes and brackets around this place.")
        case .givenTwice(let name):
            Words(ja: "「\(name)」が2回書かれています。", en: "“\(name)” is given twice. Keep one.")
        case .unknownKey(let name, let closest):
            Words(
                ja: "「\(name)」という項目はプロファイルにありません。" + (closest.map { "「\($0)」ではありませんか。" } ?? "削除してください。"),
                en: "A profile has no “\(name)”. " + (closest.map { "Did you mean “\($0)”?" } ?? "Remove it.")
            )
        case .missingKey(let name):
            Words(ja: "「\(name)」がありません。追加してください。", en: "“\(name)” is missing. Add it.")
        case .wrongType(let name, let expected):
            Words(ja: "「\(name)」は \(expected) で書いてください。", en: "“\(name)” must be \(expected).")
        case .unknownKind(let name, let closest):
            Words(
                ja: "「\(name)」という種別は台帳にありません。" + (closest.map { "「\($0)」ではありませんか。" } ?? ""),
                en: "The ledger has no kind “\(name)”. " + (closest.map { "Did you mean “\($0)”?" } ?? ""))
        case .unknownField(let name, let kind, let closest):
            Words(
                ja: "\(kind) に「\(name)」という項目はありません。" + (closest.map { "「\($0)」ではありませんか。" } ?? ""),
                en: "\(kind) has no field “\(name)”. " + (closest.map { "Did you mean “\($0)”?" } ?? ""))
        case .unknownMap(let name):
            Words(
                ja: "「\(name)」という対応表は maps にありません。", en: "There is no “\(name)” among the maps or tables.")
        case .badPath(let path, let part):
            Words(
                ja: "パス「\(path)」の「\(part)」を読めません。a/b、@属性、//a、a[@b='値']、a[2]、a | b の形で書いてください。",
                en: "“\(part)” in the path “\(path)” is not understood. "
                    + "Write a/b, @attribute, //a, a[@b='value'], a[2], a | b.")
        case .unknownPrefix(let prefix):
            Words(
                ja: "接頭辞「\(prefix):」が namespaces にありません。",
                en: "The prefix “\(prefix):” is not among the namespaces.")
        case .notAChoice(let value, let allowed):
            Words(
                ja: "「\(value)」は選べません。選べる値: \(allowed.joined(separator: "、"))",
                en: "“\(value)” is not one of: \(allowed.joined(separator: ", "))")
        case .tooMuch(let what, let limit):
            Words(
                ja: "\(what) が上限 \(limit) を超えています。プロファイルを分けてください。",
                en: "More than \(limit): \(what). Split the profile.")
        }
    }
}
