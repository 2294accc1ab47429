/// Walks over the blank-separated fields of one line of bytes.
struct LineCursor {
    private var at: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    /// A line without its newline; a comment ends it early.
    init(_ line: UnsafeBufferPointer<UInt8>) {
        let start = line.baseAddress!
        at = start
        end = start + line.count
    }

    /// Whether another field follows.
    @inline(__always)
    mutating func hasField() -> Bool {
        while at < end, isBlank(at.pointee) { at += 1 }
        return at < end && at.pointee != UInt8(ascii: "#")
    }

    /// The next field as a whole number, or nil and no step if it is none.
    @inline(__always)
    mutating func number() -> Int? {
        guard hasField() else { return nil }
        let start = at
        if let value = digits(), endsField() { return value }
        at = start
        return nil
    }

    /// The next field as three whole numbers joined by colons, or nil and no step if it is none.
    @inline(__always)
    mutating func triple() -> (Int, Int, Int)? {
        let start = at
        if let first = digits(), colon(), let second = digits(), colon(), let third = digits(), endsField() {
            return (first, second, third)
        }
        at = start
        return nil
    }

    /// The next field's bytes; empty if there is none.
    mutating func field() -> UnsafeBufferPointer<UInt8> {
        guard hasField() else { return UnsafeBufferPointer(start: at, count: 0) }
        let start = at
        while !endsField() { at += 1 }
        return UnsafeBufferPointer(start: start, count: at - start)
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    @inline(__always)
    private func endsField() -> Bool { at == end || isBlank(at.pointee) || at.pointee == UInt8(ascii: "#") }

    @inline(__always)
    private mutating func colon() -> Bool {
        guard at < end, at.pointee == UInt8(ascii: ":") else { return false }
        at += 1
        return true
    }

    /// A sign and digits; nil without digits. Stops growing at 2⁵⁶, which every check refuses.
    @inline(__always)
    private mutating func digits() -> Int? {
        let negative = at < end && at.pointee == UInt8(ascii: "-")
        if negative { at += 1 }
        let start = at
        var value = 0
        while at < end {
            let digit = at.pointee &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            if value < 1 << 56 { value = value &* 10 &+ Int(digit) }
            at += 1
        }
        guard at > start else { return nil }
        return negative ? -value : value
    }
}
