import CCrypto
import CZlib
import HeijunImport
import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The SHA-256 of bytes fed in pieces.
final class SHA256 {
    private let context = EVP_MD_CTX_new()

    init() { EVP_DigestInit_ex(context, EVP_sha256(), nil) }
    deinit { EVP_MD_CTX_free(context) }

    func feed(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest as 64 hexadecimal digits; the object takes no more bytes.
    func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        EVP_DigestFinal_ex(context, &digest, &count)
        return digest.prefix(Int(count)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The digest of a file, unpacked where it is packed.
    static func of(file path: String) throws -> String {
        let hash = SHA256()
        try readPieces(of: path) { hash.feed($0) }
        return hash.finish()
    }

    /// The digest of a text.
    static func of(_ text: String) -> String {
        let hash = SHA256()
        var text = text
        text.withUTF8 { hash.feed(UnsafeRawBufferPointer($0)) }
        return hash.finish()
    }
}

/// Reads a file, `-` for standard input, in pieces; a gzip file comes out unpacked.
///
/// - Throws: `cannotRead` where the file is missing, a folder, or unreadable; `unreadable` where its gzip is broken.
func readPieces(of path: String, ratio: Int = 400, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if let packed = InputFiles.packed(path) {
        return try readMember(packed.member, of: packed.archive, ratio: ratio, body)
    }
    try checkReadable(path)
    let file = path == "-" ? gzdopen(STDIN_FILENO, "rb") : gzopen(path, "rb")
    guard let file else { throw unreadable(path) }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 17)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var total = 0
    while true {
        let count = gzread(file, buffer.baseAddress, UInt32(buffer.count))
        try Interruption.check()
        if count > 0 {
            total += Int(count)
            try checkRatio(total, packed: Int(gzoffset(file)), limit: ratio, path)
        }
        if count > 0 { try body(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])) }
        if count < Int32(buffer.count) {
            var code: Int32 = 0
            gzerror(file, &code)
            guard count >= 0, code >= 0 || code == Z_BUF_ERROR && count == 0 else { throw brokenGzip(path) }
            if code == Z_BUF_ERROR { throw brokenGzip(path) }
            if count == 0 || gzeof(file) == 1 { return }
        }
    }
}

/// The whole file as bytes; for files that are small by nature.
func readAll(_ path: String, ratio: Int = 400) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try readPieces(of: path, ratio: ratio) { bytes.append(contentsOf: $0) }
    return bytes
}

/// Whether a path is a file on a disk, which can be read again, and no pipe.
func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// Refuses a path that is no readable file.
func checkReadable(_ path: String) throws {
    guard path != "-" else { return }
    var status = stat()
    guard stat(path, &status) == 0 else {
        throw Failure(
            ja: "\(path): ファイルがありません。名前と場所を確かめてください。",
            en: "\(path): there is no such file. Check its name and folder.", .cannotRead)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure(
            ja: "\(path): フォルダーです。ファイルを指定してください。",
            en: "\(path): is a folder. Name a file.", .cannotRead)
    }
    guard access(path, R_OK) == 0 else { throw unreadable(path) }
}

private func unreadable(_ path: String) -> Failure {
    Failure(
        ja: "\(path): 読めません（\(String(cString: strerror(errno)))）。権限を確かめてください。",
        en: "\(path): cannot be read (\(String(cString: strerror(errno)))). Check its permissions.",
        .cannotRead)
}

/// Refuses a file that unpacks to hundreds of times its size: a trap, no inventory.
private func checkRatio(_ total: Int, packed: Int, limit: Int, _ path: String) throws {
    guard total > 8 << 20, total / max(1, packed) > limit else { return }
    throw Failure(
        ja:
            "\(path): 圧縮率が異常に高く（\(limit)倍超）、展開を中止しました。送付元に確かめてください。"
            + "正しいファイルなら setting:import.max-ratio で上限を上げられます。",
        en:
            "\(path): unpacks to more than \(limit) times its size and is refused. Ask where it comes from; "
            + "for a file that you trust, raise setting:import.max-ratio.",
        .unreadable)
}

private func readMember(
    _ member: String, of archive: String, ratio: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
) throws {
    do {
        try Archives.open(archive, ratio: ratio) { files in
            try files.read(member) { piece in
                try Interruption.check()
                try body(piece)
            }
        }
    } catch let error as SheetError {
        throw Failure(
            Words(
                ja: "\(archive)!\(member): \(error.words.ja)", en: "\(archive)!\(member): \(error.words.en)"),
            .unreadable)
    }
}

private func brokenGzip(_ path: String) -> Failure {
    Failure(
        ja: "\(path): gzip が途中で切れているか壊れています。もう一度受け取ってください。",
        en: "\(path): its gzip data is cut short or damaged. Obtain the file again.", .unreadable)
}

/// Writes a file whole or not at all.
///
/// - Throws: `cannotWrite` with the system's reason; the old file, if any, then stands as it was.
func writeFile(_ bytes: [UInt8], to path: String) throws {
    try writePieces(to: path) { write in try write(bytes) }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws {
    var built = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
        built += (built.isEmpty || built == "/" ? "" : "/") + part
        guard mkdir(built, 0o777) == 0 || errno == EEXIST else { throw unwritable(built) }
    }
}

private func unwritable(_ path: String) -> Failure {
    Failure(
        ja: "\(path): 書けません（\(String(cString: strerror(errno)))）。空き容量と権限を確かめてください。",
        en: "\(path): cannot be written (\(String(cString: strerror(errno)))). Check space and permissions.",
        .cannotWrite)
}
