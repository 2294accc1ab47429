public import HeijunModel

/// The inventory XML, format 1, of records: what `import` reads back without a change.
///
/// Kinds stand in their fixed order and records by key, one field a line, so that two exports compare line by line.
///
/// - Returns: UTF-8 with two-space indent and line feeds.
/// - Throws: Where a record has no parent among the entries or a text holds what XML cannot.
public func inventoryXML(of entries: [Entry]) throws(ExchangeProblem) -> [UInt8] {
    var writer = InventoryXMLWriter(order: try ExportOrder(entries))
    try writer.write()
    return writer.bytes
}

/// Names of the inventory XML, format 1.
enum InventoryXMLFormat {
    static let namespace = "urn:heijun:inventory:1"
    static let version = "1"
}

private struct InventoryXMLWriter {
    let order: ExportOrder
    var bytes: [UInt8] = []

    mutating func write() throws(ExchangeProblem) {
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        put(
            "<inventory xmlns=\"\(InventoryXMLFormat.namespace)\" version=\"\(InventoryXMLFormat.version)\">\n"
        )
        for kind in RecordKind.all where kind.parent == nil {
            let children = kind.children
            for entry in order.all(kind) { try record(entry, kind, children) }
        }
        put("</inventory>\n")
    }

    /// A top-level record: its key in the tag, then one line a field, then its children.
    private mutating func record(
        _ entry: Entry, _ kind: RecordKind, _ children: [RecordKind]
    ) throws(ExchangeProblem) {
        put("  <\(kind.name)")
        for field in kind.identityPositions { try attribute(field, entry, kind) }
        let start = bytes.count
        put(">\n")
        for field in kind.fields.indices where !kind.identityPositions.contains(field) {
            try element(field, entry, kind)
        }
        let key = kind.key(of: entry.values)
        for child in children {
            for entry in order.children(child, of: key) { try line(entry, child) }
        }
        if bytes.count == start + 2 {
            bytes.removeLast(2)
            put("/>\n")
        } else {
            put("  </\(kind.name)>\n")
        }
    }

    /// A child record: one line, every field but the parent's key in the tag.
    private mutating func line(_ entry: Entry, _ kind: RecordKind) throws(ExchangeProblem) {
        put("    <\(kind.name)")
        for field in kind.fields.indices where field != kind.identityPositions[0] {
            try attribute(field, entry, kind)
        }
        put("/>\n")
    }

    private mutating func attribute(_ field: Int, _ entry: Entry, _ kind: RecordKind) throws(ExchangeProblem)
    {
        guard let text = entry.values[field] else { return }
        put(" \(kind.fields[field].key)=\"")
        try escaped(text, isAttribute: true, field, entry, kind)
        put("\"")
    }

    private mutating func element(_ field: Int, _ entry: Entry, _ kind: RecordKind) throws(ExchangeProblem) {
        guard let text = entry.values[field] else { return }
        let name = kind.fields[field].key
        put("    <\(name)>")
        try escaped(text, isAttribute: false, field, entry, kind)
        put("</\(name)>\n")
    }

    private mutating func escaped(
        _ text: String, isAttribute: Bool, _ field: Int, _ entry: Entry, _ kind: RecordKind
    ) throws(ExchangeProblem) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: ">"): put("&gt;")
            case UInt8(ascii: "\"") where isAttribute: put("&quot;")
            case 0x0D: put("&#13;")
            case 0x09, 0x0A: isAttribute ? put("&#\(byte);") : bytes.append(byte)
            default: bytes.append(byte)
            }
        }
        let bad = text.unicodeScalars.first { !isXMLCharacter($0) }
        guard let bad else { return }
        throw .unwritable(
            character: bad, format: "XML", kind: kind.name, key: kind.key(of: entry.values),
            field: kind.fields[field].key)
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Whether XML 1.0 has a way to write the character.
private func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}
