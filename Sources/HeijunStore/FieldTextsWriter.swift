import HeijunModel

/// Writes some of a record's fields as the JSON text that `FieldTexts` reads.
struct FieldTextsWriter {
    /// `"key":` of every field, comma first.
    private let names: [[UInt8]]

    /// Makes the writer of a kind's records.
    init(_ kind: RecordKind) {
        names = kind.fields.map { Array(",\"\($0.key)\":".utf8) }
    }

    /// The fields that are not empty.
    func whole(_ values: [String?]) -> String {
        json(values, at: values.indices.filter { values[$0] != nil })
    }

    /// The fields at `positions`, null where they are empty.
    func json(_ values: [String?], at positions: [Int]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        for position in positions {
            bytes += names[position]
            if let text = values[position] { append(text, to: &bytes) } else { bytes += "null".utf8 }
        }
        bytes.append(UInt8(ascii: "}"))
        if positions.isEmpty { return "{}" }
        bytes[0] = UInt8(ascii: "{")
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            bytes += text.utf8
        } else {
            for byte in text.utf8 { appendEscaped(byte, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        default: bytes.append(byte)
        }
    }
}
