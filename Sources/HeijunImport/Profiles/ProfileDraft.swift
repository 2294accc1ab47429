public import HeijunModel

/// A profile proposed for an unknown file.
public struct ProfileDraft {
    /// The lists that were found, the most telling first.
    public let lists: [List]
    /// The profile as JSON, ready to be edited.
    public let json: String

    /// One kind of element that becomes records.
    public struct List {
        /// The record element's path, how often it comes, and what it is proposed to become.
        public let record: String, count: Int, kind: RecordKind
        /// The values inside it: where they stand, the field proposed for them, and examples.
        public let fields: [(path: String, field: FieldInfo?, examples: [String])]

        /// Where the value of a field stands.
        func path(of field: String) -> String? { fields.first { $0.field?.key == field }?.path }
        /// How many fields were found.
        var matched: Int { fields.count { $0.field != nil } }
        /// Whether a value names the record.
        var hasName: Bool { path(of: "id") != nil || path(of: "name") != nil }
    }
}

extension FileSurvey {
    private static let listLimit = 8

    /// Proposes the elements that repeat with the most values as records, and fields by the names of their values;
    /// where nothing repeats, the one that holds the most.
    public func draft(kind asked: RecordKind? = nil) -> ProfileDraft? {
        let elements = branches.filter {
            !$0.key.contains("@") && !isPair($0.key) && values(of: $0.key).count > 1
        }
        let repeated = elements.filter { $0.value.count > 1 }
        let lists = (repeated.isEmpty ? elements : repeated).map { list($0.key, asked) }
            .sorted { (weight($0), $1.record) > (weight($1), $0.record) }
        guard let best = lists.first else { return nil }
        var chosen = [best]
        for list in lists.dropFirst()
        where list.matched > 1 && list.hasName && chosen.count < FileSurvey.listLimit {
            let isApart = chosen.allSatisfy {
                !$0.record.hasPrefix(list.record + "/") && !list.record.hasPrefix($0.record + "/")
            }
            if isApart && !repeated.isEmpty { chosen.append(list) }
        }
        return ProfileDraft(lists: chosen, json: DraftText(root: root, survey: self).json(chosen))
    }

    private func weight(_ list: ProfileDraft.List) -> Int {
        min(list.count, 1000) * min(list.fields.count, 30) * (1 + list.matched) * (1 + list.matched)
    }

    private func list(_ path: String, _ asked: RecordKind?) -> ProfileDraft.List {
        let texts = values(of: path)
        var best = (kind: asked ?? Equipment.kind, fields: [Int?](), score: -1)
        for kind in asked.map({ [$0] }) ?? [Equipment.kind, ITSystem.kind, Software.kind, Vendor.kind] {
            let matched = fields(of: kind, for: texts)
            let name = kind.position["name"]
            let score = matched.count { $0 != nil } + (matched.contains { $0 != nil && $0 == name } ? 1 : 0)
            if score > best.score { best = (kind, matched, score) }
        }
        let proposed = zip(texts, best.fields).map { text, position in
            (
                path: text, field: position.map { best.kind.fields[$0] },
                examples: Array((branches[path + "/" + text]?.examples ?? []).prefix(3))
            )
        }
        return ProfileDraft.List(
            record: path, count: branches[path]?.count ?? 0, kind: best.kind, fields: proposed)
    }

    /// The paths of the texts in an element: its own attributes, elements without others inside, and, where such are
    /// named by an attribute, each name by itself.
    private func values(of path: String) -> [String] {
        branches.filter { $0.key.hasPrefix(path + "/") && $0.value.hasText && !$0.value.hasChildren }
            .flatMap { inner, _ -> [String] in
                let own = String(inner.dropFirst(path.count + 1))
                guard isPair(inner) else { return [own] }
                return names(ofPair: inner).map { "\(own)[@\($0.attribute)='\($0.name)']" }
            }
            .filter { value in value.count { $0 == "/" } < 3 && !isInPair(path + "/" + value) }.sorted()
    }

    /// Attributes that tell what an element's text is.
    private static let namers = ["name", "key", "column", "field", "項目名", "名称"]

    /// Whether an element is one of many values that an attribute tells apart: `<field name="serial">…</field>`.
    private func isPair(_ path: String) -> Bool {
        guard let branch = branches[path], branch.hasText, !branch.hasChildren, branch.count > 1 else {
            return false
        }
        return names(ofPair: path).count > 1
    }

    private func isInPair(_ path: String) -> Bool {
        guard let at = path.lastIndex(of: "@"), !path.hasSuffix("]"), at > path.startIndex else {
            return false
        }
        return isPair(String(path[..<path.index(before: at)]))
    }

    private func names(ofPair path: String) -> [(attribute: String, name: String)] {
        for attribute in FileSurvey.namers {
            guard let branch = branches[path + "/@" + attribute] else { continue }
            return branch.examples.filter { !$0.contains("'") }.map { (attribute, $0) }
        }
        return []
    }

    /// The field of each value by its name, each field once.
    private func fields(of kind: RecordKind, for values: [String]) -> [Int?] {
        let known = HeadingNames.fields(of: kind)
        var taken: Set<Int> = []
        return values.map { value in
            guard let field = known[HeadingNames.form(DraftText.lastName(of: value))],
                taken.insert(field).inserted
            else { return nil }
            return field
        }
    }
}
