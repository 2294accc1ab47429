import GRDB
import GRDBSQLite

/// Reading the rows of a statement one after the other, without a copy of their values.
extension BulkStatement {
    /// Steps to the next row; false after the last.
    func next() throws -> Bool {
        let result = stepOn()
        guard result == SQLITE_ROW || result == SQLITE_DONE else { throw failure }
        return result == SQLITE_ROW
    }

    /// Ends the reading; the statement can begin anew.
    func reset() { sqlite3_reset(pointer) }

    /// The bytes of a column, from 0, which stay until the next row is read; none where it is NULL.
    @inline(__always)
    func bytes(at column: Int) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(pointer, Int32(column))
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, Int32(column))))
    }

    /// Whether a column, from 0, is NULL.
    func isNull(at column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }

    /// A whole number of a column, from 0.
    func number(at column: Int) -> Int { Int(sqlite3_column_int64(pointer, Int32(column))) }

    /// The text of a column, from 0; nil where it is NULL.
    func text(at column: Int) -> String? { text(Int32(column)) }

    /// Whether a column, from 0, has exactly this text; a number is compared as it is written.
    @inline(__always)
    func holds(_ text: UnsafeRawBufferPointer, at column: Int) -> Bool {
        guard let start = sqlite3_column_text(pointer, Int32(column)) else { return false }
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return UnsafeRawBufferPointer(start: start, count: count).elementsEqual(text)
    }
}
