import Glibc

/// A stream of bytes in some encoding, turned into UTF-8 by the C library.
final class Iconv {
    private let handle: iconv_t
    /// What is asked for a character that the encoding itself does not have.
    private let widened: iconv_t?
    /// Bytes of a character that the last piece ended within.
    private var rest: [UInt8] = []

    /// Starts a conversion; nil where the machine does not know the encoding.
    ///
    /// - Parameter wider: An encoding with more characters, for those that the first does not have.
    init?(from encoding: String, wider: String? = nil) {
        guard let handle = Iconv.open(encoding) else { return nil }
        self.handle = handle
        widened = wider.flatMap(Iconv.open)
    }

    private static func open(_ encoding: String) -> iconv_t? {
        guard let handle = iconv_open("UTF-8", encoding), Int(bitPattern: handle) != -1 else { return nil }
        return handle
    }

    deinit {
        iconv_close(handle)
        if let widened { iconv_close(widened) }
    }

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
            let code = step(handle, &source, &left, left, into: &output)
            if left == 0 { break }
            if code == EINVAL { return .incomplete(left: left) }
            if code == E2BIG { continue }
            guard let widened else { return .invalid(left: left) }
            switch takeOne(widened, &source, &left, into: &output) {
            case 0: continue
            case EINVAL where left < 3: return .incomplete(left: left)
            default: return .invalid(left: left)
            }
        }
        return .done
    }

    /// Converts up to `count` bytes; gives the C library's error code, 0 where there was none.
    private func step(
        _ handle: iconv_t, _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ count: Int,
        into output: inout [UInt8]
    ) -> Int32 {
        var code: Int32 = 0
        var part = count
        // No character of a supported encoding takes more than three times its bytes in UTF-8.
        let room = count * 3 + 16
        output.append(contentsOf: repeatElement(0, count: room))
        let start = output.count - room
        let free = output.withUnsafeMutableBytes { buffer -> Int in
            var target = buffer.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
            var free = room
            if iconv(handle, &source, &part, &target, &free) == Int(bitPattern: UInt.max) { code = errno }
            return free
        }
        output.removeLast(free)
        left -= count - part
        return code
    }

    /// Converts the one character, of two or three bytes, that stands next; gives the C library's error code, 0 where
    /// there was none.
    private func takeOne(
        _ handle: iconv_t, _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
        into output: inout [UInt8]
    ) -> Int32 {
        var code = EINVAL
        for count in 2...3 where count <= left {
            let before = left
            code = step(handle, &source, &left, count, into: &output)
            if left < before { return 0 }
        }
        return code
    }
}
