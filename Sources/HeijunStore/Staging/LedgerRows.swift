import HeijunModel

/// A kind's table and staged records, byte by byte.
extension LedgerTable {
    /// How a staged record stands to the ledger's of its key: a field that it has no text for says nothing.
    enum Standing { case absent, same, different }

    /// Compares a staged record with the ledger's.
    ///
    /// - Parameter isWhole: Whether a field without a text is empty, not unknown.
    func standing(
        of key: UnsafeRawBufferPointer, _ cells: PackedCells, isWhole: Bool
    ) throws -> Standing {
        let select = try statement(.select)
        select.begin()
        select.lend(key, at: 1)
        defer { select.reset() }
        guard try select.next() else { return .absent }
        for field in columns.indices {
            if let offered = cells.bytes(field) {
                if !select.holds(offered, at: field) { return .different }
            } else if isWhole, !select.isNull(at: field) {
                return .different
            }
        }
        return .same
    }

    /// Adds a staged record.
    ///
    /// - Throws: `.changedMeanwhile` where there is one of its key, `.unkeptValue`.
    func add(_ cells: PackedCells, key: UnsafeRawBufferPointer) throws {
        let insert = try statement(.insert)
        insert.begin()
        for field in columns.indices { try bind(cells, field, key, to: insert) }
        insert.lend(key, at: columns.count + 1)
        try run(insert, key: String(decoding: key, as: UTF8.self))
    }

    private func bind(
        _ cells: PackedCells, _ field: Int, _ key: UnsafeRawBufferPointer, to insert: BulkStatement
    ) throws {
        switch (cells.bytes(field), columns[field].isWholeNumber) {
        case (nil, _) where !columns[field].isRequired: return
        case (let text?, false): return insert.lend(text, at: field + 1)
        case (let text?, true):
            guard let number = Column.number(text) else { break }
            return insert.bind(number, at: field + 1)
        case (nil, _): break
        }
        throw StoreError.unkeptValue(
            kind: kind.name, key: String(decoding: key, as: UTF8.self), field: kind.fields[field].key,
            value: cells.text(field) ?? "")
    }
}
