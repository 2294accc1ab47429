import Dispatch

/// What a thread that reads a file hands over.
private enum Piece: Sendable {
    case bytes([UInt8])
    /// The digest of the file as it came out unpacked, or what kept it from being read.
    case end(Result<String, any Error>)
}

/// Reads a file as `readPieces` does, on a thread of its own that works out the fingerprint too, while `body` works on
/// the pieces here.
///
/// - Returns: The SHA-256 as hexadecimal digits.
/// - Throws: As `readPieces`, and what `body` throws.
func readHashed(
    _ path: String, ratio: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
) throws -> String {
    let pieces = Handover<Piece>(capacity: 8)
    defer { pieces.close() }
    DispatchQueue.global().async {
        let digest = Result {
            let hash = SHA256()
            try readPieces(of: path, ratio: ratio) { bytes in
                hash.feed(bytes)
                guard pieces.put(.bytes(Array(bytes))) else { throw NobodyTakes() }
            }
            return hash.finish()
        }
        pieces.put(.end(digest))
    }
    while true {
        switch pieces.take() {
        case .bytes(let bytes): try bytes.withUnsafeBytes(body)
        case .end(let digest): return try digest.get()
        }
    }
}

private struct NobodyTakes: Error {}
