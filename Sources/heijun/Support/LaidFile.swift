import Foundation
import HeijunImport
import HeijunModel
import HeijunStore

/// What is kept beside a file's records that lie on a desk.
struct LaidFile: Codable {
    let path: String, sha256: String, profile: String
    let isPartial: Bool
    let records: Int
    let told: InventoryReading.Told

    init(_ file: InventoryFile, records: Int) {
        (path, sha256, profile) = (file.path, file.sha256, file.profile)
        (isPartial, told) = (file.isPartial, file.reading.told)
        self.records = records
    }

    /// The file without its records.
    ///
    /// - Parameter asked: The profile that the user named, which may be none that comes with Heijun.
    func file(_ asked: Profile?) -> InventoryFile {
        InventoryFile(
            path: path, sha256: sha256, reading: InventoryReading(told), profile: profile,
            isPartial: isPartial,
            format: isPartial
                ? ([asked].compactMap { $0 } + Profile.builtIn).first { $0.name == profile } : nil)
    }
}

extension Desk {
    /// A file that lies here, if its bytes are the same; nil for one that must be read.
    func laid(_ path: String) throws -> LaidFile? {
        guard path != "-", let known = try sha256(of: path), let facts = try facts(of: path),
            try SHA256.of(file: path) == known
        else { return nil }
        return try? JSONDecoder().decode(LaidFile.self, from: Data(facts.utf8))
    }

    /// Keeps what the staging holds as a file's records.
    func keep(_ file: LaidFile) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let facts = String(decoding: try encoder.encode(file), as: UTF8.self)
        try keep(file.path, sha256: file.sha256, facts: facts)
    }
}

extension Staging {
    /// Lays down the records of a file that was gathered.
    func lay(_ file: InventoryFile) throws {
        let reading = file.reading
        try clear()
        try fill {
            for (index, entry) in reading.entries.enumerated() {
                let key = RecordKind.named(entry.kind)?.key(of: entry.values) ?? ""
                let origin = reading.origins.isEmpty ? nil : reading.origins[index]
                let lines = reading.lines.isEmpty ? "" : reading.lines[index]
                let place = reading.places.isEmpty ? .start : reading.places[index]
                try take(
                    entry, external: origin?.external ?? key, origin: origin?.fields ?? lines,
                    line: place.line, column: place.column)
            }
        }
    }
}
