import HeijunModel

/// The texts of one record packed into one value, field by field: the number of bytes plus one, seven bits to a byte,
/// and the bytes; a zero where a field is empty.
struct PackedCells {
    private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    /// Where each text is; a negative count where there is none.
    private var spans: [(start: Int, count: Int)] = []

    /// Reads the packed texts of `count` fields, which must stay where they are while this is used.
    mutating func read(_ bytes: UnsafeRawBufferPointer, count: Int) {
        self.bytes = bytes
        spans.removeAll(keepingCapacity: true)
        var at = 0
        for _ in 0..<count {
            let length = PackedCells.number(bytes, &at) - 1
            spans.append((at, length))
            at += max(0, length)
        }
    }

    /// Reads the texts of a batch's row in the batch's own arena, which must stay where they are too.
    mutating func read(_ cells: ArraySlice<RecordBatch.Span>, of arena: UnsafeRawBufferPointer) {
        bytes = arena
        spans.removeAll(keepingCapacity: true)
        for cell in cells { spans.append((Int(cell.offset), Int(cell.count))) }
    }

    /// The text of a field as bytes; nil where it is empty.
    @inline(__always)
    func bytes(_ field: Int) -> UnsafeRawBufferPointer? {
        let span = spans[field]
        guard span.count >= 0 else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[span.start..<span.start + span.count])
    }

    /// The text of a field.
    func text(_ field: Int) -> String? { bytes(field).map { String(decoding: $0, as: UTF8.self) } }

    /// All texts.
    var texts: [String?] { spans.indices.map(text) }

    /// Packs the texts of a row of a batch.
    static func pack(
        _ row: RecordBatch.Row, of batch: borrowing RecordBatch, count: Int, to packed: inout [UInt8]
    ) {
        packed.removeAll(keepingCapacity: true)
        batch.bytes.withUnsafeBytes { arena in
            for cell in batch.cells[row.firstCell..<row.firstCell + count] {
                append(cell.isNone ? 0 : Int(cell.count) + 1, to: &packed)
                guard cell.count > 0 else { continue }
                packed.append(contentsOf: arena[Int(cell.offset)..<Int(cell.offset + cell.count)])
            }
        }
    }

    /// Packs texts.
    static func packed(_ texts: [String?]) -> [UInt8] {
        var packed: [UInt8] = []
        for text in texts {
            append(text.map { $0.utf8.count + 1 } ?? 0, to: &packed)
            packed += (text ?? "").utf8
        }
        return packed
    }

    private static func append(_ number: Int, to packed: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            packed.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        packed.append(UInt8(rest))
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Int {
        var number = 0, shift = 0
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            number |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return number
    }
}
