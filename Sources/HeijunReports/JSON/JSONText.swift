import HeijunModel

extension JSONValue {
    /// The value as a JSON document: UTF-8 letters as they are, two blanks of indentation, a line feed at the end.
    public var text: String {
        var result = ""
        write(to: &result, indent: "\n")
        return result + "\n"
    }

    /// The value on one line.
    public var line: String {
        var result = ""
        write(to: &result, indent: nil)
        return result
    }

    /// Writes the value; `indent` is the line feed with the blanks of the level, nil for one line.
    private func write(to result: inout String, indent: String?) {
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .int(let value): result += String(value)
        case .decimal(let count, let places): result += decimalText(count, places: places)
        case .string(let text): result += quoted(text)
        case .array(let values):
            list(values.map { ("", $0) }, "[", "]", to: &result, indent)
        case .object(let members):
            list(
                members.map { (quoted($0) + (indent == nil ? ":" : ": "), $1) }, "{", "}", to: &result, indent
            )
        }
    }

    private func list(
        _ members: [(String, JSONValue)], _ open: String, _ close: String, to result: inout String,
        _ indent: String?
    ) {
        result += open
        let deeper = indent.map { $0 + "  " }
        for (index, member) in members.enumerated() {
            if index > 0 { result += "," }
            result += (deeper ?? "") + member.0
            member.1.write(to: &result, indent: deeper)
        }
        result += (members.isEmpty ? "" : indent ?? "") + close
    }
}

/// A text as a JSON string: control letters, quotes, backslashes and Unicode's line separators escaped.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
