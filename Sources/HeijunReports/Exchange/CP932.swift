import Glibc

/// A text in CP932, the Shift_JIS of Windows; nil where it has no place for a character.
func cp932(_ text: String) -> [UInt8]? {
    guard let handle = iconv_open("CP932", "UTF-8"), Int(bitPattern: handle) != -1 else { return nil }
    defer { iconv_close(handle) }
    var input = Array(text.utf8)
    // No character is longer in CP932 than in UTF-8.
    var output = [UInt8](repeating: 0, count: input.count)
    var (left, free) = (input.count, output.count)
    let failed = input.withUnsafeMutableBytes { source in
        output.withUnsafeMutableBytes { target in
            var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
            return iconv(handle, &from, &left, &to, &free) == Int(bitPattern: UInt.max)
        }
    }
    if failed && left > 0 { return nil }
    output.removeLast(free)
    return output
}
