import Foundation
import HeijunModel

/// The first hundred bytes of a file, which say whether it is a portfolio (SQLite file format, §1.3). They are read
/// without SQLite, so that a file that is refused stays as it was.
struct FileHeader {
    /// What the file's maker wrote as its version.
    let version: Int

    /// - Throws: `.notFound`, `.cannotRead`, `.notHeijun` or `.newerVersion`.
    init(path: String) throws(StoreError) {
        let bytes = try FileHeader.firstBytes(of: path)
        guard !bytes.isEmpty else { throw .notHeijun(path, .empty) }
        guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .notHeijun(path, .otherFile)
        }
        guard FileHeader.number(in: bytes, at: 68) == Schema.applicationID else {
            throw .notHeijun(path, .otherDatabase)
        }
        version = FileHeader.number(in: bytes, at: 60)
        guard version <= Schema.version else {
            throw .newerVersion(path, found: version, known: Schema.version)
        }
    }

    /// Up to a hundred bytes.
    private static func firstBytes(of path: String) throws(StoreError) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .notFound(path) : .cannotRead(path, Obstacle(errno))
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .cannotRead(path, Obstacle(errno)) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .notHeijun(path, .folder) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notHeijun(path, .otherFile) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(file, &bytes, 100)
        guard count >= 0 else { throw .cannotRead(path, Obstacle(errno)) }
        return Array(bytes.prefix(count))
    }

    /// The four-byte number at `offset`, most significant byte first.
    private static func number(in bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
