import CLibXML2

/// What reads one part of a workbook.
protocol PartEvents: XMLEvents {
    /// What is wrong with the part's content, where the reading was ended for it.
    var failure: SheetError? { get }
    /// Whether the reading was ended because enough was read.
    var isDone: Bool { get }
}

extension PartEvents {
    var isDone: Bool { false }

    /// The error that ends the parser's work; the reader itself keeps the true one.
    static var end: ImportError { ImportError(.truncated(open: ""), at: .start) }
}

/// The names of one part as the parser keeps them, so that names compare as pointers.
struct PartNames {
    private let dictionary: xmlDictPtr

    init(_ dictionary: xmlDictPtr) { self.dictionary = dictionary }

    /// The parser's own pointer for a name.
    func callAsFunction(_ name: StaticString) -> Name? {
        xmlDictLookup(dictionary, name.utf8Start, Int32(name.utf8CodeUnitCount))
    }
}

extension StartTag {
    /// The attribute of that name, whatever its namespace.
    func value(_ name: Name?) -> UnsafeBufferPointer<UInt8>? {
        for index in 0..<attributeCount {
            if let attribute = attribute(index), attribute.name == name { return attribute.value }
        }
        return nil
    }

    /// The attribute's text.
    func text(_ name: Name?) -> String? { value(name).map { String(decoding: $0, as: UTF8.self) } }
}
