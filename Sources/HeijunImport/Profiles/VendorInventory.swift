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

extension InventoryReading {
    /// How many more errors are kept.
    public var roomForErrors: Int { max(0, Limits.vendor.errors - errors.count) }

    /// Rejects records whose key an earlier one of the file has; `more` are only counted.
    public mutating func reject(_ repeated: [RepeatedRecord], more: Int) {
        for record in repeated {
            let place = Place(line: record.line, column: record.column)
            let first = Place(line: record.firstLine, column: record.firstColumn)
            errors.append(ImportError(.duplicateKey(record.key, first: first), at: place, key: record.key))
            rejected.append(Rejected(kind: record.kind, key: record.key, place: place))
        }
        furtherErrors += more
        errors.sort { $0.place < $1.place }
    }
}
