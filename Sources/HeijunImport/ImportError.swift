public import HeijunModel

/// One thing that is wrong with a file, with its place. `words` says it and what to do.
public struct ImportError: Error, Hashable, Codable, Sendable {
    /// Where it is in the file.
    public let place: Place
    /// What is wrong.
    public let reason: Reason
    /// The element or column at fault, such as `system/cost/@year`; empty for the file as a whole.
    public let element: String
    /// The key of the record, as far as it is known.
    public let key: String

    /// Makes an error.
    public init(_ reason: Reason, at place: Place, element: String = "", key: String = "") {
        self.reason = reason
        self.place = place
        self.element = element
        self.key = key
    }

    /// Line and column, from 1.
    public var line: Int { place.line }
    /// Column of the place, from 1.
    public var column: Int { place.column }
    /// Short stable code, as `import --json` reports it.
    public var code: String { reason.code }
    /// The value as it was seen; empty where there was none.
    public var seen: String { reason.seen }
    /// What is wrong and what to do.
    public var words: Words { reason.words }
}

extension ImportError {
    /// Everything that can be wrong with a file.
    public indirect enum Reason: Error, Hashable, Codable, Sendable {
        // The file as a whole: nothing of it can be used.
        case emptyFile
        case notXML(FileFormat)
        case unknownEncoding(String)
        case wrongEncoding(declared: String, actual: String)
        case badBytes(encoding: String, bytes: String)
        case doctype(String)
        case entity(String)
        /// What libxml2 found: its error code and its own sentence.
        case malformed(code: Int, detail: String)
        case mismatchedTag(open: String, line: Int, found: String)
        case truncated(open: String)
        case wrongRoot(String)
        case wrongNamespace(String)
        case wrongVersion(String)
        case tooLarge(Measure, limit: Int)
        // Single records.
        case unknownElement(String, closest: String?)
        case unknownAttribute(String, closest: String?)
        case unknownColumn(String, closest: String?)
        case misplaced(String, inside: String)
        case mustBeAttribute(String)
        case strayText(String)
        case givenTwice(String)
        case missingField(FieldName)
        case missingColumn(FieldName)
        case value(ValueProblem, field: FieldName)
        case controlCharacter(String)
        case duplicateKey(String, first: Place)
        case dangling(String, kind: String, title: Words, closest: String?)
        // Records of vendors' formats.
        case unknownFormat(root: String, namespace: String)
        case notOfProfile(String, root: String)
        case noKey(seen: String, paths: [String])
        case unmapped(String, field: FieldName)
        case notASize(String)
        case noHeadings
        /// A column that no field of the ledger is named for.
        case unreadColumn(String, kind: Words, closest: String?)
        /// A sheet without a row of headings.
        case unreadSheet(String)
        /// A row of a table that is no record: a sum or a remark.
        case passedOver(String)
        /// A file of a known format in which no record was found.
        case noRecords(String)
        /// A reference to a record that neither the file nor the ledger holds.
        case looseReference(String, kind: Words)
        /// Characters that only the machine that made the file can show, the first of them as `U+E000`.
        case privateUse(String, count: Int)
        /// The file is in a later XML than 1.0.
        case laterXML(String)
        // Schemas and corrections.
        case invalid(String)
        case noPlace(String)
        case wrongCellCount(Int, expected: Int)
        case unclosedQuote
        case strayQuote
    }

    /// A field as messages name it.
    public struct FieldName: Hashable, Codable, Sendable {
        /// Key and title.
        public let key: String, title: Words
        public init(_ field: FieldInfo) { (key, title) = (field.key, field.title) }
        init(key: String, title: Words) { (self.key, self.title) = (key, title) }
    }

    /// What a file that is not XML seems to be.
    public enum FileFormat: String, Hashable, Codable, Sendable { case zip, gzip, json, database, unknown }

    /// What a limit measures.
    public enum Measure: String, Hashable, Codable, Sendable {
        case file, field, tag, depth, names, records, errors, attributes, namespaces, record, held, ambiguity,
            schema
    }
}

extension ImportError.Reason {
    var code: String {
        switch self {
        case .emptyFile: "empty-file"
        case .notXML: "not-xml"
        case .unknownEncoding: "unknown-encoding"
        case .wrongEncoding: "wrong-encoding"
        case .badBytes: "bad-bytes"
        case .doctype: "doctype"
        case .entity: "entity"
        case .malformed: "malformed"
        case .mismatchedTag: "mismatched-tag"
        case .truncated: "truncated"
        case .wrongRoot: "wrong-root"
        case .wrongNamespace: "wrong-namespace"
        case .wrongVersion: "wrong-version"
        case .tooLarge(let measure, _): "too-large-\(measure.rawValue)"
        case .unknownElement: "unknown-element"
        case .unknownAttribute: "unknown-attribute"
        case .unknownColumn: "unknown-column"
        case .misplaced: "misplaced"
        case .mustBeAttribute: "must-be-attribute"
        case .strayText: "stray-text"
        case .givenTwice: "given-twice"
        case .missingField: "missing-field"
        case .missingColumn: "missing-column"
        case .value(let problem, _): problem.code
        case .controlCharacter: "control-character"
        case .duplicateKey: "duplicate-key"
        case .dangling: "dangling-reference"
        case .unknownFormat: "unknown-format"
        case .notOfProfile: "not-of-profile"
        case .noKey: "no-key"
        case .unmapped: "unmapped"
        case .notASize: "not-a-size"
        case .noHeadings: "no-headings"
        case .unreadColumn: "unread-column"
        case .unreadSheet: "unread-sheet"
        case .passedOver: "passed-over"
        case .noRecords: "no-records"
        case .looseReference: "loose-reference"
        case .privateUse: "private-use"
        case .laterXML: "later-xml"
        case .invalid: "invalid-against-schema"
        case .noPlace: "no-place"
        case .wrongCellCount: "wrong-cell-count"
        case .unclosedQuote: "unclosed-quote"
        case .strayQuote: "stray-quote"
        }
    }

    var seen: String {
        switch self {
        case .unknownEncoding(let text), .doctype(let text), .entity(let text), .wrongRoot(let text),
            .wrongNamespace(let text), .wrongVersion(let text), .strayText(let text), .givenTwice(let text),
            .mustBeAttribute(let text), .controlCharacter(let text):
            text
        case .unknownElement(let text, _), .unknownAttribute(let text, _), .unknownColumn(let text, _),
            .misplaced(let text, _), .duplicateKey(let text, _), .dangling(let text, _, _, _):
            text
        case .badBytes(_, let bytes): bytes
        case .unknownFormat(let root, _), .notOfProfile(_, let root): root
        case .noKey(let seen, _), .unmapped(let seen, _), .notASize(let seen): seen
        case .unreadColumn(let text, _, _), .looseReference(let text, _), .noPlace(let text),
            .privateUse(let text, _), .laterXML(let text), .unreadSheet(let text), .passedOver(let text),
            .noRecords(let text):
            text
        case .wrongEncoding(let declared, _): declared
        case .mismatchedTag(_, _, let found): found
        case .value(let problem, _): problem.seen
        case .wrongCellCount(let count, _): "\(count)"
        case .emptyFile, .noHeadings, .invalid, .notXML, .malformed, .truncated, .tooLarge, .missingField,
            .missingColumn,
            .unclosedQuote, .strayQuote:
            ""
        }
    }
}
