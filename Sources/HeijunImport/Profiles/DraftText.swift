import HeijunModel

/// Writes a proposed profile as JSON.
struct DraftText {
    let root: (name: String, namespace: String)
    let survey: FileSurvey

    /// The profile's text.
    func json(_ lists: [ProfileDraft.List]) -> String {
        let id = keyForm(root.name.lowercased()).filter(\.isASCII)
        let has = lists.map { $0.record.split(separator: "/").dropFirst().joined(separator: "/") }
            .filter { !$0.isEmpty && $0.count { $0 == "/" } < 4 }
        return """
            {
              "id": \(quoted(id.isEmpty ? "my-format" : id)),
              "version": 1,
              "title": \(quoted(root.name)),
              "detect": {"root": \(quoted(root.name)), "namespace": \(quoted(root.namespace)), "has": \(list(has))},
              "records": [
            \(lists.map(record).joined(separator: ",\n"))
              ]
            }

            """
    }

    private func record(_ list: ProfileDraft.List) -> String {
        let key = keys(list)
        var given = list.fields.filter { $0.field != nil && $0.field?.key != "id" }
            .map { "        \(quoted($0.field?.key ?? "")): \(rule(for: $0.field, $0.path, in: list))" }
        if list.kind.position["name"] != nil, list.path(of: "name") == nil {
            given.insert("        \"name\": \(quoted(name(list) ?? key[0]))", at: 0)
        }
        let match =
            list.kind == Equipment.kind ? ["serial", "uuid", "host"].filter { list.path(of: $0) != nil } : []
        let unused = list.fields.filter { $0.field == nil && !key.contains($0.path) }
            .map { "        " + quoted("\($0.path) = \($0.examples.first ?? "")") }
        return """
                {
                  "path": \(quoted(list.record)),
                  "kind": \(quoted(list.kind.name)),
                  "key": \(self.list(key)),
                  "match": \(self.list(match)),
                  "fields": {
            \(given.joined(separator: ",\n"))
                  },
                  "unused": [
            \(unused.joined(separator: ",\n"))
                  ]
                }
            """
    }

    /// What may name a record, the best first: the file's own number, what is known to tell records apart, and, where
    /// there is nothing such, a value that every record has.
    private func keys(_ list: ProfileDraft.List) -> [String] {
        let number =
            list.path(of: "id")
            ?? list.fields.first { isNumber($0.path) && isEverywhere($0.path, list) }?.path
        let known = ["serial", "uuid", "host", "name"].compactMap(list.path)
        let keys = (number.map { [$0] } ?? []) + known
        return keys.isEmpty ? [name(list) ?? list.fields[0].path] : keys
    }

    /// A value that looks like a name, else one that every record has.
    private func name(_ list: ProfileDraft.List) -> String? {
        let left = list.fields.filter { $0.field == nil && isEverywhere($0.path, list) }
        let named = left.first { field in
            let form = HeadingNames.form(DraftText.lastName(of: field.path))
            return ["name", "名", "名称", "mei", "title"].contains { form.hasSuffix($0) }
        }
        return (named ?? left.first { !isNumber($0.path) } ?? left.first)?.path
    }

    private func isNumber(_ path: String) -> Bool {
        let form = HeadingNames.form(DraftText.lastName(of: path))
        guard !["seq", "rowno", "lineno"].contains(form) else { return false }
        return ["id", "no", "number", "num", "code", "番号", "コード"].contains { form.hasSuffix($0) }
    }

    private func isEverywhere(_ path: String, _ list: ProfileDraft.List) -> Bool {
        path.hasSuffix("]") || survey.branches[list.record + "/" + path]?.count ?? 0 >= list.count
    }

    /// How a field is read: kinds and makers are written in many ways, and amounts in units.
    private func rule(for field: FieldInfo?, _ path: String, in list: ProfileDraft.List) -> String {
        switch (field?.key, field?.type) {
        case ("equipment_kind", _): "{\"from\": \(quoted(path)), \"map\": \"equipment-kinds\"}"
        case ("vendor", .text): "{\"from\": \(quoted(path)), \"map\": \"vendors\"}"
        case (_, .yen):
            unit(path, list).map { "{\"from\": \(quoted(path)), \"unit\": \(quoted($0))}" } ?? quoted(path)
        default: quoted(path)
        }
    }

    /// The unit of amounts that the name or an attribute beside the value tells.
    private func unit(_ path: String, _ list: ProfileDraft.List) -> String? {
        let beside = ["単位", "unit"].lazy.compactMap {
            survey.branches["\(list.record)/\(path)/@\($0)"]?.examples.first
        }.first
        return HeadingNames.unit(beside.map { "（\($0)）" } ?? DraftText.lastName(of: path))
    }

    /// What a value is called: the last step's name, or the name in its predicate.
    static func lastName(of path: String) -> String {
        if path.hasSuffix("']"), let quote = path.dropLast(2).lastIndex(of: "'") {
            return String(path[path.index(after: quote)...].dropLast(2))
        }
        return path.split(separator: "/").last.map { String($0.drop { $0 == "@" }) } ?? ""
    }

    private func list(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: ", "))]" }

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
