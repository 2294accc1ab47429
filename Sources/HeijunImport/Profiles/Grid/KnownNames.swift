public import HeijunModel

/// Names of records in the ledger, for tables that say 市民課 where the ledger has a key.
public struct KnownNames: Sendable {
    /// Keys by kind and name, without width and case; nil where several records bear the name.
    private var keys: [String: [String: String?]] = [:]

    /// Kinds whose records tables call by their names.
    public static let kinds = ["section", "vendor", "system", "room", "account"].compactMap(
        RecordKind.named)
    private static let nameFields = ["name", "short_name"]

    /// No names.
    public init() {}

    /// The names of entries of the kinds that tables call by their names.
    public init(_ entries: [Entry]) {
        for entry in entries {
            guard let kind = RecordKind.named(entry.kind) else { continue }
            let key = kind.key(of: entry.values)
            add(key, key, of: kind.name)
            for field in KnownNames.nameFields {
                guard let position = kind.position[field], let name = entry.values[position] else { continue }
                add(name, key, of: kind.name)
            }
        }
    }

    private mutating func add(_ name: String, _ key: String, of kind: String) {
        let form = matchForm(name)
        if let known = keys[kind]?[form], known != key {
            keys[kind]?[form] = .some(nil)
        } else {
            keys[kind, default: [:]][form] = key
        }
    }

    /// The key of the one record of a kind that bears the name; nil where none or several do.
    func key(of name: String, kind: String) -> String? { keys[kind]?[matchForm(name)] ?? nil }
}
