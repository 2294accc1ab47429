/// Where the fields of one record stand in its file, gathered field by field and packed into one short text.
///
/// The text is a JSON array: the line that the record begins in, then for every field of its kind, in the kind's order,
/// how many lines further down the value stands, or that and the raw value where another is kept; `[2]` for two fields of
/// which the file says nothing, but not at the end. `[120,1,[1],[3,"ＮＥＣ"]]`: the first field stands in line 121, the
/// third in line 123, where “ＮＥＣ” is written.
final class OriginNotes {
    private var lines = Pile<Int32>(room: 32)
    private var raws: [(field: Int, text: [UInt8])] = []
    private static let nothing = Int32.min

    /// Forgets everything.
    func clear() {
        lines.cut(to: 0)
        if !raws.isEmpty { raws.removeAll(keepingCapacity: true) }
    }

    /// The same notes, to be kept while this goes on.
    func copy() -> OriginNotes {
        let copy = OriginNotes()
        copy.become(self)
        return copy
    }

    /// Takes another's notes in place of its own.
    func become(_ other: OriginNotes) {
        clear()
        lines.append(contentsOf: other.lines.rest(0))
        raws = other.raws
    }

    /// Notes the line of a field whose value is kept as it stands.
    @inline(__always)
    func note(_ field: Int, line: Int32) {
        while lines.count <= field { lines.push(OriginNotes.nothing) }
        lines[field] = line
    }

    /// Notes the line of a field and the raw value that stands there.
    func note(_ field: Int, line: Int32, raw: some Sequence<UInt8>) {
        note(field, line: line)
        raws.append((field, Array(raw)))
    }

    /// Packs the notes of a record that begins in `line`.
    func pack(from line: Int32, to text: inout Pile<UInt8>) {
        text.push(UInt8(ascii: "["))
        text.push(digits: Int(line))
        var passed = 0
        for field in 0..<lines.count {
            let own = lines[field]
            if own == OriginNotes.nothing {
                passed += 1
                continue
            }
            if passed > 0 { text.push(passed: passed) }
            passed = 0
            text.push(UInt8(ascii: ","))
            if !raws.isEmpty, let raw = raws.last(where: { $0.field == field }) {
                text.push(UInt8(ascii: "["))
                text.push(digits: Int(own) - Int(line))
                text.push(UInt8(ascii: ","))
                text.push(quoted: raw.text)
                text.push(UInt8(ascii: "]"))
            } else {
                text.push(digits: Int(own) - Int(line))
            }
        }
        text.push(UInt8(ascii: "]"))
    }

    /// The packed text of a record that begins in `line`.
    func packed(from line: Int) -> String {
        var text = Pile<UInt8>()
        pack(from: Int32(clamping: line), to: &text)
        return String(decoding: text.rest(0), as: UTF8.self)
    }
}

extension Pile<UInt8> {
    /// Pushes how many fields nothing is said of.
    fileprivate mutating func push(passed count: Int) {
        push(UInt8(ascii: ","))
        push(UInt8(ascii: "["))
        push(digits: count)
        push(UInt8(ascii: "]"))
    }

    /// Pushes the digits of a whole number.
    fileprivate mutating func push(digits number: Int) {
        if number < 0 { push(UInt8(ascii: "-")) }
        var rest = UInt32(clamping: number.magnitude), scale: UInt32 = 1
        if rest < 10 { return push(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
        while rest / scale >= 10 { scale *= 10 }
        while scale > 0 {
            push(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale))
            rest %= scale
            scale /= 10
        }
    }

    /// Pushes a text as a JSON string.
    fileprivate mutating func push(quoted text: [UInt8]) {
        push(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                push(UInt8(ascii: "\\"))
                push(byte)
            case 0..<0x20:
                for digit in "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8 { push(digit) }
            default: push(byte)
            }
        }
        push(UInt8(ascii: "\""))
    }
}
