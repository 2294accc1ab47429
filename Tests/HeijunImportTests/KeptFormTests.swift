import Testing

@testable import HeijunImport

/// Texts that are kept as they stand, seen eight bytes at a look.
struct KeptFormTests {
    private static let pieces: [[UInt8]] = [
        Array("a".utf8), Array("７".utf8), Array("庁舎".utf8), Array("ﾂ".utf8), Array("￥".utf8),
        [0xEF, 0xBF, 0xBD],
        [0xEF, 0xBF, 0xBE], [0x01], [0x09], [0x0A], [0x1F], [0x20], [0x7F], Array("©".utf8), Array("ￂ".utf8),
    ]

    /// What the look is meant to say: no control character but tab and line feed, nothing from U+FFC0 on, and no rare
    /// blank's first byte at the ends.
    private func isPlain(_ bytes: [UInt8]) -> Bool {
        let last = bytes.last { $0 & 0xC0 != 0x80 } ?? 0
        let ends: Set<UInt8> = [0xC2, 0xE1, 0xE2]
        return !ends.contains(bytes[0]) && !ends.contains(last)
            && bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A }
            && !zip(bytes, bytes.dropFirst()).contains { $0 == (0xEF, 0xBF) }
    }

    @Test(arguments: UInt64(1)...8)
    func aLookAtEightBytesMissesNothing(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...12, using: &random)).flatMap { _ in
                KeptFormTests.pieces.randomElement(using: &random) ?? []
            }
            let holds = bytes.withUnsafeBufferPointer { KeptForm.text.holds($0) }
            #expect(holds == isPlain(bytes), "\(bytes)")
        }
    }

    @Test func placeholdersAreNotMissed() {
        let placeholders = Placeholders(Dictionaries.placeholders)
        func mayHold(_ text: String) -> Bool {
            Array(text.utf8).withUnsafeBufferPointer { placeholders.mayHold($0) }
        }
        for form in Dictionaries.placeholders where !form.isEmpty {
            #expect(mayHold(form) && mayHold(form.uppercased()))
        }
        #expect(mayHold("XXXXXXXXX") && mayHold("0000") && !mayHold("SN00007919") && !mayHold("A-0000001"))
    }
}
