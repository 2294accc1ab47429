/// How one of the standardized businesses (標準化対象業務) stands in this body.
public struct Business: LedgerRecord {
    /// The key of the business, such as `residentRegister`.
    public var id: Key = ""
    /// Where the body stands; `undecided` until somebody says.
    public var state: State = .undecided
    /// A deadline of its own, where it differs from the legal one.
    public var deadline: Day?
    /// The law, notice or decision that sets it.
    public var deadlineSource: String?
    /// The day on which the move to the standard is planned.
    public var plannedDay: Day?
    /// The day on which it was done.
    public var completedDay: Day?
    /// Why it is in transition support (特定移行支援), where it is.
    public var transitionReason: TransitionReason?
    /// The day by which interim measures (経過措置) must end.
    public var interimDue: Day?
    /// The version of the ministry's standard specification that it follows.
    public var specificationVersion: String?
    /// A rate published without its steps, kept as reported.
    public var reportedRate: Rate?
    /// The day that the reported rate describes.
    public var reportedAsOf: Day?
    /// Where the facts come from.
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// Where the body stands with a business.
    public enum State: String, Listed {
        case notStarted, working, migrated, migratedInterim, transitionSupport, notApplicable, undecided
        public var title: Words {
            switch self {
            case .notStarted: Words(ja: "未着手", en: "Not started")
            case .working: Words(ja: "作業中", en: "Working")
            case .migrated: Words(ja: "移行済", en: "Migrated")
            case .migratedInterim: Words(ja: "移行済（経過措置）", en: "Migrated, interim measures")
            case .transitionSupport: Words(ja: "特定移行支援", en: "Transition support")
            case .notApplicable: Words(ja: "対象外", en: "Not applicable")
            case .undecided: Words(ja: "判断保留", en: "Undecided")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "業務", en: "Business"),
        .required("state", \.state, ja: "状態", en: "State"),
        .optional("deadline", \.deadline, ja: "個別の期限", en: "Own deadline"),
        .optional("deadline_source", \.deadlineSource, ja: "期限の根拠", en: "Source of the deadline"),
        .optional("planned_day", \.plannedDay, ja: "移行予定日", en: "Planned"),
        .optional("completed_day", \.completedDay, ja: "移行完了日", en: "Completed"),
        .optional("transition_reason", \.transitionReason, ja: "特定移行支援の事由", en: "Transition reason"),
        .optional("interim_due", \.interimDue, ja: "経過措置の期限", en: "Interim measures until"),
        .optional("specification", \.specificationVersion, ja: "標準仕様書の版", en: "Specification version"),
        .optional("reported_rate", \.reportedRate, ja: "公表進捗率", en: "Reported rate"),
        .optional("reported_as_of", \.reportedAsOf, ja: "公表時点", en: "Reported as of"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.businesses, name: "business", ja: "標準化対象業務", en: "Standardized business", identity: ["id"])
}

/// The state of one of the 40 steps (作業ステップ) of a business.
public struct Step: LedgerRecord {
    /// The business that it belongs to.
    public var business: Key = ""
    /// 1–40 in the order of the ministry's procedure.
    public var number = 1
    /// As the section reports it.
    public var state: State = .notStarted
    /// Why it does not apply, where it does not.
    public var reason: String?
    /// Planned (予定日).
    public var plannedDay: Day?
    /// Done on (実績日).
    public var actualDay: Day?
    /// Who sees to it.
    public var person: String?
    public init() {}

    /// As the ministry's sheet words it.
    public enum State: String, Listed {
        case notStarted, working, done, notApplicable
        public var title: Words {
            switch self {
            case .notStarted: Words(ja: "未", en: "Not started")
            case .working: Words(ja: "作業中", en: "Working")
            case .done: Words(ja: "完了済み", en: "Done")
            case .notApplicable: Words(ja: "対象外", en: "Not applicable")
            }
        }
        /// Other ways in which files write it.
        public var aliases: [String] {
            switch self {
            case .notStarted: ["未着手"]
            case .working: ["着手中"]
            case .done: ["完了", "済"]
            case .notApplicable: []
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("business", \.business, ja: "業務", en: "Business", to: "business"),
        .required("number", \.number, ja: "ステップ番号", en: "Step"),
        .required("state", \.state, ja: "状態", en: "State"),
        .optional("reason", \.reason, ja: "対象外の理由", en: "Reason"),
        .optional("planned_day", \.plannedDay, ja: "予定日", en: "Planned"),
        .optional("actual_day", \.actualDay, ja: "実績日", en: "Done on"),
        .optional("person", \.person, ja: "担当", en: "Who"),
    ]
    public static let kind = RecordKind.of(
        \.steps, name: "step", ja: "作業ステップ", en: "Step", identity: ["business", "number"], parent: "business")
}
