/// Watches whether a stream of bytes could be UTF-8 with characters beyond ASCII in it: no honest Shift_JIS or
/// EUC-JP text can, so that such a file wears the wrong label.
struct UTF8Check {
    private var expected = 0
    private var isBroken = false
    private var hasCharacters = false

    /// Whether everything so far is UTF-8 and more than ASCII.
    var isLikely: Bool { !isBroken && hasCharacters }

    /// Looks at the next bytes.
    mutating func look(at bytes: UnsafeRawBufferPointer) {
        for byte in bytes where !isBroken {
            if expected == 0 { lead(byte) } else { follow(byte) }
        }
    }

    private mutating func lead(_ byte: UInt8) {
        switch byte {
        case ..<0x80: break
        case 0xC2...0xDF: expected = 1
        case 0xE0...0xEF: expected = 2
        case 0xF0...0xF4: expected = 3
        default: isBroken = true
        }
    }

    private mutating func follow(_ byte: UInt8) {
        isBroken = byte & 0xC0 != 0x80
        expected -= 1
        if expected == 0 && !isBroken { hasCharacters = true }
    }
}
