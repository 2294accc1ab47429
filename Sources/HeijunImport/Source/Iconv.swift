import Glibc

/// A stream of bytes in some encoding, turned into UTF-8 by the C library.
final class Iconv {
    private let handle: iconv_t
    /// Bytes of a character that the last piece ended within.
    private var rest: [UInt8] = []

    /// Starts a conversion; nil where the machine does not know the encoding.
    init?(from encoding: String) {
        guard let handle = iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Bytes that are no character of the encoding.
    struct Failure { let bytes: [UInt8] }

    /// Appends the next piece's text to `output`; what was good before a failure is appended too.
    func convert(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]
    ) -> Failure? {
        var input = rest + piece
        rest = []
        let result = input.withUnsafeMutableBytes { convert($0, into: &output) }
        switch result {
        case .done: return nil
        case .incomplete(let left) where !isLast:
            rest = Array(input[(input.count - left)...])
            return nil
        case .incomplete(let left), .invalid(let left):
            return Failure(bytes: Array(input[(input.count - left)...].prefix(2)))
        }
    }

    private enum Result { case done, incomplete(left: Int), invalid(left: Int) }

    private func convert(_ input: UnsafeMutableRawBufferPointer, into output: inout [UInt8]) -> Result {
        var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        while left > 0 {
            var code: Int32 = 0
            // No character of a supported encoding takes more than three times its bytes in UTF-8.
            let room = left * 3 + 16
            output.append(contentsOf: repeatElement(0, count: room))
            let start = output.count - room
            let free = output.withUnsafeMutableBytes { buffer -> Int in
                var target = buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
                var free = room
                if iconv(handle, &source, &left, &target, &free) == Int(bitPattern: UInt.max) { code = errno }
                return free
            }
            output.removeLast(free)
            if left == 0 { break }
            if code == EINVAL { return .incomplete(left: left) }
            if code != E2BIG { return .invalid(left: left) }
        }
        return .done
    }
}
