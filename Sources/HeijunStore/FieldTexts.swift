import HeijunModel

/// Some of a record's fields with their texts, as the history keeps them: a JSON object of strings, null where a
/// field is empty. `sqlite3`'s JSON functions read it.
struct FieldTexts: Hashable {
    /// Fields in the order of their kind.
    var pairs: [Pair]

    /// A field's key and its text; nil where it is empty.
    struct Pair: Hashable {
        let key: String
        let text: String?
    }

    /// A whole record of these fields, all others empty.
    func values(of kind: RecordKind) -> [String?] {
        var values = [String?](repeating: nil, count: kind.fields.count)
        for pair in pairs {
            if let position = kind.position[pair.key] { values[position] = pair.text }
        }
        return values
    }
}

extension FieldTexts {
    /// Reads what `FieldTextsWriter` writes; nil for anything else.
    init?(json: String) {
        var rest = json.utf8[...]
        pairs = []
        guard rest.popFirst() == UInt8(ascii: "{") else { return nil }
        while rest.first == UInt8(ascii: "\"") {
            guard let key = FieldTexts.string(&rest), rest.popFirst() == UInt8(ascii: ":") else { return nil }
            if rest.starts(with: "null".utf8) {
                rest.removeFirst(4)
                pairs.append(Pair(key: key, text: nil))
            } else {
                guard let text = FieldTexts.string(&rest) else { return nil }
                pairs.append(Pair(key: key, text: text))
            }
            if rest.first == UInt8(ascii: ",") { rest.removeFirst() }
        }
        guard rest.elementsEqual("}".utf8) else { return nil }
    }

    /// Takes a quoted string off the front.
    private static func string(_ rest: inout Substring.UTF8View) -> String? {
        guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escaped(&rest) else { return nil }
                bytes.append(escaped)
            default: bytes.append(byte)
            }
        }
        return nil
    }

    /// The byte that follows a backslash, or that `u00XX` stands for.
    private static func escaped(_ rest: inout Substring.UTF8View) -> UInt8? {
        guard let byte = rest.popFirst() else { return nil }
        guard byte == UInt8(ascii: "u") else { return byte }
        let digits = String(decoding: rest.prefix(4), as: UTF8.self)
        rest = rest.dropFirst(4)
        return UInt8(digits, radix: 16)
    }
}
