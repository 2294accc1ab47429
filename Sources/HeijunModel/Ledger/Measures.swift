/// A field (分野) that measures are summed up by; a measure may lie in several.
public struct PolicyField: LedgerRecord {
    /// Field key (分野ID).
    public var id: Key = ""
    /// Field (分野).
    public var name = ""
    /// The name elsewhere in the document, where it differs.
    public var otherName: String?
    /// Order (並び順).
    public var order: Int?
    /// Whether the field lies across the others (再掲).
    public var isRelisted = false
    /// Whether the document leaves open which measures lie in it beside those that mainly do.
    public var isOpen = false
    /// The share of measures on track in percent, as published for the field.
    public var reportedShare: Figure?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "分野ID", en: "Field key"),
        .required("name", \.name, ja: "分野", en: "Field"),
        .optional("other_name", \.otherName, ja: "別の箇所での名称", en: "Name elsewhere"),
        .optional("order", \.order, ja: "並び順", en: "Order"),
        .flag("relisted", \.isRelisted, ja: "再掲", en: "Relisted"),
        .flag(
            "open", \.isOpen, ja: "所属が一部不明", en: "Membership open",
            note: Words(
                ja: "主に属する施策のほかは、どの施策が属するか資料から読み取れない。",
                en: "The document does not say which measures lie in it beside those that mainly do.")),
        .optional(
            "reported_share", \.reportedShare, ja: "公表された割合", en: "Published share",
            note: Words(
                ja: "計画どおり以上の施策の割合。％で書く。", en: "Share of measures on track, in percent.")),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.policyFields, name: "policy_field", ja: "分野", en: "Policy field", identity: ["id"])
}

/// The number of measures of a field that have a grade, as published.
public struct FieldCount: LedgerRecord {
    /// Field (分野).
    public var field: Key = ""
    /// Grade (評価).
    public var grade: Key = ""
    /// Measures (施策数).
    public var count = 0
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("field", \.field, ja: "分野", en: "Field", to: "policy_field"),
        .required("grade", \.grade, ja: "評価", en: "Grade"),
        .required("count", \.count, ja: "施策数", en: "Measures"),
    ]
    public static let kind = RecordKind.of(
        \.fieldCounts, name: "field_count", ja: "分野別施策数", en: "Field count",
        identity: ["field", "grade"], parent: "policy_field")
}

/// A measure (施策) that is evaluated as a whole.
public struct Measure: LedgerRecord {
    /// Measure key (施策ID).
    public var id: Key = ""
    /// Its number in the document.
    public var number = 0
    /// Name (施策名).
    public var name = ""
    /// The name elsewhere in the document, where it differs.
    public var otherName: String?
    /// Bureau (所管局).
    public var bureau: String?
    /// Section (所管課).
    public var section: String?
    /// The scheme that it is graded by.
    public var scheme: Key?
    /// The field that it mainly lies in, and the others.
    public var mainField: Key?
    /// Other fields (他に属する分野).
    public var fields: [Key] = []
    /// State (状態).
    public var state: State = .ongoing
    /// Why it ended, was merged or withdrawn.
    public var stateReason: String?
    /// Mean in percent and grade as reported.
    public var reportedMean: Figure?
    /// Reported grade (記載の評価).
    public var reportedGrade: Key?
    /// A grade that people set in the place of the reported one, and why.
    public var overrideGrade: Key?
    /// Reason of the grade set by hand (評価を修正した理由).
    public var overrideReason: String?
    /// 課題と今後の対応.
    public var outlook: String?
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// Where a measure stands in its life.
    public enum State: String, Listed {
        case ongoing, finished, merged, withdrawn, new
        public var title: Words {
            switch self {
            case .ongoing: Words(ja: "継続", en: "Ongoing")
            case .finished: Words(ja: "終了", en: "Finished")
            case .merged: Words(ja: "統合", en: "Merged")
            case .withdrawn: Words(ja: "取りやめ", en: "Withdrawn")
            case .new: Words(ja: "新規", en: "New")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "施策ID", en: "Measure key"),
        .required("number", \.number, ja: "施策番号", en: "Number"),
        .required("name", \.name, ja: "施策名", en: "Name"),
        .optional("other_name", \.otherName, ja: "別の箇所での名称", en: "Name elsewhere"),
        .optional("bureau", \.bureau, ja: "所管局", en: "Bureau"),
        .optional("section_name", \.section, ja: "所管課", en: "Section"),
        .optional("scheme", \.scheme, ja: "評価方式", en: "Scheme", to: "scheme"),
        .optional("main_field", \.mainField, ja: "主に属する分野", en: "Main field", to: "policy_field"),
        .list("fields", \.fields, ja: "他に属する分野", en: "Other fields", to: "policy_field"),
        .required("state", \.state, ja: "状態", en: "State"),
        .optional("state_reason", \.stateReason, ja: "状態の理由", en: "Reason of the state"),
        .optional(
            "reported_mean", \.reportedMean, ja: "記載の平均達成率", en: "Reported mean",
            note: Words(ja: "％で書く。", en: "In percent.")),
        .optional("reported_grade", \.reportedGrade, ja: "記載の評価", en: "Reported grade"),
        .optional("override_grade", \.overrideGrade, ja: "修正後の評価", en: "Grade set by hand"),
        .optional(
            "override_reason", \.overrideReason, ja: "評価を修正した理由", en: "Reason of the grade set by hand"),
        .optional("outlook", \.outlook, ja: "課題と今後の対応", en: "Outlook"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.measures, name: "measure", ja: "施策", en: "Measure", identity: ["id"])
}

/// The achievement rate of a measure in one year, as reported.
public struct MeasureYear: LedgerRecord {
    /// Measure (施策).
    public var measure: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// In percent, as the list reports it.
    public var rate: Figure?
    /// In percent, as the measure's own sheet reports it, where it is given twice.
    public var sheetRate: Figure?
    /// Why the year has no rate and is left out of the mean.
    public var leftOut: String?
    /// Source (出典).
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("measure", \.measure, ja: "施策", en: "Measure", to: "measure"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .optional(
            "rate", \.rate, ja: "達成率", en: "Rate",
            note: Words(ja: "一覧に記載の値。％で書く。", en: "As the list has it, in percent.")),
        .optional(
            "sheet_rate", \.sheetRate, ja: "個票の達成率", en: "Rate of the sheet",
            note: Words(ja: "個票に記載の値。％で書く。", en: "As the measure's own sheet has it, in percent.")),
        .optional("left_out", \.leftOut, ja: "達成率がない理由", en: "Why left out"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.measureYears, name: "measure_year", ja: "年度達成率", en: "Rate of a year",
        identity: ["measure", "year"], parent: "measure")
}
