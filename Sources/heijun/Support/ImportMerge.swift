import HeijunImport
import HeijunImport
import HeijunModel
import HeijunStore

/// The ledger as it becomes while files are taken in one after the other.
struct ImportMerge {
    private let store: Store
    private let overwritesEdits: Bool
    private let stored: [Entry]
    private var current: [Entry]
    /// Files taken in but not yet put into `current`: the last one need never be.
    private var waiting: [Entry] = []
    private var last: Difference?
    private var fileCount = 0
    /// Where the records of vendors' files came from.
    private(set) var sources: [(source: SourceFile, origins: [RecordOrigin])] = []

    init(_ stored: [Entry], store: Store, overwritesEdits: Bool) {
        self.stored = stored
        self.store = store
        self.overwritesEdits = overwritesEdits
        current = stored
    }

    /// Compares a file with what stands, and puts its records in; what was set by hand stays.
    mutating func add(_ file: InventoryFile) throws -> FileResult {
        settle()
        var entries = file.reading.entries
        var origins = file.reading.origins
        if let profile = file.format {
            let renamed = try refusing { () throws(StoreError) in
                try store.renamed(byProfile: profile.name)
            }
            let match = VendorMatch(profile, ledger: current, renamed: renamed)
            (entries, origins) = match.tied(entries, origins)
        }
        var difference = Difference(
            from: current, to: entries, kinds: file.isPartial ? [] : Set(entries.map(\.kind)))
        let kept = overwritesEdits ? [] : try keepEdits(in: &difference)
        let settled = overwritesEdits ? [] : try keepSettled(in: &difference, file.format)
        restore(kept + settled, in: &entries)
        if file.isPartial { difference.miss(try missing(file, origins)) }
        note(file, origins, difference)
        (waiting, last) = (entries, difference)
        fileCount += 1
        var result = FileResult(file, difference)
        result.kept = kept
        result.settled = settled.count
        return result
    }

    /// What the file said before and says again gives way to what other sources have said since.
    private func keepSettled(in difference: inout Difference, _ profile: Profile?) throws -> [KeptEdit] {
        guard let profile else { return [] }
        let changes = difference.changes.filter { $0.verb == .changed }
        let settled = try refusing { () throws(StoreError) in
            try store.settled(changes, byProfile: profile.name)
        }
        var next = 0
        return difference.keep { _ in
            next += 1
            return settled[next - 1]
        }
    }

    private func keepEdits(in difference: inout Difference) throws -> [KeptEdit] {
        let changes = difference.changes.filter { $0.verb == .changed }
        let edited = try refusing { () throws(StoreError) in try store.handEdited(changes) }
        var next = 0
        return difference.keep { _ in
            next += 1
            return edited[next - 1]
        }
    }

    private func restore(_ kept: [KeptEdit], in entries: inout [Entry]) {
        guard !kept.isEmpty else { return }
        var byName: [String: [KeptEdit]] = [:]
        for edit in kept { byName["\(edit.kind)\u{0}\(edit.key)", default: []].append(edit) }
        for index in entries.indices {
            for edit in byName[ImportMerge.name(entries[index])] ?? [] {
                guard let position = RecordKind.named(edit.kind)?.position[edit.field.key] else { continue }
                entries[index].values[position] = edit.present
            }
        }
    }

    /// What the same file brought earlier, by its name and profile, and lacks now.
    private func missing(_ file: InventoryFile, _ origins: [RecordOrigin]) throws -> [(
        kind: String, key: String
    )] {
        let earlier = try refusing { () throws(StoreError) in
            try store.records(from: file.baseName, profile: file.profile)
        }
        let now = Set(origins.map { "\($0.kind)\u{0}\($0.key)" })
        let standing = Set(current.map(ImportMerge.name))
        var seen: Set<String> = []
        return earlier.filter { origin in
            let name = "\(origin.kind)\u{0}\(origin.key)"
            return !now.contains(name) && standing.contains(name) && seen.insert(name).inserted
        }.map { ($0.kind, $0.key) }
    }

    /// Origins are kept of what the file adds or changes.
    private mutating func note(_ file: InventoryFile, _ origins: [RecordOrigin], _ difference: Difference) {
        guard !difference.changes.isEmpty else { return }
        guard file.isPartial else {
            return sources.append((file.source, file.reading.origins(of: difference.changes)))
        }
        let changed = Set(difference.changes.map { "\($0.kind)\u{0}\($0.key)" })
        sources.append((file.source, origins.filter { changed.contains("\($0.kind)\u{0}\($0.key)") }))
    }

    /// All changes together: one file's are its own.
    var changes: [Change] {
        if fileCount <= 1 { return last?.changes ?? [] }
        var whole = self
        whole.settle()
        return Difference(from: stored, to: whole.current).changes
    }

    /// Puts the waiting records in: over those of the same key, or after all.
    private mutating func settle() {
        guard !waiting.isEmpty else { return }
        var positions = Dictionary(
            uniqueKeysWithValues: current.enumerated().map { (ImportMerge.name($1), $0) })
        for entry in waiting {
            let name = ImportMerge.name(entry)
            if let position = positions[name] {
                current[position] = entry
            } else {
                positions[name] = current.count
                current.append(entry)
            }
        }
        waiting = []
    }

    /// Kind and key in one text.
    static func name(_ change: Change) -> String { "\(change.kind)\u{0}\(change.key)" }

    /// Kind and key in one text.
    static func name(_ entry: Entry) -> String {
        "\(entry.kind)\u{0}\(RecordKind.named(entry.kind)?.key(of: entry.values) ?? "")"
    }
}
