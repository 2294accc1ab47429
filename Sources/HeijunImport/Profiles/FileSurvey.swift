import CLibXML2
import HeijunModel

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
        /// Attributes may name the values beside them: their examples are kept as names.
        private static let nameLimit = 40

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
                let limit = path.contains("@") ? Survey.nameLimit : 3
                if branch.examples.count < limit, !branch.examples.contains(example) {
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
