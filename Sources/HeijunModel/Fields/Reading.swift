/// The text with full-width ASCII made half-width and blanks at both ends cut: for reading, never for storing.
public func halfWidth(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        case 0x3000: result.append(" ")
        default: result.append(scalar)
        }
    }
    return String(trimmed(String(result)))
}

/// The text without blanks, ideographic ones too, at both ends.
public func trimmed(_ text: String) -> Substring {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    guard let first = text.firstIndex(where: { !isBlank($0) }),
        let last = text.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return text[first...last]
}

/// Whether two texts are the same, byte by byte. Swift's `==` also holds for texts that Unicode calls equivalent, as
/// the variants of a name's letter 神 (U+FA19) and 神 (U+795E) are, and a ledger must keep them apart.
public func isSame(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == right }
    return left == right && left.utf8.elementsEqual(right.utf8)
}

/// Reads a whole number with optional thousand separators.
func wholeNumber(_ text: String, in range: ClosedRange<Int>, example: String) throws(ValueProblem) -> Int {
    try decimal(text, places: 0, in: range, example: example)
}

/// Reads a decimal number exactly, as a count of its last place: "2.5" with one place is 25.
///
/// - Throws: `.notANumber` for anything but digits, separators, one sign and up to `places` decimals;
///   `.outOfRange` beyond `range`, which is counted in last places too.
func decimal(
    _ text: String, places: Int, in range: ClosedRange<Int>, example: String
) throws(ValueProblem) -> Int {
    let plain = halfWidth(text)
    var digits = plain.utf8[...]
    let isNegative = plain.first.map { "-−▲△".contains($0) } ?? false
    if isNegative { digits = plain.dropFirst().utf8[...] }
    guard let magnitude = unsignedDecimal(digits, places: places) else {
        throw .notANumber(text, example: example)
    }
    let value = isNegative ? -magnitude : magnitude
    guard range.contains(value) else {
        throw .outOfRange(
            text,
            allowed: "\(decimalText(range.lowerBound, places: places))–"
                + decimalText(range.upperBound, places: places))
    }
    return value
}

/// Digits, with separators before every three or none, and at most `places` decimals, as a count of the last place.
private func unsignedDecimal(_ text: Substring.UTF8View, places: Int) -> Int? {
    guard text.contains(UInt8(ascii: ",")) else { return plainDecimal(text, places: places) }
    return withoutSeparators(text).flatMap { plainDecimal($0, places: places) }
}

/// Digits with at most `places` decimals, as a count of the last place.
private func plainDecimal(_ text: some Sequence<UInt8>, places: Int) -> Int? {
    var value = 0
    var decimals: Int?
    var count = 0
    for byte in text {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
            guard !tooLarge, shifted <= Int.max - 10 else { return nil }
            value = shifted + Int(byte - UInt8(ascii: "0"))
            count += 1
            if let seen = decimals { decimals = seen + 1 }
        case UInt8(ascii: ".") where decimals == nil && places > 0: decimals = 0
        default: return nil
        }
    }
    guard count > 0, (decimals ?? 0) <= places else { return nil }
    for _ in (decimals ?? 0)..<places {
        let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
        guard !tooLarge else { return nil }
        value = shifted
    }
    return value
}

/// The text without thousand separators; nil where they do not stand before every three digits, as in `1,5`.
private func withoutSeparators(_ text: Substring.UTF8View) -> [UInt8]? {
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.flatMap { $0 } + text.dropFirst(whole.count)
}

/// Writes a count of last places as a decimal number without needless zeros.
public func decimalText(_ count: Int, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let magnitude = count.magnitude
    let whole = magnitude / UInt(scale)
    var decimals = String(magnitude % UInt(scale))
    decimals = String(repeating: "0", count: max(0, places - decimals.count)) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return (count < 0 ? "-" : "") + "\(whole)" + (decimals.isEmpty || places == 0 ? "" : ".\(decimals)")
}

/// The number with zeros before it, up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
