/// A whole number with a comma between every three digits; a true minus sign before a negative one.
public func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var result = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0 && (digits.count - index) % 3 == 0 { result += "," }
        result.append(digit)
    }
    return result
}

/// A change as a whole number with its sign: +1,200, −300, ±0.
public func signed(_ change: Int) -> String {
    (change > 0 ? "+" : change == 0 ? "±" : "") + grouped(change)
}

/// A count of last places as a decimal number with all its places: 228 with one place is 22.8.
func fixed(_ count: Int, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = grouped(Int(count.magnitude) / scale)
    let decimals = String(Int(count.magnitude) % scale + scale).dropFirst()
    return (count < 0 ? "−" : "") + whole + (places == 0 ? "" : "." + decimals)
}

/// Tenths of a percent by which `new` differs from `old`, half rounded away from zero; nil where `old` is zero.
func permille(from old: Int, to new: Int) -> Int? {
    guard old != 0 else { return nil }
    let doubled = 2 * (new - old) * 1000 / abs(old)
    return (doubled + (doubled < 0 ? -1 : 1)) / 2
}

/// A change in percent with its sign: −22.8 %, +0.2 %, ±0.0 %.
func signedPercent(_ permille: Int) -> String {
    (permille > 0 ? "+" : permille == 0 ? "±" : "") + fixed(permille, places: 1) + " %"
}
