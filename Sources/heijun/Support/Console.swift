#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The process's own streams.
enum Console {
    /// Writes a text to standard output as it is.
    ///
    /// - Throws: `cannotWrite` when the stream is closed or the disk is full; nothing is cut silently.
    static func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes bytes to standard output as they are.
    static func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard write(bytes, to: STDOUT_FILENO) else {
            throw Failure(
                ja: "標準出力に書けません。", en: "Standard output cannot be written.", .cannotWrite)
        }
    }

    /// Writes bytes to standard output as they are.
    static func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try write($0) } }

    /// Writes one line to standard output.
    static func line(_ text: String = "") throws { try write(text + "\n") }

    /// Writes one line to standard error: messages, progress, the last line of a summary beside `--json`.
    static func note(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

    /// Draws on standard error as it is, without a line feed.
    static func draw(_ text: String) { _ = write(text, to: STDERR_FILENO) }

    /// Whether standard error is a terminal, so that progress may be drawn.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    private static func write(_ text: String, to stream: Int32) -> Bool {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: stream) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to stream: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(stream, rest.baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        }
        return true
    }
}
