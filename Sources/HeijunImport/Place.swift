/// A place in a file, as editors show it: both counted from 1, the column in characters.
public struct Place: Hashable, Comparable, Codable, Sendable {
    /// Line and column, from 1.
    public let line: Int, column: Int

    /// Makes a place.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Where a file begins.
    public static let start = Place(line: 1, column: 1)

    public static func < (left: Place, right: Place) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension Place {
    /// The place after a text that begins here.
    func after(_ text: some Sequence<UInt8>) -> Place {
        var line = line, column = column
        for byte in text {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return Place(line: line, column: column)
    }

    /// The place of `index` in a text that ends here. Exact where the text reaches back to the start of
    /// that line or the line has no break after `index`; else the column counts from the text's start.
    func of(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Place {
        let (breaks, characters) = text[index...].reduce(into: (0, 0)) { count, byte in
            if byte == UInt8(ascii: "\n") { count.0 += 1 } else if byte & 0xC0 != 0x80 { count.1 += 1 }
        }
        if breaks == 0 { return Place(line: line, column: max(1, column - characters)) }
        let lineStart = text[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Place(line: line - breaks, column: 1).after(text[lineStart..<index])
    }
}
