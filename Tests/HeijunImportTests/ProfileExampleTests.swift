import Foundation
import HeijunImport
import HeijunModel
import Testing

/// Reads a text by a profile, in pieces of `size` bytes.
func readProfile(
    _ profile: Profile, _ bytes: [UInt8], pieces size: Int = 1 << 16, limits: Limits = .vendor
) throws -> (reading: ProfileReading, collector: EntryCollector) {
    let collector = EntryCollector()
    var reader = try ProfileReader(profile, limits: limits, sink: collector)
    for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { reader.feed($0) }
    }
    return (reader.finish(), collector)
}

/// The profiles that come with Heijun, each with its fictional example.
struct ProfileExampleTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appending(path: "Inventory/profiles")

    static func examples() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "examples").path)
            .filter { $0.hasSuffix(".xml") }.sorted()
    }

    @Test func embeddedProfilesAreTheFiles() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".json") }
        #expect(Set(files) == Set(Profile.builtInTexts.map { $0.id + ".json" }))
        #expect(Profile.builtIn.count == files.count)
        for (id, json) in Profile.builtInTexts {
            let file = try String(contentsOf: Self.folder.appending(path: "\(id).json"), encoding: .utf8)
            #expect(json + "\n" == file, "\(id): run sh Inventory/profiles/embed.sh")
            #expect(try Profile(json: Array(json.utf8)).id == id)
        }
    }

    @Test func everyProfileHasAnExampleThatIsKnownByItsContent() throws {
        var found: Set<String> = []
        for name in try Self.examples() {
            let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "examples/\(name)")))
            guard case .profile(let profile) = FileFormatGuess(head: bytes, profiles: Profile.builtIn) else {
                Issue.record("\(name) is known by no profile")
                continue
            }
            #expect(name.hasPrefix(profile.id), "\(name) is taken for \(profile.id)")
            found.insert(profile.id)
        }
        #expect(found == Set(Profile.builtIn.map(\.id)))
    }

    @Test func examplesMakeTheirEntries() throws {
        var text = ""
        for name in try Self.examples() {
            let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "examples/\(name)")))
            guard case .profile(let profile) = FileFormatGuess(head: bytes, profiles: Profile.builtIn) else {
                continue
            }
            text += "## \(name): \(profile.name)\n\n"
            text += try Self.listing(profile, bytes) + "\n"
        }
        try expectGolden(text, "Inventory/profiles/examples/entries.txt")
    }

    static func listing(_ profile: Profile, _ bytes: [UInt8]) throws -> String {
        let (reading, collector) =
            profile.isSpreadsheet ? readSpreadsheet(bytes) : try readProfile(profile, bytes)
        #expect(reading.errors.isEmpty, "\(profile.id): \(reading.errors.map(\.words.en))")
        return zip(collector.entries, zip(collector.keys, collector.origins)).map { entry, source in
            let fields = RecordKind.named(entry.kind)?.fields ?? []
            let values = zip(fields, entry.values).compactMap { field, value in
                value.map { "  \(field.key) = \($0)\n" }
            }
            return "\(entry.kind) \(source.0)\n\(values.joined())  ← \(source.1)\n"
        }.joined()
    }

    static func readSpreadsheet(_ bytes: [UInt8]) -> (ProfileReading, EntryCollector) {
        let collector = EntryCollector()
        var reader = SpreadsheetReader(sink: collector)
        bytes.withUnsafeBytes { reader.feed($0) }
        return (reader.finish(), collector)
    }

    /// Whatever the pieces that a file comes in, and however often it is read, it says the same.
    @Test func piecesMakeNoDifference() throws {
        for name in try Self.examples() {
            let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "examples/\(name)")))
            guard case .profile(let profile) = FileFormatGuess(head: bytes, profiles: Profile.builtIn),
                !profile.isSpreadsheet
            else { continue }
            let whole = try readProfile(profile, bytes).collector
            for size in [1, 7, 100] {
                let cut = try readProfile(profile, bytes, pieces: size).collector
                #expect(cut.entries == whole.entries && cut.origins == whole.origins, "\(name) by \(size)")
            }
        }
    }

    /// A file cut anywhere stores nothing and never crashes.
    @Test func truncationAnywhereIsAnError() throws {
        for name in try Self.examples() {
            let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "examples/\(name)")))
            guard case .profile(let profile) = FileFormatGuess(head: bytes, profiles: Profile.builtIn),
                !profile.isSpreadsheet
            else { continue }
            let end = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
            for length in stride(from: 0, to: end, by: 3) {
                #expect(
                    try readProfile(profile, Array(bytes[..<length])).reading.isFatal,
                    "\(name) cut at \(length)")
            }
        }
    }
}
