import GRDB
import HeijunModel

/// The prepared statements of one kind's table, for as long as a transaction lasts.
final class LedgerTable {
    let kind: RecordKind
    let writer: FieldTextsWriter
    private let columns: [Column]
    private let insert, update, delete, select: BulkStatement

    /// What must be known of a field to store its value.
    fileprivate struct Column {
        let isRequired: Bool, isWholeNumber: Bool
    }

    /// Prepares the table of a kind.
    init(_ kind: RecordKind, in db: Database) throws {
        self.kind = kind
        writer = FieldTextsWriter(kind)
        columns = kind.fields.map { Column(isRequired: $0.isRequired, isWholeNumber: $0.isWholeNumber) }
        let table = "\"\(kind.name)\""
        let names = kind.fields.map { "\"\($0.key)\"" }
        let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
        let list = names.joined(separator: ", ")
        let settings = names.map { "\($0) = ?" }.joined(separator: ", ")
        insert = try BulkStatement("INSERT INTO \(table) (\(list), key) VALUES (\(marks), ?)", in: db)
        update = try BulkStatement("UPDATE \(table) SET \(settings) WHERE key = ?", in: db)
        delete = try BulkStatement("DELETE FROM \(table) WHERE key = ?", in: db)
        select = try BulkStatement("SELECT \(list) FROM \(table) WHERE key = ?", in: db)
    }

    /// The record as it stands; nil where there is none.
    func values(of key: String) throws -> [String?]? {
        select.bind(key, at: 1)
        return try select.firstRow()
    }

    /// Makes a record, changes it or takes it away, if it still is what the change was made from.
    ///
    /// - Throws: `.changedMeanwhile`, `.malformedChange` or `.unkeptValue`.
    func perform(_ change: Change) throws {
        if let after = change.after { try checkForm(after, change) }
        if let before = change.before { try checkStands(before, change) }
        switch (change.before, change.after) {
        case (nil, let after?): try add(after, change)
        case (_?, let after?): try run(update, after, change)
        case (_?, nil):
            delete.bind(change.key, at: 1)
            try delete.run()
        case (nil, nil): throw StoreError.malformedChange(kind: change.kind, key: change.key)
        }
    }

    private func add(_ values: [String?], _ change: Change) throws {
        do {
            try run(insert, values, change)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY {
            throw StoreError.changedMeanwhile(kind: change.kind, key: change.key)
        }
    }

    private func run(_ statement: BulkStatement, _ values: [String?], _ change: Change) throws {
        for index in values.indices { statement.bind(values[index], at: index + 1) }
        statement.bind(change.key, at: values.count + 1)
        try statement.run()
    }

    /// Tests that the record is what the change was made from.
    private func checkStands(_ before: [String?], _ change: Change) throws {
        guard let now = try values(of: change.key), now.count == before.count,
            zip(now, before).allSatisfy(isSame)
        else {
            throw StoreError.changedMeanwhile(kind: change.kind, key: change.key)
        }
    }

    /// Tests that the values are complete, carry the record's key and come back from the file as they are.
    private func checkForm(_ values: [String?], _ change: Change) throws {
        guard values.count == columns.count, kind.key(of: values) == change.key else {
            throw StoreError.malformedChange(kind: change.kind, key: change.key)
        }
        for index in columns.indices where !columns[index].keeps(values[index]) {
            throw StoreError.unkeptValue(
                kind: change.kind, key: change.key, field: kind.fields[index].key, value: values[index] ?? "")
        }
    }
}

extension LedgerTable.Column {
    /// Whether the column gives back exactly this text: a whole number without needless signs and zeros, or a
    /// text without the zero character, at which SQLite's texts end.
    func keeps(_ text: String?) -> Bool {
        guard let text else { return !isRequired }
        guard isWholeNumber else { return !text.utf8.contains(0) }
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        guard let first = digits.first, digits.count <= 18 else { return false }
        if first == UInt8(ascii: "0") { return text == "0" }
        return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
