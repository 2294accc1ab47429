/// Texts that stand where an identity should and are none, found out quickly for most that are not among them.
struct Placeholders {
    /// Their forms without width and case.
    let forms: Set<String>
    /// For each length, the first and last bytes of those of that length.
    private let ends: [Set<UInt16>]
    private static let longest = 48

    init(_ forms: Set<String>) {
        self.forms = forms
        var ends = Array(repeating: Set<UInt16>(), count: Placeholders.longest + 1)
        for form in forms {
            if let first = form.utf8.first, let last = form.utf8.last, form.utf8.count < ends.count {
                ends[form.utf8.count].insert(Placeholders.pair(first, last))
            }
        }
        self.ends = ends
    }

    /// Whether a text of visible ASCII could be one of them, or one letter over and over.
    func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= Placeholders.longest, let first = bytes.first, let last = bytes.last else {
            return false
        }
        return ends[bytes.count].contains(Placeholders.pair(first, last))
            || bytes.allSatisfy { $0 | 0x20 == first | 0x20 }
    }

    /// Two bytes, capital letters as small ones.
    private static func pair(_ first: UInt8, _ last: UInt8) -> UInt16 {
        UInt16(first | 0x20) << 8 | UInt16(last | 0x20)
    }
}
