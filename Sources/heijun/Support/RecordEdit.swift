import HeijunModel

/// One record's fields as `set` asks for them, against what is stored.
struct RecordEdit {
    let change: Change

    /// - Parameter record: A system's key, or `KIND:KEY`; a record that does not exist yet is made where a kind is
    ///   given and the fields suffice.
    init(_ record: String, _ assignments: [String], in stored: [Entry]) throws {
        let (kind, key) = try RecordEdit.target(record)
        let before = stored.first { $0.kind == kind.name && kind.key(of: $0.values) == key }?.values
        guard before != nil || record.contains(":") else { throw RecordEdit.unknown(key, kind, stored) }
        var after = before ?? RecordEdit.identity(of: kind, key)
        for assignment in assignments { try RecordEdit.apply(assignment, to: &after, kind) }
        try RecordEdit.checkRequired(after, kind, key)
        guard kind.key(of: after) == key else {
            throw Failure(
                ja: "\(kind.title.ja)のキーは変更できません。新しい記録を作り、後継に指定してください。",
                en: "A record's key cannot change. Make a new record and name it as the successor.", .usage)
        }
        change = Change(kind: kind.name, key: key, before: before, after: after)
    }

    /// The kind and key that a record's name on the command line means.
    static func target(_ record: String) throws -> (RecordKind, String) {
        guard let colon = record.firstIndex(of: ":") else { return (ITSystem.kind, record) }
        let name = String(record[..<colon])
        guard let kind = RecordKind.named(name) else {
            let names = RecordKind.all.map(\.name)
            let hint =
                closest(to: name, among: names).map { say("「\($0)」ではありませんか。", "Did you mean “\($0)”?") } ?? ""
            throw Failure(
                ja: "「\(name)」という種別はありません。\(hint)種別: \(names.joined(separator: "、"))",
                en: "There is no kind “\(name)”. \(hint) Kinds: \(names.joined(separator: ", "))", .usage)
        }
        return (kind, String(record[record.index(after: colon)...]))
    }

    private static func apply(_ assignment: String, to values: inout [String?], _ kind: RecordKind) throws {
        guard let equals = assignment.firstIndex(of: "=") else {
            throw Failure(
                ja: "「\(assignment)」は 項目=値 の形で書いてください。",
                en: "Write “\(assignment)” as field=value.", .usage)
        }
        let name = String(assignment[..<equals])
        let text = String(assignment[assignment.index(after: equals)...])
        guard let position = kind.position[name] ?? kind.fields.firstIndex(where: { $0.title.ja == name })
        else {
            let hint = closest(to: name, among: kind.fields.map(\.key)).map {
                say("「\($0)」ではありませんか。", "Did you mean “\($0)”?")
            }
            throw Failure(
                ja: "\(kind.title.ja)に「\(name)」という項目はありません。\(hint ?? "")",
                en: "\(kind.title.en) has no field “\(name)”. \(hint ?? "")", .usage)
        }
        do {
            let canonical = text.isEmpty ? "" : try kind.fields[position].canonical(text)
            values[position] = canonical.isEmpty ? nil : canonical
        } catch {
            let title = kind.fields[position].title
            throw Failure(
                ja: "\(title.ja)（\(name)）: \(error.words.ja)", en: "\(title.en) (\(name)): \(error.words.en)",
                .usage)
        }
    }

    /// The values of a record that has its key only.
    private static func identity(of kind: RecordKind, _ key: String) -> [String?] {
        var values = [String?](repeating: nil, count: kind.fields.count)
        let parts = kind.identityPositions.count == 1 ? [key] : key.split(separator: "/").map(String.init)
        for (position, part) in zip(kind.identityPositions, parts) {
            values[position] = part.replacing("%2F", with: "/").replacing("%25", with: "%")
        }
        return values
    }

    private static func checkRequired(_ values: [String?], _ kind: RecordKind, _ key: String) throws {
        for (field, value) in zip(kind.fields, values) where field.isRequired && value == nil {
            throw Failure(
                ja: "\(kind.title.ja)「\(key)」: \(field.title.ja)（\(field.key)）は必須です。\(field.key)=値 を加えてください。",
                en:
                    "\(kind.title.en) “\(key)”: \(field.title.en) (\(field.key)) is required. Add \(field.key)=value.",
                .usage)
        }
    }

    /// The refusal of a key that no record has.
    static func unknown(_ key: String, _ kind: RecordKind, _ stored: [Entry]) -> Failure {
        let entries = stored.filter { $0.kind == kind.name }
        let keys = entries.map { kind.key(of: $0.values) }
        let named = entries.filter { entry in
            ["name", "short_name"].contains { kind.position[$0].map { entry.values[$0] == key } ?? false }
        }
        let near = named.first.map { kind.key(of: $0.values) } ?? closest(to: key, among: keys)
        let hint =
            named.isEmpty
            ? near.map { say("「\($0)」ではありませんか。", "Did you mean “\($0)”?") } ?? ""
            : near.map { say("その名前のものは \($0) です。ID で指定してください。", "That is the name of \($0); give its key.") }
                ?? ""
        return Failure(
            ja: "\(kind.title.ja)「\(key)」は台帳にありません。\(hint)",
            en: "No \(kind.title.en.lowercased()) is called “\(key)”. \(hint)", .refused)
    }
}

/// A reference of a changed record to nothing that is stored.
struct DanglingReference {
    let field: FieldInfo
    let kind: RecordKind
    let key: String
}

/// The references of a change that lead nowhere.
func danglingReferences(of change: Change, in stored: [Entry]) -> [DanglingReference] {
    guard let kind = RecordKind.named(change.kind), let after = change.after else { return [] }
    return kind.fields.indices.flatMap { index -> [DanglingReference] in
        guard case .reference(let name) = kind.fields[index].type, let target = RecordKind.named(name),
            let text = after[index], change.before?[index] != text
        else { return [] }
        let keys = kind.fields[index].isList ? text.split(separator: " ").map(String.init) : [text]
        let known = Set(stored.lazy.filter { $0.kind == name }.map { target.key(of: $0.values) })
        return keys.filter { !known.contains($0) }.map {
            DanglingReference(field: kind.fields[index], kind: target, key: $0)
        }
    }
}
