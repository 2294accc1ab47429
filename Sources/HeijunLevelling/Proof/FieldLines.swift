/// The lines of a small text format that hold anything: their number from 1, and their fields between blanks. What
/// follows `#` is a comment.
struct FieldLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0
    /// Number of the line handed out last; after the end, of the last line.
    private(set) var line = 0
    /// Where the line handed out last begins in the file.
    private(set) var lineStart = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> (line: Int, fields: [String])? {
        while position < bytes.count {
            lineStart = position
            let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let fields = Self.fields(of: bytes[position..<end])
            line += 1
            position = end + 1
            if !fields.isEmpty { return (line, fields) }
        }
        return nil
    }

    private static func fields(of line: ArraySlice<UInt8>) -> [String] {
        line.prefix { $0 != UInt8(ascii: "#") }
            .split { $0 == 32 || (9...13).contains($0) }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

/// What cannot be read in a solution or certificate file, and where.
public struct ProofFileError: Error, Equatable, Sendable {
    /// Line of the file, from 1; the last one where something is missing at the end.
    public let line: Int
    /// What is wrong there.
    public let fault: Fault

    /// What may be wrong with a line.
    public enum Fault: Equatable, Sendable {
        /// The file does not begin with this line.
        case header(String)
        /// A line that the format does not know here, or with the wrong number of fields.
        case unexpected(String)
        /// Not a whole number.
        case notANumber(String)
        /// No activity has this name.
        case unknownActivity(String)
        /// The activity stands a second time.
        case repeated(String)
        /// The tree is deeper than 2,000 nodes.
        case tooDeep
        /// The file ends before its end line.
        case endMissing
        /// Something follows the end line.
        case afterEnd
        /// The end line's checksum does not belong to the bytes before it.
        case changed
    }

    init(_ fault: Fault, line: Int) {
        self.line = line
        self.fault = fault
    }
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923): notices a file that was changed by hand. Nothing rests on it,
/// because every figure is computed again.
struct ProofChecksum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
