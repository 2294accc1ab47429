public import HeijunModel

/// What a staging must be told to find the ledger's records and to complete its own.
public struct StagedRules {
    /// The file that the records are from, by the name under which its next delivery will be known.
    public let source: SourceFile
    /// Positions of the fields by which a record of a kind is tied to one of another key, in order of trust.
    public let matchFields: (RecordKind) -> [Int]
    /// The form in which such a field's texts are compared; nil for a text that ties nothing.
    public let form: (String) -> String?
    /// Fills fields that the source left empty by the body's own rules, after the ledger's values.
    public let complete: (inout Entry) -> Void
    /// Position of the field of a kind that `complete` may fill.
    public let completed: (RecordKind) -> Int?
    /// Whether values set by hand give way to the source's.
    public let overwritesEdits: Bool
    /// Whether the source knows all there is: a field that it leaves empty is empty, and a record of its kinds that it
    /// lacks is missing. A vendor's knows a part.
    public let isWhole: Bool

    /// Gathers the rules of a vendor's file.
    public init(
        source: SourceFile, matchFields: @escaping (RecordKind) -> [Int],
        form: @escaping (String) -> String?, complete: @escaping (inout Entry) -> Void,
        completed: @escaping (RecordKind) -> Int?, overwritesEdits: Bool
    ) {
        self.source = source
        self.matchFields = matchFields
        self.form = form
        self.complete = complete
        self.completed = completed
        self.overwritesEdits = overwritesEdits
        isWhole = false
    }

    /// The rules of a file in one of Heijun's own formats.
    public init(whole source: SourceFile, overwritesEdits: Bool) {
        self.source = source
        matchFields = { _ in [] }
        form = { _ in nil }
        complete = { _ in }
        completed = { _ in nil }
        self.overwritesEdits = overwritesEdits
        isWhole = true
    }

    /// Those of no file at all.
    static var none: StagedRules {
        StagedRules(whole: SourceFile(name: "", sha256: "", profile: ""), overwritesEdits: false)
    }
}

extension SourceFile {
    /// The profile's name without its version: all versions speak of the same records.
    var profileName: String { profile.split(separator: "-").dropLast().joined(separator: "-") }
}

/// What a staging came to.
public struct StagedResult: Sendable {
    /// Records by what became or would become of them.
    public internal(set) var added = 0, changed = 0, unchanged = 0, missing = 0
    /// Values set by hand that the source would have changed.
    public internal(set) var kept: [KeptEdit] = []
    /// Values of other sources that stay, because the file says what it said before.
    public internal(set) var settled = 0
    /// The batch that was stored; nil where nothing was.
    public internal(set) var batch: Int?
}

/// One thing that becomes of a staged record, told in the order of the file; what is missing comes last.
public enum StagedEvent {
    case added(kind: String, key: String)
    case changed(Change)
    /// The same file brought it earlier and lacks it now.
    case missing(kind: String, key: String)
}
