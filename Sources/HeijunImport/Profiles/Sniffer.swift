import CLibXML2
import HeijunModel

/// What the beginning of a file shows of its format: the outermost element and the paths below it.
struct FileGlimpse {
    var root = "", namespace = ""
    /// Paths from the root, such as `CONTENT/HARDWARE` and `@version`.
    var paths: Set<String> = []

    /// Looks at the first bytes of a file; whatever is wrong with them is left for the reading to say.
    init(_ head: [UInt8]) {
        let events = Glimpse()
        var limits = Limits.vendor
        limits.pendingBytes = head.count + 1
        guard let parser = PushParser(limits: limits, events: { _ in events }) else { return }
        var source = TextSource()
        head.withUnsafeBytes { bytes in
            try? source.feed(bytes, isLast: bytes.count < FileHead.length) { parser.push($0) }
        }
        (root, namespace, paths) = (events.root, events.namespace, events.paths)
    }

    /// Notes roots and paths, as many as any profile could ask for.
    private final class Glimpse: XMLEvents {
        var root = "", namespace = ""
        var paths: Set<String> = []
        private var open: [String] = []
        private static let depth = 5, count = 5000

        func start(_ tag: StartTag) throws(ImportError) {
            if open.isEmpty {
                root = tag.name.string
                namespace = tag.namespace?.string ?? ""
            }
            open.append(tag.name.string)
            guard open.count <= Glimpse.depth, paths.count < Glimpse.count else { return }
            let path = open.dropFirst().joined(separator: "/")
            if !path.isEmpty { paths.insert(path) }
            for index in 0..<tag.attributeCount {
                guard let attribute = tag.attribute(index) else { continue }
                paths.insert(path + (path.isEmpty ? "@" : "/@") + attribute.name.string)
            }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Cursor) throws(ImportError) {}
        func end(_ cursor: Cursor) throws(ImportError) { open.removeLast() }
    }
}

extension Profile.Detection {
    /// Whether a file is of this format.
    func fits(_ file: FileGlimpse) -> Bool {
        guard roots.isEmpty || roots.contains(file.root) || roots.contains("*"),
            namespaces.isEmpty || namespaces.contains(where: { matches($0, file.namespace) })
        else { return false }
        guard has.isEmpty || has.contains(where: file.paths.contains) else { return false }
        return !without.contains(where: file.paths.contains)
    }

    private func matches(_ pattern: String, _ namespace: String) -> Bool {
        pattern.hasSuffix("*") ? namespace.hasPrefix(pattern.dropLast()) : namespace == pattern
    }
}

extension Profile {
    /// What to say of a file that none of the profile's records was found in, where its first bytes are of another
    /// format too.
    public func mismatch(head: [UInt8]) -> ImportError? {
        let file = FileGlimpse(head)
        guard !detection.fits(file) else { return nil }
        return ImportError(.notOfProfile(id, root: file.root), at: .start)
    }
}

/// The format that a file is of.
public enum FileFormatGuess: Sendable {
    /// Heijun's own inventory, or no XML at all: its reader says what is wrong.
    case inventory
    case profile(Profile)
    /// An outermost element that no profile knows.
    case unknown(root: String, namespace: String)
}

extension FileFormatGuess {
    /// Bytes of a file that are enough to judge it by.
    public static let headBytes = 1 << 18

    /// Whether the first bytes of a file, a few thousand of them, show Heijun's own inventory already.
    public static func isInventory(_ start: ArraySlice<UInt8>) -> Bool {
        FileGlimpse(Array(start.prefix(4096))).namespace.hasPrefix("urn:heijun:")
    }

    /// Judges a file by its first bytes: the first profile of the list that fits is taken.
    public init(head: [UInt8], profiles: [Profile]) {
        let file = FileGlimpse(head)
        if file.root.isEmpty || file.namespace.hasPrefix("urn:heijun:") {
            self = .inventory
        } else if let profile = profiles.first(where: { $0.detection.fits(file) }) {
            self = .profile(profile)
        } else if file.root == InventoryFormat.root {
            self = .inventory
        } else {
            self = .unknown(root: file.root, namespace: file.namespace)
        }
    }
}
