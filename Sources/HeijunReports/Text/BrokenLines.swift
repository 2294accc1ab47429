extension DisplayWidth {
    /// A text broken into lines of at most `width` columns: between words, and between full-width letters where none
    /// that closes (。、）」) would begin a line. A word wider than that stands alone.
    public func lines(_ text: String, width: Int) -> [String] {
        var lines = [""], used = 0
        for unit in DisplayWidth.units(of: text) {
            let columns = self(unit)
            if used + columns > width, used > 0 {
                lines.append("")
                used = 0
            }
            guard used > 0 || unit != " " else { continue }
            lines[lines.count - 1] += unit
            used += columns
        }
        return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
    }

    private static let closing: Set<Character> = ["。", "、", "）", "」", "』", "，", "．", "：", "ー", "％"]
    private static let opening: Set<Character> = ["（", "「", "『"]

    /// What a line is not broken within: words and numbers, and full-width letters with what closes after or opens
    /// before them.
    private static func units(of text: String) -> [String] {
        var units: [String] = []
        for letter in text {
            guard let last = units.last?.last else {
                units.append(String(letter))
                continue
            }
            let isWord = letter != " " && last != " " && letter.isASCII && last.isASCII
            if isWord || closing.contains(letter) || opening.contains(last) {
                units[units.count - 1].append(letter)
            } else {
                units.append(String(letter))
            }
        }
        return units
    }
}
