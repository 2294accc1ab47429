import HeijunModel

/// An object of a profile's JSON: every member is asked for by name, and one that nobody asks for is an error.
struct ProfileObject {
    let place: Place
    let members: [JSONNode.Member]

    init(_ node: JSONNode, _ name: String, keys: [String]) throws(ProfileError) {
        guard case .object(let members) = node.value else {
            throw ProfileError(.wrongType(name, expected: "{ … }"), at: node.place)
        }
        for member in members where !keys.contains(member.name) && !keys.contains("*") {
            throw ProfileError(
                .unknownKey(member.name, closest: closest(to: member.name, among: keys)),
                at: member.node.place)
        }
        place = node.place
        self.members = members
    }

    func node(_ name: String) -> JSONNode? { members.first { $0.name == name }?.node }

    func needed(_ name: String) throws(ProfileError) -> JSONNode {
        guard let node = node(name) else { throw ProfileError(.missingKey(name), at: place) }
        return node
    }

    func text(_ name: String) throws(ProfileError) -> String? {
        guard let node = node(name) else { return nil }
        return try node.text(name)
    }

    func flag(_ name: String) throws(ProfileError) -> Bool {
        guard let node = node(name) else { return false }
        guard case .bool(let flag) = node.value else {
            throw ProfileError(.wrongType(name, expected: "true / false"), at: node.place)
        }
        return flag
    }

    /// A text or a list of texts.
    func texts(_ name: String) throws(ProfileError) -> [String] {
        guard let node = node(name) else { return [] }
        guard case .array(let nodes) = node.value else { return [try node.text(name)] }
        var texts: [String] = []
        for node in nodes { texts.append(try node.text(name)) }
        return texts
    }

    /// One of a closed list.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(ProfileError) -> Choice? where Choice.RawValue == String {
        guard let node = node(name) else { return nil }
        let text = try node.text(name)
        guard let choice = Choice(rawValue: text) else {
            throw ProfileError(.notAChoice(text, allowed: Choice.allCases.map(\.rawValue)), at: node.place)
        }
        return choice
    }
}

extension JSONNode {
    func text(_ name: String) throws(ProfileError) -> String {
        switch value {
        case .string(let text): return text
        case .number(let text): return text
        case .null, .bool, .array, .object:
            throw ProfileError(.wrongType(name, expected: "\"…\""), at: place)
        }
    }

    func elements(_ name: String) throws(ProfileError) -> [JSONNode] {
        guard case .array(let nodes) = value else {
            throw ProfileError(.wrongType(name, expected: "[ … ]"), at: place)
        }
        return nodes
    }
}
