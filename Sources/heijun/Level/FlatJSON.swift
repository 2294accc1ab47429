/// One JSON object on one line, keys in the order they were added.
struct FlatJSON {
    /// What a key may hold.
    enum Value {
        case int(Int?)
        case number(Double?)
        case bool(Bool?)
        case string(String?)
        case strings([String])
        case unsigned(UInt64)
    }

    private var parts: [String] = []

    mutating func add(_ key: String, _ value: Value) { parts.append("\"\(key)\": \(Self.text(value))") }

    var text: String { "{" + parts.joined(separator: ", ") + "}" }

    private static func text(_ value: Value) -> String {
        switch value {
        case .int(let value): value.map(String.init) ?? "null"
        case .number(let value): value.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null"
        case .bool(let value): value.map(String.init) ?? "null"
        case .string(let value): value.map(quoted) ?? "null"
        case .unsigned(let value): String(value)
        case .strings(let values): "[" + values.map(quoted).joined(separator: ", ") + "]"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
