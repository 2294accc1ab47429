public import HeijunModel

/// One indicator as of a day: what was aimed at, what came of it, and what may be said of it.
public struct IndicatorRow: Sendable, Hashable {
    /// Key of the indicator.
    public let id: Key
    /// The area it belongs to.
    public let area: String
    /// Its name.
    public let name: String
    /// The unit of its figures.
    public let unit: String?
    /// Which way is better.
    public let direction: Indicator.Direction
    /// Whether its actuals add up over the years.
    public let isCumulative: Bool
    /// What the figures cover; shown wherever figures of different scope could meet.
    public let scope: String?
    /// Where it was published.
    public let source: String?
    /// What is noted of it.
    public let note: String?
    /// The value at the start.
    public let baseline: Baseline?
    /// One assessment for each target year, oldest first.
    public let assessments: [Assessment]
    /// The one that decides the row: of the latest year that has a target, in figures or in words.
    public let deciding: Assessment?
    /// Actuals by year, oldest first.
    public let trend: [Point]
    /// The value that the ledger itself gives, where the indicator is one that it can compute.
    public let computed: Computed?
    /// 達成, 未達 and so on.
    public let verdict: Verdict

    /// The deciding target; nil where there is none.
    public var target: Point? { deciding?.target }
    /// The actual that the deciding target is held against, with its own year.
    public var actual: Point? { deciding.map { $0.actual } ?? trend.last }
    /// The achievement rate; nil where the target is no number.
    public var rate: AchievementRate? { deciding?.rate }
    /// The formula that the rate is made with.
    public let formula: RateFormula?
    /// The measure or programme that it is counted for, and what it counts.
    public let measure: Key?, programme: Key?
    /// What it is for: activity, outcome and so on.
    public let role: Indicator.Role?
    /// Why there is no target for the latest year that says so.
    public let notSet: Point?

    /// A value with its year.
    public struct Point: Sendable, Hashable {
        /// The fiscal year.
        public let year: FiscalYear
        /// The figure; nil where the document gives words alone.
        public let value: Figure?
        /// The document's own words.
        public let text: String?
        /// What is judged of a target in words.
        public let attainment: IndicatorValue.Attainment?
        /// Why there is no target.
        public let notSetReason: String?
        /// Where it was published.
        public let source: String?

        /// Whether it says anything but why nothing is said.
        public var exists: Bool { value != nil || (text ?? "").isEmpty == false }
    }

    /// The value at the start of an indicator.
    public struct Baseline: Sendable, Hashable {
        /// The fiscal year.
        public let year: FiscalYear?
        /// The figure, in the indicator's unit.
        public let value: Figure?
        /// What stands in words instead of a figure.
        public let text: String?
    }

    /// A target year with what can be said of it.
    public struct Assessment: Sendable, Hashable {
        /// The target.
        public let target: Point
        /// That year's actual, or the latest before it.
        public let actual: Point?
        /// How far it is reached; nil where there is no rate.
        public let rate: AchievementRate?
        /// What that means.
        public let verdict: Verdict
    }

    /// A value of the ledger's own, as of today.
    public struct Computed: Sendable, Hashable {
        /// The figure, in the indicator's unit.
        public let value: Figure
        /// The fiscal year.
        public let year: FiscalYear
        /// How it is computed.
        public let title: Words
        /// Whether an actual is reported for the same year and is another one.
        public let differs: Bool
    }

    /// What may be said of a target.
    public enum Verdict: String, Sendable, CaseIterable {
        /// The target year has an actual, and it meets the target.
        case met
        /// The target year has an actual, and it does not.
        case missed
        /// The target year has passed without its actual.
        case unsettled
        /// The target year has not ended.
        case underway
        /// There is no target, or one in words of which nothing is judged.
        case noTarget
        /// The indicator is for information.
        case reference

        /// The verdict as shown.
        public var title: Words {
            switch self {
            case .met: Words(ja: "達成", en: "Met")
            case .missed: Words(ja: "未達", en: "Missed")
            case .unsettled: Words(ja: "実績未確定", en: "Actual not settled")
            case .underway: Words(ja: "進行中", en: "Under way")
            case .noTarget: Words(ja: "目標値なし", en: "No target figure")
            case .reference: Words(ja: "参考", en: "For reference")
            }
        }
    }
}
