import Foundation
import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// Whatever a stored plan says, verification sees when it is changed.
struct TamperTests {
    /// What no figure depends on: names of the plan, and what only the fingerprint over the ledger holds.
    private static let header: Set<String> = [
        "id", "seed", "search", "inputHash", "referenceHash", "version", "asOf.day", "asOf.month",
        "asOf.year",
    ]

    /// A plan with moves, options, funding, accounts beside the scope and every kind of limit.
    private func made(_ seed: UInt64) async -> (plan: Plan, portfolio: Portfolio) {
        var portfolio = Portfolio.fictional(systems: 24, seed: seed)
        portfolio.addOptions(seed: seed)
        let made = await plan(portfolio, options: PlanOptions(effort: 1), solver: .engine)
        return (made, portfolio)
    }

    /// Every value of the plan's JSON in turn, one of each place: a number one greater, a text longer, a mark turned.
    @Test(arguments: [UInt64(2), 5, 8])
    func everyChangedValueIsFound(seed: UInt64) async throws {
        let (plan, portfolio) = await made(seed)
        try #require(plan.outcome == .feasible)
        #expect(verifyPlan(plan, portfolio) == [])
        let whole = try JSONSerialization.jsonObject(with: JSONEncoder().encode(plan))
        var tried = 0
        for (place, steps) in places(whole).sorted(by: { $0.key < $1.key }) {
            guard !TamperTests.header.contains(place) else { continue }
            let changed = try JSONSerialization.data(withJSONObject: changed(whole, steps[...]))
            // A text that means nothing where a word of a list is due is no plan at all.
            guard let tampered = try? JSONDecoder().decode(Plan.self, from: changed) else { continue }
            tried += 1
            #expect(verifyPlan(tampered, portfolio) != [], "\(place)")
        }
        #expect(tried > 50)
    }

    /// Lists cut short, and parts left out.
    @Test func whatIsLeftOutIsFound() async throws {
        let (plan, portfolio) = await made(2)
        let cuts: [(String, (inout Plan) -> Void)] = [
            ("choices", { $0.choices.removeLast() }), ("years", { $0.years.removeLast() }),
            ("accounts", { $0.accounts.removeAll() }), ("uses", { $0.uses.removeLast() }),
            ("uses twice", { $0.uses.append($0.uses[0]) }), ("fundings", { $0.fundings = nil }),
            ("settings", { $0.settings = nil }), ("remarks", { $0.remarks.append(Words(ja: "x", en: "x")) }),
            ("reason", { $0.choices[$0.choices.firstIndex { $0.reason != nil }!].reason = nil }),
            ("base", { $0.base = [] }),
            ("restricted", { $0.isRestricted = $0.isRestricted == nil ? true : nil }),
        ]
        for (name, cut) in cuts {
            var tampered = plan
            cut(&tampered)
            #expect(verifyPlan(tampered, portfolio) != [], "\(name)")
        }
    }

    /// Words may differ from version to version; figures may not.
    @Test func wordsOfAnotherVersionAreNotCompared() async {
        var (plan, portfolio) = await made(2)
        plan.remarks = []
        #expect(verifyPlan(plan, portfolio).map(\.code) == ["plan-words"])
        #expect(planVerification(plan, portfolio, saysTheSame: false).findings == [])
    }

    /// One place of each kind: `choices[].planned.startYear` with the steps that lead to the first one.
    private func places(_ value: Any, _ name: String = "", _ steps: [Any] = []) -> [String: [Any]] {
        if let parts = value as? [String: Any] {
            return parts.reduce(into: [:]) { result, part in
                let name = name.isEmpty ? part.key : name + "." + part.key
                result.merge(places(part.value, name, steps + [part.key])) { first, _ in first }
            }
        }
        guard let list = value as? [Any] else { return [name: steps] }
        return list.enumerated().reduce(into: [:]) { result, item in
            result.merge(places(item.element, name + "[]", steps + [item.offset])) { first, _ in first }
        }
    }

    private func changed(_ value: Any, _ steps: ArraySlice<Any>) -> Any {
        guard let step = steps.first else { return changed(leaf: value) }
        if var parts = value as? [String: Any], let key = step as? String, let part = parts[key] {
            parts[key] = changed(part, steps.dropFirst())
            return parts
        }
        guard var list = value as? [Any], let index = step as? Int else { return value }
        list[index] = changed(list[index], steps.dropFirst())
        return list
    }

    /// Another word of a short list where the value is one of it.
    private func changed(leaf: Any) -> Any {
        let others = [
            "staff": "vendor", "general": "bond", "bond": "fund", "national": "bond", "lease": "service",
            "service": "lease", "retire": "merge", "merge": "retire", "joint": "retire", "saas": "iaas",
            "commonPlatform": "saas", "decided": "pinned", "budgetClosed": "decided", "retiring": "pinned",
            "pinned": "decided", "feasible": "infeasible", "roomUnits": "roomPower",
        ]
        switch leaf {
        case let mark as Bool where "\(type(of: leaf))".contains("Bool"): return !mark
        case let number as Int: return number + 1
        case let text as String: return others[text] ?? text + "x"
        default: return leaf
        }
    }
}
