/// Turns bytes of an encoding, piece by piece, into UTF-8.
protocol TextDecoder: AnyObject {
    /// Appends the next piece's text to `output`; what was good before a failure is appended too.
    func convert(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]
    ) -> Iconv.Failure?
}

extension Iconv: TextDecoder {}

/// ISO-2022-JP as it is written today: with half-width kana, JIS X 0212 and the characters ①, ㈱ and 髙 of Windows
/// (CP50221), which stand in rows 13 and 89 to 92 that the standard leaves empty.
///
/// The standard's own characters keep their standard meaning, 〜 and − among them: they are read as EUC-JP, which is the
/// same table. Only the rows that it leaves empty are read as CP932, which fills them.
final class ISO2022Decoder: TextDecoder {
    private let standard: Iconv, windows: Iconv
    private var mode = Mode.ascii
    private var rest: [UInt8] = []

    /// What the bytes stand for since the last escape sequence.
    private enum Mode { case ascii, kana, pairs, supplement }

    private static let escapes: [([UInt8], Mode)] = [
        (Array("\u{1B}(B".utf8), .ascii), (Array("\u{1B}(J".utf8), .ascii), (Array("\u{1B}(I".utf8), .kana),
        (Array("\u{1B}$@".utf8), .pairs), (Array("\u{1B}$B".utf8), .pairs), (Array("\u{1B}$(B".utf8), .pairs),
        (Array("\u{1B}$(D".utf8), .supplement),
    ]

    init?() {
        guard let standard = Iconv(from: "EUC-JP"), let windows = Iconv(from: "CP932") else { return nil }
        (self.standard, self.windows) = (standard, windows)
    }

    func convert(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]
    ) -> Iconv.Failure? {
        let input = rest + piece
        rest = []
        var at = 0, pending: [UInt8] = []
        while at < input.count {
            let length = unit(input, at)
            guard at + length <= input.count else { break }
            let bytes = input[at..<at + length]
            if bytes.first == 0x1B {
                guard let mode = ISO2022Decoder.mode(bytes) else { return fail(bytes, pending, &output) }
                self.mode = mode
            } else if !take(bytes, &pending, &output) {
                return fail(bytes, pending, &output)
            }
            at += length
        }
        _ = flush(&pending, &output)
        rest = Array(input[at...])
        return isLast && !rest.isEmpty ? Iconv.Failure(bytes: Array(rest.prefix(4))) : nil
    }

    /// How many bytes the character or escape sequence has that begins at a place.
    private func unit(_ input: [UInt8], _ at: Int) -> Int {
        if input[at] == 0x1B {
            return at + 2 < input.count && input[at + 1] == UInt8(ascii: "$")
                && input[at + 2] == UInt8(ascii: "(")
                ? 4 : 3
        }
        return input[at] > 0x20 && (mode == .pairs || mode == .supplement) ? 2 : 1
    }

    private static func mode(_ escape: ArraySlice<UInt8>) -> Mode? {
        escapes.first { $0.0.elementsEqual(escape) }?.1
    }

    /// Takes a character; false where it is none.
    private func take(_ bytes: ArraySlice<UInt8>, _ pending: inout [UInt8], _ output: inout [UInt8]) -> Bool {
        let first = bytes[bytes.startIndex]
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
        if first <= 0x20 || mode == .ascii {
            pending.append(first)
            return true
        }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        switch mode {
        case .ascii: break
        case .kana:
            guard first <= 0x5F else { return false }
            pending += [0x8E, first | 0x80]
        case .supplement: return put([0x8F] + bytes.map { $0 | 0x80 }, by: standard, &pending, &output)
        case .pairs:
            guard first == 0x2D || (0x79...0x7C).contains(first) else {
                return put(bytes.map { $0 | 0x80 }, by: standard, &pending, &output)
            }
            return put(ISO2022Decoder.shifted(Array(bytes)), by: windows, &pending, &output)
        }
        return true
    }

    /// Converts one character at once, so that a fault has its place.
    private func put(
        _ bytes: [UInt8], by decoder: Iconv, _ pending: inout [UInt8], _ output: inout [UInt8]
    ) -> Bool {
        guard flush(&pending, &output) else { return false }
        return bytes.withUnsafeBytes { decoder.convert($0, isLast: true, into: &output) } == nil
    }

    private func flush(_ pending: inout [UInt8], _ output: inout [UInt8]) -> Bool {
        guard !pending.isEmpty else { return true }
        defer { pending = [] }
        return pending.withUnsafeBytes { standard.convert($0, isLast: true, into: &output) } == nil
    }

    private func fail(_ bytes: ArraySlice<UInt8>, _ pending: [UInt8], _ output: inout [UInt8])
        -> Iconv.Failure
    {
        var pending = pending
        _ = flush(&pending, &output)
        return Iconv.Failure(bytes: Array(bytes))
    }

    /// The bytes of Shift_JIS for a place of JIS X 0208's table.
    private static func shifted(_ pair: [UInt8]) -> [UInt8] {
        let row = Int(pair[0]) - 0x21, cell = Int(pair[1]) - 0x21
        let lead = row / 2 + (row < 62 ? 0x81 : 0xC1)
        let trail = row % 2 == 1 ? cell + 0x9F : cell + (cell < 63 ? 0x40 : 0x41)
        return [UInt8(lead), UInt8(trail)]
    }
}
