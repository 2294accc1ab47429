/// The evaluation sheet (事務事業評価シート) of a programme and year: purpose, plan, result, judgement, direction.
public struct ProgrammeSheet: LedgerRecord {
    /// Programme (事務事業).
    public var programme: Key = ""
    /// The fiscal year that is evaluated.
    public var year = FiscalYear(2026)
    /// Purpose (事業の目的).
    public var purpose: String?
    /// Content (事業の概要).
    public var content: String?
    /// What the plan said would be done.
    public var plan: String?
    /// What was done.
    public var result: String?
    /// When the programme began, in the sheet's words.
    public var start: String?
    /// The year of the last change of the way it works.
    public var lastReview: FiscalYear?
    /// The scheme whose grades `level` names.
    public var scheme: Key?
    /// 達成度, judged by the section: a grade of the scheme.
    public var level: String?
    /// Reason of the level (達成度の理由).
    public var levelReason: String?
    /// 施策への貢献度.
    public var contribution: Contribution?
    /// Reason of the contribution (貢献度の理由).
    public var contributionReason: String?
    /// 今後の事業の方向性.
    public var direction: Direction?
    /// Reason of the direction (方向性の理由).
    public var directionReason: String?
    /// What differs from the plan, and why.
    public var change: String?
    /// Reason of the change (変更の理由).
    public var changeReason: String?
    /// What is to be done next year.
    public var next: String?
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    /// How much the programme does for its measure.
    public enum Contribution: String, Listed {
        case a, b, c
        public var title: Words {
            switch self {
            case .a: Words(ja: "Ａ 貢献している", en: "A contributes")
            case .b: Words(ja: "Ｂ やや貢献している", en: "B contributes somewhat")
            case .c: Words(ja: "Ｃ 貢献の度合いが薄い", en: "C contributes little")
            }
        }
        /// Other ways in which files write it.
        public var aliases: [String] { [rawValue.uppercased()] }
    }

    /// How the programme goes on.
    public enum Direction: String, Listed {
        case keep, improve, expand, shrink, abolish, end
        public var title: Words {
            switch self {
            case .keep: Words(ja: "Ⅰ 現状のまま継続", en: "I goes on as it is")
            case .improve: Words(ja: "Ⅱ 改善しながら継続", en: "II goes on and improves")
            case .expand: Words(ja: "Ⅲ 事業規模拡大", en: "III grows")
            case .shrink: Words(ja: "Ⅳ 事業規模縮小", en: "IV shrinks")
            case .abolish: Words(ja: "Ⅴ 事業廃止", en: "V is abolished")
            case .end: Words(ja: "Ⅵ 事業終了", en: "VI has ended")
            }
        }
        /// Other ways in which files write it.
        public var aliases: [String] {
            let number = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ"], roman = ["I", "II", "III", "IV", "V", "VI"]
            let index = Direction.allCases.firstIndex(of: self) ?? 0
            return [number[index], roman[index], String(title.ja.dropFirst(2))]
        }
    }

    public static let fields: [Field<Self>] = [
        .required("programme", \.programme, ja: "事務事業", en: "Programme", to: "programme"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .optional("purpose", \.purpose, ja: "事業の目的", en: "Purpose"),
        .optional("content", \.content, ja: "事業の概要", en: "Content"),
        .optional("plan", \.plan, ja: "計画上の取組内容", en: "Planned"),
        .optional("result", \.result, ja: "実施結果", en: "Result"),
        .optional("start", \.start, ja: "事業開始年度の記載", en: "Start as written"),
        .optional("last_review", \.lastReview, ja: "直近の見直し年度", en: "Last review"),
        .optional("scheme", \.scheme, ja: "評価方式", en: "Scheme", to: "scheme"),
        .optional("level", \.level, ja: "達成度", en: "Level"),
        .optional("level_reason", \.levelReason, ja: "達成度の理由", en: "Reason of the level"),
        .optional("contribution", \.contribution, ja: "施策への貢献度", en: "Contribution"),
        .optional(
            "contribution_reason", \.contributionReason, ja: "貢献度の理由", en: "Reason of the contribution"),
        .optional("direction", \.direction, ja: "今後の方向性", en: "Direction"),
        .optional("direction_reason", \.directionReason, ja: "方向性の理由", en: "Reason of the direction"),
        .optional("change", \.change, ja: "計画からの変更箇所", en: "Change from the plan"),
        .optional("change_reason", \.changeReason, ja: "変更の理由", en: "Reason of the change"),
        .optional("next", \.next, ja: "次年度の取組内容", en: "Next year"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.programmeSheets, name: "sheet", ja: "評価シート", en: "Evaluation sheet",
        identity: ["programme", "year"], parent: "programme")
}

/// A minimal project (最小事業) of a programme: a target, an actual and the money of its own.
public struct MinimalProject: LedgerRecord {
    /// Programme (事務事業).
    public var programme: Key = ""
    /// Fiscal year (年度).
    public var year = FiscalYear(2026)
    /// Its number within the programme (枝番号).
    public var number: Key = ""
    /// Name (最小事業名).
    public var name = ""
    /// What was mainly done.
    public var work: String?
    /// Indicator (指標).
    public var indicator: String?
    /// Unit (単位).
    public var unit: String?
    /// Target (目標値).
    public var target, actual, nextTarget: Figure?
    /// 達成度 in percent, as reported.
    public var reportedRate: Figure?
    /// 事業費: settled, first budget, and next year's budget, in yen.
    public var settled, initial, nextBudget: Yen?
    /// Why a target was missed, and what will be done.
    public var analysis: String?
    /// Source (出典).
    public var source: String?
    /// Note (備考).
    public var note: String?
    public init() {}

    public static let fields: [Field<Self>] = [
        .required("programme", \.programme, ja: "事務事業", en: "Programme", to: "programme"),
        .required("year", \.year, ja: "年度", en: "Fiscal year"),
        .required("number", \.number, ja: "枝番号", en: "Number"),
        .required("name", \.name, ja: "最小事業名", en: "Name"),
        .optional("work", \.work, ja: "実施した主な事業", en: "Main work"),
        .optional("indicator", \.indicator, ja: "指標", en: "Indicator"),
        .optional("unit", \.unit, ja: "単位", en: "Unit"),
        .optional("target", \.target, ja: "目標値", en: "Target"),
        .optional("actual", \.actual, ja: "実績値", en: "Actual"),
        .optional("next_target", \.nextTarget, ja: "翌年度の目標値", en: "Next year's target"),
        .optional(
            "reported_rate", \.reportedRate, ja: "記載の達成度", en: "Reported rate",
            note: Words(ja: "％で書く。", en: "In percent.")),
        .optional("settled", \.settled, ja: "決算額", en: "Settled"),
        .optional("initial", \.initial, ja: "当初予算額", en: "First budget"),
        .optional("next_budget", \.nextBudget, ja: "翌年度予算額", en: "Next year's budget"),
        .optional("analysis", \.analysis, ja: "目標未達の理由・課題", en: "Analysis"),
        .optional("source", \.source, ja: "出典", en: "Source"),
        .optional("note", \.note, ja: "備考", en: "Note"),
    ]
    public static let kind = RecordKind.of(
        \.minimalProjects, name: "project", ja: "最小事業", en: "Minimal project",
        identity: ["programme", "year", "number"], parent: "programme")
}
