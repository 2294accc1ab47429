/// Estimated width of a text drawn in Noto Sans CJK JP, in the unit of `size`. Measured advances, rounded up,
/// so that what is estimated to fit does fit.
func drawnWidth(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0) { $0 + hundredthsOfEm($1) }
    return Double(ems) / 100 * size * (isBold ? 1.06 : 1)
}

/// The text, cut with … where it is drawn wider than `limit`.
func cut(_ text: String, toWidth limit: Double, size: Double) -> String {
    guard drawnWidth(text, size: size) > limit else { return text }
    var used = drawnWidth("…", size: size)
    let kept = text.prefix { letter in
        used += drawnWidth(String(letter), size: size)
        return used <= limit
    }
    return kept + "…"
}

private func hundredthsOfEm(_ scalar: Unicode.Scalar) -> Int {
    switch EastAsianWidth(of: scalar) {
    case .none: return 0
    case .wide, .ambiguous: return 100
    case .narrow: break
    }
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": return 32
    case "m", "w", "M", "W", "%", "@": return 93
    case "A"..."Z", "&": return 69
    case "(", ")", "[", "]", "/", "-", "r", "f", "t": return 40
    default: return 59
    }
}
