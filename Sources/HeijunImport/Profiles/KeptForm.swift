import HeijunModel

/// Forms of bytes that a field keeps as they are, seen without making a string.
enum KeptForm {
    case text, key, year, day, digits(UInt8)
    case never

    init(_ field: FieldInfo) {
        self =
            switch field.type {
            case _ where field.isList: .never
            case .text: .text
            case .key, .reference: .key
            case .integer: .digits(12)
            case .yen: .digits(15)
            case .watts, .kilograms: .digits(8)
            case .fiscalYear: .year
            case .day: .day
            case .choice, .flag, .rackUnits, .personMonths, .rate, .figure: .never
            }
    }

    /// Whether every value needs a closer look.
    var isNever: Bool { if case .never = self { true } else { false } }

    /// Whether the bytes, without blanks at their ends, are surely what the field keeps.
    func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .text: return bytes.isPlainText
        case .key: return bytes.isVisibleASCII
        case .digits(let limit):
            return bytes.count <= Int(limit) && (bytes[0] != 0x30 || bytes.count == 1)
                && bytes.allSatisfy(isDigit)
        case .year:
            return bytes.count == 4 && bytes.allSatisfy(isDigit) && (bytes[0] == 0x32 && bytes[1] == 0x30)
        case .day: return isDay(bytes)
        case .never: return false
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// A day from 2000 to 2099 that every month has.
    private func isDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[0] == 0x32, bytes[1] == 0x30,
            bytes.indices.allSatisfy({ $0 == 4 || $0 == 7 || isDigit(bytes[$0]) })
        else { return false }
        let month = Int(bytes[5] &- 0x30) * 10 + Int(bytes[6] &- 0x30)
        let day = Int(bytes[8] &- 0x30) * 10 + Int(bytes[9] &- 0x30)
        return (1...12).contains(month) && (1...28).contains(day)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether no byte asks for a closer look: no control character, nothing near U+FFFE.
    fileprivate var isPlainText: Bool {
        // The rarer blanks of Unicode begin with these bytes; at the ends they are no part of a text.
        let last = lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        if isRareBlank(self[0]) || isRareBlank(self[last]) { return false }
        return isSurelyPlain || isPlainOnCloserLook
    }

    private func isRareBlank(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE1 || byte == 0xE2 }

    /// Whether it is nothing but visible letters of ASCII.
    var isVisibleASCII: Bool { allSatisfy { $0 > 0x20 && $0 < 0x7F } }

    /// Whether no byte is below a blank and none of 0xEF is followed by 0xBF, eight at a look (Warren, Hacker's Delight,
    /// 2012, 6-1). It may doubt what is plain, never the other way round.
    private var isSurelyPlain: Bool {
        guard count >= 8 else { return false }
        let raw = UnsafeRawBufferPointer(self)
        // One byte is looked at twice, so that no pair is missed.
        for start in stride(from: 0, to: count, by: 7) {
            let word = raw.loadUnaligned(fromByteOffset: Swift.min(start, count - 8), as: UInt64.self)
                .littleEndian
            let low = (word &- 0x2020_2020_2020_2020) & ~word
            let pairs = (zeros(word ^ 0xEFEF_EFEF_EFEF_EFEF) << 8) & zeros(word ^ 0xBFBF_BFBF_BFBF_BFBF)
            if (low | pairs) & 0x8080_8080_8080_8080 != 0 { return false }
        }
        return true
    }

    /// The top bit of every byte that is zero, and perhaps of some above one.
    @inline(__always)
    private func zeros(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    private var isPlainOnCloserLook: Bool {
        for index in 0..<count {
            let byte = self[index]
            if byte < 0x20 && byte != 0x0A && byte != 0x09 { return false }
            if byte == 0xEF, index + 1 < count, self[index + 1] == 0xBF { return false }
        }
        return true
    }

    /// Without blanks, ideographic ones too, at both ends.
    @inline(__always)
    func trimmed() -> UnsafeBufferPointer<UInt8> {
        guard count > 0 else { return self }
        let first = self[0], last = self[count - 1]
        return first > 0x20 && first != 0xE3 && last > 0x20 && last != 0x80 ? self : trimmedSlowly()
    }

    private func trimmedSlowly() -> UnsafeBufferPointer<UInt8> {
        var start = 0, end = count
        while start < end {
            if self[start] <= 0x20 {
                start += 1
            } else if isIdeographicBlank(at: start, end) {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if self[end - 1] <= 0x20 {
                end -= 1
            } else if end - start >= 3, isIdeographicBlank(at: end - 3, end) {
                end -= 3
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }

    private func isIdeographicBlank(at index: Int, _ end: Int) -> Bool {
        index + 3 <= end && self[index] == 0xE3 && self[index + 1] == 0x80 && self[index + 2] == 0x80
    }
}
