/// One decision about a deadline of the standardization: who set which day when. The history of a deadline is the
/// list of its decisions; the latest one up to today holds.
public struct DeadlineDecision: LedgerRecord {
    /// Key (識別子).
    public var id: Key = ""
    /// What it is decided for.
    public var scope: Scope = .everyBusiness
    /// The one system that it concerns, where it is an exception.
    public var system: Key?
    /// The last day; empty where the decision leaves it open.
    public var day: Day?
    /// How binding the day is.
    public var force: Force = .principle
    /// The day of the decision.
    public var decided: Day?
    /// The document.
    public var source: String?
    /// What it changed, in a sentence.
    public var note: String?
    public init() {}

    /// What a deadline is decided for.
    public enum Scope: String, Listed {
        case everyBusiness, transitionSupport, system
        public var title: Words {
            switch self {
            case .everyBusiness: Words(ja: "標準化対象業務", en: "Every business")
            case .transitionSupport: Words(ja: "特定移行支援システム", en: "Transition support")
            case .system: Words(ja: "個別のシステム", en: "One system")
            }
        }
    }

    /// How binding a day is.
    public enum Force: String, Listed {
        case statutory, principle, aim, own
        public var title: Words {
            switch self {
            case .statutory: Words(ja: "法定期限", en: "Statutory")
            case .principle: Words(ja: "期限", en: "Deadline")
            case .aim: Words(ja: "目安", en: "Aim")
            case .own: Words(ja: "個別の期限", en: "Own deadline")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "識別子", en: "Key"),
        .required("scope", \.scope, ja: "対象", en: "Scope"),
        .optional("system", \.system, ja: "システムID", en: "System", to: "system"),
        .optional("day", \.day, ja: "期限", en: "Day"),
        .required("force", \.force, ja: "種別", en: "Force"),
        .optional("decided", \.decided, ja: "決定日", en: "Decided on"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "内容", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.deadlineDecisions, name: "deadline", ja: "標準化の期限の決定", en: "Deadline decision",
        identity: ["id"])
}

/// A revision of a ministry's standard specification (標準仕様書), which every system of the business must follow from
/// its day of application on.
public struct SpecificationRevision: LedgerRecord {
    /// Business (業務).
    public var business: Key = ""
    /// The version, such as `6.1`.
    public var version = ""
    /// Published (公表日).
    public var published: Day?
    /// 適用日: the day from which systems must follow it.
    public var applies: Day?
    /// Work of the sections for it.
    public var effort: PersonMonths?
    /// What following it costs, in yen.
    public var cost: Yen?
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("business", \.business, ja: "業務", en: "Business", to: "business"),
        .required("version", \.version, ja: "版", en: "Version"),
        .optional("published", \.published, ja: "公表日", en: "Published"),
        .optional("applies", \.applies, ja: "適用日", en: "Applies from"),
        .optional("effort", \.effort, ja: "作業量", en: "Effort"),
        .optional("cost", \.cost, ja: "対応経費", en: "Cost"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.specificationRevisions, name: "specification_revision", ja: "標準仕様書の改定",
        en: "Specification revision", identity: ["business", "version"])
}

/// デジタル基盤改革支援補助金 for one system and fiscal year, from its limit to the report of what was spent.
public struct Grant: LedgerRecord {
    /// System (システムID).
    public var system: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// 上限額: the most that the body may receive for it.
    public var limit: Yen?
    /// 交付申請.
    public var applied: Yen?
    /// Applied on (交付申請日).
    public var appliedDay: Day?
    /// 交付決定.
    public var decided: Yen?
    /// Decided on (交付決定日).
    public var decidedDay: Day?
    /// 実績報告.
    public var spent: Yen?
    /// Reported on (実績報告日).
    public var reportedDay: Day?
    /// 繰越: what goes over into a later year, and that year.
    public var carried: Yen?
    /// Carried over to (繰越先の年度).
    public var carriedTo: FiscalYear?
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("system", \.system, ja: "システムID", en: "System", to: "system"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .optional("limit", \.limit, ja: "上限額", en: "Limit"),
        .optional("applied", \.applied, ja: "交付申請額", en: "Applied for"),
        .optional("applied_day", \.appliedDay, ja: "交付申請日", en: "Applied on"),
        .optional("decided", \.decided, ja: "交付決定額", en: "Decided"),
        .optional("decided_day", \.decidedDay, ja: "交付決定日", en: "Decided on"),
        .optional("spent", \.spent, ja: "実績額", en: "Spent"),
        .optional("reported_day", \.reportedDay, ja: "実績報告日", en: "Reported on"),
        .optional("carried", \.carried, ja: "繰越額", en: "Carried over"),
        .optional("carried_to", \.carriedTo, ja: "繰越先の年度", en: "Carried over to"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.grants, name: "grant", ja: "補助金（デジタル基盤改革支援）", en: "Grant", identity: ["system", "year"],
        parent: "system")
}
