/// Splits CSV text into rows of cells (RFC 4180), with the place of every cell.
///
/// Lines end with CRLF, LF or CR; a line end inside quotes is kept as a line feed.
struct CSVScanner {
    /// A cell and where it begins.
    struct Cell {
        let text: String
        let place: Place
    }

    private let bytes: [UInt8]
    private var at = 0
    private var place = Place.start

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next row; nil at the end. A line without any text is passed over.
    mutating func next() throws(ImportError) -> [Cell]? {
        while at < bytes.count {
            var cells = [try cell()]
            while at < bytes.count, bytes[at] == UInt8(ascii: ",") {
                step()
                cells.append(try cell())
            }
            if at < bytes.count { step() }
            if cells.contains(where: { !$0.text.isEmpty }) { return cells }
        }
        return nil
    }

    private mutating func cell() throws(ImportError) -> Cell {
        let start = place
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            return Cell(text: try plain(), place: start)
        }
        return Cell(text: try quoted(from: start), place: start)
    }

    private mutating func plain() throws(ImportError) -> String {
        let start = at
        while at < bytes.count, !isEnd(bytes[at]) {
            guard bytes[at] != UInt8(ascii: "\"") else { throw ImportError(.strayQuote, at: place) }
            step()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func quoted(from start: Place) throws(ImportError) -> String {
        var text: [UInt8] = []
        step()
        while true {
            guard at < bytes.count else { throw ImportError(.unclosedQuote, at: start) }
            if bytes[at] == UInt8(ascii: "\"") {
                step()
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { break }
            }
            text.append(bytes[at] == 0x0D ? 0x0A : bytes[at])
            step()
        }
        guard at == bytes.count || isEnd(bytes[at]) else { throw ImportError(.strayQuote, at: place) }
        return String(decoding: text, as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
    }

    /// Passes over one byte, or over both of CRLF.
    private mutating func step() {
        let byte = bytes[at]
        at += 1
        if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
        if byte == 0x0A || byte == 0x0D {
            place = Place(line: place.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
            place = Place(line: place.line, column: place.column + 1)
        }
    }
}
