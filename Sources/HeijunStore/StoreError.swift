import GRDB
public import HeijunModel

/// Why a portfolio file could not be opened, read or changed. Whatever happens, the file stays as it was.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no file.
    case notFound(String)
    /// There is a file already where one was to be made.
    case alreadyExists(String)
    /// The file is something else.
    case notHeijun(String, Something)
    /// A newer Heijun made or changed the file.
    case newerVersion(String, found: Int, known: Int)
    /// Another process holds the file.
    case busy(String)
    /// The operating system refuses to read, create or write the file.
    case cannotRead(String, Obstacle)
    case cannotCreate(String, Obstacle)
    case cannotWrite(String, Obstacle)
    /// No room is left on the disk.
    case diskFull(String)
    /// The file is damaged.
    case corrupt(String, detail: String)
    /// A stored value does not fit its field: somebody changed the file by other means.
    case unreadableValue(String, kind: String, key: String, problem: EntryProblem)
    /// A record is no longer what the change was made from.
    case changedMeanwhile(kind: String, key: String)
    /// A batch was stored after the caller looked.
    case laterBatch(Int)
    /// A change whose kind, number of values or key is not the model's.
    case malformedChange(kind: String, key: String)
    /// A value that is not in the form that Heijun keeps.
    case unkeptValue(kind: String, key: String, field: String, value: String)
    /// No batch has that number; the latest is named.
    case noBatch(Int, latest: Int?)
    /// The batch was undone before.
    case alreadyUndone(Int, by: Int)
    /// Everything that the batch changed has been changed again since.
    case nothingLeft(Int, kept: [UndoResult.Kept])
    /// No plan has that id, or there is none at all; the latest is named.
    case noPlan(String?, latest: String?)
    /// The machine failed in a way that has no case of its own.
    case machine(String, detail: String)

    /// What a file is that is no portfolio.
    public enum Something: Hashable, Sendable {
        case empty, folder, otherFile, otherDatabase
    }

    /// The exit status that the command line gives for it.
    public var exitStatus: Int32 {
        switch self {
        case .noBatch, .alreadyUndone, .nothingLeft, .noPlan: 1
        case .notHeijun, .newerVersion, .corrupt, .unreadableValue: 65
        case .malformedChange, .unkeptValue, .machine: 70
        case .alreadyExists, .cannotCreate, .cannotWrite, .diskFull: 73
        case .notFound, .cannotRead: 74
        case .busy, .changedMeanwhile, .laterBatch: 75
        }
    }
}

/// What the operating system has against an operation, by its error number.
public struct Obstacle: Hashable, Sendable {
    /// The error number of the operating system.
    public let number: Int32

    /// Makes an obstacle of an error number.
    public init(_ number: Int32) { self.number = number }
}

extension StoreError {
    /// Translates what was thrown while the file at `path` was in use.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(database: error, path: path)
        default: self = .machine(path, detail: "\(error)")
        }
    }

    private init(database error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
        case .SQLITE_FULL: self = .diskFull(path)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(path, detail: detail)
        case .SQLITE_ERROR where detail.hasPrefix("no such"): self = .corrupt(path, detail: detail)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotWrite(path, .noPermission)
        case .SQLITE_CANTOPEN: self = .cannotRead(path, .noPermission)
        default: self = .machine(path, detail: "SQLite \(error.extendedResultCode.rawValue): \(detail)")
        }
    }
}
