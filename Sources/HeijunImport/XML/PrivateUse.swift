#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Counts the characters of a text in UTF-8 that only the machine that made it can show: those of private use (外字),
/// U+E000 to U+EFFF, where Shift_JIS and EUC-JP have theirs, and from U+C0000 the planes of private use.
struct PrivateUse {
    /// How many there were.
    private(set) var count = 0
    /// The first, as `U+E000`, and how many bytes before the end of its piece it stood.
    private(set) var first: (name: String, beforeEnd: Int)?

    /// Looks at the next piece; whether it holds the first one of all.
    mutating func look(at piece: UnsafeRawBufferPointer) -> Bool {
        let isFirst = first == nil
        for lead: UInt8 in [0xEE, 0xF3] { look(for: lead, in: piece) }
        return isFirst && first != nil
    }

    private mutating func look(for lead: UInt8, in piece: UnsafeRawBufferPointer) {
        var rest = piece
        while let base = rest.baseAddress, let found = memchr(base, Int32(lead), rest.count) {
            let index = piece.count - rest.count + base.distance(to: UnsafeRawPointer(found))
            count += 1
            if first == nil { first = (name(at: index, in: piece), piece.count - index) }
            rest = UnsafeRawBufferPointer(rebasing: piece[(index + 1)...])
        }
    }

    private func name(at index: Int, in piece: UnsafeRawBufferPointer) -> String {
        let bytes = piece[index...].prefix(piece[index] == 0xEE ? 3 : 4)
        let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
        return "U+" + String(scalar?.value ?? 0xFFFD, radix: 16, uppercase: true)
    }
}
