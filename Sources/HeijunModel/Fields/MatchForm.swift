/// A text as it is compared: half-width letters, digits and marks, full-width kana, one kind of blank and wave dash,
/// no difference of case. Only for matching; what is stored stays as it was given.
public func matchForm(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0x301C, 0x223C: result.append("~")
        case 0x2010...0x2015, 0x2212: result.append("-")
        case 0x3000, 0xA0, 0x09, 0x0A, 0x0D, 0x20:
            if result.last != " " { result.append(" ") }
        case 0xFF66...0xFF9D: result.append(KanaWidth.full(scalar))
        case 0xFF9E, 0xFF9F: KanaWidth.voice(&result, isHalf: scalar.value == 0xFF9F)
        default: result.append(scalar)
        }
    }
    return String(trimmed(String(result).lowercased()))
}

/// Half-width kana and their full-width forms.
enum KanaWidth {
    private static let letters = Array(
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

    /// The full-width letter of a half-width one (U+FF66–U+FF9D).
    static func full(_ scalar: Unicode.Scalar) -> Unicode.Scalar { letters[Int(scalar.value) - 0xFF66] }

    /// Puts the mark ﾞ or ﾟ on the letter before it.
    static func voice(_ text: inout String.UnicodeScalarView, isHalf: Bool) {
        guard let last = text.last else { return }
        let canBeHalf = (0x30CF...0x30DB).contains(last.value)
        let canBeVoiced = (0x30AB...0x30C8).contains(last.value) || canBeHalf
        guard isHalf ? canBeHalf : canBeVoiced || last == "ウ" else { return }
        text.removeLast()
        let shift: UInt32 = last == "ウ" ? 0x4E : isHalf ? 2 : 1
        text.append(Unicode.Scalar(last.value + shift) ?? last)
    }
}
