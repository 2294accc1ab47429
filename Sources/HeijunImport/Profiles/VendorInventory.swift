public import HeijunModel

extension InventoryReading {
    /// A vendor's file as it was read by a profile, with the records that a collector has taken. A second record of a
    /// key is passed over where the profile says so, else rejected.
    public init(
        _ reading: ProfileReading, _ collector: EntryCollector, corrections: Corrections? = nil
    ) {
        self.init()
        errors = reading.errors
        furtherErrors = reading.furtherErrors
        encoding = reading.encoding
        isFatal = reading.isFatal
        notes = reading.notes
        var first: [String: Place] = [:]
        for (index, given) in collector.entries.enumerated() {
            var entry = given, external = collector.keys[index]
            let place = Place(line: collector.places[index].line, column: collector.places[index].column)
            var key = RecordKind.named(entry.kind)?.key(of: entry.values) ?? ""
            if first[entry.kind + "\u{0}" + key] != nil, !collector.givesWay[index],
                let other = entry.rename(by: corrections, at: place)
            {
                (key, external) = (other, other)
            }
            if let earlier = first.updateValue(place, forKey: entry.kind + "\u{0}" + key) {
                first[entry.kind + "\u{0}" + key] = earlier
                if !collector.givesWay[index] {
                    add(ImportError(.duplicateKey(key, first: earlier), at: place, key: key), limit: 1000)
                    rejected.append(Rejected(kind: entry.kind, key: key, place: place))
                }
                continue
            }
            entries.append(entry)
            places.append(place)
            origins.append(
                RecordOrigin(
                    kind: entry.kind, key: key, external: external,
                    fields: collector.origins[index]))
        }
        errors.sort { $0.place < $1.place }
    }

    /// A file that is refused as a whole.
    public init(refusedFor error: ImportError) {
        self.init()
        errors = [error]
        isFatal = true
    }
}

extension Entry {
    /// Takes the key that somebody has given a record whose own is another's.
    fileprivate mutating func rename(by corrections: Corrections?, at place: Place) -> String? {
        guard let kind = RecordKind.named(kind), kind.identityPositions.count == 1,
            let key = corrections?.text(at: place, element: "").map(keyForm), !key.isEmpty
        else { return nil }
        values[kind.identityPositions[0]] = key
        return key
    }
}
