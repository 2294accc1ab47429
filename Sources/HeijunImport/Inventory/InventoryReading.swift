public import HeijunModel

/// What an inventory file holds.
public struct InventoryReading: Sendable {
    /// The good records, as the file orders them: a parent before its children.
    public internal(set) var entries: [Entry] = []
    /// The place of each entry.
    public internal(set) var places: [Place] = []
    /// Where the values of each entry came from; of a vendor's file only.
    public internal(set) var origins: [RecordOrigin] = []
    /// For each entry of Heijun's own formats, its fields with their lines, packed as origins are.
    public internal(set) var lines: [String] = []
    /// Records that were read but are not among the entries, with what they could be called by.
    public internal(set) var rejected: [Rejected] = []
    /// Everything wrong with the file, by place.
    public internal(set) var errors: [ImportError] = []
    /// How many more errors there are than `errors` holds.
    public internal(set) var furtherErrors = 0
    /// What the file holds that is not taken in, and is no error.
    public internal(set) var notes: [ImportError] = []
    /// The encoding that the file was read in.
    public internal(set) var encoding = "UTF-8"
    /// Whether the file as a whole is unusable. Its entries are then only those before the fault.
    public internal(set) var isFatal = false

    /// A record that an error keeps out.
    public struct Rejected: Hashable, Sendable {
        public let kind: String, key: String, place: Place
    }

    /// Whether everything in the file is good.
    public var isClean: Bool { errors.isEmpty }
}

extension InventoryReading {
    /// What a reading says besides its records.
    public struct Told: Codable, Sendable {
        let errors: [ImportError], furtherErrors: Int, notes: [ImportError], encoding: String, isFatal: Bool
    }

    /// What it says besides its records.
    public var told: Told {
        Told(
            errors: errors, furtherErrors: furtherErrors, notes: notes, encoding: encoding, isFatal: isFatal)
    }

    /// A reading whose records lie elsewhere.
    public init(_ told: Told) {
        (errors, furtherErrors, notes) = (told.errors, told.furtherErrors, told.notes)
        (encoding, isFatal) = (told.encoding, told.isFatal)
    }

    mutating func add(_ error: ImportError, limit: Int) {
        if errors.count < limit { errors.append(error) } else { furtherErrors += 1 }
    }

    /// Refuses the file as a whole.
    public mutating func refuse(for faults: [ImportError]) {
        guard !faults.isEmpty else { return }
        isFatal = true
        errors = (errors + faults).sorted { $0.place < $1.place }
    }

    /// Moves entries to the rejected ones.
    mutating func reject(_ range: Range<Int>) {
        for index in range where !entries[index].values.isEmpty {
            let entry = entries[index]
            let key = RecordKind.named(entry.kind)?.key(of: entry.values) ?? ""
            rejected.append(Rejected(kind: entry.kind, key: key, place: places[index]))
        }
        entries.removeSubrange(range)
        places.removeSubrange(range)
        if !lines.isEmpty { lines.removeSubrange(range) }
    }

    /// Rejects the records, with their children, that refer to nothing.
    mutating func reject(_ dangling: [(reference: KeyIndex.Reference, error: ImportError)], limit: Int) {
        for (_, error) in dangling { add(error, limit: limit) }
        let starts = Set(dangling.map(\.reference).filter(isEntry).map(\.entry))
        for start in starts.sorted(by: >) { reject(start..<familyEnd(start)) }
    }

    private func isEntry(_ reference: KeyIndex.Reference) -> Bool {
        places.indices.contains(reference.entry) && places[reference.entry] == reference.record
    }

    /// Where the children of an entry end.
    private func familyEnd(_ start: Int) -> Int {
        let isTop = RecordKind.named(entries[start].kind)?.parent == nil
        guard isTop else { return start + 1 }
        let next = entries[(start + 1)...].firstIndex { RecordKind.named($0.kind)?.parent == nil }
        return next ?? entries.count
    }

    /// Drops the record that the end of the reading left unfinished, and what is in it.
    mutating func dropUnfinished() {
        guard let start = entries.firstIndex(where: \.values.isEmpty) else { return }
        entries.removeSubrange(start...)
        places.removeSubrange(start...)
        if !lines.isEmpty { lines.removeSubrange(start...) }
    }
}
