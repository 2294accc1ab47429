/// A question of an evaluation form, with its listed choices.
public struct Question: LedgerRecord {
    /// Question key (設問ID).
    public var id: Key = ""
    /// The form that it is part of; a programme that answers one question of a form answers all.
    public var form = ""
    /// Order (並び順).
    public var order: Int?
    /// What it looks at, such as 必要性.
    public var view: String?
    /// Question (設問).
    public var text = ""
    /// Whether an answer must say why.
    public var needsReason = false
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "設問ID", en: "Question key"),
        .required("form", \.form, ja: "様式", en: "Form"),
        .optional("order", \.order, ja: "並び順", en: "Order"),
        .optional("view", \.view, ja: "視点", en: "View"),
        .required("text", \.text, ja: "設問", en: "Question"),
        .flag("reason_required", \.needsReason, ja: "理由必須", en: "Reason required"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.questions, name: "question", ja: "設問", en: "Question", identity: ["id"])
}

/// One answer that a question allows.
public struct QuestionChoice: LedgerRecord {
    /// Question (設問).
    public var question: Key = ""
    /// The sign that is written down, such as a.
    public var code: Key = ""
    /// Choice (選択肢).
    public var text = ""
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("question", \.question, ja: "設問", en: "Question", to: "question"),
        .required("code", \.code, ja: "記号", en: "Code"),
        .required("text", \.text, ja: "選択肢", en: "Choice"),
    ]
    public static let kind = RecordKind.of(
        \.questionChoices, name: "choice", ja: "選択肢", en: "Choice", identity: ["question", "code"],
        parent: "question")
}

/// What a programme answers to a question in one year.
public struct Answer: LedgerRecord {
    /// Programme (事務事業).
    public var programme: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// Question (設問).
    public var question: Key = ""
    /// The code of the choice.
    public var choice: Key = ""
    /// Reason (理由).
    public var reason: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("programme", \.programme, ja: "事務事業", en: "Programme", to: "programme"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("question", \.question, ja: "設問", en: "Question", to: "question"),
        .required("choice", \.choice, ja: "回答", en: "Answer"),
        .optional("reason", \.reason, ja: "理由", en: "Reason"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.answers, name: "answer", ja: "回答", en: "Answer", identity: ["programme", "year", "question"],
        parent: "programme")
}

/// A summary review (総括) of an agreement or contract: two choices, each with its reason.
public struct SummaryReview: LedgerRecord {
    /// Review key (総括ID).
    public var id: Key = ""
    /// What is reviewed.
    public var name = ""
    /// The system that it serves, where it serves one.
    public var system: Key?
    /// The day of the review.
    public var day: Day?
    /// Starts (開始日).
    public var starts, ends: Day?
    /// Whether it goes on by itself; it then counts as one without an end.
    public var isExtended = false
    /// 連携の効果および課題.
    public var effect: Effect = .achieved
    /// Reason of the effect (効果の区分を選んだ理由).
    public var effectReason = ""
    /// 今後の取組の方向性.
    public var direction: Direction = .keep
    /// Reason of the direction (方向性の内容・理由).
    public var directionReason = ""
    /// Source (出典).
    public var source: String?
    public init() {}

    /// What has come of it.
    public enum Effect: String, Listed {
        case achieved, mostly, troubled, other
        public var title: Words {
            switch self {
            case .achieved: Words(ja: "連携により目的が達成できている", en: "Its purpose is reached")
            case .mostly: Words(ja: "課題はあるものの概ね達成できている", en: "Mostly reached, with open points")
            case .troubled: Words(ja: "課題を抱えている", en: "In trouble")
            case .other: Words(ja: "その他", en: "Other")
            }
        }
    }

    /// How it goes on.
    public enum Direction: String, Listed {
        case keep, revise, end, other
        public var title: Words {
            switch self {
            case .keep: Words(ja: "現状のまま取組を継続", en: "Goes on as it is")
            case .revise: Words(ja: "目標の見直し又は内容の改善を行い継続", en: "Goes on with changed aims or content")
            case .end: Words(ja: "有効期間満了（期間延長せず）、解約予定等", en: "Ends")
            case .other: Words(ja: "その他", en: "Other")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "総括ID", en: "Review key"),
        .required("name", \.name, ja: "対象", en: "Subject"),
        .optional("system", \.system, ja: "システムID", en: "System", to: "system"),
        .optional("day", \.day, ja: "総括日", en: "Day of the review"),
        .optional("starts", \.starts, ja: "開始日", en: "Starts"),
        .optional("ends", \.ends, ja: "終了日", en: "Ends"),
        .flag("auto_extended", \.isExtended, ja: "自動更新", en: "Extended by itself"),
        .required("effect", \.effect, ja: "効果および課題", en: "Effect"),
        .required("effect_reason", \.effectReason, ja: "効果の区分を選んだ理由", en: "Reason of the effect"),
        .required("direction", \.direction, ja: "今後の方向性", en: "Direction"),
        .required("direction_reason", \.directionReason, ja: "方向性の内容・理由", en: "Reason of the direction"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.summaryReviews, name: "summary_review", ja: "総括", en: "Summary review", identity: ["id"])
}
