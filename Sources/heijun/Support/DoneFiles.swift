import HeijunImport
import HeijunModel
import HeijunStore

/// Files that an earlier import took in whole, byte for byte the same: of a folder that grows, the rest is read.
final class DoneFiles {
    private let known: [String: KnownSource]
    private let profiles = Set(Profile.builtIn.map(\.name) + [Profile.inventoryName])
    /// Files that are passed over.
    private(set) var count = 0

    /// Asks the store; knows nothing where passing over is not asked for.
    init(_ store: Store, isAsked: Bool) throws {
        known = isAsked ? try refusing { () throws(StoreError) in try store.knownSources() } : [:]
    }

    /// Whether a file was taken in: the latest of its name that still stands has its bytes and lost no record, and the
    /// profile that read it is still the same.
    func holds(_ path: String) throws -> Bool {
        try Interruption.check()
        let names = Set(Profile.builtIn.map { $0.sourceName(of: InputFiles.absolute(path)) })
        guard path != "-", let source = names.sorted().lazy.compactMap({ self.known[$0]?.source }).first,
            source.rejected == 0,
            profiles.contains(source.profile)
        else { return false }
        guard try SHA256.of(file: path) == source.sha256 else { return false }
        count += 1
        return true
    }

    /// Says how many files are passed over.
    func tell() {
        guard count > 0 else { return }
        Console.note(
            say(
                "取込済みで内容が同じファイル \(count) 件は読み直しません（読み直すには --again）。",
                (count == 1
                    ? "1 file was taken in before and is the same"
                    : "\(count) files were taken in before and are the same")
                    + ": not read again (--again does)."
            ))
    }
}
