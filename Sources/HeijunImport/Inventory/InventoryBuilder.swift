import CLibXML2
import HeijunModel

/// Makes entries of the events of an inventory file.
final class InventoryBuilder: XMLEvents {
    var reading = InventoryReading()
    var keys = KeyIndex()
    let kinds: KindReaders
    let limits: Limits
    let corrections: Corrections?
    /// The elements around the present place.
    var levels: [Level] = []
    /// The records around the present place: a top-level one and perhaps a child in it.
    var drafts: [Draft] = []
    /// The namespace of inventories, as the parser keeps it.
    var namespace: Name?
    /// The text of the present field, and where it began.
    private var value: [UInt8] = []
    private var valuePlace = Place.start
    /// The line of the present field.
    var valueLine: Int { valuePlace.line }
    private var wasStray = false

    /// What an element of the file is.
    enum Level { case inventory, record, field(Int), unknown }

    /// Whether the line and the raw value of every field are kept.
    let keepsLines: Bool

    init(names: xmlDictPtr, limits: Limits, corrections: Corrections?, keepsLines: Bool) {
        kinds = KindReaders(names: names)
        self.keepsLines = keepsLines
        self.corrections = corrections
        self.limits = limits
    }

    func start(_ tag: StartTag) throws(ImportError) {
        wasStray = false
        guard reading.furtherErrors <= limits.furtherErrors else {
            throw ImportError(.tooLarge(.errors, limit: limits.furtherErrors), at: tag.place)
        }
        switch levels.last {
        case nil: try startInventory(tag)
        case .inventory: try startTopLevel(tag)
        case .record: try startInside(tag)
        case .field: refuse(tag, among: [])
        case .unknown: levels.append(.unknown)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {
        switch levels.last {
        case .field:
            value.append(contentsOf: bytes)
            guard value.count <= limits.fieldBytes else {
                throw ImportError(.tooLarge(.field, limit: limits.fieldBytes), at: valuePlace, element: path)
            }
        case .inventory, .record, nil:
            if let start = bytes.firstIndex(where: { $0 > 0x20 }) { stray(bytes, from: start, cursor) }
        case .unknown: break
        }
    }

    func end(_ cursor: Cursor) throws(ImportError) {
        wasStray = false
        switch levels.last {
        case .field(let field):
            value.withUnsafeBufferPointer { bytes in
                endField(field, bytes) { self.valuePlace.after(bytes.prefix { $0 <= 0x20 }) }
            }
        case .record: endRecord()
        case .inventory, .unknown, nil: break
        }
        _ = levels.popLast()
    }

    /// Begins a field's element; its text begins after the tag's last character.
    func startField(_ field: Int, _ tag: StartTag) {
        let last = drafts.count - 1
        let name = drafts[last].reader.fields[field].name.key
        if drafts[last].reader.mustBeAttribute(field) {
            return skip(.mustBeAttribute(name), at: tag.place, element: name)
        }
        guard !drafts[last].has(field) else {
            return skip(.givenTwice(name), at: tag.place, element: name)
        }
        levels.append(.field(field))
        if tag.attributeCount > 0 {
            for (index, attribute) in tag.ownAttributes { unknown(attribute, index, of: tag, among: []) }
        }
        value.removeAll(keepingCapacity: true)
        let end = tag.cursor.place
        valuePlace = Place(line: end.line, column: end.column + 1)
    }

    /// Text where none belongs is reported once, by its first line.
    private func stray(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ cursor: Cursor) {
        defer { wasStray = true }
        if wasStray { return }
        let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }.prefix(60)
        let text = String(trimmed(String(decoding: line, as: UTF8.self)))
        report(.strayText(text), at: cursor.place.of(start, in: bytes), element: path)
    }
}
