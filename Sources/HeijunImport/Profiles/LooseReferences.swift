import HeijunModel

extension InventoryReading {
    /// Leaves out what refers to records that neither the file nor the ledger holds, and notes each; a record that
    /// cannot be without the reference is rejected.
    ///
    /// - Parameter known: Whether the ledger holds a record, by kind and key.
    public mutating func leaveLooseReferences(known: (_ kind: String, _ key: String) -> Bool) {
        let held = Set(
            entries.map { $0.kind + "\u{0}" + (RecordKind.named($0.kind)?.key(of: $0.values) ?? "") })
        var rejects: [Int] = []
        for index in entries.indices {
            guard let kind = RecordKind.named(entries[index].kind) else { continue }
            for (position, field) in kind.fields.enumerated() {
                guard case .reference(let target) = field.type, let text = entries[index].values[position]
                else { continue }
                let keys = field.isList ? text.split(separator: " ").map(String.init) : [text]
                let loose = keys.filter { !held.contains(target + "\u{0}" + $0) && !known(target, $0) }
                guard !loose.isEmpty else { continue }
                let rest = keys.filter { !loose.contains($0) }.joined(separator: " ")
                if rest.isEmpty && field.isRequired { rejects.append(index) }
                entries[index].values[position] = rest.isEmpty ? nil : rest
                tell(loose, target, field, index, isError: rest.isEmpty && field.isRequired)
            }
        }
        drop(rejects)
    }

    private mutating func tell(
        _ loose: [String], _ target: String, _ field: FieldInfo, _ index: Int, isError: Bool
    ) {
        let title = RecordKind.named(target)?.title ?? Words(ja: target, en: target)
        for key in loose {
            let reason: ImportError.Reason =
                isError
                ? .dangling(key, kind: target, title: title, closest: nil)
                : .looseReference(key, kind: title)
            let error = ImportError(
                reason, at: places[index], element: field.key, key: origins[index].key)
            if isError { add(error, limit: 1000) } else if notes.count < 1000 { notes.append(error) }
        }
    }

    private mutating func drop(_ indices: [Int]) {
        for index in indices.reversed() {
            let key = RecordKind.named(entries[index].kind)?.key(of: entries[index].values) ?? ""
            rejected.append(Rejected(kind: entries[index].kind, key: key, place: places[index]))
            entries.remove(at: index)
            places.remove(at: index)
            origins.remove(at: index)
        }
    }
}
