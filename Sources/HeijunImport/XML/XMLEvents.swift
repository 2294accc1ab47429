import CLibXML2

/// What a reader of one format hears of a file.
protocol XMLEvents: AnyObject {
    /// A start tag.
    func start(_ tag: StartTag) throws(ImportError)
    /// Text, perhaps only a part of it, that ends at the cursor.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError)
    /// The end of the innermost element.
    func end(_ cursor: Cursor) throws(ImportError)
}

/// A name as the parser keeps it: equal names of one file are the same pointer.
typealias Name = UnsafePointer<UInt8>

/// Where the parser stands.
struct Cursor {
    let input: xmlParserInputPtr

    /// The place of the next character.
    var place: Place { Place(line: Int(input.pointee.line), column: Int(input.pointee.col)) }

    /// The text behind the cursor that is still in memory: all of the present tag, and more.
    var behind: UnsafeBufferPointer<UInt8> {
        let start = input.pointee.base
        return UnsafeBufferPointer(start: start, count: start.map { input.pointee.cur - $0 } ?? 0)
    }

    /// The place of the last `<`: where the present tag begins, since no value can hold one.
    var tagStart: Place {
        let behind = behind
        guard let at = behind.lastIndex(of: UInt8(ascii: "<")) else {
            return Place(line: place.line, column: 1)
        }
        var breaks = 0, characters = 0
        for byte in behind[at...] {
            breaks += byte == UInt8(ascii: "\n") ? 1 : 0
            characters += byte & 0xC0 == 0x80 ? 0 : 1
        }
        if breaks > 0 { return place.of(at, in: behind) }
        return Place(line: place.line, column: max(1, place.column - characters))
    }
}

/// A start tag. It is valid only while its event lasts.
struct StartTag {
    let name: Name
    let namespace: Name?
    let cursor: Cursor
    let attributeCount: Int
    private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    init(
        name: Name, namespace: Name?, cursor: Cursor, count: Int,
        attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        self.name = name
        self.namespace = namespace
        self.cursor = cursor
        self.attributes = attributes
        attributeCount = count
    }

    /// One attribute; libxml2 gives five pointers for each.
    struct Attribute {
        let name: Name
        let namespace: Name?
        let value: UnsafeBufferPointer<UInt8>
    }

    /// Attribute `index`, in the order of the file and without namespace declarations.
    func attribute(_ index: Int) -> Attribute? {
        guard let five = attributes?.advanced(by: index * 5), let name = five[0], let start = five[3],
            let end = five[4]
        else { return nil }
        return Attribute(
            name: name, namespace: five[2], value: UnsafeBufferPointer(start: start, count: end - start))
    }
}

extension StartTag {
    /// The place of its `<`.
    var place: Place { cursor.tagStart }

    /// The places of an attribute's name and value.
    func places(ofAttribute index: Int) -> (name: Place, value: Place) {
        let text = cursor.behind
        var scan = TagScan(text: text, at: text.lastIndex(of: UInt8(ascii: "<")) ?? 0)
        for _ in 0..<index { _ = scan.next() }
        guard let found = scan.next() else { return (place, place) }
        return (cursor.place.of(found.name, in: text), cursor.place.of(found.value, in: text))
    }
}

/// Walks the attributes of a well-formed start tag's own text.
private struct TagScan {
    let text: UnsafeBufferPointer<UInt8>
    var at: Int

    init(text: UnsafeBufferPointer<UInt8>, at start: Int) {
        self.text = text
        at = start
        skip { $0 > 0x20 }
    }

    /// Where the next attribute's name and value begin; namespace declarations are passed over.
    mutating func next() -> (name: Int, value: Int)? {
        while true {
            skip { $0 <= 0x20 }
            let name = at
            skip { $0 > 0x20 && $0 != UInt8(ascii: "=") }
            let isDeclaration = isNamespaceDeclaration(name..<at)
            skip { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
            guard at < text.count else { return nil }
            let quote = text[at]
            let value = at + 1
            at = value
            skip { $0 != quote }
            at += 1
            if !isDeclaration { return (name, value) }
        }
    }

    private mutating func skip(while holds: (UInt8) -> Bool) {
        while at < text.count, holds(text[at]) { at += 1 }
    }

    private func isNamespaceDeclaration(_ range: Range<Int>) -> Bool {
        let name = text[range]
        return name.elementsEqual("xmlns".utf8) || name.starts(with: "xmlns:".utf8)
    }
}
