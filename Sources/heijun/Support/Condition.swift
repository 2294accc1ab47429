import HeijunModel

/// The position of a field named by key or Japanese title.
func field(named name: String, of kind: RecordKind) throws -> Int {
    if let index = kind.position[name] ?? kind.fields.firstIndex(where: { $0.title.ja == name }) {
        return index
    }
    let hint = closest(to: name, among: kind.fields.map(\.key)).map {
        say("「\($0)」ではありませんか。", "Did you mean “\($0)”?")
    }
    throw Failure(
        ja: "\(kind.title.ja)に「\(name)」という項目はありません。\(hint ?? "")",
        en: "\(kind.title.en) has no field “\(name)”. \(hint ?? "")", .usage)
}

/// Compares two kept texts, as numbers where the field holds numbers; empty comes first.
func compare(_ left: String?, _ right: String?, isNumber: Bool) -> Int {
    if isNumber, let a = left.flatMap(Double.init), let b = right.flatMap(Double.init) {
        return a < b ? -1 : a > b ? 1 : 0
    }
    let a = left ?? "", b = right ?? ""
    return a < b ? -1 : a > b ? 1 : 0
}

/// A test of one field, as `--where` writes it.
struct Condition {
    private let index: Int
    private let sign: String
    private let value: String
    private let isNumber: Bool

    init(_ text: String, of kind: RecordKind) throws {
        let signs = ["!=", "=", "~", "<", ">"]
        let found = signs.compactMap { sign in text.firstRange(of: sign).map { (sign, $0) } }
        guard
            let (sign, range) = found.min(by: {
                ($0.1.lowerBound, $1.0.count) < ($1.1.lowerBound, $0.0.count)
            })
        else {
            throw Failure(
                ja: "「\(text)」は 項目=値 などの形で書いてください（=、!=、~、<、>）。",
                en: "Write “\(text)” as field=value (=, !=, ~, <, >).", .usage)
        }
        self.sign = sign
        index = try field(named: String(text[..<range.lowerBound]), of: kind)
        let info = kind.fields[index]
        let wanted = String(text[range.upperBound...])
        isNumber = info.type.isNumber
        do {
            value = wanted.isEmpty || sign == "~" || info.isList ? wanted : try info.canonical(wanted)
        } catch {
            throw Failure(
                ja: "\(info.title.ja): \(error.words.ja)", en: "\(info.title.en): \(error.words.en)", .usage)
        }
    }

    func holds(for entry: Entry) -> Bool {
        let text = entry.values[index]
        switch sign {
        case "=": return (text ?? "") == value || (text ?? "").split(separator: " ").contains(value[...])
        case "!=": return (text ?? "") != value
        case "~": return halfWidth(text ?? "").lowercased().contains(halfWidth(value).lowercased())
        case "<": return text != nil && compare(text, value, isNumber: isNumber) < 0
        default: return text != nil && compare(text, value, isNumber: isNumber) > 0
        }
    }
}
