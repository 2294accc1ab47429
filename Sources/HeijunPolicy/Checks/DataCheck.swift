public import HeijunModel

/// A check of the ledger itself: what is missing, contradictory, impossible, dangling or doubled.
public struct DataCheck: Sendable {
    /// Stable code, such as `missing-stage`.
    public let code: String
    /// What sort of fault it finds.
    public let family: Family
    /// The grade of its findings, where a breach names no other.
    public let severity: Finding.Severity
    /// What to do.
    public let remedy: Words
    /// How it is carried out.
    public let check: Check

    /// The sorts of faults.
    public enum Family: String, CaseIterable, Sendable {
        case missing, contradictory, impossible, dangling, duplicate, standardization

        /// The sort as shown.
        public var title: Words {
            switch self {
            case .missing: Words(ja: "未記入", en: "Missing")
            case .contradictory: Words(ja: "矛盾", en: "Contradictory")
            case .impossible: Words(ja: "ありえない値", en: "Impossible")
            case .dangling: Words(ja: "参照先なし", en: "Dangling reference")
            case .duplicate: Words(ja: "重複", en: "Duplicate")
            case .standardization: Words(ja: "標準化", en: "Standardization")
            }
        }
    }

    /// Every data check.
    public static let all: [DataCheck] =
        missing + lives + places + money + constraints + impossible + references + duplicates + businesses

    /// The findings of this check alone, sorted.
    public func findings(in context: Context) -> [Finding] {
        sorted(check.breaches(in: context).map(grade.finding))
    }

    init(
        _ code: String, _ family: Family, _ severity: Finding.Severity, fix: Words, check: Check
    ) {
        self.code = code
        self.family = family
        self.severity = severity
        self.remedy = fix
        self.check = check
    }

    var grade: Grade { Grade(code: code, rule: "", severity: severity, remedy: remedy, source: "") }
}
