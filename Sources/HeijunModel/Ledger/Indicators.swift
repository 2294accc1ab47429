/// A 成果指標 (KPI) of the whole-optimization policy.
public struct Indicator: LedgerRecord {
    /// Indicator key (指標ID).
    public var id: Key = ""
    /// The field of the policy that it measures.
    public var area = ""
    /// Name (指標名).
    public var name = ""
    /// The unit of its figures, such as 件 or %.
    public var unit: String?
    /// Which way is better.
    public var direction: Direction = .higher
    /// The figure at the start.
    public var baseline: Figure?
    /// The fiscal year of the baseline.
    public var baselineYear: FiscalYear?
    /// The baseline in the document's own words.
    public var baselineText: String?
    /// Whether its figures add up over the years.
    public var isCumulative = false
    /// What the figures cover; figures of different scope never stand side by side without it.
    public var scope: String?
    /// Its place in the document's own table.
    public var order: Int?
    /// The measure (施策) that it is counted for.
    public var measure: Key?
    /// The programme (事務事業) that it is counted for.
    public var programme: Key?
    /// Whether it counts what is done or what comes of it.
    public var role: Role?
    /// The formula of its achievement rate; empty is the direction's own.
    public var formula: RateFormula?
    /// The whole that `complement` counts from, such as the 366 days of the year.
    public var whole: Figure?
    /// The value of the ledger's own that stands beside its actuals, by its key.
    public var computedBy: String?
    /// The years after which an actual must be there.
    public var checkYears: [FiscalYear] = []
    /// The section that answers for it.
    public var owner: Key?
    /// The document and place that it comes from.
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// Which way is better.
    public enum Direction: String, Listed {
        case higher, lower, atOrBelow, text, none
        public var title: Words {
            switch self {
            case .higher: Words(ja: "増加", en: "Higher is better")
            case .lower: Words(ja: "減少", en: "Lower is better")
            case .atOrBelow: Words(ja: "以下", en: "At or below")
            case .text: Words(ja: "文章", en: "Text")
            case .none: Words(ja: "なし", en: "None")
            }
        }
    }

    /// What an indicator counts.
    public enum Role: String, Listed {
        case activity, outcome
        public var title: Words {
            switch self {
            case .activity: Words(ja: "活動指標", en: "Activity")
            case .outcome: Words(ja: "成果指標", en: "Outcome")
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "指標ID", en: "Indicator key"),
        .required("area", \.area, ja: "取組分野", en: "Area"),
        .required("name", \.name, ja: "指標名", en: "Name"),
        .optional("unit", \.unit, ja: "単位", en: "Unit"),
        .required("direction", \.direction, ja: "方向", en: "Direction"),
        .optional("baseline", \.baseline, ja: "基準値", en: "Baseline"),
        .optional("baseline_year", \.baselineYear, ja: "基準年度", en: "Baseline year"),
        .optional("baseline_text", \.baselineText, ja: "基準値の記載", en: "Baseline as written"),
        .flag("cumulative", \.isCumulative, ja: "累計", en: "Cumulative"),
        .optional("scope", \.scope, ja: "範囲", en: "Scope"),
        .optional("order", \.order, ja: "並び順", en: "Order"),
        .optional("measure", \.measure, ja: "施策", en: "Measure", to: "measure"),
        .optional("programme", \.programme, ja: "事務事業", en: "Programme", to: "programme"),
        .optional("class", \.role, ja: "指標区分", en: "Class"),
        .optional(
            "formula", \.formula, ja: "達成率の計算式", en: "Rate formula",
            note: Words(
                ja: "空欄なら方向による（増加は実績÷目標、減少・以下は目標÷実績）。",
                en:
                    "Empty: by direction (actual ÷ target where higher is better, target ÷ actual where lower is)."
            )),
        .optional(
            "whole", \.whole, ja: "計算式の全体", en: "Whole of the formula",
            note: Words(
                ja: "計算式が complement のときの全体（年の日数など）。",
                en: "What complement counts from, such as the days of the year."
            )),
        .optional(
            "computed_by", \.computedBy, ja: "台帳による計算", en: "Computed by",
            note: Words(
                ja: "台帳から計算する値の名前（total-run-cost など）。空欄なら指標IDから判断する。",
                en:
                    "Name of the value the ledger computes, such as total-run-cost; by the indicator's key unless given."
            )),
        .list(
            "check_years", \.checkYears, ja: "点検年度", en: "Check years",
            note: Words(
                ja: "この年度が終わったら実績を確かめる。", en: "Years after whose end an actual must be there.")),
        .optional("owner", \.owner, ja: "所管課", en: "Owner", to: "section"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.indicators, name: "indicator", ja: "成果指標", en: "Indicator", identity: ["id"])
}

/// A target or an actual of an indicator in one fiscal year.
public struct IndicatorValue: LedgerRecord {
    /// Indicator (指標).
    public var indicator: Key = ""
    /// The fiscal year that it is of.
    public var year = FiscalYear(2026)
    /// Whether it is a target or an actual.
    public var role: Role = .actual
    /// The figure, in the indicator's unit.
    public var value: Figure?
    /// The figure or target in the document's own words.
    public var text: String?
    /// What the section says came of a target in words.
    public var attainment: Attainment?
    /// What was done, in the document's own words, beside how it was judged.
    public var outcome: String?
    /// Why there is no target, where there is none.
    public var notSetReason: String?
    /// The document and place that it comes from.
    public var source: String?
    public init() {}

    /// What the figure is.
    public enum Role: String, Listed {
        case target, actual
        public var title: Words {
            switch self {
            case .target: Words(ja: "目標", en: "Target")
            case .actual: Words(ja: "実績", en: "Actual")
            }
        }
    }

    /// How far a target in words was reached, as people judge it.
    public enum Attainment: String, Listed {
        case met, partial, missed
        public var title: Words {
            switch self {
            case .met: Words(ja: "達成", en: "Met")
            case .partial: Words(ja: "一部達成", en: "Partly met")
            case .missed: Words(ja: "未達成", en: "Not met")
            }
        }
        /// Other ways in which files write it.
        public var aliases: [String] {
            switch self {
            case .met: ["実施", "完了"]
            case .partial: ["一部未実施", "一部実施"]
            case .missed: ["未達", "未実施", "未完了"]
            }
        }
    }

    public static let fields: [Field<Self>] = [
        .required("indicator", \.indicator, ja: "指標", en: "Indicator", to: "indicator"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("role", \.role, ja: "区分", en: "Role"),
        .optional("value", \.value, ja: "値", en: "Value"),
        .optional("text", \.text, ja: "記載", en: "As written"),
        .optional(
            "attainment", \.attainment, ja: "達成状況", en: "Attainment",
            note: Words(
                ja: "文章の目標に対する判断。数値には置き換えない。", en: "What is judged of a target in words; never made a number."
            )),
        .optional(
            "outcome", \.outcome, ja: "成果の記載", en: "Outcome as written",
            note: Words(ja: "判断とは別に、資料が成果として書いた語句。", en: "What was done, beside how it was judged.")),
        .optional("not_set", \.notSetReason, ja: "設定しない理由", en: "Why not set"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.indicatorValues, name: "value", ja: "指標値", en: "Indicator value",
        identity: ["indicator", "year", "role"], parent: "indicator")
}
