import CLibXML2
public import HeijunModel

/// Looks at an unknown XML file: its elements and attributes, how often they come, and examples of their texts.
public final class FileSurvey {
    private let events = Survey()
    private let parser: PushParser?
    private var source = TextSource()
    private var failure: ImportError?

    /// Starts a survey.
    public init() {
        let events = events
        parser = PushParser(limits: .vendor) { _ in events }
    }

    /// Whether nothing more can be learned.
    public var isDone: Bool { failure != nil || parser?.failure != nil }

    /// Looks at the next bytes.
    public func feed(_ bytes: UnsafeRawBufferPointer) { take(bytes, isLast: false) }

    /// Ends the file; gives back what is wrong with it, where it is no XML.
    public func finish() -> ImportError? {
        take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if failure == nil { parser?.finish() }
        return failure ?? parser?.failure
    }

    private func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
        guard !isDone, let parser else { return }
        do {
            try source.feed(bytes, isLast: isLast) { parser.push($0) }
        } catch {
            failure = error
        }
    }

    /// Everything at one path.
    struct Branch {
        var count = 0
        var examples: [String] = []
        /// Whether texts stand in it.
        var hasText = false
        /// Whether other elements stand in it.
        var hasChildren = false
    }

    /// What was seen, by path; attributes with `@`.
    var branches: [String: Branch] { events.branches }
    /// The outermost element and its namespace.
    var root: (name: String, namespace: String) { (events.root, events.namespace) }

    private final class Survey: XMLEvents {
        var branches: [String: Branch] = [:]
        var root = "", namespace = ""
        private var path: [String] = []
        private var text: [UInt8] = []
        private static let pathLimit = 4000, depthLimit = 12

        func start(_ tag: StartTag) throws(ImportError) {
            if path.isEmpty { (root, namespace) = (tag.name.string, tag.namespace?.string ?? "") }
            if let parent = path.last { branches[parent]?.hasChildren = true }
            let own = (path.last ?? "") + "/" + tag.name.string
            path.append(own)
            text.removeAll(keepingCapacity: true)
            guard path.count <= Survey.depthLimit else { return }
            add(own, nil)
            for index in 0..<tag.attributeCount {
                guard let attribute = tag.attribute(index) else { continue }
                add(
                    own + "/@" + attribute.name.string,
                    String(decoding: attribute.value.prefix(200), as: UTF8.self))
            }
        }

        private func add(_ path: String, _ example: String?) {
            guard branches[path] != nil || branches.count < Survey.pathLimit else { return }
            var branch = branches[path] ?? Branch()
            if example == nil || path.contains("@") { branch.count += 1 }
            if let example = example.map({ String(trimmed($0)) }), !example.isEmpty {
                branch.hasText = true
                if branch.examples.count < 3, !branch.examples.contains(example) {
                    branch.examples.append(String(example.prefix(40)))
                }
            }
            branches[path] = branch
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {
            if text.count < 200 { text.append(contentsOf: bytes.prefix(200)) }
        }

        func end(_ cursor: Cursor) throws(ImportError) {
            let own = path.removeLast()
            if branches[own]?.hasChildren == false { add(own, String(decoding: text, as: UTF8.self)) }
            text.removeAll(keepingCapacity: true)
        }
    }
}

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
            guard let field = known[matchForm(String(name))], taken.insert(field).inserted else { return nil }
            return field
        }
    }

    private func json(
        _ record: String, _ kind: RecordKind,
        _ fields: [(path: String, field: FieldInfo?, examples: [String])]
    ) -> String {
        let key =
            fields.first { $0.field?.key == "id" }?.path
            ?? fields.first { ["serial", "uuid", "host", "name"].contains($0.field?.key) }?.path
            ?? fields[0].path
        var given = fields.filter { $0.field != nil && $0.field?.key != "id" }
            .map { "        \(quoted($0.field?.key ?? "")): \(quoted($0.path))" }
        if kind.position["name"] != nil, !fields.contains(where: { $0.field?.key == "name" }) {
            given.insert("        \"name\": \(quoted(key))", at: 0)
        }
        let unused = fields.filter { $0.field == nil }
            .map { "        " + quoted("\($0.path) = \($0.examples.first ?? "")") }
        return """
            {
              "id": \(quoted(keyForm(root.name.lowercased()).filter(\.isASCII).isEmpty ? "my-format" : keyForm(root.name.lowercased()).filter(\.isASCII))),
              "version": 1,
              "title": \(quoted(root.name)),
              "detect": {"root": \(quoted(root.name)), "namespace": \(quoted(root.namespace))},
              "records": [
                {
                  "path": \(quoted(record)),
                  "kind": \(quoted(kind.name)),
                  "key": [\(quoted(key))],
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
