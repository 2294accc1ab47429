/// How the columns of a table share the width of a terminal.
///
/// Nothing is narrowed that need not be: first headings that are wider than what stands below them are broken into
/// lines, then the widest texts give way, then columns are left out from the end. Numbers are never cut.
struct TableFit {
    /// The width of each column that is shown, in letters of a terminal; there may be fewer than were given.
    private(set) var widths: [Int]
    private let layout: TextLayout

    /// What texts keep, whatever is asked.
    private static let leastText = 12
    /// Columns that stay, whatever is asked.
    private static let leastColumns = 4

    /// Shares the width among columns.
    ///
    /// - Parameters:
    ///   - heads: Their headings.
    ///   - rows: What stands below, a text for each column.
    ///   - isText: Whether a column holds texts, which may be cut.
    init(heads: [String], rows: [[String]], isText: [Bool], layout: TextLayout) {
        self.layout = layout
        let needed = heads.indices.map { column in rows.map { layout.measure($0[column]) }.max() ?? 0 }
        widths = zip(needed, heads).map { max($0, layout.measure($1)) }
        guard let limit = layout.width else { return }
        let least = zip(needed, heads).map { max($0, leastHeading($1)) }
        let natural = widths
        for count in (min(TableFit.leastColumns, natural.count)...natural.count).reversed() {
            widths = Array(natural[..<count])
            narrow(to: limit) { widths, column in widths[column] - least[column] }
            narrow(to: limit) { widths, column in isText[column] ? widths[column] - TableFit.leastText : 0 }
            if width <= limit { return }
        }
    }

    private var width: Int { widths.reduce(0, +) + 2 * (widths.count - 1) }

    /// Takes one letter after the other from the column that has most to give, until the table fits or nothing is left.
    private mutating func narrow(to limit: Int, spare: ([Int], Int) -> Int) {
        while width > limit {
            guard let widest = widths.indices.max(by: { spare(widths, $0) < spare(widths, $1) }),
                spare(widths, widest) > 0
            else { return }
            widths[widest] -= 1
        }
    }

    /// The width in which a heading can stand in a few lines: its longest word, or half of it where it is one word.
    private func leastHeading(_ head: String) -> Int {
        let words = head.split(separator: " ").map { layout.measure(String($0)) }
        guard words.count == 1, let whole = words.first else { return words.max() ?? 0 }
        return whole <= 4 || head.utf8.count == whole ? whole : (whole + 2) / 4 * 2
    }

    /// The headings, broken into as many lines as the longest needs; each line has a text for every column.
    func headLines(_ heads: [String]) -> [[String]] {
        let broken = zip(heads, widths).map(lines)
        let count = broken.map(\.count).max() ?? 1
        return (0..<count).map { line in
            broken.map { lines in
                let index = line - (count - lines.count)
                return index >= 0 ? lines[index] : ""
            }
        }
    }

    private func lines(_ head: String, _ width: Int) -> [String] {
        var lines = [""]
        for word in head.split(separator: " ") {
            let joined = lines[lines.count - 1] + (lines[lines.count - 1].isEmpty ? "" : " ") + word
            if layout.measure(joined) <= width || lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = joined
            } else {
                lines.append(String(word))
            }
        }
        return lines.flatMap { letters($0, width) }
    }

    /// Breaks a word that is wider than its column between letters.
    private func letters(_ word: String, _ width: Int) -> [String] {
        var lines = [""]
        for letter in word {
            if layout.measure(lines[lines.count - 1] + String(letter)) > width, lines.last != "" {
                lines.append("")
            }
            lines[lines.count - 1].append(letter)
        }
        return lines
    }
}
