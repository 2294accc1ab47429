/// Texts of cells as their part writes them, turned into what a reader of the sheet would type.
enum CellText {
    /// A text whose control characters may be written `_x000D_` (ECMA-376, ST_Xstring).
    static func unescaped(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstRange(of: "_x") {
            result += rest[..<mark.lowerBound]
            let digits = rest[mark.upperBound...].prefix(4)
            let end = rest[digits.endIndex...]
            if digits.count == 4, end.first == "_", let code = UInt32(digits, radix: 16),
                let scalar = UnicodeScalar(code)
            {
                result.unicodeScalars.append(scalar)
                rest = end.dropFirst()
            } else {
                result += "_x"
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }

    /// A number as it was entered: the file's own digits, except where a program wrote all seventeen digits of its
    /// binary form (0.57499999999999996) or an exponent; those become the shortest decimal of the same value.
    static func number(_ text: String) -> String {
        let digits = text.utf8.count { (48...57).contains($0) }
        let hasExponent = text.utf8.contains { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }
        guard digits > 15 || hasExponent, text.utf8.contains(UInt8(ascii: ".")) || hasExponent,
            let value = Double(text), value.isFinite
        else { return text }
        if value == value.rounded(), value.magnitude < 1e18 { return String(Int(value)) }
        return plain(value.description)
    }

    /// A decimal without an exponent: `2.5e-05` becomes `0.000025`.
    private static func plain(_ text: String) -> String {
        guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
            let exponent = Int(text[text.index(after: mark)...]), exponent < 0
        else { return text }
        let isNegative = text.hasPrefix("-")
        let digits = text[..<mark].filter { $0.isNumber }
        let zeros = String(repeating: "0", count: -exponent - 1)
        var fraction = zeros + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (isNegative ? "-" : "") + "0." + fraction
    }
}

/// How a cell's number is shown.
enum NumberFormat {
    /// The built-in formats that show days or times, the Japanese ones among them (ECMA-376, 18.8.30).
    static let builtInDays: [ClosedRange<Int>] = [14...22, 27...36, 45...47, 50...58]

    /// Whether a format of the workbook's own shows a day or a time: it has one of the letters y, m, d, h, s, g or e
    /// outside quotes, brackets and escapes, and is neither `General` nor one with an exponent.
    static func showsDay(_ code: String) -> Bool {
        let letters = bare(code)
        if letters.lowercased().contains("general") || letters.contains("E+") || letters.contains("E-") {
            return false
        }
        return letters.contains { "ymdhsge".contains($0.lowercased()) }
    }

    /// The first section of a format without what it shows as it stands.
    private static func bare(_ code: String) -> String {
        var result = ""
        var isQuoted = false, isBracketed = false, isEscaped = false
        for letter in code.split(separator: ";").first ?? "" {
            if isEscaped {
                isEscaped = false
            } else if letter == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if "\\_*".contains(letter) {
                isEscaped = true
            } else if letter == "[" || letter == "]" {
                isBracketed = letter == "["
            } else if !isBracketed {
                result.append(letter)
            }
        }
        return result
    }
}
