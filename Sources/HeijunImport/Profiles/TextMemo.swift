/// What a field has made of texts that it saw before. It remembers a thousand short ones: names of makers, kinds,
/// places and days come again and again.
final class TextMemo {
    private var slots = [Known?](repeating: nil, count: 1024)
    private static let longest = 96

    /// A text and what the field keeps of it.
    final class Known {
        let raw: [UInt8]
        /// The kept text; nil where the raw one says nothing.
        let kept: [UInt8]?
        /// The raw text, where it differs from the kept one.
        let noted: String?

        init(raw: [UInt8], kept: [UInt8]?, noted: String?) {
            (self.raw, self.kept, self.noted) = (raw, kept, noted)
        }
    }

    /// What is known of a text.
    func known(_ raw: UnsafeBufferPointer<UInt8>) -> Known? {
        guard raw.count <= TextMemo.longest, let known = slots[slot(raw)] else { return nil }
        return known.raw.elementsEqual(raw) ? known : nil
    }

    /// Remembers what a text comes to.
    func remember(_ raw: UnsafeBufferPointer<UInt8>, as kept: String?) -> Known {
        let text = String(decoding: raw, as: UTF8.self)
        let known = Known(
            raw: Array(raw), kept: kept.map { Array($0.utf8) }, noted: kept == text ? nil : text)
        if raw.count <= TextMemo.longest { slots[slot(raw)] = known }
        return known
    }

    /// The FNV-1a hash (Fowler, Noll, Vo) of a text, as a place among the slots.
    private func slot(_ raw: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in raw { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 1023)
    }
}
