/// Turns a file's bytes, piece by piece, into UTF-8.
struct TextSource {
    /// The name of the encoding, once it is known.
    private(set) var encodingName = "UTF-8"
    private var head: [UInt8]? = []
    private var decoder: (any TextDecoder)?
    private var encoding = TextEncoding.utf8
    private var check = UTF8Check()
    private var place = Place.start
    private var output: [UInt8] = []

    /// Takes the next piece and passes its text on.
    mutating func feed(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, to sink: (UnsafeRawBufferPointer) -> Void
    ) throws(ImportError) {
        guard var first = head else { return try decode(piece, isLast: isLast, to: sink) }
        first.append(contentsOf: piece)
        guard first.count >= FileHead.length || isLast else {
            head = first
            return
        }
        head = nil
        let start = try open(first)
        let result = first.withUnsafeBytes { bytes in
            Result { () throws(ImportError) in
                try decode(UnsafeRawBufferPointer(rebasing: bytes[start...]), isLast: isLast, to: sink)
            }
        }
        try result.get()
    }

    /// Judges the file by its head; gives back how many bytes of mark to skip.
    private mutating func open(_ head: [UInt8]) throws(ImportError) -> Int {
        do throws(ImportError.Reason) {
            let found = try FileHead(ofXML: head)
            guard let first = head.dropFirst(found.markLength).first(where: { $0 > 0x20 }) else {
                throw .emptyFile
            }
            guard first == UInt8(ascii: "<") else { throw .notXML(.init(head)) }
            encoding = found.encoding
            encodingName = encoding.name
            if encoding != .utf8 {
                decoder = encoding.decoder()
                if decoder == nil { throw .unknownEncoding(encoding.name) }
            }
            return found.markLength
        } catch {
            throw ImportError(error, at: .start)
        }
    }

    private mutating func decode(
        _ piece: UnsafeRawBufferPointer, isLast: Bool, to sink: (UnsafeRawBufferPointer) -> Void
    ) throws(ImportError) {
        guard let decoder else { return sink(piece) }
        if encoding.isEightBit { check.look(at: piece) }
        output.removeAll(keepingCapacity: true)
        if let failure = decoder.convert(piece, isLast: isLast, into: &output) {
            throw error(failure.bytes)
        }
        if isLast && check.isLikely { throw lie(at: .start) }
        place = place.after(output)
        output.withUnsafeBytes(sink)
    }

    private func error(_ bytes: [UInt8]) -> ImportError {
        let place = place.after(output)
        if check.isLikely { return lie(at: place) }
        return ImportError(.badBytes(encoding: encoding.name, bytes: hexadecimal(bytes)), at: place)
    }

    private func lie(at place: Place) -> ImportError {
        ImportError(.wrongEncoding(declared: encoding.name, actual: "UTF-8"), at: place)
    }
}

/// Bytes as people quote them: `0x87 0x40`.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { "0x" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
}
