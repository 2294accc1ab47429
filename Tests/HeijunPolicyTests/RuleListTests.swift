import HeijunModel
import HeijunPolicy
import Testing

struct RuleListTests {
    /// The policy's rules: how many each area has.
    static let areas: [(letter: String, count: Int)] = [
        ("P", 12), ("M", 8), ("L", 10), ("C", 24), ("H", 8), ("S", 8), ("D", 11), ("E", 10), ("O", 6),
        ("F", 5),
        ("G", 8), ("W", 3), ("T", 3),
    ]

    @Test func everyRuleOfThePolicyIsThereOnce() {
        let expected = Self.areas.flatMap { area in
            (1...area.count).map { area.letter + ($0 < 10 ? "0\($0)" : "\($0)") }
        }
        #expect(expected.count == 116)
        #expect(Rule.all.map(\.id).filter { !$0.hasPrefix("R-") } == expected)
    }

    @Test func theTierRulesFollow() {
        #expect(Rule.all.map(\.id).filter { $0.hasPrefix("R-") } == (1...6).map { "R-TIER-\($0)" })
    }

    @Test(arguments: Rule.all.map(\.id))
    func aRuleIsComplete(id: String) throws {
        let rule = try #require(Rule.named(id))
        #expect(!rule.title.ja.isEmpty && !rule.title.en.isEmpty)
        #expect(!rule.remedy.ja.isEmpty && !rule.remedy.en.isEmpty)
        #expect(!rule.source.isEmpty)
        #expect(!rule.quote.isEmpty || rule.area == .tiers)
    }

    @Test func codesAreTheirOwn() {
        let codes = Rule.all.map(\.id) + DataCheck.all.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    @Test func manualRulesFindNothing() {
        let context = Context(Town.portfolio, asOf: Town.asOf)
        for rule in Rule.all where !rule.isChecked { #expect(rule.findings(in: context).isEmpty) }
    }

    @Test func theCleanTownHasNoFinding() {
        #expect(findings(in: Town.portfolio, asOf: Town.asOf) == [])
    }

    @Test func anEmptyLedgerHasNoFinding() {
        #expect(findings(in: Portfolio(), asOf: Town.asOf) == [])
    }
}
