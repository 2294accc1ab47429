import HeijunModel

extension ProfileParser {
    /// Reads the rule of one record element.
    func record(_ node: JSONNode, parent: RecordKind?) throws(ProfileError) -> Profile.RecordRule {
        let object = try ProfileObject(
            node, "record",
            keys: [
                "path", "kind", "key", "match", "repeats", "parent", "fields", "properties", "children",
                "unused",
            ])
        let kind = try self.kind(try object.needed("kind"))
        var fields = try fieldRules(object, kind)
        if let parentField = object.node("parent") {
            let field = try position(of: try parentField.text("parent"), kind, at: parentField.place)
            fields.append(Profile.FieldRule(field: field, isParent: true, place: parentField.place))
        }
        var children: [Profile.RecordRule] = []
        for child in try object.node("children")?.elements("children") ?? [] {
            children.append(try record(child, parent: kind))
        }
        let match = try object.texts("match")
        for name in match { _ = try position(of: name, kind, at: object.place) }
        return Profile.RecordRule(
            paths: try paths(try object.needed("path"), "path"), kind: kind, keys: try keys(object),
            match: match, takesFirst: try object.choice("repeats", Repeats.self) == .first, fields: fields,
            pairs: try pairRule(object, kind), children: children)
    }

    private enum Repeats: String, CaseIterable { case first, reject }

    private func kind(_ node: JSONNode) throws(ProfileError) -> RecordKind {
        let name = try node.text("kind")
        guard let kind = RecordKind.named(name) else {
            let names = RecordKind.all.map(\.name)
            throw ProfileError(.unknownKind(name, closest: closest(to: name, among: names)), at: node.place)
        }
        return kind
    }

    private func position(of name: String, _ kind: RecordKind, at place: Place) throws(ProfileError) -> Int {
        if let position = kind.position[name] { return position }
        throw ProfileError(
            .unknownField(name, kind: kind.name, closest: closest(to: name, among: kind.fields.map(\.key))),
            at: place)
    }

    /// A text, a list of alternatives, or a list of lists of parts.
    private func keys(_ object: ProfileObject) throws(ProfileError) -> [[Profile.KeyPart]] {
        guard let node = object.node("key") else { return [] }
        guard case .array(let alternatives) = node.value else { return [[try keyPart(node)]] }
        var keys: [[Profile.KeyPart]] = []
        for alternative in alternatives {
            guard case .array(let nodes) = alternative.value else {
                keys.append([try keyPart(alternative)])
                continue
            }
            var parts: [Profile.KeyPart] = []
            for node in nodes { parts.append(try keyPart(node)) }
            keys.append(parts)
        }
        return keys
    }

    /// `^` is the key of the record around, `=text` a text as it stands, `%folder` the folder that the file came in.
    private func keyPart(_ node: JSONNode) throws(ProfileError) -> Profile.KeyPart {
        let text = try node.text("key")
        if text == "^" { return .parent }
        if text == Profile.folderMark { return .folder }
        if text.hasPrefix("=") { return .text(String(text.dropFirst())) }
        return .paths(try paths(node, "key"))
    }

    private func fieldRules(
        _ object: ProfileObject, _ kind: RecordKind
    ) throws(ProfileError) -> [Profile.FieldRule] {
        guard let node = object.node("fields") else { return [] }
        var rules: [Profile.FieldRule] = []
        for member in try ProfileObject(node, "fields", keys: ["*"]).members {
            let field = try position(of: member.name, kind, at: member.node.place)
            rules.append(try fieldRule(member.node, field))
        }
        return rules
    }

    private static let fieldKeys = [
        "from", "value", "map", "otherwise", "unit", "unitFrom", "format", "many", "separator", "prefix",
        "required", "asKey", "beside",
    ]

    /// A path alone, or an object that says more.
    func fieldRule(_ node: JSONNode, _ field: Int) throws(ProfileError) -> Profile.FieldRule {
        var rule = Profile.FieldRule(field: field, place: node.place)
        switch node.value {
        case .string, .array:
            rule.paths = try paths(node, "from")
            return rule
        case .null, .bool, .number, .object: break
        }
        let object = try ProfileObject(node, "field", keys: ProfileParser.fieldKeys)
        if let from = object.node("from") { rule.paths = try paths(from, "from") }
        rule.constant = try object.text("value")
        if rule.constant == Profile.folderMark { (rule.constant, rule.isFolder) = (nil, true) }
        if let map = object.node("map") { rule.map = try self.map(map) }
        if let otherwise = try object.text("otherwise") {
            rule.map = rule.map ?? .init()
            rule.map?.otherwise = otherwise
        }
        rule.unit = try unit(object)
        rule.format = try object.choice("format", Profile.Format.self)
        rule.many = try object.choice("many", Profile.Many.self) ?? .first
        rule.separator = try object.text("separator") ?? " "
        rule.prefix = try object.text("prefix") ?? ""
        rule.isRequired = try object.flag("required")
        rule.isBeside = try object.flag("beside")
        rule.isKey = try object.flag("asKey") || rule.isBeside
        return rule
    }

    /// A map by name, or one written here.
    private func map(_ node: JSONNode) throws(ProfileError) -> Profile.ValueMap {
        guard case .string(let name) = node.value else { return try ProfileParser.valueMap(node, "map") }
        if let map = maps[name] ?? Dictionaries.all[name] { return map }
        throw ProfileError(.unknownMap(name), at: node.place)
    }

    private func unit(_ object: ProfileObject) throws(ProfileError) -> Profile.Unit? {
        var standing: [RecordPath]?
        if let node = object.node("unitFrom") { standing = try paths(node, "unitFrom") }
        guard let text = try object.text("unit") else {
            guard let standing else { return nil }
            return .size(nil, standing)
        }
        if SizeUnit.named(text) != nil { return .size(text, standing ?? []) }
        let allowed = ["円", "千円", "万円", "百万円", "億円"]
        guard allowed.contains(text) else {
            throw ProfileError(.notAChoice(text, allowed: allowed + SizeUnit.names), at: object.place)
        }
        return .suffix(text)
    }

    private func pairRule(
        _ object: ProfileObject, _ kind: RecordKind
    ) throws(ProfileError) -> Profile.PairRule? {
        guard let node = object.node("properties") else { return nil }
        let rule = try ProfileObject(
            node, "properties", keys: ["path", "name", "value", "table", "fields", "rest"])
        let table = try rule.text("table")
        if let table, !tables.contains(where: { $0.name == table }) {
            throw ProfileError(.unknownMap(table), at: node.place)
        }
        var fields: [String: Profile.FieldRule] = [:]
        if let named = rule.node("fields") {
            for member in try ProfileObject(named, "fields", keys: ["*"]).members {
                fields[matchForm(member.name)] = try namedField(member.node, kind)
            }
        }
        var rest: Int?
        if let name = try rule.text("rest") { rest = try position(of: name, kind, at: node.place) }
        return Profile.PairRule(
            paths: try paths(try rule.needed("path"), "path"),
            names: try paths(try rule.needed("name"), "name"),
            values: try paths(try rule.needed("value"), "value"), table: table, fields: fields, rest: rest)
    }

    /// A field's name alone, or `{"to": "name", …}`.
    private func namedField(_ node: JSONNode, _ kind: RecordKind) throws(ProfileError) -> Profile.FieldRule {
        if case .string(let name) = node.value {
            return Profile.FieldRule(field: try position(of: name, kind, at: node.place), place: node.place)
        }
        let object = try ProfileObject(
            node, "field", keys: ["to", "map", "unit", "unitFrom", "format", "otherwise"])
        let to = try object.needed("to")
        var rule = Profile.FieldRule(
            field: try position(of: try to.text("to"), kind, at: to.place), place: node.place)
        if let map = object.node("map") { rule.map = try self.map(map) }
        rule.unit = try unit(object)
        rule.format = try object.choice("format", Profile.Format.self)
        return rule
    }
}
