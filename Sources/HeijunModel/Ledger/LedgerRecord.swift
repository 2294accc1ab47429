/// One kind of entry of the ledger.
///
/// A kind is described once, by its list of fields; the inventory XML, its schema, CSV, the store's columns,
/// the history and the reports all derive from that list.
public protocol LedgerRecord: Hashable, Sendable {
    /// The kind's description.
    static var kind: RecordKind { get }
    /// Every field, in the order in which files and forms show them.
    static var fields: [Field<Self>] { get }
    /// An empty record, to be filled field by field.
    init()
}

/// What is known of a kind of record without its Swift type.
public struct RecordKind: Sendable {
    /// The name in files, the store and on the command line.
    public let name: String
    /// The kind as people call it.
    public let title: Words
    /// The keys of the fields that together name a record; the parent's key is the first of them.
    public let identity: [String]
    /// The kind whose records contain this one's, by the field that `identity` begins with; nil at the top.
    public let parent: String?
    /// Every field's description, in order.
    public let fields: [FieldInfo]
    /// Position of each field by its key.
    public let position: [String: Int]
    /// Positions of the identity fields.
    public let identityPositions: [Int]
    let entries: @Sendable (Portfolio) -> [Entry]
    let add: @Sendable (inout Portfolio, Entry) throws(EntryProblem) -> Void

    /// Describes the kind whose records are `path` in a portfolio.
    static func of<Record: LedgerRecord>(
        _ path: any WritableKeyPath<Portfolio, [Record]> & Sendable, name: String, ja: String, en: String,
        identity: [String], parent: String? = nil
    ) -> RecordKind {
        let fields = Record.fields
        let infos = fields.map(\.info)
        let position = Dictionary(uniqueKeysWithValues: infos.enumerated().map { ($1.key, $0) })
        return RecordKind(
            name: name, title: Words(ja: ja, en: en), identity: identity, parent: parent, fields: infos,
            position: position, identityPositions: identity.compactMap { position[$0] },
            entries: { portfolio in
                portfolio[keyPath: path].map { Entry(kind: name, values: $0.texts) }
            },
            add: { (portfolio, entry) throws(EntryProblem) in
                portfolio[keyPath: path].append(try Record(entry))
            })
    }
}

extension RecordKind: Equatable, Hashable {
    public static func == (left: RecordKind, right: RecordKind) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A record as texts: the form that files, the store and the history share.
public struct Entry: Hashable, Sendable {
    /// Name of its kind.
    public let kind: String
    /// The kept text of each field, in the kind's order; nil where empty.
    public var values: [String?]

    /// Makes an entry of the named kind.
    public init(kind: String, values: [String?]) {
        self.kind = kind
        self.values = values
    }
}

/// A value that does not fit its field, when a record is made of texts.
public struct EntryProblem: Error, Hashable, Sendable {
    /// The field's key.
    public let field: String
    /// What is wrong.
    public let problem: ValueProblem

    /// A name that is no kind of record.
    static func unknownKind(_ name: String) -> EntryProblem {
        let names = RecordKind.all.map(\.name)
        return EntryProblem(
            field: "kind",
            problem: .unknownChoice(name, allowed: names, closest: closest(to: name, among: names)))
    }
}

extension LedgerRecord {
    /// Makes a record of an entry's texts.
    public init(_ entry: Entry) throws(EntryProblem) {
        self.init()
        // By index: a copy of a field, with its titles and notes, would cost more than the reading.
        let fields = Self.fields
        for index in 0..<min(fields.count, entry.values.count) {
            let text = entry.values[index]
            if text == nil && !fields[index].info.isRequired { continue }
            do {
                try fields[index].put(&self, text)
            } catch {
                throw EntryProblem(field: fields[index].info.key, problem: error)
            }
        }
    }

    /// The record as texts.
    public var entry: Entry { Entry(kind: Self.kind.name, values: texts) }

    /// The kept text of every field, in order.
    var texts: [String?] {
        let fields = Self.fields
        return fields.indices.map { fields[$0].text(self) }
    }

    /// The key that names the record among its kind.
    public var recordKey: String { Self.kind.key(of: texts) }
}
