import CLibZip

/// The files of a zip archive, unpacked in memory only; one that unpacks to many times its size is refused.
public struct PackedFiles {
    private let archive: ZipArchive
    private let indices: [String: UInt64]

    /// The names of its files, at most ten thousand.
    public let names: [String]

    /// Opens an archive; its files are read when they are asked for.
    public init(at path: String, limits: SheetLimits = .standard) throws(SheetError) {
        archive = try ZipArchive(at: path, limits: limits)
        let named = archive.names
        names = named.map(\.name)
        indices = Dictionary(named.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
    }

    /// Unpacks a file, piece by piece.
    public func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let index = indices[name] else { throw SheetError(.missingPart(name)) }
        var failure: (any Error)?
        try archive.read(at: index, name) { piece, isLast in
            guard !isLast else { return false }
            do { try take(piece) } catch { failure = error }
            return failure == nil
        }
        if let failure { throw failure }
    }
}

extension ZipArchive {
    /// The names of all parts, at most ten thousand, and where they are.
    var names: [(name: String, index: UInt64)] {
        (0..<UInt64(clamping: min(zip_get_num_entries(handle, 0), 10_000))).compactMap { index in
            zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)).map { (ZipArchive.name($0), index) }
        }
    }

    /// A name as it was meant: UTF-8 where its bytes are that, else Shift_JIS (CP932), as Windows in Japan packs it.
    private static func name(_ raw: UnsafePointer<CChar>) -> String {
        if let text = String(validatingCString: raw) { return text }
        let bytes = UnsafeRawBufferPointer(start: raw, count: length(of: raw))
        var output: [UInt8] = []
        guard let iconv = Iconv(from: TextEncoding.cp932.iconvName),
            iconv.convert(bytes, isLast: true, into: &output) == nil
        else { return String(cString: raw) }
        return String(decoding: output, as: UTF8.self)
    }

    private static func length(of text: UnsafePointer<CChar>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }
}
