/// Text that leaves in chunks of bytes, so that a file of gigabytes needs a few kilobytes of memory.
struct TextChunks<Failure: Error> {
    private var bytes: [UInt8] = []
    private let sink: (borrowing [UInt8]) throws(Failure) -> Void

    init(_ sink: @escaping (borrowing [UInt8]) throws(Failure) -> Void) {
        self.sink = sink
        bytes.reserveCapacity(Self.size + 4096)
    }

    static var size: Int { 1 << 16 }

    mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Decimal digits, without the cost of a `String`.
    mutating func write(_ number: Int) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let first = bytes.count
        var rest = number.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[first...].reverse()
    }

    /// Ends a line, and hands on what has gathered.
    mutating func endLine() throws(Failure) {
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= Self.size { try flush() }
    }

    mutating func flush() throws(Failure) {
        guard !bytes.isEmpty else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
