import HeijunModel

/// A path to elements or attributes, the streamable part of XPath: child steps, `*`, `//`, `@name`, predicates on an
/// attribute, on a child's value or on the position, and `.` for the record itself.
struct RecordPath: Sendable {
    /// Whether it begins at the file's root and not at the record.
    var isAbsolute = false
    var steps: [Step] = []
    /// The attribute at its end, where it ends with one.
    var attribute: NameTest?
    /// As it was written.
    var text = ""

    /// One step down.
    struct Step: Sendable {
        var test: NameTest
        /// Whether any number of levels may lie between.
        var isDeep = false
        var predicates: [Predicate] = []
    }

    /// What an element must have.
    enum Predicate: Sendable {
        /// The attribute, with that value where one is given; or, where it is not wanted, without it.
        case attribute(NameTest, String?, isWanted: Bool)
        /// The attribute, with that word among those that blanks part.
        case word(NameTest, String)
        /// A descendant's text, with that value where one is given; or, where it is not wanted, nothing such.
        case child(RecordPath, String?, isWanted: Bool)
        /// Its number among those that fit, from 1.
        case position(Int)
    }
}

/// A name to compare with: in any namespace unless a prefix says which.
struct NameTest: Hashable, Sendable {
    /// The local name; nil takes any.
    let local: String?
    /// The namespace; nil takes any.
    let namespace: String?
}

/// Reads the text of a path.
struct PathScanner {
    private let text: String
    private let characters: [Unicode.Scalar]
    private var at = 0
    private let namespaces: [String: String]
    private let place: Place
    private static let stepLimit = 32, predicateLimit = 8

    /// Reads alternatives parted by `|`.
    static func union(
        _ text: String, _ namespaces: [String: String], at place: Place
    ) throws(ProfileError) -> [RecordPath] {
        var scanner = PathScanner(text, namespaces, place)
        var paths = [try scanner.path()]
        while scanner.take("|") { paths.append(try scanner.path()) }
        guard scanner.at == scanner.characters.count else { throw scanner.failure }
        return paths
    }

    private init(_ text: String, _ namespaces: [String: String], _ place: Place) {
        self.text = text
        characters = Array(text.unicodeScalars)
        self.namespaces = namespaces
        self.place = place
    }

    private var failure: ProfileError {
        ProfileError(
            .badPath(text, string(min(at, characters.count)..<min(at + 20, characters.count))), at: place)
    }

    private mutating func take(_ word: String) -> Bool {
        while at < characters.count, isBlank(characters[at]) { at += 1 }
        guard characters[at...].starts(with: word.unicodeScalars) else { return false }
        at += word.unicodeScalars.count
        return true
    }

    private func string(_ range: Range<Int>) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: characters[range])
        return String(scalars)
    }

    private mutating func path(isInner: Bool = false) throws(ProfileError) -> RecordPath {
        let start = at
        var path = RecordPath()
        var isDeep = take("//")
        if isDeep { path.isAbsolute = false } else if !isInner, take("/") { path.isAbsolute = true }
        if take(".//") { isDeep = true } else if take("./") {}
        repeat {
            if take("@") {
                path.attribute = try name(isAttribute: true)
                break
            }
            if take("text()") { break }
            if take(".") {
                guard path.steps.isEmpty, !isDeep else { throw failure }
                break
            }
            var step = RecordPath.Step(test: try name(isAttribute: false), isDeep: isDeep)
            while take("[") { step.predicates.append(try predicate()) }
            guard step.predicates.count <= PathScanner.predicateLimit else {
                throw ProfileError(.tooMuch("predicates", limit: PathScanner.predicateLimit), at: place)
            }
            path.steps.append(step)
            isDeep = take("//")
        } while isDeep || take("/")
        guard path.steps.count <= PathScanner.stepLimit else {
            throw ProfileError(.tooMuch(text, limit: PathScanner.stepLimit), at: place)
        }
        path.text = String(trimmed(string(start..<at)))
        return path
    }

    private mutating func predicate() throws(ProfileError) -> RecordPath.Predicate {
        if take("@") {
            let test = try name(isAttribute: true)
            if take("~=") { return try closed(.word(test, try literal())) }
            let isWanted = !take("!=")
            let value = !isWanted || take("=") ? try literal() : nil
            return try closed(.attribute(test, value, isWanted: isWanted))
        }
        _ = take(" ")
        let start = at
        while at < characters.count, ("0"..."9").contains(characters[at]) { at += 1 }
        if at > start {
            guard let number = Int(string(start..<at)), number > 0 else { throw failure }
            return try closed(.position(number))
        }
        let isWanted = !take("not(")
        let inner = try path(isInner: true)
        let value = take("=") ? try literal() : nil
        guard isWanted || take(")") else { throw failure }
        return try closed(.child(inner, value, isWanted: isWanted))
    }

    private mutating func closed(
        _ predicate: RecordPath.Predicate
    ) throws(ProfileError) -> RecordPath.Predicate {
        guard take("]") else { throw failure }
        return predicate
    }

    private mutating func literal() throws(ProfileError) -> String {
        _ = take(" ")
        guard at < characters.count, characters[at] == "'" || characters[at] == "\"" else { throw failure }
        let quote = characters[at]
        guard let end = characters[(at + 1)...].firstIndex(of: quote) else { throw failure }
        defer { at = end + 1 }
        return string(at + 1..<end)
    }

    private mutating func name(isAttribute: Bool) throws(ProfileError) -> NameTest {
        if take("*") { return NameTest(local: nil, namespace: nil) }
        let start = at
        while at < characters.count, isNamePart(characters[at]) { at += 1 }
        let parts = string(start..<at).split(separator: ":", omittingEmptySubsequences: false)
        guard at > start, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { throw failure }
        guard parts.count == 2 else { return NameTest(local: String(parts[0]), namespace: nil) }
        guard let namespace = namespaces[String(parts[0])] else {
            throw ProfileError(.unknownPrefix(String(parts[0])), at: place)
        }
        return NameTest(local: parts[1] == "*" ? nil : String(parts[1]), namespace: namespace)
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "/", "|", "[", "]", "@", "=", "'", "\"", "(", ")", "{", "}", "<", ">", "&", "*", ",", ";", "!",
            "~":
            false
        default: !isBlank(scalar)
        }
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }
}
