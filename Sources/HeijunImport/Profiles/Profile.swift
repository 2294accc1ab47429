public import HeijunModel

/// An import profile (取込プロファイル): how the records of one XML format become records of the ledger.
///
/// It is data, not code: a JSON file that names the record elements and, for each field of the ledger, the path at
/// which its value stands. All paths together become one matcher that reads the file once.
public struct Profile: Sendable {
    /// Name on the command line, such as `glpi-computer`.
    public let id: String
    /// Grows whenever its meaning changes; kept with everything that was imported with it.
    public let version: Int
    /// What it reads.
    public let title: Words
    let detection: Detection
    let namespaces: [String: String]
    let maps: [String: ValueMap]
    /// Texts that are no identity, without width and case, beside those that are never taken.
    let placeholders: Set<String>
    let tables: [LookupTable]
    var records: [RecordRule]
    /// Folders inside one delivery, in capitals: the delivery's own is the one around them.
    let innerFolders: Set<String>
    /// The grid of cells that the records stand in, where the format is a spreadsheet.
    public let isSpreadsheet: Bool

    /// The fields that tie a record of a kind to one of the ledger whose key is another, in order of trust.
    public func matchFields(of kind: RecordKind) -> [String] {
        records.first { $0.kind == kind && !$0.match.isEmpty }?.match ?? []
    }

    /// The kinds that its outermost records become.
    public var kinds: [RecordKind] { records.map(\.kind) }

    /// Whether each of its records stands for itself: one field names it, and it refers to no other.
    public var isFlat: Bool {
        records.allSatisfy { rule in
            rule.children.isEmpty && !rule.takesFirst && rule.kind.identityPositions.count == 1
                && !rule.kind.fields.indices.contains { rule.fills($0) && rule.kind.fields[$0].isReference }
        }
    }

    /// `id` and version as imports record them: `glpi-computer-1`.
    public var name: String { "\(id)-\(version)" }

    /// How a file is known to be of this format.
    struct Detection: Sendable {
        /// Names that the outermost element may have; `*` stands for any.
        var roots: [String] = []
        /// Namespaces that it may be in; a `*` at the end stands for any ending. Empty takes any.
        var namespaces: [String] = []
        /// Paths from the root that the file must show.
        var has: [String] = []
        /// Paths from the root that it must not show.
        var without: [String] = []
    }

    /// Values of the source and what the ledger calls them.
    struct ValueMap: Sendable {
        /// By the source's value, without width and case.
        var values: [String: String] = [:]
        /// Beginnings of values, in order: the first that the value begins with decides.
        var starts: [(part: String, value: String)] = []
        /// Parts of values, in order: the first that is part of the value decides.
        var parts: [(part: String, value: String)] = []
        /// For any other value; nil keeps the value, an empty text drops it.
        var otherwise: String?
    }

    /// Names that stand elsewhere in the file, perhaps after their use, by a key.
    struct LookupTable: Sendable {
        let name: String
        let path: RecordPath
        let key: RecordPath
        let value: RecordPath
    }

    /// How one element becomes a record.
    struct RecordRule: Sendable {
        let paths: [RecordPath]
        let kind: RecordKind
        /// Keys in order of trust: each of parts that must all be there.
        var keys: [[KeyPart]]
        /// Fields that tie a record to one of the ledger whose key is another.
        let match: [String]
        /// Whether a second record of the same key is passed over rather than rejected.
        let takesFirst: Bool
        var fields: [FieldRule]
        let pairs: PairRule?
        var children: [RecordRule]

        /// Whether any value of a file can come into a field.
        func fills(_ field: Int) -> Bool {
            fields.contains { $0.field == field }
                || pairs?.fields.values.contains { $0.field == field } == true
        }
    }

    /// A part of a key.
    enum KeyPart: Sendable {
        /// The key of the record around.
        case parent
        case text(String)
        case paths([RecordPath])
        /// The folder that the file came in.
        case folder
    }

    /// Where a field's value stands and how it is read.
    struct FieldRule: Sendable {
        let field: Int
        /// Alternatives in order; the first that is there counts.
        var paths: [RecordPath] = []
        /// A value that every record gets, where no path has one.
        var constant: String?
        /// Whether the value is the folder that the file came in.
        var isFolder = false
        /// Whether the field takes the key of the record around.
        var isParent = false
        /// Whether the value is the key of another record of the file, brought into a key's form as keys are.
        var isKey = false
        /// Whether the value names a record beside this one: it is put where the last part of this record's key stands.
        var isBeside = false
        var many = Many.first
        var separator = " "
        var map: ValueMap?
        var unit: Unit?
        var format: Format?
        var prefix = ""
        var isRequired = false
        /// Where the rule stands in the profile.
        var place = Place.start
    }

    /// What becomes of several values.
    enum Many: String, CaseIterable, Sendable { case first, last, join }

    /// What a bare number counts.
    enum Unit: Sendable {
        /// A text put after it, such as 千円.
        case suffix(String)
        /// A size to be kept in MiB; the unit as given, or where it stands.
        case size(String?, [RecordPath])
    }

    /// How a text must be taken apart before the field reads it.
    enum Format: String, CaseIterable, Sendable {
        /// `MM/DD/YYYY`.
        case monthDayYear = "MM/DD/YYYY"
        case dayMonthYear = "DD/MM/YYYY"
        /// Seconds since 1970, UTC.
        case unix
        /// The date of a date and time.
        case date
        /// `PT8H30M0S` in whole hours.
        case hours
        /// Hundredths of the unit of money.
        case hundredths
        /// The part before the first `/`, `,` or `;`.
        case firstPart
        /// The part before ` (`.
        case beforeParenthesis
        /// The part after the last `/`, `:` or `#`.
        case lastPart
    }

    /// Named values of a record: `<property name="…">value</property>`.
    struct PairRule: Sendable {
        let paths: [RecordPath]
        let names: [RecordPath]
        let values: [RecordPath]
        /// The table in which the name is looked up.
        let table: String?
        /// Fields by name, without width and case.
        let fields: [String: FieldRule]
        /// The field that collects all the others.
        let rest: Int?
    }
}
