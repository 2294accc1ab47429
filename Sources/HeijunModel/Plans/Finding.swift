/// A 指摘: a rule or a data check that a record breaks.
public struct Finding: Hashable, Sendable {
    /// Stable code of the check.
    public let code: String
    /// Id of the policy's rule, such as `P02`; empty for data checks.
    public let rule: String
    /// Kind and key of the record.
    public let kind: String
    /// Key of the record.
    public let key: String
    /// Key of the field, where one is at fault.
    public let field: String?
    /// The value as it stands.
    public let value: String?
    /// How much it matters.
    public let severity: Severity
    /// What is wrong.
    public let message: Words
    /// What to do.
    public let remedy: Words
    /// The document and line that the rule comes from.
    public let source: String

    /// Makes a finding.
    public init(
        code: String, rule: String = "", kind: String, key: String, field: String? = nil,
        value: String? = nil,
        severity: Severity, message: Words, remedy: Words, source: String = ""
    ) {
        self.code = code
        self.rule = rule
        self.kind = kind
        self.key = key
        self.field = field
        self.value = value
        self.severity = severity
        self.message = message
        self.remedy = remedy
        self.source = source
    }

    /// How grave a finding is.
    public enum Severity: String, CaseIterable, Codable, Comparable, Sendable {
        case error, warning, info
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .info: 2
            }
        }
        /// The grade as shown.
        public var title: Words {
            switch self {
            case .error: Words(ja: "要是正", en: "Error")
            case .warning: Words(ja: "要確認", en: "Warning")
            case .info: Words(ja: "参考", en: "Info")
            }
        }
    }
}
