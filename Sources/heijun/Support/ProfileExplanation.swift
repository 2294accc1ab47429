import HeijunImport
import HeijunModel

/// How a profile reads a file, in words.
enum ProfileExplanation {
    /// Says of each file which profile it is read by, and how.
    static func explain(_ paths: [String], _ chosen: Profile?) throws {
        var told: Set<String> = []
        for path in paths {
            let format = try chosen.map(FileFormatGuess.profile) ?? guess(path)
            switch format {
            case .inventory: try Console.line("\(path): \(Profile.inventoryName)")
            case .unknown(let root, let namespace):
                let error = ImportError(.unknownFormat(root: root, namespace: namespace), at: .start)
                try Console.line("\(path): \(error.words[spoken])")
            case .profile(let profile):
                try Console.line("\(path): \(profile.name) — \(profile.title[spoken])")
                if told.insert(profile.name).inserted { try Console.write(text(of: profile)) }
            }
        }
    }

    /// The format of a file by its first bytes.
    private static func guess(_ path: String) throws -> FileFormatGuess {
        struct Enough: Error {}
        var head: [UInt8] = []
        do {
            try readPieces(of: path) { bytes in
                head.append(contentsOf: bytes)
                if head.count >= FileFormatGuess.headBytes { throw Enough() }
            }
        } catch is Enough {}
        return FileFormatGuess(head: Array(head.prefix(FileFormatGuess.headBytes)), profiles: Profile.builtIn)
    }

    /// Every record of a profile with its fields and where they stand.
    static func text(of profile: Profile) -> String {
        let head = "\(profile.name)  \(profile.title[spoken])\n"
        if profile.isSpreadsheet {
            return head
                + say(
                    "  見出し行の名前（システム名、機器名など）で列を台帳の項目に対応させます。\n",
                    "  Columns become fields by the names in the heading row.\n")
        }
        return head + profile.explanation.map(record).joined()
    }

    private static func record(_ record: Profile.Explanation) -> String {
        let indent = String(repeating: "  ", count: record.depth + 1)
        var text = "\(indent)\(record.path) → \(record.kind.title[spoken])\n"
        if !record.key.isEmpty { text += "\(indent)  \(say("識別", "key")): \(record.key)\n" }
        if !record.match.isEmpty {
            text += "\(indent)  \(say("突合", "matched by")): \(record.match.joined(separator: ", "))\n"
        }
        for field in record.fields {
            text += "\(indent)  \(field.field.title[spoken]) (\(field.field.key)) ← \(field.from)\n"
        }
        return text
    }
}
