public import HeijunModel

extension Profile {
    /// One kind of record that a profile reads, for people.
    public struct Explanation: Sendable {
        /// How deep it stands inside other records, and its path.
        public let depth: Int, path: String
        /// What it becomes.
        public let kind: RecordKind
        /// Where its key stands, and the fields that tie it to a record of the ledger.
        public let key: String, match: [String]
        /// Its fields and where their values stand.
        public let fields: [(field: FieldInfo, from: String)]
    }

    /// Everything that the profile reads, outermost records first.
    public var explanation: [Explanation] { records.flatMap { Profile.explain($0, depth: 0) } }

    private static func explain(_ rule: RecordRule, depth: Int) -> [Explanation] {
        let infos = rule.kind.fields
        let fields = rule.fields.map { (infos[$0.field], source(of: $0)) }
        let pairs = rule.pairs.map { pairs in
            pairs.fields.sorted { $0.key < $1.key }.map { name, field in
                (infos[field.field], "\(pairs.paths[0].text)[\(name)]")
            }
        }
        let own = Explanation(
            depth: depth, path: rule.paths.map(\.text).joined(separator: " | "), kind: rule.kind,
            key: rule.keys.map { $0.map(text).joined(separator: " + ") }.joined(separator: ", "),
            match: rule.match, fields: fields + (pairs ?? []))
        return [own] + rule.children.flatMap { explain($0, depth: depth + 1) }
    }

    private static func source(of field: FieldRule) -> String {
        if field.isParent { return "^" }
        if field.isFolder { return Profile.folderMark }
        let paths = field.paths.map(\.text).joined(separator: " | ")
        guard let constant = field.constant else { return paths }
        return paths.isEmpty ? "“\(constant)”" : "\(paths) | “\(constant)”"
    }

    private static func text(_ part: KeyPart) -> String {
        switch part {
        case .parent: "^"
        case .text(let text): "“\(text)”"
        case .folder: Profile.folderMark
        case .paths(let paths): paths.map(\.text).joined(separator: " | ")
        }
    }
}
