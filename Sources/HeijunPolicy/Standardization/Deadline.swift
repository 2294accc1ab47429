public import HeijunModel

/// The day by which a business must have migrated, with where that day comes from.
public struct Deadline: Sendable, Hashable {
    /// The last day.
    public let day: Day
    /// What sort of day it is.
    public let kind: Kind
    /// The document that sets it.
    public let source: String

    /// What sort of day a deadline is.
    public enum Kind: String, Sendable {
        /// The principle of the 基本方針: end of FY R7.
        case principle
        /// The aim for systems in transition support: about the end of FY R12. Not a statutory date.
        case aim
        /// The body's own, from the ledger.
        case own

        /// The sort as shown.
        public var title: Words {
            switch self {
            case .principle: Words(ja: "期限", en: "Deadline")
            case .aim: Words(ja: "目安", en: "Aim")
            case .own: Words(ja: "個別の期限", en: "Own deadline")
            }
        }
    }

    /// 令和7年度末, 2026-03-31: the principle for every business.
    public static let principle = Deadline(
        day: FiscalYear(2025).lastDay, kind: .principle,
        source: "地方公共団体情報システム標準化基本方針（令和4年10月7日閣議決定）")

    /// Towards 令和12年度末, 2031-03-31: 概ね5年以内, within the term of the subsidy fund.
    public static let transitionSupport = Deadline(
        day: FiscalYear(2030).lastDay, kind: .aim,
        source: "地方公共団体情報システム標準化基本方針（令和6年12月24日閣議決定）、概ね5年以内の目安")

    /// The deadline of a business: its own where it has one, the aim under transition support, else the principle.
    public static func of(_ business: Business) -> Deadline {
        if let day = business.deadline {
            return Deadline(day: day, kind: .own, source: business.deadlineSource ?? "台帳")
        }
        return business.state == .transitionSupport ? transitionSupport : principle
    }

    /// How the deadline came to be what it is, oldest first.
    public static let revisions: [Revision] = [
        Revision(
            day: Day(year: 2022, month: 10, day: 7),
            what: Words(
                ja: "基本方針を閣議決定。令和7年度までの移行を目指す。",
                en: "The Cabinet decides the basic policy: migration by FY R7.")),
        Revision(
            day: Day(year: 2023, month: 9, day: 8),
            what: Words(
                ja: "基本方針を改定。移行の難度が極めて高いシステムに個別の期限を認める。",
                en: "Revised: systems that are very hard to migrate get a deadline of their own.")),
        Revision(
            day: Day(year: 2024, month: 12, day: 24),
            what: Words(
                ja: "基本方針を改定。「特定移行支援システム」とし、概ね5年以内の移行を目指す。",
                en: "Revised: “transition support systems” are to migrate within about five years.")),
    ]

    /// One decision about the deadline.
    public struct Revision: Sendable, Hashable {
        /// The day of the Cabinet decision.
        public let day: Day
        /// What it changed.
        public let what: Words
    }
}
