public import HeijunModel

extension InventoryReading {
    /// Where the entries of Heijun's own formats come from, that changes bring in; the changes are in the order of the
    /// entries.
    public func origins(of changes: some Sequence<Change>) -> [RecordOrigin] {
        var origins: [RecordOrigin] = []
        var index = 0
        for change in changes {
            while index < entries.count, !isSource(index, of: change) { index += 1 }
            guard index < entries.count, index < lines.count else { return origins }
            origins.append(
                RecordOrigin(kind: change.kind, key: change.key, external: change.key, fields: lines[index]))
            index += 1
        }
        return origins
    }

    private func isSource(_ index: Int, of change: Change) -> Bool {
        entries[index].kind == change.kind
            && RecordKind.named(change.kind)?.key(of: entries[index].values) == change.key
    }
}
