public import HeijunModel

extension InventoryReading {
    /// A vendor's file as it was read by a profile, with the records that a collector has taken. A second record of a
    /// key is passed over where the profile says so, else rejected.
    public init(_ reading: ProfileReading, _ collector: EntryCollector) {
        self.init()
        errors = reading.errors
        furtherErrors = reading.furtherErrors
        encoding = reading.encoding
        isFatal = reading.isFatal
        var first: [String: Place] = [:]
        for (index, entry) in collector.entries.enumerated() {
            let place = Place(line: collector.places[index].line, column: collector.places[index].column)
            let key = RecordKind.named(entry.kind)?.key(of: entry.values) ?? ""
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
                    kind: entry.kind, key: key, external: collector.keys[index],
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
