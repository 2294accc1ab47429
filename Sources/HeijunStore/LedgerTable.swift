import GRDB
import HeijunModel

/// The prepared statements of one kind's table, for as long as a transaction lasts.
final class LedgerTable {
    let kind: RecordKind
    let writer: FieldTextsWriter
    let columns: [Column]
    private let db: Database
    private var prepared: [Verb: BulkStatement] = [:]

    /// What is done with a record of the table.
    enum Verb { case insert, update, delete, select }

    /// Makes the table of a kind; its statements are prepared when first needed.
    init(_ kind: RecordKind, in db: Database) {
        self.kind = kind
        self.db = db
        writer = FieldTextsWriter(kind)
        columns = kind.fields.map { Column(isRequired: $0.isRequired, isWholeNumber: $0.isWholeNumber) }
    }

    func statement(_ verb: Verb) throws -> BulkStatement {
        if let statement = prepared[verb] { return statement }
        let statement = try BulkStatement(sql(verb), in: db)
        prepared[verb] = statement
        return statement
    }

    private func sql(_ verb: Verb) -> String {
        let names = kind.fields.map { "\"\($0.key)\"" }
        let list = names.joined(separator: ", ")
        switch verb {
        case .insert:
            let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
            return "INSERT INTO \"\(kind.name)\" (\(list), key) VALUES (\(marks), ?)"
        case .update:
            let settings = names.map { "\($0) = ?" }.joined(separator: ", ")
            return "UPDATE \"\(kind.name)\" SET \(settings) WHERE key = ?"
        case .delete: return "DELETE FROM \"\(kind.name)\" WHERE key = ?"
        case .select: return "SELECT \(list) FROM \"\(kind.name)\" WHERE key = ?"
        }
    }

    /// The record as it stands; nil where there is none.
    func values(of key: String) throws -> [String?]? {
        let select = try statement(.select)
        select.begin()
        select.bind(key, at: 1)
        return try select.firstRow()
    }

    /// Makes a record, changes it or takes it away, if it still is what the change was made from.
    ///
    /// - Throws: `.changedMeanwhile`, `.malformedChange` or `.unkeptValue`.
    func perform(_ change: Change) throws {
        guard change.before != nil || change.after != nil else {
            throw StoreError.malformedChange(kind: change.kind, key: change.key)
        }
        let verb: Verb = change.after == nil ? .delete : change.before == nil ? .insert : .update
        let statement = try statement(verb)
        statement.begin()
        if let after = change.after { try bind(after, change, to: statement) }
        if let before = change.before { try checkStands(before, change) }
        statement.bind(change.key, at: (change.after?.count ?? 0) + 1)
        try run(statement, key: change.key)
    }

    /// Runs a statement on the record of a key.
    func run(_ statement: BulkStatement, key: @autoclosure () -> String) throws {
        do {
            try statement.run()
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY {
            throw StoreError.changedMeanwhile(kind: kind.name, key: key())
        }
    }

    /// Whether there is no record.
    var isEmpty: Bool {
        get throws { try Int.fetchOne(db, sql: "SELECT 1 FROM \"\(kind.name)\" LIMIT 1") == nil }
    }

    /// Binds values that are complete, carry the record's key and come back from the file as they are.
    private func bind(_ values: [String?], _ change: Change, to statement: BulkStatement) throws {
        guard values.count == columns.count, kind.isKey(change.key, of: values) else {
            throw StoreError.malformedChange(kind: change.kind, key: change.key)
        }
        for index in columns.indices {
            switch columns[index].kept(values[index]) {
            case .empty: continue
            case .number(let number): statement.bind(number, at: index + 1)
            case .text(let text): statement.bind(text, at: index + 1)
            case .refused:
                throw StoreError.unkeptValue(
                    kind: change.kind, key: change.key, field: kind.fields[index].key,
                    value: values[index] ?? "")
            }
        }
    }

    /// Tests that the record is what the change was made from.
    private func checkStands(_ before: [String?], _ change: Change) throws {
        guard let now = try values(of: change.key), now.count == before.count,
            zip(now, before).allSatisfy(isSame)
        else {
            throw StoreError.changedMeanwhile(kind: change.kind, key: change.key)
        }
    }
}

/// What must be known of a field to store its value.
struct Column {
    let isRequired: Bool, isWholeNumber: Bool

    /// What a column makes of a text.
    enum Kept {
        case empty, number(Int), text(String), refused
    }

    /// What is kept of a text: the column must give it back exactly. That is a whole number without needless signs
    /// and zeros, or a text without the zero character, at which SQLite's texts end.
    func kept(_ text: String?) -> Kept {
        guard let text else { return isRequired ? .refused : .empty }
        guard isWholeNumber else { return Column.hasZero(text) ? .refused : .text(text) }
        return Column.number(text.utf8).map(Kept.number) ?? .refused
    }

    private static func hasZero(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in bytes.contains(0) } ?? text.utf8.contains(0)
    }

    /// A whole number as Heijun writes it; nil for any other text.
    static func number(_ text: some Collection<UInt8>) -> Int? {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = text.dropFirst(isNegative ? 1 : 0)
        guard let first = digits.first, digits.count <= 18 else { return nil }
        if first == UInt8(ascii: "0") { return text.count == 1 ? 0 : nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit &- UInt8(ascii: "0"))
        }
        return isNegative ? -number : number
    }
}
