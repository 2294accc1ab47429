/// Columns that a terminal takes for a text.
public struct DisplayWidth: Hashable, Sendable {
    /// Columns of an ambiguous letter such as ○, → or …: 2 in the fonts that Japanese offices use, 1 elsewhere.
    public let ambiguous: Int

    /// Measures with the given width of ambiguous letters, 1 or 2.
    public init(ambiguous: Int = 2) { self.ambiguous = ambiguous }

    /// Columns of a text: 2 for full-width letters, 0 for combining marks.
    public func callAsFunction(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The text, cut with … where it is wider than `limit` columns.
    public func cut(_ text: String, to limit: Int) -> String {
        guard self(text) > limit else { return text }
        let room = limit - ambiguous
        var used = 0
        let kept = text.prefix { letter in
            used += columns(of: letter)
            return used <= room
        }
        return kept + (limit >= ambiguous ? "…" : "")
    }

    private func columns(of letter: Character) -> Int {
        letter.unicodeScalars.contains { $0.value == 0xFE0F }
            ? 2 : letter.unicodeScalars.map(columns).max() ?? 0
    }

    private func columns(of scalar: Unicode.Scalar) -> Int {
        switch EastAsianWidth(of: scalar) {
        case .none: 0
        case .narrow: 1
        case .ambiguous: ambiguous
        case .wide: 2
        }
    }
}

/// How wide a scalar is drawn in East Asian text.
enum EastAsianWidth {
    case none, narrow, ambiguous, wide

    /// Classifies a scalar: marks and controls take no room of their own.
    init(of scalar: Unicode.Scalar) {
        if scalar.value < 0x7F {
            self = scalar.value < 0x20 ? .none : .narrow
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: self = .none
        default:
            self =
                EastAsianWidth.holds(wideScalars, scalar.value)
                ? .wide : EastAsianWidth.holds(ambiguousScalars, scalar.value) ? .ambiguous : .narrow
        }
    }

    /// Whether one of the ascending ranges holds the value; binary search.
    private static func holds(_ ranges: [(UInt32, UInt32)], _ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].1 < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].0 <= value
    }
}
