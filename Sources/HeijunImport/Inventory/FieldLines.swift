public import HeijunModel

// Where each field of a record stands, packed into one text: `{"name":12,"vendor":[14,"ＮＥＣ"]}`.

extension [UInt8] {
    /// Notes a field by its label (`,"name":`), its line and, where another is kept, its raw value.
    mutating func noteField(_ label: [UInt8], _ line: Int, raw: UnsafeBufferPointer<UInt8>?) {
        append(contentsOf: label)
        guard let raw else { return appendNumber(line) }
        append(UInt8(ascii: "["))
        appendNumber(line)
        append(UInt8(ascii: ","))
        appendQuoted(raw)
        append(UInt8(ascii: "]"))
    }

    /// The notes as one JSON object.
    var packedOrigin: String {
        guard count > 1 else { return "{}" }
        return "{" + String(decoding: self[1...], as: UTF8.self) + "}"
    }

    /// Appends the digits of a number that is not negative.
    mutating func appendNumber(_ number: Int) {
        var scale = 1
        while number / scale >= 10 { scale *= 10 }
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / scale % 10))
            scale /= 10
        }
    }

    /// Appends a text as a JSON string.
    mutating func appendQuoted(_ text: some Sequence<UInt8>) {
        append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: self += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}

extension InventoryReading {
    /// Where the entries of Heijun's own formats come from, that changes bring in; the changes are in the order of the
    /// entries.
    public func origins(of changes: some Sequence<Change>) -> [RecordOrigin] {
        var origins: [RecordOrigin] = []
        var index = 0
        for change in changes {
            while index < entries.count, !isSource(index, of: change) { index += 1 }
            guard index < entries.count, index < lines.count else { return origins }
            origins.append(
                RecordOrigin(kind: change.kind, key: change.key, external: change.key, fields: lines[index]))
            index += 1
        }
        return origins
    }

    private func isSource(_ index: Int, of change: Change) -> Bool {
        entries[index].kind == change.kind
            && RecordKind.named(change.kind)?.key(of: entries[index].values) == change.key
    }
}
