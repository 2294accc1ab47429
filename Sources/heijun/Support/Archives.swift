import HeijunImport
import HeijunModel
import Synchronization

/// Zip archives as they are read: one stays open from member to member, so that its directory is read once.
enum Archives {
    private struct Open {
        let path: String, ratio: Int
        let files: PackedFiles
    }

    private static let latest = Mutex<Open?>(nil)

    /// Does something with an archive.
    ///
    /// - Parameter ratio: How many times its size a member may unpack to.
    /// - Throws: `cannotRead` where there is no such file, `unreadable` for a broken archive, and what the body throws.
    static func open<Value: Sendable>(
        _ path: String, ratio: Int, _ body: (PackedFiles) throws -> Value
    ) throws -> Value {
        try latest.withLock { latest in
            if let open = latest, open.path == path, open.ratio == ratio { return try body(open.files) }
            latest = nil
            try checkReadable(path)
            var limits = SheetLimits.standard
            limits.ratio = ratio
            let files: PackedFiles
            do throws(SheetError) {
                files = try PackedFiles(at: path, limits: limits)
            } catch {
                throw Failure(
                    Words(ja: "\(path): \(error.words.ja)", en: "\(path): \(error.words.en)"), .unreadable)
            }
            latest = Open(path: path, ratio: ratio, files: files)
            return try body(files)
        }
    }
}
