/// A 成果指標 (KPI) of the whole-optimization policy.
public struct Indicator: LedgerRecord {
    public var id: Key = ""
    /// The field of the policy that it measures.
    public var area = ""
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
    /// The section that answers for it.
    public var owner: Key?
    /// The document and place that it comes from.
    public var source: String?
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
        .optional("owner", \.owner, ja: "所管課", en: "Owner", to: "section"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.indicators, name: "indicator", ja: "成果指標", en: "Indicator", identity: ["id"])
}

/// A target or an actual of an indicator in one fiscal year.
public struct IndicatorValue: LedgerRecord {
    public var indicator: Key = ""
    /// The fiscal year that it is of.
    public var year = FiscalYear(2026)
    /// Whether it is a target or an actual.
    public var role: Role = .actual
    /// The figure, in the indicator's unit.
    public var value: Figure?
    /// The figure or target in the document's own words.
    public var text: String?
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

    public static let fields: [Field<Self>] = [
        .required("indicator", \.indicator, ja: "指標", en: "Indicator", to: "indicator"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("role", \.role, ja: "区分", en: "Role"),
        .optional("value", \.value, ja: "値", en: "Value"),
        .optional("text", \.text, ja: "記載", en: "As written"),
        .optional("not_set", \.notSetReason, ja: "設定しない理由", en: "Why not set"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.indicatorValues, name: "value", ja: "指標値", en: "Indicator value",
        identity: ["indicator", "year", "role"], parent: "indicator")
}

/// A programme (事務事業) that pays for systems.
public struct Programme: LedgerRecord {
    /// Its code in the budget.
    public var id: Key = ""
    public var name = ""
    /// The policy (政策) that it is part of.
    public var policy: String?
    /// The measure (施策) that it is part of.
    public var measure: String?
    /// The section that answers for it.
    public var section: Key?
    public var source: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("id", \.id, ja: "事務事業コード", en: "Programme code"),
        .required("name", \.name, ja: "事務事業名", en: "Name"),
        .optional("policy", \.policy, ja: "政策", en: "Policy"),
        .optional("measure", \.measure, ja: "施策", en: "Measure"),
        .optional("section", \.section, ja: "所管課", en: "Section", to: "section"),
        .optional("source", \.source, ja: "出典", en: "Source"),
    ]
    public static let kind = RecordKind.of(
        \.programmes, name: "programme", ja: "事務事業", en: "Programme", identity: ["id"])
}
