import HeijunModel

/// Writes some of a record's fields as the JSON text that `FieldTexts` reads.
struct FieldTextsWriter {
    /// `"key":` of every field, comma first.
    private let names: [[UInt8]]

    /// Makes the writer of a kind's records.
    init(_ kind: RecordKind) {
        names = kind.fields.map { Array(",\"\($0.key)\":".utf8) }
    }

    /// Writes the fields that are not empty.
    func writeWhole(_ values: [String?], to bytes: inout [UInt8]) {
        write(to: &bytes) { bytes in
            for position in values.indices {
                guard let text = values[position] else { continue }
                bytes += names[position]
                append(text, to: &bytes)
            }
        }
    }

    /// Writes the fields of a staged record that are not empty.
    func writeWhole(_ cells: PackedCells, to bytes: inout [UInt8]) {
        write(to: &bytes) { bytes in
            for position in names.indices {
                guard let text = cells.bytes(position) else { continue }
                bytes += names[position]
                append(text, to: &bytes)
            }
        }
    }

    /// Writes the fields at `positions`, null where they are empty.
    func write(_ values: [String?], at positions: [Int], to bytes: inout [UInt8]) {
        write(to: &bytes) { bytes in
            for position in positions {
                bytes += names[position]
                if let text = values[position] { append(text, to: &bytes) } else { bytes += "null".utf8 }
            }
        }
    }

    /// Writes an object: the comma that begins its first member becomes its brace.
    private func write(to bytes: inout [UInt8], members: (inout [UInt8]) -> Void) {
        let start = bytes.count
        members(&bytes)
        if bytes.count == start { bytes.append(UInt8(ascii: ",")) }
        bytes[start] = UInt8(ascii: "{")
        bytes.append(UInt8(ascii: "}"))
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &bytes) }
    }

    private func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if text.contains(where: FieldTextsWriter.isEscaped) {
            for byte in text { appendEscaped(byte, to: &bytes) }
        } else {
            bytes.append(contentsOf: text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        default: bytes.append(byte)
        }
    }
}
