public import HeijunModel

/// A profile proposed for an unknown file.
public struct ProfileDraft {
    /// The record element's path, how often it comes, and what it is proposed to become.
    public let record: String, count: Int, kind: RecordKind
    /// The values inside it: where they stand, the field proposed for them, and examples.
    public let fields: [(path: String, field: FieldInfo?, examples: [String])]
    /// The profile as JSON, ready to be edited.
    public let json: String
}

extension FileSurvey {
    /// Proposes the element that repeats with the most values as the record, and fields by the names of its values.
    public func draft(kind asked: RecordKind? = nil) -> ProfileDraft? {
        let candidates = branches.filter {
            !$0.key.contains("@") && $0.value.count > 1 && values(of: $0.key).count > 1
        }
        let best = candidates.max { weight($0.key, $0.value) < weight($1.key, $1.value) }
        guard let best else { return nil }
        let texts = values(of: best.key)
        let kinds = asked.map { [$0] } ?? [Equipment.kind, ITSystem.kind, Software.kind, Vendor.kind]
        var choice: (kind: RecordKind, fields: [Int?], count: Int)?
        for kind in kinds {
            let matched = fields(of: kind, for: texts)
            let count = matched.count { $0 != nil }
            if count > choice?.count ?? -1 { choice = (kind, matched, count) }
        }
        guard let choice else { return nil }
        let proposed = zip(texts, choice.fields).map { text, position in
            (
                path: text, field: position.map { choice.kind.fields[$0] },
                examples: branches[best.key + "/" + text]?.examples ?? []
            )
        }
        return ProfileDraft(
            record: best.key, count: best.value.count, kind: choice.kind, fields: proposed,
            json: json(best.key, choice.kind, proposed))
    }

    private func weight(_ path: String, _ branch: Branch) -> (Int, String) {
        (min(branch.count, 1000) * min(values(of: path).count, 30), path)
    }

    /// The paths of the texts in an element: its own attributes, and elements without others inside.
    private func values(of path: String) -> [String] {
        branches.filter { $0.key.hasPrefix(path + "/") && $0.value.hasText && !$0.value.hasChildren }
            .map { String($0.key.dropFirst(path.count + 1)) }
            .filter { $0.split(separator: "/").count <= 3 }.sorted()
    }

    /// The field of each value by its name, each field once.
    private func fields(of kind: RecordKind, for values: [String]) -> [Int?] {
        let known = HeadingNames.fields(of: kind)
        var taken: Set<Int> = []
        return values.map { value in
            let name = value.split(separator: "/").last.map { $0.drop { $0 == "@" } } ?? ""
            guard let field = known[HeadingNames.form(String(name))], taken.insert(field).inserted else {
                return nil
            }
            return field
        }
    }

    private func json(
        _ record: String, _ kind: RecordKind,
        _ fields: [(path: String, field: FieldInfo?, examples: [String])]
    ) -> String {
        func path(of field: String) -> String? { fields.first { $0.field?.key == field }?.path }
        let keys = ["id", "serial", "uuid", "host", "name"].compactMap(path)
        let key = keys.isEmpty ? [fields[0].path] : keys
        var given = fields.filter { $0.field != nil && $0.field?.key != "id" }
            .map { "        \(quoted($0.field?.key ?? "")): \(rule(for: $0.field, $0.path))" }
        if kind.position["name"] != nil, path(of: "name") == nil {
            given.insert("        \"name\": \(quoted(key[0]))", at: 0)
        }
        let match = kind == Equipment.kind ? ["serial", "uuid", "host"].filter { path(of: $0) != nil } : []
        let unused = fields.filter { $0.field == nil }
            .map { "        " + quoted("\($0.path) = \($0.examples.first ?? "")") }
        let id = keyForm(root.name.lowercased()).filter(\.isASCII)
        return """
            {
              "id": \(quoted(id.isEmpty ? "my-format" : id)),
              "version": 1,
              "title": \(quoted(root.name)),
              "detect": {"root": \(quoted(root.name)), "namespace": \(quoted(root.namespace))},
              "records": [
                {
                  "path": \(quoted(record)),
                  "kind": \(quoted(kind.name)),
                  "key": [\(key.map(quoted).joined(separator: ", "))],
                  "match": [\(match.map(quoted).joined(separator: ", "))],
                  "fields": {
            \(given.joined(separator: ",\n"))
                  },
                  "unused": [
            \(unused.joined(separator: ",\n"))
                  ]
                }
              ]
            }

            """
    }

    /// How a field is read: kinds and makers are written in many ways.
    private func rule(for field: FieldInfo?, _ path: String) -> String {
        switch field?.key {
        case "equipment_kind": "{\"from\": \(quoted(path)), \"map\": \"equipment-kinds\"}"
        case "vendor": "{\"from\": \(quoted(path)), \"map\": \"vendors\"}"
        default: quoted(path)
        }
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
