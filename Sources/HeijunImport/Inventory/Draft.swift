import HeijunModel

/// A record while it is read.
struct Draft {
    let reader: KindReader
    let place: Place
    /// Where its entry stands among the entries; those of its children follow.
    let entry: Int
    var values: [String?]
    /// Whether an error keeps it out.
    var isRejected = false
    /// Where its fields stand, where that is kept.
    private(set) var notes: OriginNotes?
    private var given: UInt128 = 0
    private var bad: UInt128 = 0

    /// Starts a record; a child knows its parent's key.
    init(_ reader: KindReader, at place: Place, entry: Int, parentKey: String?) {
        self.reader = reader
        self.place = place
        self.entry = entry
        values = Array(repeating: nil, count: reader.fields.count)
        if let field = reader.parentField {
            values[field] = parentKey.flatMap { $0.isEmpty ? nil : $0 }
            given = 1 << UInt128(field)
        }
    }

    /// The record's key.
    var key: String { reader.kind.key(of: values) }

    /// The key as far as it is known, for messages.
    var knownKey: String {
        var text = key
        while !isNamed, text.last == "/" { text.removeLast() }
        return text
    }

    /// Whether a field was given already.
    func has(_ field: Int) -> Bool { given & (1 << UInt128(field)) != 0 }

    /// Puts a field's kept text in.
    mutating func give(_ field: Int, _ text: String?) {
        given |= 1 << UInt128(field)
        values[field] = text
    }

    /// Notes where a field stands, and its raw value where another is kept.
    mutating func note(_ field: Int, _ line: Int, raw: [UInt8]?) {
        let notes = notes ?? OriginNotes()
        self.notes = notes
        let line = Int32(clamping: line)
        if let raw { notes.note(field, line: line, raw: raw) } else { notes.note(field, line: line) }
    }

    /// A misspelt field is not reported as missing too.
    mutating func excuse(_ name: String?) {
        if let name, let field = reader.kind.position[name] { spoil(field) }
    }

    /// Notes that a field's value cannot be read.
    mutating func spoil(_ field: Int) { bad |= 1 << UInt128(field) }

    /// Whether a field has neither a value nor an error of its own.
    func lacks(_ field: Int) -> Bool { values[field] == nil && bad & (1 << UInt128(field)) == 0 }

    /// Whether every part of the key is known.
    var isNamed: Bool {
        reader.kind.identityPositions.allSatisfy { field in
            bad & (1 << UInt128(field)) == 0
                && (values[field] != nil || !reader.kind.fields[field].isRequired)
        }
    }
}
