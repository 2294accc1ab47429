import HeijunImport
import HeijunModel
import HeijunPolicy

/// Ties a vendor's records to those of the ledger: by key, by the key they were tied to before, then by the fields
/// that the profile names, where exactly one record has the same value.
struct VendorMatch {
    private let profile: Profile
    private let standing: [String: [String?]]
    private let renamed: [String: String]
    private let byField: [String: String?]
    private let assignment: EquipmentAssignment

    init(_ profile: Profile, ledger: [Entry], renamed: [RecordOrigin]) {
        self.profile = profile
        standing = Dictionary(ledger.map { (ImportMerge.name($0), $0.values) }) { first, _ in first }
        self.renamed = Dictionary(renamed.map { ("\($0.kind)\u{0}\($0.external)", $0.key) }) { $1 }
        byField = VendorMatch.index(profile, ledger)
        assignment = EquipmentAssignment(ledger)
    }

    /// The key of the one record with a value in a field; nil inside where several have it.
    private static func index(_ profile: Profile, _ ledger: [Entry]) -> [String: String?] {
        var index: [String: String?] = [:]
        for entry in ledger {
            guard let kind = RecordKind.named(entry.kind) else { continue }
            for name in names(of: entry, kind, profile) {
                let key = kind.key(of: entry.values)
                if let known = index[name], known != key {
                    index[name] = .some(nil)
                } else {
                    index[name] = key
                }
            }
        }
        return index
    }

    /// The values of an entry that tie it, each with kind and field; what is no identity ties nothing.
    private static func names(of entry: Entry, _ kind: RecordKind, _ profile: Profile) -> [String] {
        profile.matchFields(of: kind).compactMap { field in
            guard let value = kind.position[field].flatMap({ entry.values[$0] }),
                !profile.isPlaceholder(value)
            else { return nil }
            return "\(kind.name)\u{0}\(field)\u{0}\(matchForm(value))"
        }
    }

    /// The records under the ledger's keys, with the ledger's values where the vendor has none, and equipment tied to
    /// systems by the body's rules.
    func tied(_ entries: [Entry], _ origins: [RecordOrigin]) -> ([Entry], [RecordOrigin]) {
        var keys: [String: String] = [:]
        // Nor is a record made one that stands in the file under its own key.
        var taken = Set(entries.map(ImportMerge.name)).intersection(standing.keys)
        for entry in entries {
            let key = key(of: entry)
            let name = ImportMerge.name(entry)
            // Two records of the file are never made one.
            if let key, taken.insert("\(entry.kind)\u{0}\(key)").inserted { keys[name] = key }
        }
        var entries = entries, origins = origins
        for index in entries.indices {
            let isTied = keys[ImportMerge.name(entries[index])] != nil
            entries[index] = whole(
                rename(entries[index], keys), said: isTied ? origins[index].fields : nil)
            origins[index].key = RecordKind.named(entries[index].kind)?.key(of: entries[index].values) ?? ""
        }
        return (entries, origins)
    }

    /// The key of the ledger's record that an entry is; nil where it keeps its own.
    private func key(of entry: Entry) -> String? {
        let name = ImportMerge.name(entry)
        guard let kind = RecordKind.named(entry.kind), kind.identityPositions.count == 1 else { return nil }
        if let known = renamed[name], standing["\(kind.name)\u{0}\(known)"] != nil { return known }
        if standing[name] != nil { return nil }
        for name in VendorMatch.names(of: entry, kind, profile) {
            if let found = byField[name], let found { return found }
        }
        return nil
    }

    private func rename(_ entry: Entry, _ keys: [String: String]) -> Entry {
        guard let kind = RecordKind.named(entry.kind), !keys.isEmpty else { return entry }
        var entry = entry
        if let key = keys[ImportMerge.name(entry)] { entry.values[kind.identityPositions[0]] = key }
        for (position, field) in kind.fields.enumerated() {
            guard case .reference(let target) = field.type, !field.isList, let text = entry.values[position],
                let key = keys["\(target)\u{0}\(text)"]
            else { continue }
            entry.values[position] = key
        }
        return entry
    }

    /// - Parameter said: The fields that the file itself speaks of, where another source knew the record first: what
    ///   the profile adds of its own accord then only fills gaps.
    private func whole(_ entry: Entry, said: String?) -> Entry {
        var entry = entry
        if let before = standing[ImportMerge.name(entry)], let kind = RecordKind.named(entry.kind) {
            for position in entry.values.indices where before[position] != nil {
                let isSaid = said?.contains("\"\(kind.fields[position].key)\":") ?? true
                if entry.values[position] == nil || !isSaid { entry.values[position] = before[position] }
            }
        }
        if entry.kind == Equipment.kind.name, let position = Equipment.kind.position["system"],
            entry.values[position] == nil
        {
            entry.values[position] = assignment.system(of: entry)
        }
        return entry
    }
}
