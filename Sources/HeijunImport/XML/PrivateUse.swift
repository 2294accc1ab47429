#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Counts the characters of a text in UTF-8 that only the machine that made it can show: those of private use (外字),
/// U+E000 to U+F8FF, and from U+C0000 the planes of private use.
struct PrivateUse {
    /// How many there were.
    private(set) var count = 0
    /// The first, as `U+E000`, and how many bytes before the end of its piece it stood.
    private(set) var first: (name: String, beforeEnd: Int)?
    /// Whether the last piece ended with the first byte of a character that may be one.
    private var isCut = false
    /// What begins both private use and the wide letters, which have greater second bytes.
    private static let shared: UInt8 = 0xEF
    private static let firstWide: UInt8 = 0xA4

    /// Looks at the next piece; whether it holds the first one of all.
    mutating func look(at piece: UnsafeRawBufferPointer) -> Bool {
        guard let head = piece.first else { return false }
        var found: [Int] = isCut && head < PrivateUse.firstWide ? [-1] : []
        count += found.count
        for lead in [0xEE, PrivateUse.shared, 0xF3] {
            if let index = look(for: lead, in: piece) { found.append(index) }
        }
        isCut = piece.last == PrivateUse.shared
        guard first == nil, let index = found.min() else { return false }
        first = (PrivateUse.name(at: index, in: piece), piece.count - max(0, index))
        return true
    }

    /// Counts those that begin with a byte; gives back where the first stands.
    private mutating func look(for lead: UInt8, in piece: UnsafeRawBufferPointer) -> Int? {
        var rest = piece, first: Int?
        while let base = rest.baseAddress, let found = memchr(base, Int32(lead), rest.count) {
            let index = piece.count - rest.count + base.distance(to: UnsafeRawPointer(found))
            if lead != PrivateUse.shared
                || (index + 1 < piece.count && piece[index + 1] < PrivateUse.firstWide)
            {
                count += 1
                first = first ?? index
            }
            rest = UnsafeRawBufferPointer(rebasing: piece[(index + 1)...])
        }
        return first
    }

    private static func name(at index: Int, in piece: UnsafeRawBufferPointer) -> String {
        let bytes = index < 0 ? [shared] + piece.prefix(2) : Array(piece[index...].prefix(4))
        let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
        return "U+" + String(scalar?.value ?? 0xFFFD, radix: 16, uppercase: true)
    }
}
