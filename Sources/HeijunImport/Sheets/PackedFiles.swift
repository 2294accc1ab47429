import CLibZip

/// The files of a zip archive, unpacked in memory only; one that unpacks to many times its size is refused.
public struct PackedFiles {
    private let archive: ZipArchive

    /// Opens an archive; its files are read when they are asked for.
    public init(at path: String, limits: SheetLimits = .standard) throws(SheetError) {
        archive = try ZipArchive(at: path, limits: limits)
    }

    /// The names of its files.
    public var names: [String] { archive.names }

    /// Unpacks a file, piece by piece.
    public func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        var failure: (any Error)?
        try archive.read(name) { piece, isLast in
            guard !isLast else { return false }
            do { try take(piece) } catch { failure = error }
            return failure == nil
        }
        if let failure { throw failure }
    }
}

extension ZipArchive {
    /// The names of all parts, at most ten thousand.
    var names: [String] {
        (0..<min(zip_get_num_entries(handle, 0), 10_000)).compactMap { index in
            zip_get_name(handle, UInt64(index), 0).map { String(cString: $0) }
        }
    }
}
