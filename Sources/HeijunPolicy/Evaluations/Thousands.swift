import HeijunModel

extension Yen {
    /// The amount in thousand yen with a comma between every three digits, as sentences give it.
    var inThousands: String { withCommas(String(thousands)) }
}

extension Figure {
    /// The figure with a comma between every three digits, as sentences give it.
    var inWords: String {
        let parts = fieldText.split(separator: ".", maxSplits: 1)
        return withCommas(String(parts.first ?? "0")) + (parts.count > 1 ? "." + parts[1] : "")
    }
}

private func withCommas(_ number: String) -> String {
    let digits = number.filter(\.isNumber)
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
        String(digits.prefix(end).suffix(min(3, end)))
    }
    return (number.hasPrefix("-") ? "−" : "") + groups.reversed().joined(separator: ",")
}
