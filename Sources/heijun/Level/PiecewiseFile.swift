import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Writes a file piece by piece: under another name first, then renamed over; standard output for `-`.
///
/// - Throws: `cannotWrite` with the system's reason; the old file, if any, then stands as it was.
func writePieces(
    to path: String, _ body: (@escaping (borrowing [UInt8]) throws(Failure) -> Void) throws -> Void
) throws {
    let file = try PiecewiseFile(path)
    do {
        try body { bytes throws(Failure) in try file.write(bytes) }
        try file.finish()
    } catch {
        file.discard()
        throw error
    }
}

/// A file that is there whole or not at all.
private final class PiecewiseFile {
    private let path: String
    private let temporary: String?
    private var descriptor: Int32

    init(_ path: String) throws(Failure) {
        self.path = path
        temporary = path == "-" || Self.isDevice(path) ? nil : path + ".part"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        descriptor = path == "-" ? STDOUT_FILENO : open(temporary ?? path, flags, 0o666)
        guard descriptor >= 0 else { throw unwritable() }
    }

    /// A device or pipe is written as it is; renaming over it would replace it.
    private static func isDevice(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    func write(_ bytes: borrowing [UInt8]) throws(Failure) {
        let descriptor = descriptor
        let isWritten = bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
        guard isWritten else { throw unwritable() }
    }

    func finish() throws(Failure) {
        guard let temporary else { return }
        let isSafe = fsync(descriptor) == 0
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isSafe, isClosed, rename(temporary, path) == 0 else { throw unwritable() }
    }

    func discard() {
        guard let temporary else { return }
        if descriptor >= 0 { close(descriptor) }
        unlink(temporary)
    }

    private func unwritable() -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(
            ja: "\(path): 書けません（\(reason)）。空き容量と権限を確かめてください。",
            en: "\(path): cannot be written (\(reason)). Check space and permissions.", .cannotWrite)
    }
}
