public import HeijunModel

/// A ルール: one sentence of the policy with its source, and how the ledger is held against it.
///
/// Rules that the ledger cannot tell about stay in the list with the manual way of confirming them.
public struct Rule: Sendable, Identifiable {
    /// Stable id, such as `P02`.
    public let id: String
    /// The part of the policy it belongs to.
    public let area: Area
    /// How binding the sentence is.
    public let strength: Strength
    /// The rule in a few words.
    public let title: Words
    /// The sentence of the policy, word for word (Japanese only: it is a quotation); empty where the document's
    /// own text was not at hand.
    public let quote: String
    /// Document and line, such as `川崎市情報システム全体最適化方針 L1465`.
    public let source: String
    /// What to do about a breach.
    public let remedy: Words
    /// How it is checked.
    public let check: Check

    /// Whether the ledger tells; otherwise a person confirms it.
    public var isChecked: Bool {
        switch check {
        case .eachSystem, .whole: true
        case .manual: false
        }
    }

    /// The findings of this rule alone, sorted.
    public func findings(in context: Context) -> [Finding] {
        sorted(check.breaches(in: context).map(grade.finding))
    }

    var grade: Grade {
        Grade(code: id, rule: id, severity: strength.severity, remedy: remedy, source: source)
    }
}

extension Rule {
    /// Every rule: the 116 of the policy in its order, then those of the three tiers.
    public static let all: [Rule] =
        placement + migration + levelling + cloud + hardware + standardization + procurement + gates
        + operations + facility + governance + people + target + tiers

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The rule of that id.
    public static func named(_ id: String) -> Rule? { byID[id] }

    static let policy = "川崎市情報システム全体最適化方針"

    /// A rule of the policy that is checked.
    init(
        _ id: String, _ area: Area, _ strength: Strength, line: String, ja: String, en: String,
        quote: String, remedy: Words, check: Check
    ) {
        self.init(
            id: id, area: area, strength: strength, title: Words(ja: ja, en: en), quote: quote,
            source: "\(Rule.policy) L\(line)", remedy: remedy, check: check)
    }

    /// A rule of the policy that a person confirms.
    init(
        _ id: String, _ area: Area, _ strength: Strength, line: String, ja: String, en: String,
        quote: String, manual way: Words
    ) {
        self.init(
            id, area, strength, line: line, ja: ja, en: en, quote: quote, remedy: way, check: .manual(way))
    }
}
