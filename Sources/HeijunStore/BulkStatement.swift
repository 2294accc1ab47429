import GRDB
import GRDBSQLite

/// A prepared statement that binds texts and steps without a detour: where a hundred thousand records are stored at
/// once, this halves the time.
struct BulkStatement {
    private let statement: Statement
    private var pointer: SQLiteStatement { statement.sqliteStatement }

    /// Prepares a statement.
    init(_ sql: String, in db: Database) throws { statement = try db.makeStatement(sql: sql) }

    /// Binds a text, or NULL, to the argument at `index`, from 1.
    func bind(_ text: String?, at index: Int) {
        if let text {
            sqlite3_bind_text(pointer, Int32(index), text, -1, BulkStatement.copied)
        } else {
            sqlite3_bind_null(pointer, Int32(index))
        }
    }

    /// Binds a number to the argument at `index`, from 1.
    func bind(_ number: Int, at index: Int) { sqlite3_bind_int64(pointer, Int32(index), Int64(number)) }

    /// Runs the statement to its end.
    func run() throws {
        defer { sqlite3_reset(pointer) }
        guard sqlite3_step(pointer) == SQLITE_DONE else { throw failure }
    }

    /// The texts of the first row; nil where there is none.
    func firstRow() throws -> [String?]? {
        defer { sqlite3_reset(pointer) }
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return (0..<sqlite3_column_count(pointer)).map(text)
        case SQLITE_DONE: return nil
        default: throw failure
        }
    }

    private func text(at column: Int32) -> String? {
        sqlite3_column_text(pointer, column).map { String(cString: $0) }
    }

    private var failure: DatabaseError {
        let connection = sqlite3_db_handle(pointer)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }

    /// Tells SQLite to copy what it is given (SQLITE_TRANSIENT).
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
