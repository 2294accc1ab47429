/// Reads a problem file of format 1, piece by piece, so that the caller may unpack it on the way.
///
/// ```swift
/// var reader = ProblemReader()
/// while let chunk = next() { try reader.feed(chunk) }
/// let problem = try reader.finish()
/// ```
public struct ProblemReader: Sendable {
    var draft = Draft()
    /// The beginning of a line whose end has not come yet.
    private var carry: [UInt8] = []

    /// A reader that has seen nothing.
    public init() {}

    /// Reads more bytes; chunks may end anywhere.
    ///
    /// - Throws: ``ProblemError`` with the line at fault; the reader is of no use afterwards.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws(ProblemError) {
        let result = bytes.withContiguousStorageIfAvailable { feedChunk($0) }
        switch result ?? Array(bytes).withUnsafeBufferPointer({ feedChunk($0) }) {
        case .success: return
        case .failure(let error): throw error
        }
    }

    /// The problem, after the last bytes.
    ///
    /// - Throws: ``ProblemError`` for the last line, a name nobody has, or something that never came.
    public consuming func finish() throws(ProblemError) -> LevellingProblem {
        if !carry.isEmpty {
            try feed([UInt8(ascii: "\n")])
        }
        return try draft.finish()
    }

    private mutating func feedChunk(_ chunk: UnsafeBufferPointer<UInt8>) -> Result<Void, ProblemError> {
        do throws(ProblemError) {
            try feedLines(chunk)
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private mutating func feedLines(_ chunk: UnsafeBufferPointer<UInt8>) throws(ProblemError) {
        var start = 0
        if !carry.isEmpty {
            guard let end = newline(in: chunk, from: 0) else { return carry.append(contentsOf: chunk) }
            carry.append(contentsOf: chunk[..<end])
            let line = carry
            carry.removeAll(keepingCapacity: true)
            try draft.take(bytes: line)
            start = end + 1
        }
        while let end = newline(in: chunk, from: start) {
            try draft.take(UnsafeBufferPointer(rebasing: chunk[start..<end]))
            start = end + 1
        }
        carry.append(contentsOf: chunk[start...])
    }

    private func newline(in chunk: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < chunk.count, let base = chunk.baseAddress else { return nil }
        return firstNewline(base + start, count: chunk.count - start).map { start + $0 }
    }
}

/// Where the first newline stands, eight bytes at a step.
private func firstNewline(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    let raw = UnsafeRawPointer(bytes)
    var at = 0
    while at + 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        at += 8
    }
    while at < count {
        if bytes[at] == UInt8(ascii: "\n") { return at }
        at += 1
    }
    return nil
}
