public import HeijunModel

/// How a rule or a data check is carried out.
public enum Check: Sendable {
    /// Looks at one live system at a time.
    case eachSystem(@Sendable (ITSystem, Context) -> Breach?)
    /// Looks at the whole ledger.
    case whole(@Sendable (Context) -> [Breach])
    /// The ledger cannot tell; the words say who confirms it, and how.
    case manual(Words)

    /// Every breach, in ledger order; none where a person must confirm.
    public func breaches(in context: Context) -> [Breach] {
        switch self {
        case .eachSystem(let breach):
            context.portfolio.systems.compactMap { $0.isLive ? breach($0, context) : nil }
        case .whole(let breaches): breaches(context)
        case .manual: []
        }
    }
}

/// A record that breaks a rule or a data check.
public struct Breach: Hashable, Sendable {
    /// Kind and key of the record.
    public let kind: String
    /// Key of the record.
    public let key: String
    /// The field at fault and its value as the ledger writes it, where one is.
    public let field: String?
    /// The value that is objected to.
    public let value: String?
    /// What is wrong.
    public let message: Words
    /// How grave it is, where that differs from the check's own grade.
    public let severity: Finding.Severity?

    /// Makes the breach of any record.
    public init(
        kind: String, key: String, field: String? = nil, value: String? = nil,
        severity: Finding.Severity? = nil, ja: String, en: String
    ) {
        self.kind = kind
        self.key = key
        self.field = field
        self.value = value
        self.severity = severity
        message = Words(ja: ja, en: en)
    }

    /// Makes the breach of a system; both sentences begin with its name.
    public init(
        _ system: ITSystem, _ field: String? = nil, _ value: String? = nil,
        severity: Finding.Severity? = nil, ja: String, en: String
    ) {
        self.init(
            kind: "system", key: system.id.text, field: field, value: value, severity: severity,
            ja: "「\(system.name)」: \(ja)", en: "“\(system.name)”: \(en)")
    }
}
