/// A JSON text as it was written: objects keep their order, and every value knows its place.
struct JSONNode {
    let place: Place
    let value: Value

    /// What it is.
    indirect enum Value {
        case null, bool(Bool), number(String), string(String), array([JSONNode]), object([Member])
    }

    /// One entry of an object.
    struct Member {
        let name: String
        let node: JSONNode
    }
}

/// Reads JSON (RFC 8259), bounded: no text nests deeper or is longer than a profile may be.
struct JSONScanner {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1, lineStart = 0
    /// The last place that was told, and its offset: places are told downwards, so that a long line is walked once.
    private var told = (at: 0, place: Place.start)
    private static let depthLimit = 32

    /// Reads a whole text.
    static func read(_ bytes: [UInt8]) throws(ProfileError) -> JSONNode {
        var scanner = JSONScanner(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.at = 3 }
        let node = try scanner.value(depth: 0)
        scanner.skipBlanks()
        guard scanner.at == bytes.count else { throw ProfileError(.notJSON, at: scanner.place) }
        return node
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var place: Place {
        mutating get {
            if told.place.line != line || told.at > at {
                told = (min(lineStart, at), Place(line: line, column: 1))
            }
            told = (at, told.place.after(bytes[told.at..<at]))
            return told.place
        }
    }

    private mutating func skipBlanks() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) {
            at += 1
            if bytes[at - 1] == 0x0A { (line, lineStart) = (line + 1, at) }
        }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: byte) else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ byte: Unicode.Scalar) throws(ProfileError) {
        guard take(byte) else { throw ProfileError(.notJSON, at: place) }
    }

    private mutating func value(depth: Int) throws(ProfileError) -> JSONNode {
        skipBlanks()
        let place = place
        guard at < bytes.count, depth < JSONScanner.depthLimit else {
            throw ProfileError(.notJSON, at: place)
        }
        switch bytes[at] {
        case UInt8(ascii: "{"): return JSONNode(place: place, value: .object(try members(depth)))
        case UInt8(ascii: "["): return JSONNode(place: place, value: .array(try elements(depth)))
        case UInt8(ascii: "\""): return JSONNode(place: place, value: .string(try string()))
        default: return JSONNode(place: place, value: try word())
        }
    }

    private mutating func members(_ depth: Int) throws(ProfileError) -> [JSONNode.Member] {
        try expect("{")
        var members: [JSONNode.Member] = []
        var names: Set<String> = []
        skipBlanks()
        if take("}") { return members }
        repeat {
            skipBlanks()
            let nameAt = place
            let name = try string()
            guard names.insert(name).inserted else {
                throw ProfileError(.givenTwice(name), at: nameAt)
            }
            skipBlanks()
            try expect(":")
            members.append(.init(name: name, node: try value(depth: depth + 1)))
            skipBlanks()
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func elements(_ depth: Int) throws(ProfileError) -> [JSONNode] {
        try expect("[")
        var elements: [JSONNode] = []
        skipBlanks()
        if take("]") { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
        } while take(",")
        try expect("]")
        return elements
    }

    private mutating func word() throws(ProfileError) -> JSONNode.Value {
        let start = at
        while at < bytes.count, bytes[at] > 0x2C,
            ![0x5D, 0x7D, 0x3A].contains(bytes[at]) || bytes[at] == 0x2D
        {
            at += 1
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            guard Double(text) != nil else { throw ProfileError(.notJSON, at: place) }
            return .number(text)
        }
    }

    private mutating func string() throws(ProfileError) -> String {
        let start = place
        try expect("\"")
        var text: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] >= 0x20 else { throw ProfileError(.notJSON, at: place) }
            if bytes[at] == UInt8(ascii: "\\") {
                at += 1
                text += String(try escape()).utf8
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        try expect("\"")
        guard let string = String(validating: text, as: UTF8.self) else {
            throw ProfileError(.notJSON, at: start)
        }
        return string
    }

    private mutating func escape() throws(ProfileError) -> Unicode.Scalar {
        guard at < bytes.count else { throw ProfileError(.notJSON, at: place) }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "u"): return try codePoint()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        default: throw ProfileError(.notJSON, at: place)
        }
    }

    private mutating func codePoint() throws(ProfileError) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw ProfileError(.notJSON, at: place) }
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) * 0x400 + (second - 0xDC00))
        else { throw ProfileError(.notJSON, at: place) }
        return scalar
    }

    private mutating func fourDigits() throws(ProfileError) -> UInt32 {
        let digits = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
        guard digits.utf8.count == 4, let number = UInt32(digits, radix: 16) else {
            throw ProfileError(.notJSON, at: place)
        }
        at += 4
        return number
    }
}
