import HeijunModel

extension Profile {
    /// Reads a profile from the bytes of its JSON file.
    ///
    /// - Throws: The first thing that is wrong with it, with its place.
    public init(json bytes: [UInt8]) throws(ProfileError) {
        guard bytes.count <= ProfileParser.byteLimit else {
            throw ProfileError(.tooMuch("bytes", limit: ProfileParser.byteLimit), at: .start)
        }
        self = try ProfileParser.profile(try JSONScanner.read(bytes))
    }
}

/// Turns a profile's JSON into a profile, and holds it to bounds that no honest one comes near.
struct ProfileParser {
    static let byteLimit = 1 << 20
    private static let fieldLimit = 2000, mapLimit = 20_000
    let namespaces: [String: String]
    let maps: [String: Profile.ValueMap]
    let tables: [Profile.LookupTable]

    static func profile(_ node: JSONNode) throws(ProfileError) -> Profile {
        let object = try ProfileObject(
            node, "profile",
            keys: [
                "id", "version", "title", "detect", "namespaces", "maps", "placeholders", "tables", "records",
                "spreadsheet", "folders",
            ])
        let namespaces = try pairs(object, "namespaces")
        let maps = try valueMaps(object)
        let bare = ProfileParser(namespaces: namespaces, maps: maps, tables: [])
        let tables = try bare.lookupTables(object)
        let parser = ProfileParser(namespaces: namespaces, maps: maps, tables: tables)
        let isSpreadsheet = try object.flag("spreadsheet")
        let id = try object.needed("id").text("id")
        guard !id.isEmpty, id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else {
            throw ProfileError(.wrongType("id", expected: "a-z 0-9 -"), at: object.place)
        }
        let version = try object.needed("version")
        guard case .number(let digits) = version.value, let number = Int(digits), number > 0 else {
            throw ProfileError(.wrongType("version", expected: "1, 2, 3 …"), at: version.place)
        }
        var records: [Profile.RecordRule] = []
        if !isSpreadsheet {
            for rule in try object.needed("records").elements("records") {
                records.append(try parser.record(rule, parent: nil))
            }
        }
        let count = records.map(ProfileParser.size).reduce(0, +)
        guard count <= fieldLimit else {
            throw ProfileError(.tooMuch("fields", limit: fieldLimit), at: object.place)
        }
        return Profile(
            id: id, version: number, title: try title(object, id), detection: try detection(object),
            namespaces: namespaces, maps: maps,
            placeholders: Set(try object.texts("placeholders").map(matchForm)), tables: tables,
            records: records, innerFolders: Set(try object.texts("folders").map { $0.uppercased() }),
            isSpreadsheet: isSpreadsheet)
    }

    private static func size(_ rule: Profile.RecordRule) -> Int {
        1 + rule.fields.count + (rule.pairs?.fields.count ?? 0) + rule.children.map(size).reduce(0, +)
    }

    private static func title(_ object: ProfileObject, _ id: String) throws(ProfileError) -> Words {
        guard let node = object.node("title") else { return Words(ja: id, en: id) }
        if case .string(let text) = node.value { return Words(ja: text, en: text) }
        let title = try ProfileObject(node, "title", keys: ["ja", "en"])
        return Words(ja: try title.needed("ja").text("ja"), en: try title.needed("en").text("en"))
    }

    private static func detection(_ object: ProfileObject) throws(ProfileError) -> Profile.Detection {
        guard let node = object.node("detect") else { return .init() }
        let detect = try ProfileObject(node, "detect", keys: ["root", "namespace", "has", "without"])
        return .init(
            roots: try detect.texts("root"), namespaces: try detect.texts("namespace"),
            has: try detect.texts("has"), without: try detect.texts("without"))
    }

    private static func pairs(
        _ object: ProfileObject, _ name: String
    ) throws(ProfileError) -> [String: String] {
        guard let node = object.node(name) else { return [:] }
        var pairs: [String: String] = [:]
        for member in try ProfileObject(node, name, keys: ["*"]).members {
            pairs[member.name] = try member.node.text(member.name)
        }
        return pairs
    }

    private static func valueMaps(
        _ object: ProfileObject
    ) throws(ProfileError) -> [String: Profile.ValueMap] {
        guard let node = object.node("maps") else { return [:] }
        var maps: [String: Profile.ValueMap] = [:]
        var count = 0
        for member in try ProfileObject(node, "maps", keys: ["*"]).members {
            let map = try valueMap(member.node, member.name)
            count += map.values.count + map.starts.count + map.parts.count
            guard count <= mapLimit else {
                throw ProfileError(.tooMuch("maps", limit: mapLimit), at: member.node.place)
            }
            maps[member.name] = map
        }
        return maps
    }

    /// `{"from": "to", "^start": "to", "~part": "to", "*": "to"}`.
    static func valueMap(_ node: JSONNode, _ name: String) throws(ProfileError) -> Profile.ValueMap {
        var map = Profile.ValueMap()
        for member in try ProfileObject(node, name, keys: ["*"]).members {
            let value = try member.node.text(member.name)
            if member.name == "*" {
                map.otherwise = value
            } else if member.name.hasPrefix("^") {
                map.starts.append((matchForm(String(member.name.dropFirst())), value))
            } else if member.name.hasPrefix("~") {
                map.parts.append((matchForm(String(member.name.dropFirst())), value))
            } else {
                map.values[matchForm(member.name)] = value
            }
        }
        return map
    }

    private func lookupTables(_ object: ProfileObject) throws(ProfileError) -> [Profile.LookupTable] {
        guard let node = object.node("tables") else { return [] }
        var tables: [Profile.LookupTable] = []
        for member in try ProfileObject(node, "tables", keys: ["*"]).members {
            let table = try ProfileObject(member.node, member.name, keys: ["path", "key", "value"])
            for path in try paths(try table.needed("path"), "path") {
                for value in try paths(try table.needed("value"), "value") {
                    for key in try paths(try table.needed("key"), "key") {
                        guard tables.count < ProfileParser.fieldLimit else {
                            throw ProfileError(
                                .tooMuch("tables", limit: ProfileParser.fieldLimit), at: member.node.place)
                        }
                        tables.append(.init(name: member.name, path: path, key: key, value: value))
                    }
                }
            }
        }
        return tables
    }
}

extension ProfileParser {
    /// Paths as a text with `|` between them, or a list.
    func paths(_ node: JSONNode, _ name: String) throws(ProfileError) -> [RecordPath] {
        guard case .array(let nodes) = node.value else {
            return try PathScanner.union(try node.text(name), namespaces, at: node.place)
        }
        var paths: [RecordPath] = []
        for node in nodes { paths += try self.paths(node, name) }
        return paths
    }
}
