import GRDB
import GRDBSQLite

/// A prepared statement for many rows: the texts of a row are gathered in one place and lent to SQLite while it
/// steps, so that no value is copied or allocated on its own.
final class BulkStatement {
    private let statement: Statement
    /// The texts of the present row, one after another; the first byte only gives empty texts a place.
    private var bytes: [UInt8] = [0]
    private var texts: [BoundText] = []
    var pointer: SQLiteStatement { statement.sqliteStatement }

    private struct BoundText {
        let argument: Int32, range: Range<Int>
    }

    /// Prepares a statement.
    init(_ sql: String, in db: Database) throws { statement = try db.makeStatement(sql: sql) }

    /// Forgets all arguments: each is NULL until it is bound.
    func begin() {
        sqlite3_clear_bindings(pointer)
        texts.removeAll(keepingCapacity: true)
        bytes.removeSubrange(1...)
    }

    /// Binds a text to the argument at `index`, from 1.
    func bind(_ text: String, at index: Int) {
        bind(at: index) { $0 += text.utf8 }
    }

    /// Binds the UTF-8 bytes that `write` appends to the argument at `index`, from 1.
    func bind(at index: Int, _ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        write(&bytes)
        texts.append(BoundText(argument: Int32(index), range: start..<bytes.count))
    }

    /// Lends a text to the argument at `index`, from 1: it must stay where it is until the statement has run.
    @inline(__always)
    func lend(_ text: UnsafeRawBufferPointer, at index: Int) {
        guard let start = text.baseAddress else { return bind("", at: index) }
        sqlite3_bind_text(
            pointer, Int32(index), start.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
    }

    /// Lends bytes that are no text, as `lend(_:at:)` does.
    func lend(blob: UnsafeRawBufferPointer, at index: Int) {
        sqlite3_bind_blob(pointer, Int32(index), blob.baseAddress, Int32(blob.count), nil)
    }

    /// Binds a number to the argument at `index`, from 1.
    func bind(_ number: Int, at index: Int) { sqlite3_bind_int64(pointer, Int32(index), Int64(number)) }

    /// Runs the statement to its end.
    func run() throws {
        guard step() == SQLITE_DONE else { throw failure }
    }

    /// The texts of the first row; nil where there is none.
    func firstRow() throws -> [String?]? {
        var row: [String?]?
        let result = step { row = (0..<sqlite3_column_count(pointer)).map { text($0) } }
        guard result == SQLITE_ROW || result == SQLITE_DONE else { throw failure }
        return row
    }

    /// Steps once with the texts lent, and resets; `whileStanding` may read a row that was found.
    private func step(whileStanding: () -> Void = {}) -> Int32 {
        let result = stepOn()
        if result == SQLITE_ROW { whileStanding() }
        sqlite3_reset(pointer)
        return result
    }

    /// Steps once with the texts lent.
    func stepOn() -> Int32 {
        // They stay where they are until the statement begins anew.
        defer { texts.removeAll(keepingCapacity: true) }
        return bytes.withUnsafeBytes { lent in
            for text in texts {
                let start = lent.baseAddress?.advanced(by: text.range.lowerBound)
                sqlite3_bind_text(
                    pointer, text.argument, start?.assumingMemoryBound(to: CChar.self),
                    Int32(text.range.count), nil)
            }
            return sqlite3_step(pointer)
        }
    }

    func text(_ column: Int32) -> String? {
        sqlite3_column_text(pointer, column).map { String(cString: $0) }
    }

    var failure: DatabaseError {
        let connection = sqlite3_db_handle(pointer)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }
}
