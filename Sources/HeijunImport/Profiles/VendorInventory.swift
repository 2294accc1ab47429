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

    /// Notes references to records that neither the file nor the ledger holds; a record that cannot be without one is
    /// rejected.
    public mutating func leave(_ loose: [LooseReference]) {
        for reference in loose {
            let place = Place(line: reference.line, column: reference.column)
            let title =
                RecordKind.named(reference.target)?.title ?? Words(ja: reference.target, en: reference.target)
            let reason: ImportError.Reason =
                reference.isRejecting
                ? .dangling(reference.meant, kind: reference.target, title: title, closest: nil)
                : .looseReference(reference.meant, kind: title)
            let error = ImportError(reason, at: place, element: reference.field, key: reference.key)
            if reference.isRejecting {
                add(error, limit: Limits.vendor.errors)
                rejected.append(Rejected(kind: reference.kind, key: reference.key, place: place))
            } else if notes.count < Limits.vendor.errors {
                notes.append(error)
            }
        }
        errors.sort { $0.place < $1.place }
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
