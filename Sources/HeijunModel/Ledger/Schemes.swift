/// A way of grading (評価方式) as data: what the rates are, what is graded, by which thresholds.
public struct EvaluationScheme: LedgerRecord {
    /// Scheme key (評価方式ID).
    public var id: Key = ""
    /// Name (名称).
    public var name = ""
    /// What is graded.
    public var basis: Basis = .meanOfYears
    /// Which rates count: those that sections report, or those that the indicators give.
    public var rates: Rates = .reported
    /// The most that one indicator's rate counts, in percent; empty is no cap.
    public var cap: Figure?
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// What a grade is given to.
    public enum Basis: String, Listed {
        case meanOfYears, latestYear, judged
        public var title: Words {
            switch self {
            case .meanOfYears: Words(ja: "各年度の達成率の平均", en: "Mean of the years")
            case .latestYear: Words(ja: "直近年度の達成率", en: "Latest year")
            case .judged: Words(ja: "所管課の判断", en: "Judged by the section")
            }
        }
    }

    /// Where the rates of a year come from.
    public enum Rates: String, Listed {
        case reported, computed
        public var title: Words {
            switch self {
            case .reported: Words(ja: "所管課の報告値", en: "As reported")
            case .computed: Words(ja: "指標からの計算値", en: "Computed from indicators")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "評価方式ID", en: "Scheme key"),
        .required("name", \.name, ja: "名称", en: "Name"),
        .required("basis", \.basis, ja: "評価の対象", en: "Graded value"),
        .required("rates", \.rates, ja: "達成率の出所", en: "Rates"),
        .optional(
            "cap", \.cap, ja: "指標ごとの上限", en: "Cap of one indicator",
            note: Words(ja: "％で書く。空欄なら上限なし。", en: "In percent; empty is none.")),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.schemes, name: "scheme", ja: "評価方式", en: "Evaluation scheme", identity: ["id"])
}

/// A grade of a scheme, with the threshold on the unrounded rate from which it is given.
public struct SchemeGrade: LedgerRecord {
    /// Scheme (評価方式).
    public var scheme: Key = ""
    /// The grade as written, such as A.
    public var code: Key = ""
    /// Its place, the best first.
    public var order = 1
    /// What it means.
    public var name = ""
    /// The least rate in percent that has the grade.
    public var atLeast: Figure?
    /// The rate in percent that must be exceeded.
    public var above: Figure?
    /// Whether a measure with this grade counts as on its way.
    public var isOnTrack = false
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("scheme", \.scheme, ja: "評価方式", en: "Scheme", to: "scheme"),
        .required("code", \.code, ja: "評価", en: "Grade"),
        .required("order", \.order, ja: "並び順", en: "Order"),
        .required("name", \.name, ja: "意味", en: "Meaning"),
        .optional(
            "at_least", \.atLeast, ja: "以上", en: "At least", note: Words(ja: "％で書く。", en: "In percent.")),
        .optional("above", \.above, ja: "超", en: "Above", note: Words(ja: "％で書く。", en: "In percent.")),
        .flag("on_track", \.isOnTrack, ja: "計画どおり以上", en: "On track"),
    ]
    public static let kind = RecordKind.of(
        \.schemeGrades, name: "scheme_grade", ja: "評価の区分", en: "Grade", identity: ["scheme", "code"],
        parent: "scheme")
}
